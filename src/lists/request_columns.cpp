#include "lists/request_columns.hpp"

#include <algorithm>
#include <limits>

#include "core/iso_day.hpp"
#include "lists/cell.hpp"
#include "lists/fields.hpp"
#include "lists/numbers.hpp"

namespace ansinh::lists {
namespace {

constexpr std::uint32_t no_place = 0x1'0000;  // beyond every handle

// Fields of which a row that gives them is left to be read by itself.
constexpr std::array rare_fields{Field::first_month, Field::local_months_used, Field::fund_return_rate,
                                 Field::other_support, Field::th_support};

std::uint8_t number_of(const std::optional<ProvinceCode>& code) {
  return static_cast<std::uint8_t>(code ? code->number() : 0);
}
std::uint8_t number_of(const std::optional<FormerProvinceCode>& code) {
  return static_cast<std::uint8_t>(code ? code->number() : 0);
}

// The usual terms as they must be written, by the last bits of the first digit and by whether there is a second one:
// looked up, since which of them a row has is as good as random.
struct WrittenTerm {
  char text[2];
  std::uint8_t months;
};
constexpr std::array<WrittenTerm, 16> written_terms = [] {
  std::array<WrittenTerm, 16> terms{};
  terms['1' & 7] = {{'1', '\0'}, 1};
  terms['3' & 7] = {{'3', '\0'}, 3};
  terms['6' & 7] = {{'6', '\0'}, 6};
  terms[('1' & 7) | 1 << 3] = {{'1', '2'}, 12};
  return terms;
}();

bool day_has_code(Day day) {
  const std::int32_t days = day.number() - first_law_day.number();
  return 0 <= days && days < std::numeric_limits<std::uint16_t>::max();
}

}  // namespace

std::optional<RequestColumns> RequestColumns::from(const ColumnRules& rules, std::span<const ListField> fields) {
  Request otherwise;
  Fault fault;
  for (const ListField& given : fields) {
    if (given.otherwise.empty()) continue;
    if (std::ranges::count(rare_fields, given.field) > 0) return std::nullopt;
    if (!read_trimmed(rules.rules().book(), given.field, given.otherwise, otherwise, fault)) return std::nullopt;
  }
  // Where no column gives an income, all rows have this one.
  if (std::numeric_limits<std::int32_t>::max() < otherwise.income.dong()) return std::nullopt;
  RequestColumns columns{rules, otherwise};
  for (const ListField& given : fields) {
    const auto field = static_cast<std::size_t>(given.field);
    columns.columns_[field] = given.column;
    columns.has_default_[field] = !given.otherwise.empty();
  }
  return columns;
}

RequestColumns::RequestColumns(const ColumnRules& rules, const Request& otherwise)
    : rules_{rules},
      otherwise_{otherwise},
      group_texts_{group_texts(rules.rules().book(), otherwise.groups)},
      places_(code_numbers * code_numbers, no_place) {
  while (!check_months_supported(most_months_supported_ + 1)) ++most_months_supported_;
  std::vector<std::optional<FormerProvinceCode>> formers{std::nullopt};
  std::vector<std::optional<ProvinceCode>> presents{std::nullopt};
  for (const FormerProvinceCode code : former_provinces()) formers.emplace_back(code);
  for (const ProvinceCode code : provinces()) presents.emplace_back(code);
  for (const auto& former : formers) {
    for (const auto& present : presents) {
      const auto handle = rules.place({present, former, otherwise.place.locality});
      if (handle.ok()) places_[number_of(former) * code_numbers + number_of(present)] = *handle;
    }
  }
}

void RequestColumns::read(const RegularRows& rows, RequestRows& into, const ListKernels& kernels) const {
  if (const auto column = columns_[static_cast<std::size_t>(Field::paid_on)]) {
    kernels.read_iso_days(rows.column(*column), rows.size(), into.paid_on.data());
    read_field(
        rows, Field::paid_on, into.paid_on.data(), into,
        [](std::string_view, std::uint16_t code) { return code != no_iso_day; },
        [](const Request& request, std::uint16_t& code) {
          if (!day_has_code(request.paid_on)) return false;
          code = day_code(request.paid_on);
          return true;
        });
  }
  if (const auto column = columns_[static_cast<std::size_t>(Field::income)]) {
    auto* const numbers = reinterpret_cast<std::uint32_t*>(into.income.data());
    kernels.read_digits(rows.column(*column), rows.size(), numbers);
    read_field(
        rows, Field::income, numbers, into, [](std::string_view, std::uint32_t code) { return code != no_digits; },
        [](const Request& request, std::uint32_t& code) {
          code = static_cast<std::uint32_t>(request.income.dong());
          return request.income.dong() <= std::numeric_limits<std::int32_t>::max();
        });
  } else {
    std::fill_n(into.income.begin(), rows.size(), static_cast<std::int32_t>(otherwise_.income.dong()));
  }
  read_field(
      rows, Field::term, into.term.data(), into,
      [](std::string_view text, std::uint8_t& code) {
        const WrittenTerm& term =
            written_terms[(static_cast<unsigned char>(text.data()[0]) & 7U) | (text.size() - 1) % 2 << 3U];
        code = term.months;
        const auto unlike = static_cast<unsigned>(text.data()[0] ^ term.text[0]) |
                            (text.size() == 2 ? static_cast<unsigned>(text.data()[1] ^ term.text[1]) : 0U);
        return unlike == 0 && text.size() - 1 < 2;
      },
      [](const Request& request, std::uint8_t& code) {
        code = term_code(request.term);
        return request.term.kind() == Term::Kind::months;
      });
  read_field(
      rows, Field::groups, into.groups.data(), into,
      [codes = group_texts_.get()](std::string_view text, std::uint16_t& code) { return codes->find(text, code); },
      [](const Request& request, std::uint16_t& code) {
        code = request.groups.bits();
        return true;
      });
  if (const auto column = columns_[static_cast<std::size_t>(Field::months_supported)]) {
    kernels.read_digits(rows.column(*column), rows.size(), into.numbers.data());
    read_field(
        rows, Field::months_supported, into.numbers.data(), into,
        [this](std::string_view, std::uint32_t number) { return number <= most_months_supported_; },
        [](const Request& request, std::uint32_t& number) {
          number = static_cast<std::uint32_t>(request.months_supported);
          return true;
        });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      into.months_supported[i] = static_cast<std::uint8_t>(into.numbers[i]);
    }
  }
  read_place(rows, into);
  for (const Field field : rare_fields) {
    const auto column = columns_[static_cast<std::size_t>(field)];
    if (!column) continue;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!rows.cell(i, *column).empty()) into.odd[i] = 1;
  }
  put_together(rows.size(), into);
}

// `usual` reads a text, or says of a code that it was read already; whatever else the field may have is read by
// read_cell.
template <class Code, class Usual, class CodeOf>
void RequestColumns::read_field(const RegularRows& rows, Field field, Code* to, RequestRows& into, Usual usual,
                                CodeOf code_of) const {
  const auto column = columns_[static_cast<std::size_t>(field)];
  if (!column) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view text = rows.cell(i, *column);
    if (usual(text, to[i])) [[likely]]
      continue;
    Request request = otherwise_;
    if (!read_cell(field, text, request) || !code_of(request, to[i])) into.odd[i] = 1;
  }
}

// Any text that a field may have. False where it is refused.
bool RequestColumns::read_cell(Field field, std::string_view text, Request& request) const {
  text = trimmed(text);
  Fault fault;
  if (!text.empty()) return read_trimmed(rules_.rules().book(), field, text, request, fault);
  return !required(field) || has_default_[static_cast<std::size_t>(field)];
}

void RequestColumns::read_place(const RegularRows& rows, RequestRows& into) const {
  if (!has_place_column()) return;
  const auto read_code = [&](Field field, auto code_of) {
    auto& to = field == Field::province ? into.province : into.former_province;
    const std::uint8_t otherwise = code_of(otherwise_);
    if (!columns_[static_cast<std::size_t>(field)]) std::fill_n(to.begin(), rows.size(), otherwise);
    read_field(
        rows, field, to.data(), into,
        [&](std::string_view text, std::uint8_t& code) {
          const std::size_t number = two_digits(text);
          code = static_cast<std::uint8_t>(text.empty() ? otherwise : number);
          return text.empty() || number != 0;
        },
        [&](const Request& request, std::uint8_t& code) {
          code = code_of(request);
          return true;
        });
  };
  read_code(Field::province, [](const Request& request) { return number_of(request.place.province); });
  read_code(Field::former_province, [](const Request& request) { return number_of(request.place.former_province); });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // A number that is no province's stands for no place either.
    const std::uint32_t place = places_[into.former_province[i] * code_numbers + into.province[i]];
    into.place[i] = static_cast<std::uint16_t>(place);
    if (place == no_place) into.odd[i] = 1;
  }
  const auto locality = columns_[static_cast<std::size_t>(Field::locality)];
  if (!locality) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view text = rows.cell(i, *locality);
    if (text.empty() || into.odd[i] != 0) continue;
    Request request = otherwise_;
    request.place = place_of(into.province[i], into.former_province[i], request.place.locality);
    const bool read = read_cell(Field::locality, text, request);
    const auto handle = rules_.place(request.place);
    if (!read || !handle.ok()) {
      into.odd[i] = 1;
    } else {
      into.place[i] = *handle;
    }
  }
}

Place RequestColumns::place_of(int province, int former, std::optional<LocalityCode> locality) {
  return {ProvinceCode::from_number(province), FormerProvinceCode::from_number(former), locality};
}

bool RequestColumns::has_place_column() const {
  return has(Field::province) || has(Field::former_province) || has(Field::locality);
}

void RequestColumns::put_together(std::size_t count, RequestRows& into) {
  into.odd_count = static_cast<std::size_t>(std::count(into.odd.begin(), into.odd.begin() + count, std::uint8_t{1}));
  if (into.odd_count == 0) return;
  std::size_t to = 0;
  for (std::size_t i = 0; i < count; ++i) {
    into.income[to] = into.income[i];
    into.paid_on[to] = into.paid_on[i];
    into.groups[to] = into.groups[i];
    into.place[to] = into.place[i];
    into.term[to] = into.term[i];
    into.months_supported[to] = into.months_supported[i];
    to += into.odd[i] == 0 ? 1 : 0;
  }
}

ColumnsIn<std::int32_t> RequestColumns::columns(const RequestRows& rows, std::size_t count) const {
  const auto column = [&](bool given, const auto& values) {
    return std::span{values.data(), given ? count - rows.odd_count : 0};
  };
  ColumnsIn<std::int32_t> in;
  in.income = column(true, rows.income);
  in.paid_on = column(has(Field::paid_on), rows.paid_on);
  in.groups = column(has(Field::groups), rows.groups);
  in.place = column(has_place_column(), rows.place);
  in.term = column(has(Field::term), rows.term);
  in.months_supported = column(has(Field::months_supported), rows.months_supported);
  in.otherwise = otherwise_;
  in.book = rules_.book();
  return in;
}

}  // namespace ansinh::lists
