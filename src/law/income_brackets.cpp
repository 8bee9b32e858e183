#include "ansinh/law.hpp"

namespace ansinh {
namespace {

Fault missing_value(Parameter parameter, Day day) {
  Fault fault;
  fault.code = Errc::value_not_published;
  fault.field = Field::paid_on;
  fault.parameter = name(parameter);
  fault.day = day;
  fault.has_day = true;
  return fault;
}

}  // namespace

Result<IncomeBrackets> income_brackets(const LawBook& book, Day paid_on) {
  if (paid_on < first_law_day || last_law_day < paid_on) {
    Fault fault;
    fault.code = Errc::day_outside_law;
    fault.given = Datum{paid_on};
    fault.limit = Datum{first_law_day};
    fault.other_limit = Datum{last_law_day};
    fault.day = paid_on;
    fault.has_day = true;
    return fault;
  }
  IncomeBrackets brackets;
  brackets.basis_row = book.on(Parameter::income_floor_basis, paid_on);
  if (brackets.basis_row == nullptr) return missing_value(Parameter::income_floor_basis, paid_on);
  const Parameter floor = std::get<FloorBasis>(brackets.basis_row->value) == FloorBasis::base_salary
                              ? Parameter::base_salary
                              : Parameter::rural_poverty_line;
  brackets.floor_row = book.on(floor, paid_on);
  if (brackets.floor_row == nullptr) return missing_value(floor, paid_on);
  brackets.ceiling_row = book.on(Parameter::base_salary, paid_on);
  if (brackets.ceiling_row == nullptr) return missing_value(Parameter::base_salary, paid_on);
  brackets.multiple_row = book.on(Parameter::income_ceiling_multiple, paid_on);
  if (brackets.multiple_row == nullptr) return missing_value(Parameter::income_ceiling_multiple, paid_on);
  brackets.step_row = book.on(Parameter::income_step, paid_on);
  if (brackets.step_row == nullptr) return missing_value(Parameter::income_step, paid_on);
  const LawRow* rule = book.on(Parameter::income_step_rule, paid_on);
  if (rule == nullptr) return missing_value(Parameter::income_step_rule, paid_on);

  brackets.floor = std::get<Money>(brackets.floor_row->value);
  brackets.ceiling = std::get<Money>(brackets.ceiling_row->value) * std::get<int>(brackets.multiple_row->value);
  brackets.step = std::get<Money>(brackets.step_row->value);
  brackets.step_required = std::get<StepRule>(rule->value) == StepRule::required;
  if (brackets.floor <= brackets.ceiling) {
    // A book may set a step of one dong; more levels than an int counts would not be printed by anyone.
    const std::int64_t levels = (brackets.ceiling - brackets.floor).dong() / brackets.step.dong() + 1;
    brackets.count = levels > 1'000'000'000 ? 1'000'000'000 : static_cast<int>(levels);
  }
  return brackets;
}

std::optional<int> IncomeBrackets::number_of(Money income) const {
  if (income < floor || ceiling < income) return std::nullopt;
  const std::int64_t above = (income - floor).dong();
  if (above % step.dong() != 0 || above / step.dong() >= count) return std::nullopt;
  return static_cast<int>(above / step.dong());
}

}  // namespace ansinh
