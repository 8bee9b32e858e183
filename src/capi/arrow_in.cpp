#include "capi/arrow_in.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <span>
#include <string_view>

#include "ansinh/lists.hpp"
#include "capi/codes.hpp"
#include "capi/request.hpp"

namespace ansinh::capi {
namespace {

using Wrong = std::optional<std::string>;

constexpr std::int32_t handle_unknown = -2;
constexpr std::int32_t handle_none = -1;
constexpr std::size_t province_codes = 100;

// ---------------------------------------------------------------------------------------------- texts of fields

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// By the library's own reader of the field: `code` takes it from the request that was read.
template <class Code>
Decode decode(const LawBook& book, Field field, Code code) {
  return [&book, field, code](std::string_view text) -> std::int64_t {
    if (trimmed(text).empty()) return null_code;
    Request request;
    return read_field(book, field, text, request) ? bad_code : std::int64_t{code(request)};
  };
}

std::int64_t billionths(Rate rate) {
  std::int64_t digits = rate.digits();
  for (int i = rate.decimals(); i < Rate::max_decimals; ++i) digits *= 10;
  return digits;
}

// ---------------------------------------------------------------------------------------------- metadata

// The value of a key of a schema's metadata: pairs of texts, each with its length before it.
std::optional<std::string_view> metadata(const ArrowSchema& schema, std::string_view key) {
  if (schema.metadata == nullptr) return std::nullopt;
  const char* at = schema.metadata;
  const auto number = [&] {
    std::int32_t value = 0;
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
  };
  const auto text = [&]() -> std::optional<std::string_view> {
    const std::int32_t length = number();
    if (length < 0) return std::nullopt;
    const std::string_view value{at, static_cast<std::size_t>(length)};
    at += length;
    return value;
  };
  for (std::int32_t pairs = number(); pairs > 0; --pairs) {
    const auto name = text();
    const auto value = name ? text() : std::nullopt;
    if (!value) return std::nullopt;
    if (*name == key) return value;
  }
  return std::nullopt;
}

// ---------------------------------------------------------------------------------------------- columns by name

class Reader {
 public:
  Reader(const ColumnRules& rules, const ArrowSchema& schema, const ArrowArray& array, ArrowIn& in)
      : rules_{rules}, book_{rules.rules().book()}, schema_{schema}, array_{array}, in_{in} {}

  Wrong read(std::uint32_t options) {
    if (auto fault = look_at_struct()) return fault;
    for (std::int64_t i = 0; i < schema_.n_children; ++i) {
      if (auto fault = read_child(static_cast<std::size_t>(i), options)) return fault;
    }
    return check_whole();
  }

 private:
  Wrong look_at_struct() {
    if (schema_.format == nullptr || std::string_view{schema_.format} != "+s") {
      return "A batch is a struct array with a column for each field" +
             (schema_.format == nullptr ? std::string{"."} : ", not " + type_name(schema_) + ".");
    }
    if (schema_.n_children < 0 || schema_.n_children != array_.n_children || array_.length < 0 || array_.offset < 0 ||
        (schema_.n_children > 0 && (schema_.children == nullptr || array_.children == nullptr)) ||
        array_.n_buffers < 1 || array_.buffers == nullptr) {
      return "The struct array and its schema do not belong together.";
    }
    in_.rows = static_cast<std::size_t>(array_.length);
    in_.valid = {array_.null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array_.buffers[0]),
                 static_cast<std::size_t>(array_.offset)};
    return std::nullopt;
  }

  Wrong read_child(std::size_t index, std::uint32_t options) {
    const ArrowSchema* schema = schema_.children[index];
    const ArrowArray* array = array_.children[index];
    if (schema == nullptr || array == nullptr || schema->format == nullptr) {
      return "Column " + std::to_string(index + 1) + " of the struct array is not there.";
    }
    const std::string_view called = schema->name == nullptr ? std::string_view{} : std::string_view{schema->name};
    const ArrowColumn column{called, schema, array,
                             static_cast<std::size_t>(array_.offset) + static_cast<std::size_t>(array->offset),
                             in_.rows};
    ArrowSource* source = source_named(called);
    if (source == nullptr) {
      if ((options & ANSINH_ARROW_IGNORE_OTHER_COLUMNS) != 0) return std::nullopt;
      return "Column `" + std::string{called} +
             "` is no field of a request; leave it out, rename it, or ask for other columns to be ignored.";
    }
    if (source->there()) return "Column `" + std::string{called} + "` is there twice.";
    if (const auto fault = broken(column)) return "Column `" + std::string{called} + "` " + *fault + ".";
    return read_column(column, *source);
  }

  ArrowSource* source_named(std::string_view called) {
    struct Named {
      Field field;
      ArrowSource* source;
    };
    const std::array<Named, request_field_count> sources{{{Field::paid_on, &in_.paid_on},
                                                          {Field::first_month, &in_.first_month},
                                                          {Field::income, &in_.income},
                                                          {Field::term, &in_.term},
                                                          {Field::groups, &in_.groups},
                                                          {Field::province, &in_.province},
                                                          {Field::former_province, &in_.former_province},
                                                          {Field::locality, &in_.locality},
                                                          {Field::months_supported, &in_.months_supported},
                                                          {Field::local_months_used, &in_.local_months_used},
                                                          {Field::fund_return_rate, &in_.fund_return_rate},
                                                          {Field::other_support, &in_.other_support},
                                                          {Field::th_support, &in_.th_support}}};
    for (const Named& named : sources) {
      if (name(named.field) == called) return named.source;
    }
    return called == "place" ? &in_.place : nullptr;
  }

  // As it lies where every row says something, else as codes.
  template <class T>
  void take(const ArrowColumn& column, ArrowSource& source) {
    const bool whole = column.validity().bits == nullptr && in_.valid.bits == nullptr;
    if (whole) {
      source.native = column.values<T>();
    } else {
      source.values = integer_values(column);
    }
  }

  Wrong refuse(const ArrowColumn& column, std::string_view types) const {
    std::string text = "Column `" + std::string{column.name} + "` is " + type_name(*column.schema) + "; it has to be " +
                       std::string{types} + ".";
    const std::string_view format = column.format();
    if (column.schema->dictionary == nullptr && (format == "e" || format == "f" || format == "g")) {
      text +=
          " Binary floating point cannot hold every amount and every rate exactly, so a dong may be lost before the "
          "first computation; convert the column where it arises, amounts to int64 (whole dong), rates to decimal128 "
          "or text.";
    } else if (format.starts_with("ts") || format == "tdm") {
      text += " Cast it to date32, the day without a time.";
    }
    return text;
  }

  Wrong read_column(const ArrowColumn& column, ArrowSource& source) {
    const std::string_view format = column.schema->dictionary == nullptr ? column.format() : std::string_view{"?"};
    const auto integers = [&](std::string_view types) -> Wrong {
      source.values = integer_values(column);
      if (format == "tdD") source.values = nullptr;
      return source.values ? std::nullopt : refuse(column, types);
    };
    const auto texts = [&](const Decode& code) {
      source.values = text_values(column, code);
      return source.values != nullptr;
    };
    if ((source.values = null_values(column))) return std::nullopt;

    if (&source == &in_.income || &source == &in_.other_support) {
      if (format != "i" && format != "l") return refuse(column, "int32 or int64, whole dong");
      in_.wide = in_.wide || format == "l";
      source.values = integer_values(column);
      const bool whole = column.validity().bits == nullptr && in_.valid.bits == nullptr;
      if (whole)
        source.native =
            format == "i" ? static_cast<const void*>(column.values<std::int32_t>()) : column.values<std::int64_t>();
      (&source == &in_.income ? income_is_wide_ : other_is_wide_) = format == "l";
      return std::nullopt;
    }
    if (&source == &in_.paid_on) {
      if (format == "S") return take<std::uint16_t>(column, source), codes_since_2008(source), std::nullopt;
      if (format == "tdD") return source.values = integer_values(column), std::nullopt;
      if (texts(decode(book_, Field::paid_on, [](const Request& r) { return r.paid_on.number(); }))) {
        return std::nullopt;
      }
      return refuse(column, "date32, text such as 2026-11-22, or uint16 days since 2008-01-01");
    }
    if (&source == &in_.first_month) {
      if (format == "S") return take<std::uint16_t>(column, source), std::nullopt;
      if (format == "tdD") return source.values = months_of_days(column), std::nullopt;
      if (texts(decode(book_, Field::first_month, [](const Request& r) { return month_code_of(*r.first_month); }))) {
        return std::nullopt;
      }
      return refuse(column, "date32, text such as 2026-11, or uint16 months since 2008-01");
    }
    if (&source == &in_.term) {
      if (format == "C") return take<std::uint8_t>(column, source), std::nullopt;
      if (format == "s" || format == "i" || format == "l") return source.values = months_only(column), std::nullopt;
      if (texts(decode(book_, Field::term, [](const Request& r) { return term_code(r.term); }))) return std::nullopt;
      return refuse(column, "text such as 12 or VS2, uint8 term codes, or int16, int32 or int64 months");
    }
    if (&source == &in_.groups) {
      if (format == "S") return take<std::uint16_t>(column, source), std::nullopt;
      const Decode bits = decode(book_, Field::groups, [](const Request& r) { return r.groups.bits(); });
      if (texts(bits)) return std::nullopt;
      const Decode one = [&book = book_](std::string_view text) -> std::int64_t {
        const auto group = book.group(text);
        return group ? std::int64_t{group->bits()} : bad_code;
      };
      if ((source.values = list_values(column, one))) return std::nullopt;
      return refuse(column, "text such as near_poor|island, a list of names, or uint16 bits");
    }
    if (&source == &in_.months_supported) {
      if (format == "C") return take<std::uint8_t>(column, source), std::nullopt;
      return integers("an integer type");
    }
    if (&source == &in_.local_months_used) return integers("an integer type");
    if (&source == &in_.fund_return_rate) {
      if (format == "i") return source.values = integer_values(column), std::nullopt;
      if ((source.values = decimal_values(column))) return std::nullopt;
      if (texts(decode(book_, Field::fund_return_rate,
                       [](const Request& r) { return billionths(*r.fund_return_rate); }))) {
        return std::nullopt;
      }
      return refuse(column, "decimal128 with at most 9 decimals, text such as 0.0031, or int32 billionths");
    }
    if (&source == &in_.th_support) {
      if (texts(decode(book_, Field::th_support, [](const Request& r) { return static_cast<int>(*r.th_support); }))) {
        return std::nullopt;
      }
      return refuse(column, "text, compounded or nominal");
    }
    if (&source == &in_.place) return read_handles(column, source);
    if (texts(place_decode(source))) return std::nullopt;
    return refuse(column, "text");
  }

  Decode place_decode(const ArrowSource& source) const {
    if (&source == &in_.province) {
      return decode(book_, Field::province, [](const Request& r) { return r.place.province->number(); });
    }
    if (&source == &in_.former_province) {
      return decode(book_, Field::former_province, [](const Request& r) { return r.place.former_province->number(); });
    }
    return decode(book_, Field::locality, [](const Request& r) { return locality_code(*r.place.locality); });
  }

  // 3 or 5 digits, told apart: the text behind a 1.
  static std::int64_t locality_code(LocalityCode code) {
    const std::string text = '1' + code.text();
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  // Handles hold for one book only, so the column has to say for which.
  Wrong read_handles(const ArrowColumn& column, ArrowSource& source) {
    if (column.schema->dictionary != nullptr || column.format() != "S") return refuse(column, "uint16 handles");
    const auto book = metadata(*column.schema, "ansinh.place_book");
    if (!book) {
      return "Column `place` holds handles of places; its metadata has to say of which book: the key "
             "ansinh.place_book with the number of ansinh_place_book.";
    }
    if (*book != std::to_string(rules_.book())) {
      return "Column `place` holds handles of another book (" + std::string{*book} + ", this one is " +
             std::to_string(rules_.book()) + ").";
    }
    take<std::uint16_t>(column, source);
    return std::nullopt;
  }

  static std::int64_t month_code_of(Month month) { return month - first_law_day.month(); }

  // Days since 1970 as months since 2008-01.
  class MonthsOfDays final : public ArrowValues {
   public:
    explicit MonthsOfDays(const ArrowColumn& column) : days_{integer_values(column)} {}
    void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
      days_->read(first, rows, codes);
      for (std::size_t i = 0; i < rows; ++i) {
        if (codes[i] == null_code) continue;
        const auto day = Day::from_number(static_cast<std::int32_t>(codes[i]));
        codes[i] = day ? month_code_of(day->month()) : bad_code;
      }
    }

   private:
    std::unique_ptr<ArrowValues> days_;
  };
  static std::unique_ptr<ArrowValues> months_of_days(const ArrowColumn& column) {
    return std::make_unique<MonthsOfDays>(column);
  }

  // Counts of months as terms; what is no such term is no value, though its number may be another term's code.
  class MonthsOnly final : public ArrowValues {
   public:
    explicit MonthsOnly(const ArrowColumn& column) : months_{integer_values(column)} {}
    void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
      months_->read(first, rows, codes);
      for (std::size_t i = 0; i < rows; ++i) {
        const bool small = codes[i] >= 0 && codes[i] <= 12;
        if (codes[i] != null_code && !(small && Term::months(static_cast<int>(codes[i])))) codes[i] = bad_code;
      }
    }

   private:
    std::unique_ptr<ArrowValues> months_;
  };
  static std::unique_ptr<ArrowValues> months_only(const ArrowColumn& column) {
    return std::make_unique<MonthsOnly>(column);
  }

  // Days since 2008 as days since 1970, where they are read as codes.
  class DaysSince2008 final : public ArrowValues {
   public:
    explicit DaysSince2008(std::unique_ptr<ArrowValues> days) : days_{std::move(days)} {}
    void read(std::size_t first, std::size_t rows, std::int64_t* codes) override {
      days_->read(first, rows, codes);
      for (std::size_t i = 0; i < rows; ++i) {
        if (codes[i] != null_code) codes[i] += first_law_day.number();
      }
    }

   private:
    std::unique_ptr<ArrowValues> days_;
  };
  static void codes_since_2008(ArrowSource& source) {
    if (source.values) source.values = std::make_unique<DaysSince2008>(std::move(source.values));
  }

  Wrong check_whole() {
    if (!in_.income.there()) return "Column `income` is required.";
    if (!in_.paid_on.there() && !in_.paid_on_otherwise) {
      return "Column `paid_on` is required, or a day of payment for all rows.";
    }
    if (in_.place.there() && in_.has_places()) {
      return "Column `place` stands for `province`, `former_province` and `locality`; only one of the two ways counts.";
    }
    // What stands for rows that say nothing has to fit too.
    if (in_.other_support.there() && in_.otherwise.other_support.dong() > INT32_MAX) in_.wide = true;
    // As they lie only if they are as wide as the amounts.
    if (in_.wide && !income_is_wide_) in_.income.native = nullptr;
    if (in_.wide && !other_is_wide_) in_.other_support.native = nullptr;
    return std::nullopt;
  }

  const ColumnRules& rules_;
  const LawBook& book_;
  const ArrowSchema& schema_;
  const ArrowArray& array_;
  ArrowIn& in_;
  bool income_is_wide_ = false;
  bool other_is_wide_ = false;
};

}  // namespace

bool ArrowIn::as_it_lies() const {
  if (valid.bits != nullptr || has_places()) return false;
  for (const ArrowSource* source : {&income, &paid_on, &groups, &place, &term, &months_supported, &first_month,
                                    &local_months_used, &fund_return_rate, &other_support, &th_support}) {
    if (source->there() && source->native == nullptr) return false;
  }
  return true;
}

std::optional<std::string> read_arrow(const ColumnRules& rules, const ArrowSchema& schema, const ArrowArray& array,
                                      const ansinh_request& otherwise, std::uint32_t options, ArrowIn& in) {
  ansinh_request rest = otherwise;
  rest.income = ANSINH_NO_AMOUNT;
  const Result<Request> read = request_of(rest, Needs::nothing);
  if (!read) {
    return "What stands for rows that say nothing has no such `" + std::string{name(read.fault().field)} + "`.";
  }
  in.otherwise = *read;
  in.paid_on_otherwise = otherwise.paid_on != ANSINH_NOT_GIVEN;
  return Reader{rules, schema, array, in}.read(options);
}

// ---------------------------------------------------------------------------------------------- pieces

template <class Amount>
ArrowPieces<Amount>::ArrowPieces(const ColumnRules& rules, ArrowIn& in)
    : rules_{rules}, in_{in}, handles_(province_codes * province_codes, handle_unknown) {}

template <class Amount>
template <class T>
std::span<const T> ArrowPieces<Amount>::column(ArrowSource& source, std::size_t first, std::size_t rows,
                                               std::vector<T>& room, const Narrow& how) {
  if (!source.there()) return {};
  if (source.native != nullptr) return {static_cast<const T*>(source.native) + first, rows};
  room.resize(rows);
  codes_.resize(rows);
  source.values->read(first, rows, codes_.data());
  for (std::size_t i = 0; i < rows; ++i) {
    const bool says = codes_[i] != null_code;
    const bool good = says ? how.least <= codes_[i] && codes_[i] <= how.most : how.otherwise != bad_code;
    if (!good) refuse(i);
    room[i] = static_cast<T>(says && good ? codes_[i] : how.otherwise);
  }
  return room;
}

// Months since 2008-01; `months_` keeps them as they were said. One that a column cannot say lies before the law, or so
// late that only a day of payment allows it which no column can say either; `late_` holds those until the day is known.
template <class Amount>
std::span<const std::uint16_t> ArrowPieces<Amount>::months(std::size_t first, std::size_t rows) {
  if (!in_.first_month.there()) return {};
  const auto* native = static_cast<const std::uint16_t*>(in_.first_month.native);
  if (native != nullptr && in_.paid_on.values == nullptr) return {native + first, rows};
  months_.resize(rows);
  late_.resize(rows);
  first_month_.resize(rows);
  if (native != nullptr) {
    for (std::size_t i = 0; i < rows; ++i) {
      months_[i] = native[first + i] == no_first_month ? null_code : std::int64_t{native[first + i]};
    }
  } else {
    in_.first_month.values->read(first, rows, months_.data());
  }
  const std::int64_t otherwise =
      in_.otherwise.first_month ? *in_.otherwise.first_month - first_law_day.month() : null_code;
  for (std::size_t i = 0; i < rows; ++i) {
    if (months_[i] == null_code) months_[i] = otherwise;
    const bool sayable = months_[i] >= 0 && months_[i] < no_first_month;
    if (months_[i] != null_code && months_[i] < 0) refuse(i);
    late_[i] = months_[i] >= no_first_month;
    any_bad_ = any_bad_ || late_[i] != 0;
    first_month_[i] = sayable ? static_cast<std::uint16_t>(months_[i]) : no_first_month;
  }
  return first_month_;
}

// A first month that the day of payment does not allow makes the request malformed before its day is looked at. Columns
// tell that by themselves for every day that they can say; of the others the library is asked.
template <class Amount>
bool ArrowPieces<Amount>::first_month_fits(std::int64_t day, std::size_t row) const {
  Request request;
  request.paid_on = *Day::from_number(static_cast<std::int32_t>(day));
  request.first_month = in_.otherwise.first_month;
  if (in_.first_month.there() && months_[row] != null_code) {
    if (months_[row] < 0) return false;
    request.first_month = month_of(static_cast<std::int32_t>(std::min<std::int64_t>(months_[row], INT32_MAX / 2)) +
                                   (first_law_day.month() - first_month));
    if (!request.first_month) return false;
  }
  return assess(rules_.rules(), request).code() != Errc::invalid_argument;
}

template <class Amount>
std::span<const std::uint16_t> ArrowPieces<Amount>::days(std::size_t first, std::size_t rows) {
  if (!in_.paid_on.there()) {
    for (std::size_t i = 0; i < late_.size(); ++i) {
      if (late_[i] != 0 && first_month_fits(in_.otherwise.paid_on.number(), i)) late_[i] = 0;
    }
    return {};
  }
  if (in_.paid_on.native != nullptr) return {static_cast<const std::uint16_t*>(in_.paid_on.native) + first, rows};
  paid_on_.resize(rows);
  codes_.resize(rows);
  in_.paid_on.values->read(first, rows, codes_.data());
  const std::int64_t start = first_law_day.number();
  const std::int64_t otherwise = in_.paid_on_otherwise ? in_.otherwise.paid_on.number() : bad_code;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t day = codes_[i] == null_code ? otherwise : codes_[i];
    if (start <= day && day <= start + UINT16_MAX) {
      paid_on_[i] = static_cast<std::uint16_t>(day - start);
      continue;
    }
    // The last day that a column can say lies outside the law, as these do.
    paid_on_[i] = UINT16_MAX;
    const bool is_day = day >= INT32_MIN && day <= INT32_MAX && Day::from_number(static_cast<std::int32_t>(day));
    if (!is_day || !first_month_fits(day, i)) {
      refuse(i);
    } else if (in_.first_month.there()) {
      // It fits the day that was said, if not the one in its place.
      first_month_[i] = no_first_month;
      late_[i] = 0;
    }
  }
  return paid_on_;
}

template <class Amount>
std::int32_t ArrowPieces<Amount>::handle(std::int64_t province, std::int64_t former_province, std::int64_t locality) {
  const auto ask = [&] {
    Place place;
    if (province > 0) place.province = ProvinceCode::from_number(static_cast<int>(province));
    if (former_province > 0) {
      place.former_province = FormerProvinceCode::from_number(static_cast<int>(former_province));
    }
    if (locality > 0) place.locality = LocalityCode::from_text(std::to_string(locality).substr(1));
    const Result<std::uint16_t> found = rules_.place(place);
    if (found) return std::int32_t{*found};
    if (found.fault().field == Field::book) out_of_handles_ = true;
    return handle_none;
  };
  if (locality <= 0) {
    std::int32_t& known =
        handles_[static_cast<std::size_t>(province) * province_codes + static_cast<std::size_t>(former_province)];
    if (known == handle_unknown) known = ask();
    return known;
  }
  const auto key = static_cast<std::uint64_t>(locality) << 16 | static_cast<std::uint64_t>(province) << 8 |
                   static_cast<std::uint64_t>(former_province);
  const auto [at, added] = locality_handles_.try_emplace(key, handle_unknown);
  if (added) at->second = ask();
  return at->second;
}

template <class Amount>
std::span<const std::uint16_t> ArrowPieces<Amount>::places(std::size_t first, std::size_t rows) {
  if (!in_.has_places()) {
    if (!in_.place.there()) return {};
    const Result<std::uint16_t> otherwise = rules_.place(in_.otherwise.place);
    return column(in_.place, first, rows, place_, {otherwise ? std::int64_t{*otherwise} : bad_code, 0, UINT16_MAX});
  }
  place_.resize(rows);
  const auto read = [&](ArrowSource& source, std::vector<std::int64_t>& codes, std::int64_t otherwise) {
    codes.assign(rows, otherwise);
    if (!source.there()) return;
    source.values->read(first, rows, codes.data());
    std::replace(codes.begin(), codes.end(), null_code, otherwise);
  };
  const Place& place = in_.otherwise.place;
  read(in_.province, province_codes_, place.province ? place.province->number() : 0);
  read(in_.former_province, former_codes_, place.former_province ? place.former_province->number() : 0);
  std::int64_t locality = 0;
  if (place.locality) {
    const std::string text = '1' + place.locality->text();
    std::from_chars(text.data(), text.data() + text.size(), locality);
  }
  read(in_.locality, locality_codes_, locality);
  for (std::size_t i = 0; i < rows; ++i) {
    const bool good = province_codes_[i] >= 0 && former_codes_[i] >= 0 && locality_codes_[i] >= 0;
    const std::int32_t found = good ? handle(province_codes_[i], former_codes_[i], locality_codes_[i]) : handle_none;
    place_[i] = static_cast<std::uint16_t>(found < 0 ? 0 : found);
    if (found < 0) refuse(i);
  }
  return place_;
}

template <class Amount>
std::span<const Amount> ArrowPieces<Amount>::incomes(std::size_t first, std::size_t rows) {
  if (in_.income.native != nullptr && !any_bad_) {
    return {static_cast<const Amount*>(in_.income.native) + first, rows};
  }
  income_.resize(rows);
  if (in_.income.native != nullptr) {
    std::copy_n(static_cast<const Amount*>(in_.income.native) + first, rows, income_.begin());
  } else {
    codes_.resize(rows);
    in_.income.values->read(first, rows, codes_.data());
    for (std::size_t i = 0; i < rows; ++i) {
      income_[i] = codes_[i] == null_code ? Amount{-1} : static_cast<Amount>(codes_[i]);
    }
  }
  for (std::size_t i = 0; i < rows; ++i) {
    const bool late = !late_.empty() && late_[i] != 0;
    if (bad_[i] != 0 || late || !in_.valid(first + i)) income_[i] = -1;
  }
  return income_;
}

template <class Amount>
ColumnsIn<Amount> ArrowPieces<Amount>::piece(std::size_t first, std::size_t rows) {
  any_bad_ = false;
  if (!in_.as_it_lies()) bad_.assign(rows, 0);
  const Request& otherwise = in_.otherwise;
  ColumnsIn<Amount> columns;
  columns.otherwise = otherwise;
  columns.book = rules_.book();
  columns.groups = column(in_.groups, first, rows, groups_, {otherwise.groups.bits(), 0, UINT16_MAX});
  columns.place = places(first, rows);
  columns.term = column(in_.term, first, rows, term_, {term_code(otherwise.term), 0, UINT8_MAX});
  columns.months_supported =
      column(in_.months_supported, first, rows, months_supported_, {otherwise.months_supported, 0, UINT8_MAX});
  columns.first_month = months(first, rows);
  columns.local_months_used =
      column(in_.local_months_used, first, rows, local_months_used_,
             {otherwise.local_months_used.value_or(no_local_months_used), 0, no_local_months_used - 1});
  const std::int64_t rate = otherwise.fund_return_rate ? billionths(*otherwise.fund_return_rate) : no_fund_return_rate;
  columns.fund_return_rate = column(in_.fund_return_rate, first, rows, fund_return_rate_, {rate, 0, INT32_MAX});
  columns.other_support =
      column(in_.other_support, first, rows, other_support_,
             {otherwise.other_support.dong(), std::numeric_limits<Amount>::min(), std::numeric_limits<Amount>::max()});
  columns.th_support =
      column(in_.th_support, first, rows, th_support_,
             {otherwise.th_support ? static_cast<std::int64_t>(*otherwise.th_support) : no_th_support, 0, 1});
  columns.paid_on = days(first, rows);
  columns.income = incomes(first, rows);
  return columns;
}

template class ArrowPieces<std::int32_t>;
template class ArrowPieces<std::int64_t>;

}  // namespace ansinh::capi
