#include "capi/benefit_request.hpp"

#include <cstring>

#include "capi/codes.hpp"
#include "capi/faults.hpp"
#include "capi/request.hpp"

namespace ansinh::capi {

const ansinh_span no_span{sizeof(ansinh_span),
                          ANSINH_NOT_GIVEN,
                          ANSINH_NOT_GIVEN,
                          ANSINH_VOLUNTARY_SCHEME,
                          ANSINH_PAID_MONTHLY,
                          ANSINH_NOT_GIVEN,
                          0,
                          0,
                          ANSINH_NO_AMOUNT,
                          ANSINH_NO_AMOUNT};
const ansinh_benefit_request no_benefit_request{sizeof(ansinh_benefit_request),
                                                0,
                                                ANSINH_NOT_GIVEN,
                                                ANSINH_NOT_GIVEN,
                                                ANSINH_NOT_GIVEN,
                                                ANSINH_NOT_GIVEN,
                                                ANSINH_NOT_GIVEN,
                                                ANSINH_NOT_GIVEN,
                                                ANSINH_NO_AMOUNT,
                                                ANSINH_NOT_GIVEN,
                                                0};
const ansinh_plan_request no_plan_request{sizeof(ansinh_plan_request),
                                          0,
                                          ANSINH_NOT_GIVEN,
                                          ANSINH_NOT_GIVEN,
                                          ANSINH_NOT_GIVEN,
                                          1,
                                          ANSINH_NO_AMOUNT,
                                          ANSINH_NO_AMOUNT,
                                          ANSINH_NO_AMOUNT,
                                          0,
                                          0,
                                          0,
                                          "",
                                          ANSINH_NOT_GIVEN,
                                          ANSINH_NOT_GIVEN,
                                          0,
                                          ANSINH_NO_AMOUNT,
                                          ANSINH_NO_AMOUNT};

namespace {

// A required month.
std::optional<Fault> read_month(Field field, std::int32_t given, Month& into) {
  if (given == ANSINH_NOT_GIVEN) return missing(field);
  const auto month = month_of(given);
  if (!month) return fault_of(field, Hint::out_of_range, Datum::count(given));
  into = *month;
  return std::nullopt;
}

// A required code out of 0 ... most.
template <class Code>
std::optional<Fault> read_code(Field field, std::int32_t given, Code most, Code& into) {
  if (given == ANSINH_NOT_GIVEN) return missing(field);
  if (given < 0 || given > static_cast<std::int32_t>(most)) {
    return fault_of(field, Hint::unknown_name, Datum::count(given));
  }
  into = static_cast<Code>(given);
  return std::nullopt;
}

std::optional<Fault> read_groups(std::uint32_t given, GroupSet& into) {
  if (given > UINT16_MAX) return fault_of(Field::groups, Hint::unknown_name, Datum::count(given));
  into = GroupSet::from_bits(static_cast<std::uint16_t>(given));
  return std::nullopt;
}

std::optional<Fault> read_amount(Field field, std::int64_t given, Money& into) {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  if (given == ANSINH_NO_AMOUNT) return missing(field);
  if (given < 0 || given > most) {
    Fault fault = fault_of(field, Hint::out_of_range, Datum::count(given));
    fault.limit = Datum{Money{}};
    fault.other_limit = Datum{Money{most}};
    return fault;
  }
  into = Money{given};
  return std::nullopt;
}

std::optional<Fault> read_person(std::int32_t sex, std::int32_t birth, Person& person) {
  if (auto fault = read_code(Field::sex, sex, Sex::male, person.sex)) return fault;
  return read_month(Field::birth, birth, person.birth);
}

std::optional<Fault> read(const ansinh_span& given, ContributionSpan& span) {
  if (auto fault = read_month(Field::from, given.from, span.from)) return fault;
  if (given.months == ANSINH_NOT_GIVEN) return missing(Field::months);
  span.months = given.months;
  if (auto fault = read_code(Field::scheme, given.scheme, Scheme::compulsory, span.scheme)) return fault;
  if (auto fault = read_code(Field::kind, given.kind, SpanKind::missing, span.kind)) return fault;
  if (given.paid_on != ANSINH_NOT_GIVEN) {
    span.paid_on = Day::from_number(given.paid_on);
    if (!span.paid_on) return fault_of(Field::paid_on, Hint::out_of_range, Datum::count(given.paid_on));
  }
  if (auto fault = read_groups(given.groups, span.groups)) return fault;
  if (auto fault = read_amount(Field::income, given.income, span.income)) return fault;
  if (given.central_support == ANSINH_NO_AMOUNT) return std::nullopt;
  Money support;
  if (auto fault = read_amount(Field::central_support, given.central_support, support)) return fault;
  span.central_support = support;
  return std::nullopt;
}

std::optional<Fault> read_drawn(const ansinh_benefit_request& given, std::optional<DrawnPension>& into) {
  if (given.pension == ANSINH_NO_AMOUNT) {
    if (given.months_drawn == ANSINH_NOT_GIVEN) return std::nullopt;
    return missing(Field::drawn_pension);
  }
  DrawnPension drawn;
  if (auto fault = read_amount(Field::drawn_pension, given.pension, drawn.pension)) return fault;
  if (given.months_drawn == ANSINH_NOT_GIVEN) return missing(Field::months_drawn);
  drawn.months_drawn = given.months_drawn;
  into = drawn;
  return std::nullopt;
}

bool needs_person(BenefitKind kind) { return kind != BenefitKind::death && kind != BenefitKind::maternity; }

std::optional<Fault> read(const ansinh_benefit_request& given, BenefitQuestion& question) {
  BenefitInput& input = question.input;
  if (auto fault = read_code(Field::kind, given.kind, BenefitKind::bridge, question.kind)) return fault;
  if (auto fault = read_month(Field::event, given.on, input.on)) return fault;
  if (needs_person(question.kind)) {
    if (auto fault = read_person(given.sex, given.birth, input.person)) return fault;
  }
  if (question.kind == BenefitKind::one_time) {
    if (auto fault = read_code(Field::one_time_case, given.one_time_case, OneTimeCase::stopped_before_2025,
                               input.one_time_case)) {
      return fault;
    }
  }
  if (given.children != ANSINH_NOT_GIVEN) input.children = given.children;
  if (auto fault = read_drawn(given, input.drawn)) return fault;
  question.options.estimate_indexation = (given.options & ANSINH_ESTIMATE_INDEXATION) != 0;
  return read_groups(given.groups, input.groups);
}

// What a plan shares with a payment, by the reader of payments.
Result<Request> shared_of(const ansinh_plan_request& given) {
  ansinh_request request = no_request;
  request.term = given.term;
  request.groups = given.groups;
  request.province = given.province;
  request.former_province = given.former_province;
  std::memcpy(request.locality, given.locality, sizeof request.locality);
  request.months_supported = given.months_supported;
  const Result<Request> read = request_of(request, Needs::nothing);
  if (read || read.fault().given.kind() != Datum::Kind::text) return read;
  Fault fault = read.fault();  // its text lies in the request above
  fault.given = Datum{std::string_view{given.locality, strnlen(given.locality, sizeof given.locality)}};
  return fault;
}

std::optional<Fault> read_question(const ansinh_plan_request& given, PlanInput& input) {
  const int count = (given.income != ANSINH_NO_AMOUNT ? 1 : 0) + (given.target_pension != ANSINH_NO_AMOUNT ? 1 : 0) +
                    (given.budget != ANSINH_NO_AMOUNT ? 1 : 0);
  if (count == 0) return missing(Field::income);
  if (count > 1) {
    const bool target = given.target_pension != ANSINH_NO_AMOUNT && given.income != ANSINH_NO_AMOUNT;
    return fault_of(target ? Field::target_pension : Field::budget, Hint::duplicate,
                    Datum{Money{target ? given.target_pension : given.budget}});
  }
  Money amount;
  if (given.income != ANSINH_NO_AMOUNT) return read_amount(Field::income, given.income, input.request.income);
  if (given.target_pension != ANSINH_NO_AMOUNT) {
    if (auto fault = read_amount(Field::target_pension, given.target_pension, amount)) return fault;
    input.target_pension = amount;
    return std::nullopt;
  }
  if (auto fault = read_amount(Field::budget, given.budget, amount)) return fault;
  input.budget = amount;
  return std::nullopt;
}

std::optional<Fault> read(const ansinh_plan_request& given, PlanInput& input) {
  PlanRequest& plan = input.request;
  if (auto fault = read_person(given.sex, given.birth, plan.person)) return fault;
  if (auto fault = read_month(Field::from, given.from, plan.from)) return fault;
  if (auto fault = read_question(given, input)) return fault;
  const Result<Request> shared = shared_of(given);
  if (!shared) return shared.fault();
  plan.term = shared->term;
  plan.groups = shared->groups;
  plan.place = shared->place;
  plan.months_supported = shared->months_supported;
  if (given.months_so_far != ANSINH_NOT_GIVEN) plan.months_so_far = given.months_so_far;
  if (given.average_so_far != ANSINH_NO_AMOUNT) {
    if (auto fault = read_amount(Field::average_so_far, given.average_so_far, plan.average_so_far)) return fault;
  }
  if (given.fixed_factor == ANSINH_NO_AMOUNT) return std::nullopt;
  const auto factor = PriceFactor::from_decimal(given.fixed_factor, given.factor_decimals);
  if (!factor) return fault_of(Field::fixed_factor, Hint::malformed, Datum::count(given.fixed_factor));
  plan.fixed_factor = *factor;
  return std::nullopt;
}

}  // namespace

Result<ContributionSpan> span_of(const ansinh_span& given, int number) {
  ContributionSpan span;
  if (auto fault = read(given, span)) {
    fault->span = number;
    return *fault;
  }
  return span;
}

Result<std::vector<ContributionSpan>> record_of(const ansinh_span* spans, std::size_t count) {
  std::vector<ContributionSpan> record;
  if (count == 0) return record;
  record.reserve(count);
  const auto* at = reinterpret_cast<const std::byte*>(spans);
  for (std::size_t i = 0; i < count; ++i, at += spans->size) {
    ansinh_span given = no_span;
    std::memcpy(&given, at, spans->size);
    const auto span = span_of(given, static_cast<int>(i) + 1);
    if (!span) return span.fault();
    record.push_back(*span);
  }
  return record;
}

void put_span(const ContributionSpan& span, ansinh_span& into) {
  into.from = month_number(span.from);
  into.months = span.months;
  into.scheme = static_cast<std::int32_t>(span.scheme);
  into.kind = static_cast<std::int32_t>(span.kind);
  into.paid_on = span.paid_on ? span.paid_on->number() : ANSINH_NOT_GIVEN;
  into.groups = span.groups.bits();
  into.income = span.income.dong();
  into.central_support = span.central_support ? span.central_support->dong() : ANSINH_NO_AMOUNT;
}

Result<BenefitQuestion> question_of(const ansinh_benefit_request& given) {
  BenefitQuestion question;
  if (const auto fault = read(given, question)) return *fault;
  return question;
}

Result<PlanInput> plan_of(const ansinh_plan_request& given) {
  PlanInput input;
  if (const auto fault = read(given, input)) return *fault;
  return input;
}

void put_benefit(BenefitKind kind, const BenefitInput& input, ansinh_benefit_request& into) {
  const ansinh_benefit_request before = into;
  into = no_benefit_request;
  into.size = before.size;
  into.options = before.options;
  into.kind = static_cast<std::int32_t>(kind);
  into.on = month_number(input.on);
  if (needs_person(kind)) {
    into.sex = static_cast<std::int32_t>(input.person.sex);
    into.birth = month_number(input.person.birth);
  }
  if (kind == BenefitKind::one_time) into.one_time_case = static_cast<std::int32_t>(input.one_time_case);
  into.children = input.children;
  if (input.drawn) {
    into.pension = input.drawn->pension.dong();
    into.months_drawn = input.drawn->months_drawn;
  }
  into.groups = input.groups.bits();
}

void put_plan(const PlanInput& input, ansinh_plan_request& into) {
  const ansinh_plan_request before = into;
  into = no_plan_request;
  into.size = before.size;
  into.options = before.options;
  const PlanRequest& plan = input.request;
  into.sex = static_cast<std::int32_t>(plan.person.sex);
  into.birth = month_number(plan.person.birth);
  into.from = month_number(plan.from);
  if (input.target_pension) {
    into.target_pension = input.target_pension->dong();
  } else if (input.budget) {
    into.budget = input.budget->dong();
  } else {
    into.income = plan.income.dong();
  }
  Request shared;
  shared.term = plan.term;
  shared.groups = plan.groups;
  shared.place = plan.place;
  shared.months_supported = plan.months_supported;
  ansinh_request written = no_request;
  put_request(shared, written);
  into.term = written.term;
  into.groups = written.groups;
  into.province = written.province;
  into.former_province = written.former_province;
  std::memcpy(into.locality, written.locality, sizeof into.locality);
  into.months_supported = written.months_supported;
  into.months_so_far = plan.months_so_far;
  into.average_so_far = plan.average_so_far.dong();
  into.fixed_factor = plan.fixed_factor.digits();
  for (std::int64_t one = plan.fixed_factor.one(); one > 1; one /= 10) ++into.factor_decimals;
}

}  // namespace ansinh::capi
