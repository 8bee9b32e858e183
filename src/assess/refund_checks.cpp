#include "assess/refund_checks.hpp"

#include "assess/formulas.hpp"
#include "assess/refusals.hpp"
#include "assess/term_checks.hpp"

namespace ansinh {
namespace {

Fault on_event(Errc code, Field field, const RefundRequest& request) {
  Fault fault;
  fault.code = code;
  fault.field = field;
  fault.day = request.on;
  fault.has_day = true;
  if (const Formula* formula = refund_formula(request.on)) fault.rule = &formula->citation;
  return fault;
}

std::optional<Fault> check_term(const RefundRequest& request) {
  const Term::Kind kind = request.payment.term.kind();
  if (kind == Term::Kind::months || kind == Term::Kind::years_ahead) return std::nullopt;
  Fault fault = on_event(Errc::term_not_allowed, Field::term, request);
  fault.hint = Hint::no_refund;
  fault.given = Datum{request.payment.term};
  return fault;
}

std::optional<Fault> check_day(const RefundRequest& request) {
  if (first_law_day <= request.on && request.on <= last_law_day) return std::nullopt;
  Fault fault = on_event(Errc::day_outside_law, Field::on, request);
  fault.given = Datum{request.on};
  fault.limit = Datum{first_law_day};
  fault.other_limit = Datum{last_law_day};
  return fault;
}

std::optional<Fault> check_reason(const Rules::Data& data, const RefundRequest& request) {
  const LawRow* row = data.regime_on(request.on).row(Parameter::refund_reasons);
  if (row == nullptr) {
    Fault fault = on_event(Errc::value_not_published, Field::on, request);
    fault.parameter = name(Parameter::refund_reasons);
    return fault;
  }
  if (std::get<RefundReasons>(row->value).has(request.reason)) return std::nullopt;
  Fault fault = on_event(Errc::invalid_argument, Field::reason, request);
  fault.hint = Hint::unknown_reason;
  fault.given = Datum{name(request.reason)};
  fault.rule = &row->citation;
  return fault;
}

std::optional<Fault> check_months(const RefundRequest& request) {
  const Month first = first_month(request.payment);
  const int months = request.payment.term.covered_months();
  const int most = request.on < first.first_day() ? months : months - 1;
  if (request.remaining < 1 || most < request.remaining) {
    Fault fault = on_event(Errc::invalid_argument, Field::remaining, request);
    fault.hint = Hint::out_of_range;
    fault.given = Datum::months(request.remaining);
    fault.limit = Datum::months(1);
    fault.other_limit = Datum::months(most);
    return fault;
  }
  const Day last = (first + (months - 1)).last_day();
  if (request.on <= last) return std::nullopt;
  Fault fault = on_event(Errc::invalid_argument, Field::on, request);
  fault.hint = Hint::nothing_left;
  fault.given = Datum{request.on};
  fault.limit = Datum{last};
  return fault;
}

}  // namespace

std::optional<Fault> refund_fault(const Rules::Data& data, const RefundRequest& request) {
  if (auto fault = check_term(request)) return fault;
  if (request.support_refunded) {
    if (auto fault = check_support_refunded(*request.support_refunded)) return fault;
  }
  if (auto fault = check_day(request)) return fault;
  if (auto fault = check_reason(data, request)) return fault;
  return check_months(request);
}

}  // namespace ansinh
