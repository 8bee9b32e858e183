// The one reader of every field: form first, then range in the words of `assess`.
#include "lists/fields.hpp"

#include "lists/cell.hpp"
#include "lists/numbers.hpp"

namespace ansinh {
namespace lists {
namespace {

[[gnu::cold, gnu::noinline]] bool refuse(Fault& fault, Field field, Hint hint, std::string_view given) {
  fault = fault_of(field, hint, given);
  return false;
}

[[gnu::cold, gnu::noinline]] bool refuse(Fault& fault, const Fault& why) {
  fault = why;
  return false;
}

// The fault of a value too large to be held: in the words and with the limits of `check` at the largest value there is.
template <class Value>
[[gnu::cold, gnu::noinline]] bool refuse_beyond(Fault& fault, Field field, std::string_view given,
                                                std::optional<Fault> (*check)(Value), Value largest) {
  const auto why = check(largest);
  if (!why) return refuse(fault, field, Hint::out_of_range, given);
  fault = *why;
  fault.given = Datum{given};
  return false;
}

[[gnu::noinline]] bool read_money(Field field, std::string_view text, std::optional<Fault> (*check)(Money), Money& into,
                                  Fault& fault) {
  const Number number = read_amount(text);
  if (number.form == Number::Form::malformed) return refuse(fault, field, Hint::malformed, text);
  if (number.form == Number::Form::beyond) return refuse_beyond(fault, field, text, check, Money{Money::limit});
  const Money amount{number.value};
  if (const auto why = check(amount)) return refuse(fault, *why);
  into = amount;
  return true;
}

template <class Into>
[[gnu::noinline]] bool read_count(Field field, std::string_view text, std::optional<Fault> (*check)(std::int64_t),
                                  Into& into, Fault& fault) {
  const Number number = read_digits(text);
  if (number.form == Number::Form::malformed) return refuse(fault, field, Hint::malformed, text);
  if (number.form == Number::Form::beyond) {
    return refuse_beyond(fault, field, text, check, static_cast<std::int64_t>(Number::most));
  }
  if (const auto why = check(number.value)) return refuse(fault, *why);
  into = static_cast<int>(number.value);
  return true;
}

[[gnu::noinline]] bool read_rate(std::string_view text, std::optional<Rate>& into, Fault& fault) {
  constexpr Field field = Field::fund_return_rate;
  const Decimal decimal = read_decimal(text, Rate::max_decimals);
  if (decimal.form == Decimal::Form::malformed) return refuse(fault, field, Hint::malformed, text);
  const auto rate =
      decimal.form == Decimal::Form::decimal ? Rate::from_decimal(decimal.digits, decimal.decimals) : std::nullopt;
  if (!rate) return refuse_beyond(fault, field, text, check_fund_return_rate, *Rate::from_decimal(1, 0));
  if (const auto why = check_fund_return_rate(*rate)) return refuse(fault, *why);
  into = *rate;
  return true;
}

[[gnu::noinline]] bool read_groups(const LawBook& book, std::string_view text, GroupSet& into, Fault& fault) {
  GroupSet groups;
  for (std::string_view rest = text;;) {
    const auto bar = rest.find('|');
    const auto item = rest.substr(0, bar);
    if (item.empty()) return refuse(fault, Field::groups, Hint::malformed, text);
    const auto group = book.group(item);
    if (!group) return refuse(fault, Field::groups, Hint::unknown_name, item);
    groups |= *group;
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 1);
  }
  into = groups;
  return true;
}

// A code of `Code`'s list. One that is only in the other list is told apart: seven codes mean different provinces in
// the two, so that taking the wrong list for the right one is the likely slip.
template <class Code, class OtherCode>
[[gnu::noinline]] bool read_province(Field field, Hint in_other_list, std::string_view text, std::optional<Code>& into,
                                     Fault& fault) {
  if (const auto code = Code::from_text(text)) {
    into = *code;
    return true;
  }
  const bool two_digits = text.size() == 2 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
  if (!two_digits) return refuse(fault, field, Hint::malformed, text);
  return refuse(fault, field, OtherCode::from_text(text) ? in_other_list : Hint::unknown_code, text);
}

[[gnu::noinline]] bool read_paid_on(std::string_view text, Day& into, Fault& fault) {
  const auto day = read_day(text);
  if (!day) return refuse(fault, Field::paid_on, Hint::malformed, text);
  into = *day;
  return true;
}

[[gnu::noinline]] bool read_first_month(std::string_view text, std::optional<Month>& into, Fault& fault) {
  const auto month = read_month(text);
  if (!month) return refuse(fault, Field::first_month, Hint::malformed, text);
  into = *month;
  return true;
}

[[gnu::noinline]] bool read_term(std::string_view text, Term& into, Fault& fault) {
  const auto term = Term::from_text(text);
  if (!term) return refuse(fault, Field::term, Hint::unknown_name, text);
  into = *term;
  return true;
}

[[gnu::noinline]] bool read_locality(std::string_view text, std::optional<LocalityCode>& into, Fault& fault) {
  const auto code = LocalityCode::from_text(text);
  if (!code) return refuse(fault, Field::locality, Hint::malformed, text);
  into = *code;
  return true;
}

[[gnu::noinline]] bool read_th_support(std::string_view text, std::optional<ThSupport>& into, Fault& fault) {
  for (const auto edition : {ThSupport::compounded, ThSupport::nominal}) {
    if (text == name(edition)) {
      into = edition;
      return true;
    }
  }
  return refuse(fault, Field::th_support, Hint::unknown_name, text);
}

}  // namespace

// Every reader is a call of its own, so that this one is a jump and its callers pay for no frame.
bool read_trimmed(const LawBook& book, Field field, std::string_view text, Request& request, Fault& fault) {
  switch (field) {
    case Field::paid_on: return read_paid_on(text, request.paid_on, fault);
    case Field::first_month: return read_first_month(text, request.first_month, fault);
    case Field::income: return read_money(field, text, check_income, request.income, fault);
    case Field::term: return read_term(text, request.term, fault);
    case Field::groups: return read_groups(book, text, request.groups, fault);
    case Field::province:
      return read_province<ProvinceCode, FormerProvinceCode>(field, Hint::code_of_former_list, text,
                                                             request.place.province, fault);
    case Field::former_province:
      return read_province<FormerProvinceCode, ProvinceCode>(field, Hint::code_of_present_list, text,
                                                             request.place.former_province, fault);
    case Field::locality: return read_locality(text, request.place.locality, fault);
    case Field::months_supported:
      return read_count(field, text, check_months_supported, request.months_supported, fault);
    case Field::local_months_used:
      return read_count(field, text, check_local_months_used, request.local_months_used, fault);
    case Field::fund_return_rate: return read_rate(text, request.fund_return_rate, fault);
    case Field::other_support: return read_money(field, text, check_other_support, request.other_support, fault);
    case Field::th_support: return read_th_support(text, request.th_support, fault);
    default: break;  // no field of a request
  }
  return refuse(fault, field, Hint::unknown_name, text);
}

Fault fault_of(Field field, Hint hint, std::string_view given) {
  Fault fault;
  fault.code = Errc::invalid_argument;
  fault.field = field;
  fault.hint = hint;
  fault.given = Datum{given};
  return fault;
}

Fault missing(Field field) { return fault_of(field, Hint::missing, {}); }

}  // namespace lists

std::optional<Fault> read_field(const LawBook& book, Field field, std::string_view text, Request& request) {
  text = lists::trimmed(text);
  Fault fault;
  if (text.empty() || lists::read_trimmed(book, field, text, request, fault)) return std::nullopt;
  return fault;
}

Result<Request> read_request(const LawBook& book, const RequestCells& cells) {
  Request request;
  Fault fault;
  for (int i = 0; i < request_field_count; ++i) {
    const auto field = static_cast<Field>(i);
    const std::string_view text = lists::trimmed(cells[field]);
    if (text.empty()) {
      if (lists::required(field)) return lists::missing(field);
    } else if (!lists::read_trimmed(book, field, text, request, fault)) {
      return fault;
    }
  }
  return request;
}

}  // namespace ansinh
