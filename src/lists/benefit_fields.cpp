#include "lists/benefit_fields.hpp"

#include "lists/cell.hpp"
#include "lists/fields.hpp"
#include "lists/numbers.hpp"

namespace ansinh {
namespace lists {

std::optional<Fault> read_month_cell(Field field, std::string_view text, Month& into) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  if (const auto month = read_month(text)) {
    into = *month;
  } else if (const auto day = read_day(text)) {
    into = day->month();
  } else {
    return fault_of(field, Hint::malformed, text);
  }
  return std::nullopt;
}

std::optional<Fault> read_birth(std::string_view text, Month& into) {
  text = trimmed(text);
  const Number year = read_digits(text);
  if (text.size() != 4 || year.form != Number::Form::whole) return read_month_cell(Field::birth, text, into);
  const auto january = Month::from(static_cast<int>(year.value), 1);
  if (!january) return fault_of(Field::birth, Hint::malformed, text);
  into = *january;
  return std::nullopt;
}

std::optional<Fault> read_sex(std::string_view text, Sex& into) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  if (text != name(Sex::female) && text != name(Sex::male)) return fault_of(Field::sex, Hint::unknown_name, text);
  into = text == name(Sex::female) ? Sex::female : Sex::male;
  return std::nullopt;
}

std::optional<Fault> read_count_cell(Field field, std::string_view text, int most, int& into) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  const Number number = read_digits(text);
  if (number.form == Number::Form::malformed) return fault_of(field, Hint::malformed, text);
  if (number.form == Number::Form::beyond || most < number.value) {
    Fault fault = fault_of(field, Hint::out_of_range, text);
    fault.limit = Datum::count(0);
    fault.other_limit = Datum::count(most);
    return fault;
  }
  into = static_cast<int>(number.value);
  return std::nullopt;
}

std::optional<Fault> read_amount_cell(Field field, std::string_view text, Money& into) {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  const Number number = read_amount(text);
  if (number.form == Number::Form::malformed) return fault_of(field, Hint::malformed, text);
  if (number.form == Number::Form::beyond || most < number.value) {
    Fault fault = fault_of(field, Hint::out_of_range, text);
    fault.limit = Datum{Money{}};
    fault.other_limit = Datum{Money{most}};
    return fault;
  }
  into = Money{number.value};
  return std::nullopt;
}

std::optional<Fault> read_into(const LawBook& book, Field field, std::string_view text, Request& request) {
  text = trimmed(text);
  Fault fault;
  if (text.empty() || read_trimmed(book, field, text, request, fault)) return std::nullopt;
  return fault;
}

namespace {

bool empty(std::string_view text) { return trimmed(text).empty(); }

std::optional<Fault> read_person(std::string_view sex, std::string_view birth, ansinh::Person& person) {
  if (empty(sex)) return missing(Field::sex);
  if (empty(birth)) return missing(Field::birth);
  if (auto fault = read_sex(sex, person.sex)) return fault;
  return read_birth(birth, person.birth);
}

std::optional<Fault> read_case(std::string_view text, OneTimeCase& into) {
  text = trimmed(text);
  if (text.empty()) return missing(Field::one_time_case);
  for (const OneTimeCase why : all_one_time_cases) {
    if (text != name(why)) continue;
    into = why;
    return std::nullopt;
  }
  return fault_of(Field::one_time_case, Hint::unknown_name, text);
}

std::optional<Fault> read_drawn(const BenefitCells& cells, std::optional<DrawnPension>& into) {
  if (empty(cells.pension)) {
    return empty(cells.months_drawn) ? std::nullopt : std::optional{missing(Field::drawn_pension)};
  }
  if (empty(cells.months_drawn)) return missing(Field::months_drawn);
  DrawnPension drawn;
  if (auto fault = read_amount_cell(Field::drawn_pension, cells.pension, drawn.pension)) return fault;
  if (auto fault = read_count_cell(Field::months_drawn, cells.months_drawn, 1200, drawn.months_drawn)) return fault;
  into = drawn;
  return std::nullopt;
}

// Which of income, target and budget the plan starts from: exactly one.
std::optional<Fault> one_question(const PlanCells& cells) {
  const std::array<std::pair<Field, std::string_view>, 3> questions{
      std::pair{Field::income, trimmed(cells.income)}, std::pair{Field::target_pension, trimmed(cells.target_pension)},
      std::pair{Field::budget, trimmed(cells.budget)}};
  int given = 0;
  for (const auto& [field, text] : questions) {
    if (text.empty()) continue;
    if (++given > 1) return fault_of(field, Hint::duplicate, text);
  }
  return given == 1 ? std::nullopt : std::optional{missing(Field::income)};
}

}  // namespace
}  // namespace lists

std::string_view name(BenefitKind kind) {
  switch (kind) {
    case BenefitKind::pension: return "pension";
    case BenefitKind::one_time: return "one-time";
    case BenefitKind::death: return "death";
    case BenefitKind::maternity: return "maternity";
    case BenefitKind::bridge: return "bridge";
  }
  return {};
}

std::optional<BenefitKind> benefit_kind_from_name(std::string_view text) {
  for (int kind = 0; kind <= static_cast<int>(BenefitKind::bridge); ++kind) {
    if (text == name(static_cast<BenefitKind>(kind))) return static_cast<BenefitKind>(kind);
  }
  return std::nullopt;
}

Result<BenefitInput> read_benefit(const LawBook& book, BenefitKind kind, const BenefitCells& cells) {
  using namespace lists;
  BenefitInput input;
  if (empty(cells.on)) return missing(Field::event);
  if (auto fault = read_month_cell(Field::event, cells.on, input.on)) return *fault;
  if (kind == BenefitKind::pension || kind == BenefitKind::one_time || kind == BenefitKind::bridge) {
    if (auto fault = read_person(cells.sex, cells.birth, input.person)) return *fault;
  }
  if (kind == BenefitKind::one_time) {
    if (auto fault = read_case(cells.one_time_case, input.one_time_case)) return *fault;
  }
  if (auto fault = read_count_cell(Field::children, cells.children, 10, input.children)) return *fault;
  if (auto fault = read_drawn(cells, input.drawn)) return *fault;
  Request request;
  if (auto fault = read_into(book, Field::groups, cells.groups, request)) return *fault;
  input.groups = request.groups;
  return input;
}

Result<PlanInput> read_plan(const LawBook& book, const PlanCells& cells) {
  using namespace lists;
  PlanInput input;
  PlanRequest& plan = input.request;
  if (auto fault = read_person(cells.sex, cells.birth, plan.person)) return *fault;
  if (empty(cells.from)) return missing(Field::from);
  if (auto fault = read_month_cell(Field::from, cells.from, plan.from)) return *fault;
  if (auto fault = one_question(cells)) return *fault;
  if (auto fault = read_amount_cell(Field::income, cells.income, plan.income)) return *fault;
  Money amount;
  if (auto fault = read_amount_cell(Field::target_pension, cells.target_pension, amount)) return *fault;
  if (!empty(cells.target_pension)) input.target_pension = amount;
  if (auto fault = read_amount_cell(Field::budget, cells.budget, amount)) return *fault;
  if (!empty(cells.budget)) input.budget = amount;

  Request request;
  const std::array<std::pair<Field, std::string_view>, 6> shared{
      std::pair{Field::term, cells.term},         std::pair{Field::groups, cells.groups},
      std::pair{Field::province, cells.province}, std::pair{Field::former_province, cells.former_province},
      std::pair{Field::locality, cells.locality}, std::pair{Field::months_supported, cells.months_supported}};
  for (const auto& [field, text] : shared) {
    if (auto fault = read_into(book, field, text, request)) return *fault;
  }
  plan.term = request.term;
  plan.groups = request.groups;
  plan.place = request.place;
  plan.months_supported = request.months_supported;

  if (auto fault = read_count_cell(Field::months_so_far, cells.months_so_far, 1200, plan.months_so_far)) return *fault;
  if (auto fault = read_amount_cell(Field::average_so_far, cells.average_so_far, plan.average_so_far)) return *fault;
  if (plan.months_so_far > 0 && empty(cells.average_so_far)) return missing(Field::average_so_far);
  if (const std::string_view factor = trimmed(cells.fixed_factor); !factor.empty()) {
    const auto read = PriceFactor::from_text(factor);
    if (!read) return fault_of(Field::fixed_factor, Hint::malformed, factor);
    plan.fixed_factor = *read;
  }
  return input;
}

Result<Plan> plan(const BenefitRules& rules, const PlanInput& input) {
  if (input.target_pension) return plan_for_pension(rules, input.request, *input.target_pension);
  if (input.budget) return plan_for_budget(rules, input.request, *input.budget);
  return plan(rules, input.request);
}

}  // namespace ansinh
