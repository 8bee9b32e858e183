#include "benefits.hpp"

#include <nanobind/ndarray.h>
#include <nanobind/stl/string.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "law.hpp"
#include "text.hpp"

namespace ansinh_python {
namespace {

using namespace nb::literals;


int32_t month_number(const nb::handle month) {
  if (month.is_none()) return ANSINH_NOT_GIVEN;
  return ansinh_month(nb::cast<int32_t>(month[0]), nb::cast<int32_t>(month[1]));
}

std::int64_t amount_or_none(nb::handle value, const char* field) {
  return value.is_none() ? ANSINH_NO_AMOUNT : whole_number(value, field, "đồng");
}

int32_t count_or_none(nb::handle value, const char* field, const char* unit) {
  if (value.is_none()) return ANSINH_NOT_GIVEN;
  const std::int64_t count = whole_number(value, field, unit);
  return count > INT32_MAX || count <= INT32_MIN ? -1 : static_cast<int32_t>(count);
}

// Groups and place of a request, by its own reader.
ansinh_request shared_request(const ansinh_book* book, nb::handle term, nb::handle groups, nb::handle province,
                              nb::handle former_province, nb::handle locality, nb::handle months_supported) {
  Values values;
  values.fill(nb::handle(Py_None));
  values[ANSINH_FIELD_TERM] = term;
  values[ANSINH_FIELD_GROUPS] = groups;
  values[ANSINH_FIELD_PROVINCE] = province;
  values[ANSINH_FIELD_FORMER_PROVINCE] = former_province;
  values[ANSINH_FIELD_LOCALITY] = locality;
  values[ANSINH_FIELD_MONTHS_SUPPORTED] = months_supported;
  return request_of(book, values, false, false);
}

std::vector<ansinh_span> record_of(const ansinh_book* book, const std::string& csv) {
  std::vector<ansinh_span> spans(64);
  std::size_t count = 0;
  while (true) {
    for (ansinh_span& span : spans) ansinh_span_init(&span, sizeof span);
    int32_t status = ANSINH_OK;
    const auto read_in = [&](int32_t language) {
      return text_of(
          [&](char* buffer, std::size_t capacity, std::size_t* length) {
            *length = 0;
            const int32_t code = ansinh_read_record(book, csv.data(), csv.size(), spans.data(), spans.size(), &count,
                                                    language, buffer, capacity, length);
            // More spans than room is no text that was too long.
            status = code;
            return code == ANSINH_CALL_BUFFER_TOO_SMALL && count > spans.size() ? ANSINH_OK : code;
          });
    };
    const std::string en = read_in(ANSINH_EN);
    if (status == ANSINH_CALL_BUFFER_TOO_SMALL && count > spans.size()) {
      spans.resize(count);
      continue;
    }
    if (status > ANSINH_DOES_NOT_FIT) raise_call(status);
    if (status != ANSINH_OK) raise_refused(read_in(ANSINH_VI), en);
    spans.resize(count);
    return spans;
  }
}

// The answer's object, and its explanation in both languages.
template <class Call>
nb::tuple answered(Call call) {
  int32_t status = ANSINH_OK;
  const auto text = [&](int32_t format, int32_t language) {
    return text_of([&](char* buffer, std::size_t capacity,
                       std::size_t* length) { return call(format, language, buffer, capacity, length); },
                   &status);
  };
  const std::string en = text(ANSINH_JSON, ANSINH_EN);
  if (status > ANSINH_DOES_NOT_FIT) raise_call(status);
  if (status != ANSINH_OK) raise_refused(text(ANSINH_JSON, ANSINH_VI), en);
  return nb::make_tuple(json_loads(en), text(ANSINH_TEXT, ANSINH_VI), text(ANSINH_TEXT, ANSINH_EN));
}

nb::tuple benefit(int32_t kind, const std::string& csv, nb::handle on, nb::handle sex, nb::handle birth,
                  nb::handle one_time_case, nb::handle children, nb::handle pension, nb::handle months_drawn,
                  nb::handle groups, bool estimate_indexation, bool strict, nb::handle law) {
  const ansinh_book* book = book_of(law);
  const std::vector<ansinh_span> spans = csv.empty() ? std::vector<ansinh_span>{} : record_of(book, csv);
  ansinh_benefit_request request{};
  ansinh_benefit_request_init(&request, sizeof request);
  request.options = ANSINH_EXPLAIN | (strict ? ANSINH_STRICT : 0U) | (estimate_indexation ? ANSINH_ESTIMATE_INDEXATION : 0U);
  request.kind = kind;
  request.on = month_number(on);
  if (!sex.is_none()) request.sex = nb::cast<int32_t>(sex);
  request.birth = month_number(birth);
  if (!one_time_case.is_none()) request.one_time_case = nb::cast<int32_t>(one_time_case);
  request.children = count_or_none(children, "children", "children");
  request.pension = amount_or_none(pension, "pension");
  request.months_drawn = count_or_none(months_drawn, "months_drawn", "months");
  request.groups = shared_request(book, nb::none(), groups, nb::none(), nb::none(), nb::none(), nb::none()).groups;
  return answered([&](int32_t format, int32_t language, char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_benefit(book, &request, spans.data(), spans.size(), format, language, buffer, capacity, length);
  });
}

nb::tuple plan(nb::handle sex, nb::handle birth, nb::handle from, nb::handle income, nb::handle target_pension,
               nb::handle budget, nb::handle term, nb::handle groups, nb::handle province, nb::handle former_province,
               nb::handle locality, nb::handle months_supported, nb::handle months_so_far, nb::handle average_so_far,
               nb::handle factor_digits, int32_t factor_decimals, bool strict, nb::handle law) {
  const ansinh_book* book = book_of(law);
  const ansinh_request shared =
      shared_request(book, term, groups, province, former_province, locality, months_supported);
  ansinh_plan_request request{};
  ansinh_plan_request_init(&request, sizeof request);
  request.options = ANSINH_EXPLAIN | (strict ? ANSINH_STRICT : 0U);
  request.sex = nb::cast<int32_t>(sex);
  request.birth = month_number(birth);
  request.from = month_number(from);
  request.term = shared.term;
  request.income = amount_or_none(income, "income");
  request.target_pension = amount_or_none(target_pension, "target_pension");
  request.budget = amount_or_none(budget, "budget");
  request.groups = shared.groups;
  request.province = shared.province;
  request.former_province = shared.former_province;
  std::memcpy(request.locality, shared.locality, sizeof request.locality);
  request.months_supported = shared.months_supported;
  request.months_so_far = count_or_none(months_so_far, "months_so_far", "months");
  request.average_so_far = amount_or_none(average_so_far, "average_so_far");
  if (!factor_digits.is_none()) request.fixed_factor = nb::cast<std::int64_t>(factor_digits);
  request.factor_decimals = factor_decimals;
  return answered([&](int32_t format, int32_t language, char* buffer, std::size_t capacity, std::size_t* length) {
    return ansinh_plan(book, &request, format, language, buffer, capacity, length);
  });
}

template <class Value>
using Column = nb::ndarray<const Value, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// A new array of numpy that owns its values.
template <class Value>
struct NewColumn {
  explicit NewColumn(std::size_t rows) : values{new Value[rows == 0 ? 1 : rows]()}, size{rows} {}
  nb::object taken() {
    Value* data = values.release();
    const nb::capsule owner(data, [](void* p) noexcept { delete[] static_cast<Value*>(p); });
    return nb::cast(nb::ndarray<nb::numpy, Value, nb::ndim<1>>(data, {size}, owner));
  }
  std::unique_ptr<Value[]> values;
  std::size_t size;
};

nb::dict pensions(const Column<std::uint8_t>& sex, const Column<int32_t>& birth, const Column<int32_t>& on,
                  const Column<std::uint32_t>& offsets, const Column<int32_t>& from, const Column<int32_t>& months,
                  const Column<std::int64_t>& income, const Column<std::uint8_t>& scheme,
                  const Column<std::uint8_t>& kind, bool estimate_indexation, nb::handle law) {
  const std::size_t rows = sex.shape(0), spans = from.shape(0);
  if (birth.shape(0) != rows || on.shape(0) != rows || offsets.shape(0) != rows + 1) {
    throw nb::value_error("sex, birth and on have one value a record, offsets one more");
  }
  if (months.shape(0) != spans || income.shape(0) != spans || scheme.shape(0) != spans || kind.shape(0) != spans) {
    throw nb::value_error("from, months, income, scheme and kind have one value a span");
  }
  const auto book = nb::cast<const Law&>(law_of(law)).kept();
  NewColumn<std::uint8_t> status{rows}, eligible{rows};
  NewColumn<int32_t> all_months{rows}, eligible_from{rows}, rate{rows};
  NewColumn<std::int64_t> average{rows}, pension{rows}, lump{rows};
  int32_t code = ANSINH_OK;
  {
    const nb::gil_scoped_release others_go_on;
    std::vector<ansinh_span> record(spans);
    for (std::size_t i = 0; i < spans; ++i) {
      ansinh_span_init(&record[i], sizeof record[i]);
      record[i].from = from.data()[i];
      record[i].months = months.data()[i];
      record[i].income = income.data()[i];
      record[i].scheme = scheme.data()[i];
      record[i].kind = kind.data()[i];
    }
    ansinh_pension_columns columns{};
    columns.size = sizeof columns;
    columns.options = estimate_indexation ? ANSINH_ESTIMATE_INDEXATION : 0U;
    columns.rows = rows;
    columns.sex = sex.data();
    columns.birth = birth.data();
    columns.on = on.data();
    columns.offsets = offsets.data();
    columns.spans = record.data();
    columns.span_count = spans;
    columns.status = status.values.get();
    columns.eligible = eligible.values.get();
    columns.months = all_months.values.get();
    columns.eligible_from = eligible_from.values.get();
    columns.rate = rate.values.get();
    columns.average_income = average.values.get();
    columns.pension = pension.values.get();
    columns.lump_sum_above_cap = lump.values.get();
    code = ansinh_pensions(book.get(), &columns);
  }
  if (code == ANSINH_CALL_COLUMNS) throw nb::value_error("offsets: ascending, and within the spans");
  if (code != ANSINH_OK) raise_call(code);
  nb::dict out;
  out["status"] = status.taken();
  out["eligible"] = eligible.taken();
  out["months"] = all_months.taken();
  out["eligible_from"] = eligible_from.taken();
  out["rate"] = rate.taken();
  out["average_income"] = average.taken();
  out["pension"] = pension.taken();
  out["lump_sum_above_cap"] = lump.taken();
  return out;
}

}  // namespace

void define_benefits(nb::module_& module) {
  module.def("_benefit", benefit, "kind"_a, "csv"_a, "on"_a.none(), "sex"_a.none(), "birth"_a.none(), "case"_a.none(),
             "children"_a.none(), "pension"_a.none(), "months_drawn"_a.none(), "groups"_a.none(),
             "estimate_indexation"_a, "strict"_a, "law"_a.none());
  module.def("_plan", plan, "sex"_a, "birth"_a, "from"_a, "income"_a.none(), "target_pension"_a.none(),
             "budget"_a.none(), "term"_a.none(), "groups"_a.none(), "province"_a.none(), "former_province"_a.none(),
             "locality"_a.none(), "months_supported"_a.none(), "months_so_far"_a.none(), "average_so_far"_a.none(),
             "factor_digits"_a.none(), "factor_decimals"_a, "strict"_a, "law"_a.none());
  // Columns are taken as they are: another type is refused, floating point above all.
  module.def("_pensions", pensions, "sex"_a.noconvert(), "birth"_a.noconvert(), "on"_a.noconvert(),
             "offsets"_a.noconvert(), "from"_a.noconvert(), "months"_a.noconvert(), "income"_a.noconvert(),
             "scheme"_a.noconvert(), "kind"_a.noconvert(), "estimate_indexation"_a, "law"_a.none());
}

}  // namespace ansinh_python
