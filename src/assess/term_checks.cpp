#include "assess/term_checks.hpp"

#include "assess/refusals.hpp"

namespace ansinh {
namespace {

Fault term_not_allowed(const Request& request, const Regime& regime, Parameter parameter) {
  Fault fault;
  fault.code = Errc::term_not_allowed;
  fault.field = Field::term;
  fault.parameter = name(parameter);
  fault.given = Datum{request.term};
  fault.day = request.paid_on;
  fault.has_day = true;
  if (const LawRow* row = regime.row(parameter)) fault.rule = &row->citation;
  return fault;
}

}  // namespace

Parameter due_window_parameter(int months) {
  switch (months) {
    case 1: return Parameter::due_window_1;
    case 3: return Parameter::due_window_3;
    case 6: return Parameter::due_window_6;
    default: return Parameter::due_window_12;
  }
}

Day last_day_in_time(const Request& request, const Regime& regime) {
  const Month first = first_month(request);
  if (request.term.kind() == Term::Kind::years_ahead) return first.last_day();
  const LawRow* window = regime.row(due_window_parameter(request.term.n()));
  return (first + (std::get<int>(window->value) - 1)).last_day();
}

Fault term_fault(const Request& request, const Regime& regime) {
  const LawRow* terms = regime.row(Parameter::payment_terms);
  if (terms == nullptr) return value_not_published(request, Parameter::payment_terms);
  if (!std::get<TermSet>(terms->value).allows(request.term)) {
    return term_not_allowed(request, regime, Parameter::payment_terms);
  }
  if (request.term.kind() == Term::Kind::missing_months) {
    const LawRow* most = regime.row(Parameter::missing_months_max);
    if (most == nullptr) return value_not_published(request, Parameter::missing_months_max);
    Fault fault = term_not_allowed(request, regime, Parameter::missing_months_max);
    fault.limit = Datum::months(std::get<int>(most->value));
    return fault;
  }
  // An ordinary term needs its window, and a late make-up that it has closed.
  const Parameter window = due_window_parameter(request.term.n());
  if (regime.row(window) == nullptr) return value_not_published(request, window);
  Fault fault = term_not_allowed(request, regime, window);
  fault.hint = Hint::window_still_open;
  fault.limit = Datum{last_day_in_time(request, regime)};
  return fault;
}

}  // namespace ansinh
