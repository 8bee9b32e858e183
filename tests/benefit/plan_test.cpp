// Plans: payments one by one, what runs out and what rises within, and inverse questions that are tight.
#include "ansinh/plan.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "ansinh/benefit_report.hpp"
#include "benefit/slow_benefits.hpp"
#include "reference/csv.hpp"
#include "reference/reference.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;
using reference::nearest;
using reference::Number;

const BenefitRules& rules() { return built_in_benefit_rules(); }

PlanRequest woman_of_1980(Money income) {
  PlanRequest q;
  q.person = {Sex::female, Month{1980, 3}};
  q.from = Month{2026, 12};
  q.income = income;
  return q;
}

Plan found(const PlanRequest& request) {
  const auto result = plan(rules(), request);
  EXPECT_TRUE(result.ok()) << name(result.code());
  return result.ok() ? *result : Plan{};
}

// The plan again, by the reference: every payment by its own assessment, the pension by fractions.
void expect_slow(const PlanRequest& request, const Plan& answer) {
  static const slow::Benefits benefits;
  const bool woman = request.person.sex == Sex::female;
  const Month age = benefits.age_reached(woman, request.person.birth);
  Number earned = Number{request.average_so_far.dong()} * request.months_so_far;
  Number participant = 0, central = 0, local = 0;
  int months = 0, supported = request.months_supported;
  while (request.from + months <= age || request.months_so_far + months < 180) {
    int left = std::max(age - request.from + 1, 180 - request.months_so_far) - months;
    int period = request.term.n();
    while (period > left) period = period == 12 ? 6 : period == 6 ? 3 : 1;
    Request q;
    q.paid_on = std::min((request.from + months).first_day(), last_law_day);
    const auto floor = reference::number(*benefits.law().on("rural_poverty_line", q.paid_on));
    q.income = Number{request.income.dong()} < floor ? Money{nearest(floor).dong} : request.income;
    q.term = *Term::months(period);
    q.groups = request.groups;
    q.place = request.place;
    q.months_supported = supported;
    q.local_months_used = months;
    const reference::Outcome paid = reference::assess(benefits.law(), q);
    ASSERT_EQ(paid.status, Errc::ok);
    participant += paid.participant_share;
    central += paid.central_support;
    local += paid.local_top_up;
    supported = std::min(120, supported + paid.supported_months);
    earned += Number{q.income.dong()} * period;
    months += period;
  }
  const Number average = earned / (request.months_so_far + months);
  const Number years = slow::Benefits::years(request.months_so_far + months);
  EXPECT_EQ(answer.months, months);
  EXPECT_EQ(answer.participant_total.dong(), participant);
  EXPECT_EQ(answer.central_total.dong(), central);
  EXPECT_EQ(answer.local_total.dong(), local);
  EXPECT_EQ(answer.average_income.dong(), nearest(average).dong);
  EXPECT_EQ(answer.pension.dong(), nearest(average * slow::Benefits::rate(woman, years)).dong);
  EXPECT_EQ(answer.lump_sum_above_cap.dong(),
            nearest(average * slow::Benefits::years_above_cap(woman, years) / 2).dong);
  EXPECT_GE(answer.pension.dong() * answer.break_even_months, participant);
  EXPECT_LT(answer.pension.dong() * (answer.break_even_months - 1), participant);
}

TEST(Plan, EqualsItsPaymentsOneByOne) {
  std::mt19937_64 random{20261126};
  const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  for (int i = 0; i < 120; ++i) {
    PlanRequest q;
    q.person = {up_to(1) == 0 ? Sex::female : Sex::male, Month{1968, 1} + up_to(400)};
    q.from = Month{2026, 7} + up_to(30);
    q.income = Money{2'200'000 + 50'000 * std::int64_t{up_to(900)}};
    if (q.from < Month{2027, 1} && up_to(1) == 0) q.income = Money{1'500'000 + 50'000 * std::int64_t{up_to(12)}};
    q.term = *Term::months(std::array{1, 3, 6, 12}[static_cast<std::size_t>(up_to(3))]);
    q.groups = GroupSet::from_bits(static_cast<std::uint16_t>(up_to(15)));
    if (up_to(1) == 0) q.place.province = ProvinceCode::from_text("01");
    q.months_supported = up_to(120);
    if (up_to(1) == 0) {
      q.months_so_far = up_to(120);
      q.average_so_far = q.months_so_far > 0 ? Money{1'000'000 + up_to(5'000'000)} : Money{};
    }
    SCOPED_TRACE(i);
    const auto answer = plan(rules(), q);
    if (!answer.ok()) {
      EXPECT_EQ(answer.fault().field, Field::birth) << name(answer.code());  // too young
      continue;
    }
    expect_slow(q, *answer);
  }
}

TEST(Plan, TheLineOf2027AndTheEndOfTheSupportLieInIt) {
  const Plan answer = found([] {
    PlanRequest q = woman_of_1980(1'500'000_dong);
    q.groups = Group::near_poor;
    return q;
  }());
  EXPECT_TRUE(answer.flags.has(BenefitFlag::illustration));
  EXPECT_TRUE(answer.flags.has(BenefitFlag::income_raised));
  EXPECT_TRUE(answer.flags.has(BenefitFlag::support_exhausted));
  EXPECT_EQ(answer.supported_months, 120);
  EXPECT_EQ(answer.central_total, Money{132'000 + 119 * 193'600});
  EXPECT_EQ(answer.months, 180);  // on after the age, until the months suffice
  EXPECT_EQ(answer.months_at_age, 160);
  EXPECT_EQ(answer.eligible_from, (Month{2041, 12}));
}

TEST(Plan, AnIncomeThatIsNotLegalNowIsRefusedNotRaised) {
  const auto below = plan(rules(), woman_of_1980(1'450'000_dong));
  ASSERT_FALSE(below.ok());
  EXPECT_EQ(below.fault().code, Errc::income_below_floor);
  const auto above = plan(rules(), woman_of_1980(50'650'000_dong));
  ASSERT_FALSE(above.ok());
  EXPECT_EQ(above.fault().code, Errc::income_above_ceiling);
}

// The answer satisfies, the level below does not: for every target on the way from the lowest pension to the highest.
TEST(Plan, TheIncomeForATargetIsTight) {
  const auto levels = income_brackets(LawBook::built_in(), Day{2026, 12, 1});
  for (const Term term : {Term{}, 12_months}) {
    PlanRequest q = woman_of_1980({});
    q.term = term;
    for (std::int64_t target = 1; target < 22'000'000; target += 517'311) {
      const auto answer = plan_for_pension(rules(), q, Money{target});
      ASSERT_TRUE(answer.ok()) << target;
      EXPECT_GE(answer->pension.dong(), target);
      const int m = *levels->number_of(answer->income);
      if (m == 0) continue;
      q.income = levels->level(m - 1);
      EXPECT_LT(found(q).pension.dong(), target);
    }
  }
  const auto beyond = plan_for_pension(rules(), woman_of_1980({}), 40'000'000_dong);
  ASSERT_FALSE(beyond.ok());
  EXPECT_EQ(beyond.fault().hint, Hint::not_reached);
  PlanRequest most = woman_of_1980(levels->level(levels->count - 1));
  EXPECT_EQ(beyond.fault().limit, Datum{found(most).pension});
  EXPECT_TRUE(plan_for_pension(rules(), most, found(most).pension).ok());
  EXPECT_FALSE(plan_for_pension(rules(), most, found(most).pension + 1_dong).ok());
}

// A public specification prints what a pension of 3,000,000 takes, rounded to thousands: near the exact income, and no
// level that may be chosen. The level found brings the pension, the one below does not.
TEST(Plan, PublishedIncomesForATargetAreNoLevels) {
  const auto levels = income_brackets(LawBook::built_in(), Day{2026, 12, 1});
  for (const auto& row : reference::read_csv("benefit/data/target-pension.csv")) {
    const int years = std::stoi(row.at("years"));
    const Money published{std::stoll(row.at("income_needed_published"))};
    PlanRequest q;
    q.person = {Sex::female, Month{2026, 12} - (60 * 12 - 12 * years + 1)};
    q.from = Month{2026, 12};
    const auto answer = plan_for_pension(rules(), q, 3'000'000_dong);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(reference::number(answer->rate) * 100, Number{std::stoi(row.at("rate_pct"))});
    const Number exact = Number{3'000'000} / reference::number(answer->rate);
    EXPECT_EQ(nearest(exact / 1000).dong * 1000, published.dong());
    EXPECT_LE(exact, Number{answer->income.dong()});
    EXPECT_LT(Number{answer->income.dong() - 50'000}, exact);
    EXPECT_EQ(levels->number_of(published).has_value(), years == 30);  // 4,000,000 is one by chance, 6,667,000 is none
    EXPECT_EQ(std::stoll(row.at("contribution_22pct_published")), nearest(exact * 22 / 100 / 1000).dong * 1000);
  }
}

// The highest level that every payment of the plan can bear; the next one has a payment beyond the budget.
TEST(Plan, TheIncomeForABudgetIsTight) {
  const auto levels = income_brackets(LawBook::built_in(), Day{2026, 12, 1});
  for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}}) {
    PlanRequest q = woman_of_1980({});
    q.groups = groups;
    for (std::int64_t budget = 484'000; budget < 11'200'000; budget += 333'333) {
      const auto answer = plan_for_budget(rules(), q, Money{budget});
      ASSERT_TRUE(answer.ok()) << budget;
      EXPECT_LE(answer->highest_share_per_month.dong(), budget);
      const int m = *levels->number_of(answer->income);
      if (m + 1 == levels->count) continue;
      q.income = levels->level(m + 1);
      EXPECT_GT(found(q).highest_share_per_month.dong(), budget);
    }
    const auto small = plan_for_budget(rules(), q, 483'999_dong);
    ASSERT_FALSE(small.ok());
    EXPECT_EQ(small.fault().field, Field::budget);
    EXPECT_EQ(small.fault().limit, Datum{484'000_dong});  // without support, from 2027 on
  }
}

TEST(Plan, AFixedFactorIsOnlyWhereItIsAskedFor) {
  PlanRequest q = woman_of_1980(3'000'000_dong);
  const Plan legal = found(q);
  q.fixed_factor = *PriceFactor::from_text("1.35");
  const Plan printed_by_agencies = found(q);
  EXPECT_EQ(legal.pension, 1'350'000_dong);
  EXPECT_EQ(printed_by_agencies.pension, 1'822'500_dong);
  EXPECT_EQ(legal.participant_total, printed_by_agencies.participant_total);
  const PlanExplanation explained = explain(rules(), q);
  EXPECT_NE(plan_text(rules(), explained, Language::en, true).find("it has no basis in law"), std::string::npos);
}

TEST(Plan, Refusals) {
  PlanRequest q = woman_of_1980(3'000'000_dong);
  q.term = *Term::years_ahead(2);
  EXPECT_EQ(plan(rules(), q).code(), Errc::term_not_allowed);
  q = woman_of_1980(3'000'000_dong);
  q.from = Month{2025, 6};
  EXPECT_EQ(plan(rules(), q).code(), Errc::day_outside_law);
  q = woman_of_1980(3'000'000_dong);
  q.months_supported = 121;
  EXPECT_EQ(plan(rules(), q).fault().field, Field::months_supported);
  q = woman_of_1980(3'000'000_dong);
  q.months_so_far = 10;
  EXPECT_EQ(plan(rules(), q).fault().field, Field::average_so_far);
  q.average_so_far = 2'000'000_dong;
  EXPECT_TRUE(plan(rules(), q).ok());
  // Both conditions are met: there is nothing to plan.
  q.person.birth = Month{1960, 1};
  q.months_so_far = 180;
  EXPECT_EQ(plan(rules(), q).fault().hint, Hint::nothing_left);
  q.months_so_far = 179;
  EXPECT_EQ(found(q).months, 1);
}

TEST(Plan, ExplainedPaymentsAddUp) {
  PlanRequest q = woman_of_1980(1'500'000_dong);
  q.groups = Group::poor;
  q.term = 12_months;
  const PlanExplanation explained = explain(rules(), q);
  ASSERT_TRUE(explained.outcome.ok());
  Money participant, central;
  int payments = 0;
  for (const PlanStretch& stretch : explained.stretches) {
    participant += stretch.each.participant_share * stretch.payments;
    central += stretch.each.central_support * stretch.payments;
    payments += stretch.payments;
  }
  EXPECT_EQ(participant, explained.outcome->participant_total);
  EXPECT_EQ(central, explained.outcome->central_total);
  EXPECT_EQ(payments, explained.outcome->payments);
  const auto all = steps(rules(), explained);
  EXPECT_EQ(all.back().value, Datum::months(explained.outcome->break_even_months));
  EXPECT_NE(plan_text(rules(), explained, Language::vi, true).find("Minh họa, không phải quyết định"),
            std::string::npos);
}

}  // namespace
