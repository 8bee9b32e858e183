// The one reader of every field: form first, then range in the words of `assess`.
#include "lists/fields.hpp"

#include "lists/cell.hpp"
#include "lists/numbers.hpp"

namespace ansinh {
namespace lists {
namespace {

Fault fault(Field field, Hint hint, std::string_view given) {
  Fault f;
  f.code = Errc::invalid_argument;
  f.field = field;
  f.hint = hint;
  f.given = Datum{given};
  return f;
}

// The fault of a value too large to be held: in the words and with the limits of `check` at the largest value there is.
template <class Value>
Fault beyond(Field field, std::string_view given, std::optional<Fault> (*check)(Value), Value largest) {
  auto f = check(largest);
  if (!f) return fault(field, Hint::out_of_range, given);
  f->given = Datum{given};
  return *f;
}

std::optional<Fault> read_money(Field field, std::string_view text, std::optional<Fault> (*check)(Money), Money& into) {
  const Number number = read_amount(text);
  if (number.form == Number::Form::malformed) return fault(field, Hint::malformed, text);
  if (number.form == Number::Form::beyond) return beyond(field, text, check, Money{Money::limit});
  const Money amount{number.value};
  if (auto f = check(amount)) return f;
  into = amount;
  return std::nullopt;
}

template <class Into>
std::optional<Fault> read_count(Field field, std::string_view text, std::optional<Fault> (*check)(std::int64_t),
                                Into& into) {
  const Number number = read_digits(text);
  if (number.form == Number::Form::malformed) return fault(field, Hint::malformed, text);
  if (number.form == Number::Form::beyond) {
    return beyond(field, text, check, static_cast<std::int64_t>(Number::most));
  }
  if (auto f = check(number.value)) return f;
  into = static_cast<int>(number.value);
  return std::nullopt;
}

std::optional<Fault> read_rate(std::string_view text, std::optional<Rate>& into) {
  const Decimal decimal = read_decimal(text, Rate::max_decimals);
  if (decimal.form == Decimal::Form::malformed) return fault(Field::fund_return_rate, Hint::malformed, text);
  const auto rate =
      decimal.form == Decimal::Form::decimal ? Rate::from_decimal(decimal.digits, decimal.decimals) : std::nullopt;
  if (!rate) return beyond(Field::fund_return_rate, text, check_fund_return_rate, *Rate::from_decimal(1, 0));
  if (auto f = check_fund_return_rate(*rate)) return f;
  into = *rate;
  return std::nullopt;
}

std::optional<Fault> read_groups(const LawBook& book, std::string_view text, GroupSet& into) {
  GroupSet groups;
  for (std::string_view rest = text;;) {
    const auto bar = rest.find('|');
    const auto item = rest.substr(0, bar);
    if (item.empty()) return fault(Field::groups, Hint::malformed, text);
    const auto group = book.group(item);
    if (!group) return fault(Field::groups, Hint::unknown_name, item);
    groups |= *group;
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 1);
  }
  into = groups;
  return std::nullopt;
}

// A code of `Code`'s list. One that is only in the other list is told apart: seven codes mean different provinces in
// the two, so that taking the wrong list for the right one is the likely slip.
template <class Code, class OtherCode>
std::optional<Fault> read_province(Field field, Hint in_other_list, std::string_view text, std::optional<Code>& into) {
  if (const auto code = Code::from_text(text)) {
    into = *code;
    return std::nullopt;
  }
  const bool two_digits = text.size() == 2 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
  if (!two_digits) return fault(field, Hint::malformed, text);
  return fault(field, OtherCode::from_text(text) ? in_other_list : Hint::unknown_code, text);
}

}  // namespace

std::optional<Fault> read_trimmed(const LawBook& book, Field field, std::string_view text, Request& request) {
  switch (field) {
    case Field::paid_on:
      if (const auto day = read_day(text)) {
        request.paid_on = *day;
        return std::nullopt;
      }
      return fault(field, Hint::malformed, text);
    case Field::first_month:
      if (const auto month = read_month(text)) {
        request.first_month = *month;
        return std::nullopt;
      }
      return fault(field, Hint::malformed, text);
    case Field::income: return read_money(field, text, check_income, request.income);
    case Field::term:
      if (const auto term = Term::from_text(text)) {
        request.term = *term;
        return std::nullopt;
      }
      return fault(field, Hint::unknown_name, text);
    case Field::groups: return read_groups(book, text, request.groups);
    case Field::province:
      return read_province<ProvinceCode, FormerProvinceCode>(field, Hint::code_of_former_list, text,
                                                             request.place.province);
    case Field::former_province:
      return read_province<FormerProvinceCode, ProvinceCode>(field, Hint::code_of_present_list, text,
                                                             request.place.former_province);
    case Field::locality:
      if (const auto code = LocalityCode::from_text(text)) {
        request.place.locality = *code;
        return std::nullopt;
      }
      return fault(field, Hint::malformed, text);
    case Field::months_supported: return read_count(field, text, check_months_supported, request.months_supported);
    case Field::local_months_used: return read_count(field, text, check_local_months_used, request.local_months_used);
    case Field::fund_return_rate: return read_rate(text, request.fund_return_rate);
    case Field::other_support: return read_money(field, text, check_other_support, request.other_support);
    case Field::th_support:
      for (const auto edition : {ThSupport::compounded, ThSupport::nominal}) {
        if (text == name(edition)) {
          request.th_support = edition;
          return std::nullopt;
        }
      }
      return fault(field, Hint::unknown_name, text);
    case Field::row:
    case Field::book: break;
  }
  return fault(field, Hint::unknown_name, text);
}

std::optional<Fault> read_all(const LawBook& book, const RequestCells& trimmed_cells, Request& request) {
  for (int i = 0; i < request_field_count; ++i) {
    const auto field = static_cast<Field>(i);
    const std::string_view text = trimmed_cells[field];
    if (text.empty()) {
      if (field == Field::paid_on || field == Field::income) return fault(field, Hint::missing, text);
      continue;
    }
    if (auto f = read_trimmed(book, field, text, request)) return f;
  }
  return std::nullopt;
}

}  // namespace lists

std::optional<Fault> read_field(const LawBook& book, Field field, std::string_view text, Request& request) {
  text = lists::trimmed(text);
  if (text.empty()) return std::nullopt;
  return lists::read_trimmed(book, field, text, request);
}

Result<Request> read_request(const LawBook& book, const RequestCells& cells) {
  RequestCells trimmed_cells;
  for (std::size_t i = 0; i < cells.text.size(); ++i) trimmed_cells.text[i] = lists::trimmed(cells.text[i]);
  Request request;
  if (const auto fault = lists::read_all(book, trimmed_cells, request)) return *fault;
  return request;
}

}  // namespace ansinh
