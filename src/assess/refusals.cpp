#include "assess/refusals.hpp"

#include "ansinh/refund.hpp"
#include "assess/term_checks.hpp"

namespace ansinh {
namespace {

constexpr Money largest_amount{1'000'000'000'000'000};
constexpr int most_months_supported = 120;
constexpr int most_local_months = 600;
constexpr Rate largest_fund_return = "0.05"_rate;
constexpr Month earliest_first_month{2008, 1};
constexpr int months_ahead = 12;

Fault out_of_range(Field field, Datum given, Datum least, Datum most) {
  Fault fault;
  fault.code = Errc::invalid_argument;
  fault.field = field;
  fault.hint = Hint::out_of_range;
  fault.given = given;
  fault.limit = least;
  fault.other_limit = most;
  return fault;
}

std::optional<Fault> check_amount(Field field, Money amount) {
  if (Money{} <= amount && amount <= largest_amount) return std::nullopt;
  return out_of_range(field, Datum{amount}, Datum{Money{}}, Datum{largest_amount});
}

std::optional<Fault> check_months(Field field, std::int64_t months, int most) {
  if (0 <= months && months <= most) return std::nullopt;
  return out_of_range(field, Datum::months(months), Datum::months(0), Datum::months(most));
}

std::optional<Fault> check_first_month(const Request& request) {
  if (!request.first_month) return std::nullopt;
  const Month latest = request.paid_on.month() + months_ahead;
  if (earliest_first_month <= *request.first_month && *request.first_month <= latest) return std::nullopt;
  Fault fault =
      out_of_range(Field::first_month, Datum{*request.first_month}, Datum{earliest_first_month}, Datum{latest});
  fault.hint = Hint::month_out_of_range;
  fault.day = request.paid_on;
  fault.has_day = true;
  return fault;
}

Fault on_day(Errc code, Field field, const Request& request) {
  Fault fault;
  fault.code = code;
  fault.field = field;
  fault.day = request.paid_on;
  fault.has_day = true;
  return fault;
}

const Citation* citation(const Regime& regime, Parameter parameter) {
  const LawRow* row = regime.row(parameter);
  return row == nullptr ? nullptr : &row->citation;
}

Parameter floor_parameter(const Regime& regime) {
  return std::get<FloorBasis>(regime.row(Parameter::income_floor_basis)->value) == FloorBasis::base_salary
             ? Parameter::base_salary
             : Parameter::rural_poverty_line;
}

}  // namespace

std::optional<Fault> check_former(const Place& place) {
  if (!place.former_province || !place.province || place.former_province->present() == *place.province) {
    return std::nullopt;
  }
  Fault fault;
  fault.code = Errc::invalid_argument;
  fault.field = Field::former_province;
  fault.hint = Hint::former_not_in_province;
  fault.given = Datum{*place.former_province};
  fault.limit = Datum{place.former_province->present()};
  fault.other_limit = Datum{*place.province};
  return fault;
}

std::optional<Fault> check_income(Money income) { return check_amount(Field::income, income); }
std::optional<Fault> check_months_supported(std::int64_t months) {
  return check_months(Field::months_supported, months, most_months_supported);
}
std::optional<Fault> check_local_months_used(std::int64_t months) {
  return check_months(Field::local_months_used, months, most_local_months);
}
std::optional<Fault> check_fund_return_rate(Rate rate) {
  if (rate <= largest_fund_return) return std::nullopt;
  return out_of_range(Field::fund_return_rate, Datum{rate}, Datum{Rate{}}, Datum{largest_fund_return});
}
std::optional<Fault> check_support_refunded(Money amount) { return check_amount(Field::support_refunded, amount); }
std::optional<Fault> check_other_support(Money amount) { return check_amount(Field::other_support, amount); }

std::optional<Fault> form_fault(const Rules::Data& data, const Request& request) {
  if (auto fault = check_income(request.income)) return fault;
  if (!data.known_groups.contains(request.groups)) {
    Fault fault;
    fault.field = Field::groups;
    fault.hint = Hint::unknown_name;
    fault.given = Datum{request.groups};
    return fault;
  }
  if (auto fault = check_months_supported(request.months_supported)) return fault;
  if (request.local_months_used) {
    if (auto fault = check_local_months_used(*request.local_months_used)) return fault;
  }
  if (request.fund_return_rate) {
    if (auto fault = check_fund_return_rate(*request.fund_return_rate)) return fault;
  }
  if (auto fault = check_other_support(request.other_support)) return fault;
  if (auto fault = check_first_month(request)) return fault;
  return check_former(request.place);
}

Fault day_outside_law(const Request& request) {
  Fault fault = on_day(Errc::day_outside_law, Field::paid_on, request);
  fault.given = Datum{request.paid_on};
  fault.limit = Datum{first_law_day};
  fault.other_limit = Datum{last_law_day};
  return fault;
}

Fault value_not_published(const Request& request, Parameter parameter) {
  Fault fault = on_day(Errc::value_not_published,
                       parameter == Parameter::fund_return_rate ? Field::fund_return_rate : Field::paid_on, request);
  fault.parameter = name(parameter);
  return fault;
}

Fault income_below_floor(const Request& request, const Regime& regime) {
  Fault fault = on_day(Errc::income_below_floor, Field::income, request);
  const Parameter floor = floor_parameter(regime);
  fault.parameter = name(floor);
  fault.given = Datum{request.income};
  fault.limit = Datum{regime.floor};
  fault.rule = citation(regime, Parameter::income_floor_basis);
  fault.value = citation(regime, floor);
  return fault;
}

Fault income_above_ceiling(const Request& request, const Regime& regime) {
  Fault fault = on_day(Errc::income_above_ceiling, Field::income, request);
  fault.parameter = name(Parameter::base_salary);
  fault.given = Datum{request.income};
  fault.limit = Datum{regime.ceiling};
  fault.rule = citation(regime, Parameter::income_ceiling_multiple);
  fault.value = citation(regime, Parameter::base_salary);
  return fault;
}

Fault income_off_step(const Request& request, const Regime& regime) {
  Fault fault = on_day(Errc::income_off_step, Field::income, request);
  fault.hint = Hint::not_on_step;
  fault.parameter = name(Parameter::income_step);
  fault.given = Datum{request.income};
  fault.limit = Datum{regime.step};
  fault.rule = citation(regime, Parameter::income_step_rule);
  fault.value = citation(regime, Parameter::income_step);
  return fault;
}

Fault payment_late(const Request& request, const Regime& regime) {
  Fault fault = on_day(Errc::payment_late, Field::paid_on, request);
  const Parameter parameter =
      request.term.kind() == Term::Kind::months ? due_window_parameter(request.term.n()) : Parameter::payment_terms;
  fault.hint = Hint::window_closed;
  fault.parameter = name(parameter);
  fault.given = Datum{request.paid_on};
  fault.limit = Datum{last_day_in_time(request, regime)};
  fault.rule = citation(regime, parameter);
  return fault;
}

Fault contribution_beyond_limit(const Request& request) {
  Fault fault = on_day(Errc::invalid_argument, Field::income, request);
  fault.hint = Hint::out_of_range;
  fault.given = Datum{request.income};
  fault.limit = Datum{Money{}};
  fault.other_limit = Datum{Money{Money::limit}};
  return fault;
}

std::optional<Fault> not_settled_fault(Day paid_on, Flags flags) {
  const bool unsettled = flags.has(Flag::unsettled);
  if (!unsettled && !flags.has(Flag::local_unknown)) return std::nullopt;
  Fault fault;
  fault.code = Errc::not_settled;
  fault.field = Field::row;
  fault.hint = unsettled ? Hint::unsettled : Hint::local_unknown;
  fault.day = paid_on;
  fault.has_day = true;
  return fault;
}

Parameter missing_bound(const Regime& regime) {
  const LawRow* basis = regime.row(Parameter::income_floor_basis);
  if (basis == nullptr) return Parameter::income_floor_basis;
  if (regime.row(floor_parameter(regime)) == nullptr) return floor_parameter(regime);
  for (const Parameter p : {Parameter::base_salary, Parameter::income_ceiling_multiple, Parameter::income_step}) {
    if (regime.row(p) == nullptr) return p;
  }
  return Parameter::income_step_rule;
}

}  // namespace ansinh
