#include "lists/row_fields.hpp"

#include "core/iso_day.hpp"
#include "lists/cell.hpp"
#include "lists/csv_row.hpp"
#include "lists/fields.hpp"
#include "lists/numbers.hpp"

namespace ansinh::lists {
namespace {

// A code of two digits from its list.
template <class Codes, class Code>
bool read_code(const Codes& codes, std::string_view text, std::optional<Code>& into) {
  into = codes[two_digits(text)];  // 0 is nobody's
  return into.has_value();
}

}  // namespace

RowFields::RowFields(const LawBook& book) : groups_{book} {
  while (!check_months_supported(most_months_supported_ + 1)) ++most_months_supported_;
  for (const ProvinceCode code : provinces()) provinces_[static_cast<std::size_t>(code.number())] = code;
  for (const FormerProvinceCode code : former_provinces()) {
    former_provinces_[static_cast<std::size_t>(code.number())] = code;
  }
}

void RowFields::give(Field field, std::optional<std::size_t> column, std::string_view otherwise) {
  Given& given = given_[static_cast<std::size_t>(field)];
  given.has_column = column.has_value();
  given.column = column.value_or(0);
  given.otherwise = otherwise;
  given.otherwise.append(CsvRow::room, '\0');
  given.otherwise_size = otherwise.size();
}

// Field by field in their order, each in a place of its own rather than by a jump that every field shares: which comes
// next is then known before its text is. The forms that nearly every row has are read here; every other text is for
// read_trimmed, which knows all of them and says what is wrong.
template <bool roomy>
bool RowFields::read_each(const LawBook& book, std::span<const std::string_view> cells, Request& request,
                          Fault& fault) const {
  const auto read = [&](Field field, auto usual) __attribute__((always_inline)) {
    const Given& given = given_[static_cast<std::size_t>(field)];
    std::string_view text = given.has_column ? trimmed(cells[given.column]) : std::string_view{};
    if (text.empty()) text = {given.otherwise.data(), given.otherwise_size};
    if (text.empty()) {
      if (!required(field)) return true;
      fault = missing(field);
      return false;
    }
    if (roomy && usual(text)) return true;
    return read_trimmed(book, field, text, request, fault);
  };
  const auto none = [](std::string_view) { return false; };
  std::int64_t number = 0;

  return read(Field::paid_on,
              [&](std::string_view text) {
                const auto day = read_iso_day(text);
                if (day) request.paid_on = *day;
                return day.has_value();
              }) &&
         read(Field::first_month, none) &&
         read(Field::income,
              [&](std::string_view text) {
                // Every number of as many digits is in range.
                if (!read_roomy_digits(text, number)) return false;
                request.income = Money{number};
                return true;
              }) &&
         // A fresh request has this term.
         read(Field::term, [](std::string_view text) { return text.size() == 1 && text.front() == '1'; }) &&
         read(Field::groups, [&](std::string_view text) { return groups_.read_roomy(text, request.groups); }) &&
         read(Field::province,
              [&](std::string_view text) { return read_code(provinces_, text, request.place.province); }) &&
         read(Field::former_province,
              [&](std::string_view text) {
                return read_code(former_provinces_, text, request.place.former_province);
              }) &&
         read(Field::locality,
              [&](std::string_view text) {
                const auto code = LocalityCode::from_text(text);
                if (code) request.place.locality = code;
                return code.has_value();
              }) &&
         read(Field::months_supported,
              [&](std::string_view text) {
                if (!read_roomy_digits(text, number) || number > most_months_supported_) return false;
                request.months_supported = static_cast<int>(number);
                return true;
              }) &&
         read(Field::local_months_used, none) && read(Field::fund_return_rate, none) &&
         read(Field::other_support, none) && read(Field::th_support, none);
}

template bool RowFields::read_each<true>(const LawBook&, std::span<const std::string_view>, Request&, Fault&) const;
template bool RowFields::read_each<false>(const LawBook&, std::span<const std::string_view>, Request&, Fault&) const;

}  // namespace ansinh::lists
