// The fields of a refund beside those of its payment.
#include "lists/cell.hpp"
#include "lists/fields.hpp"
#include "lists/numbers.hpp"

namespace ansinh {
namespace {

std::optional<Fault> read_remaining(std::string_view text, int& into) {
  // No payment of which something is given back is longer.
  constexpr std::int64_t longest_period = Term::years_ahead(5)->covered_months();
  const lists::Number number = lists::read_digits(text);
  if (number.form == lists::Number::Form::malformed) return lists::fault_of(Field::remaining, Hint::malformed, text);
  if (number.form == lists::Number::Form::beyond || longest_period < number.value) {
    Fault fault = lists::fault_of(Field::remaining, Hint::out_of_range, text);
    fault.limit = Datum::months(1);
    fault.other_limit = Datum::months(longest_period);
    return fault;
  }
  into = static_cast<int>(number.value);
  return std::nullopt;
}

std::optional<Fault> read_reason(std::string_view text, RefundReason& into) {
  for (const RefundReason reason : all_refund_reasons) {
    if (text != name(reason)) continue;
    into = reason;
    return std::nullopt;
  }
  return lists::fault_of(Field::reason, Hint::unknown_name, text);
}

std::optional<Fault> read_support(std::string_view text, std::optional<Money>& into) {
  const lists::Number number = lists::read_amount(text);
  if (number.form == lists::Number::Form::malformed)
    return lists::fault_of(Field::support_refunded, Hint::malformed, text);
  const Money amount{number.form == lists::Number::Form::beyond ? Money::limit : number.value};
  if (auto fault = check_support_refunded(amount)) {
    if (number.form == lists::Number::Form::beyond) fault->given = Datum{text};
    return fault;
  }
  into = amount;
  return std::nullopt;
}

}  // namespace

Result<RefundRequest> read_refund(const LawBook& book, const RefundCells& cells) {
  const Result<Request> payment = read_request(book, cells.payment);
  if (!payment) return payment.fault();
  RefundRequest request;
  request.payment = *payment;
  const std::string_view remaining = lists::trimmed(cells.remaining);
  const std::string_view on = lists::trimmed(cells.on);
  const std::string_view reason = lists::trimmed(cells.reason);
  const std::string_view support = lists::trimmed(cells.support_refunded);
  if (remaining.empty()) return lists::missing(Field::remaining);
  if (auto fault = read_remaining(remaining, request.remaining)) return *fault;
  if (on.empty()) return lists::missing(Field::on);
  const auto day = read_day(on);
  if (!day) return lists::fault_of(Field::on, Hint::malformed, on);
  request.on = *day;
  if (reason.empty()) return lists::missing(Field::reason);
  if (auto fault = read_reason(reason, request.reason)) return *fault;
  if (support.empty()) return request;
  if (auto fault = read_support(support, request.support_refunded)) return *fault;
  return request;
}

}  // namespace ansinh
