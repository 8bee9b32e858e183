// Death, maternity and the allowance until the social pension.
#include <gtest/gtest.h>

#include <vector>

#include "ansinh/benefit.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const BenefitRules& rules() { return built_in_benefit_rules(); }

Death died(const DeathRequest& request, const std::vector<ContributionSpan>& record) {
  const auto result = death(rules(), request, record);
  EXPECT_TRUE(result.ok()) << name(result.code());
  return result.ok() ? *result : Death{};
}

TEST(Death, TheFuneralGrantTakesSixtyMonths) {
  for (const int months : {59, 60, 61}) {
    const Death answer = died({Month{2026, 8}}, {{Month{2020, 1}, months, 2'000'000_dong}});
    EXPECT_EQ(answer.funeral_grant, months < 60 ? 0_dong : 25'300'000_dong) << months;
    EXPECT_EQ(answer.under_sixty_months, months < 60);
  }
  EXPECT_EQ(died({Month{2026, 6}}, {{Month{2020, 1}, 60, 2'000'000_dong}}).funeral_grant, 23'400'000_dong);
  // Mixed: twelve compulsory months suffice, eleven do not.
  EXPECT_EQ(died({Month{2026, 8}}, {{Month{2024, 1}, 12, 9'000'000_dong, Scheme::compulsory}}).funeral_grant,
            25'300'000_dong);
  EXPECT_EQ(died({Month{2026, 8}}, {{Month{2024, 1}, 11, 9'000'000_dong, Scheme::compulsory}}).funeral_grant, 0_dong);
}

TEST(Death, SurvivorsGetTheAmountPaidBelowSixtyMonthsAndAveragesAbove) {
  const Death below = died({Month{2026, 8}}, {{Month{2025, 1}, 18, 2'000'000_dong}});
  EXPECT_EQ(below.survivor_lump_sum, Money{18 * 440'000});
  EXPECT_TRUE(below.flags.has(BenefitFlag::unsettled));
  const Death above = died({Month{2026, 8}}, {{Month{2020, 1}, 60, 2'000'000_dong}});
  // 2 x 5 averages; State support stays in.
  EXPECT_EQ(above.survivor_lump_sum,
            Money{10 * 2'000'000} * 12 * 0 + Money{(12 * (116 + 114 + 111 + 107 + 103)) * 20'000 * 10 / 60});
}

TEST(Death, MixedRecordsBringAtLeastThreeAverages) {
  const Death answer = died({Month{2026, 8}}, {{Month{2025, 1}, 1, 2'000'000_dong, Scheme::compulsory}});
  EXPECT_EQ(answer.survivor_lump_sum, 6'000'000_dong);
  const Death voluntary = died({Month{2026, 8}}, {{Month{2025, 1}, 1, 2'000'000_dong}});
  EXPECT_EQ(voluntary.survivor_lump_sum, 440'000_dong);
}

TEST(Death, APensionerLeavesFewerMonthsTheLongerThePensionWasDrawn) {
  for (int drawn = 0; drawn <= 120; ++drawn) {
    const Death answer = died({Month{2026, 8}, DrawnPension{2'000'000_dong, drawn}}, {});
    const int halves = std::max(96 - std::max(0, drawn - 2), 6);
    EXPECT_EQ(answer.survivor_lump_sum, Money{halves * 1'000'000}) << drawn;
    EXPECT_EQ(answer.funeral_grant, 25'300'000_dong);
  }
}

TEST(Death, WithoutARecordThereIsNothing) {
  const Death answer = died({Month{2026, 8}}, {});
  EXPECT_FALSE(answer.eligible);
  EXPECT_EQ(answer.reason, NotEligible::months);
}

TEST(Death, BeyondTheLawThereIsNoReferenceLevel) {
  const auto answer =
      death(rules(), {Month{2031, 1}, {}, {true}}, std::vector<ContributionSpan>{{Month{2020, 1}, 60, 2'000'000_dong}});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.fault().code, Errc::day_outside_law);
}

Maternity born(const MaternityRequest& request, const std::vector<ContributionSpan>& record) {
  const auto result = maternity(rules(), request, record);
  EXPECT_TRUE(result.ok()) << name(result.code());
  return result.ok() ? *result : Maternity{};
}

TEST(MaternityAllowance, SixMonthsWithinTheTwelveBefore) {
  const Month birth{2026, 8};
  // Six months that end a year before count, one month earlier they do not.
  EXPECT_TRUE(born({birth}, {{Month{2025, 8}, 6, 2'000'000_dong}}).eligible);
  EXPECT_FALSE(born({birth}, {{Month{2025, 7}, 6, 2'000'000_dong}}).eligible);
  EXPECT_EQ(born({birth, 2}, {{Month{2025, 8}, 6, 2'000'000_dong}}).allowance, 4'000'000_dong);
  // With compulsory months, unless these alone suffice for the other scheme.
  EXPECT_TRUE(
      born({birth}, {{Month{2025, 8}, 5, 9'000'000_dong, Scheme::compulsory}, {Month{2026, 1}, 1, 2'000'000_dong}})
          .eligible);
  EXPECT_EQ(born({birth}, {{Month{2025, 8}, 6, 9'000'000_dong, Scheme::compulsory}}).reason,
            NotEligible::under_compulsory);
  EXPECT_EQ(born({Month{2025, 6}}, {{Month{2024, 12}, 6, 2'000'000_dong}}).reason, NotEligible::not_in_force);
}

// Whether the month of the birth is one of the twelve decides here: it is said.
TEST(MaternityAllowance, ADecisiveReadingIsTold) {
  const Maternity answer = born({Month{2026, 8}}, {{Month{2026, 3}, 6, 2'000'000_dong}});
  EXPECT_FALSE(answer.eligible);
  EXPECT_TRUE(answer.readings.has(BenefitReading::twelve_months_before));
  EXPECT_TRUE(answer.flags.has(BenefitFlag::unsettled));
  EXPECT_FALSE(
      born({Month{2026, 8}}, {{Month{2026, 1}, 7, 2'000'000_dong}}).readings.has(BenefitReading::twelve_months_before));
}

TEST(MaternityAllowance, TheNumberOfChildrenHasABound) {
  for (const int children : {0, -1, 11}) {
    const auto answer = maternity(rules(), {Month{2026, 8}, children}, {});
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.fault().field, Field::children);
  }
}

Bridge until_social_pension(const BridgeRequest& request, const std::vector<ContributionSpan>& record) {
  const auto result = bridge(rules(), request, record);
  EXPECT_TRUE(result.ok()) << name(result.code());
  return result.ok() ? *result : Bridge{};
}

TEST(BridgeAllowance, ContributionsThatFallShortMayBeFilledUp) {
  // Indexed at 1.00: incomes of 2025 and 2026.
  const std::vector<ContributionSpan> record{{Month{2025, 1}, 18, 1'500'000_dong}};
  const Bridge answer = until_social_pension({{Sex::female, Month{1960, 1}}, Month{2026, 8}}, record);
  EXPECT_TRUE(answer.eligible);
  EXPECT_EQ(answer.funded_months, 9);  // 1,500,000 x 2 x 1.5 / 500,000
  EXPECT_EQ(answer.months_to_social_pension, 12 * 75 - (2026 - 1960) * 12 - 7);
  EXPECT_EQ(answer.allowance, 500'000_dong);
  EXPECT_EQ(answer.allowance_months, 9);
  EXPECT_EQ(answer.may_pay_once, 500'000_dong * (answer.months_to_social_pension - 9));
}

TEST(BridgeAllowance, APartOfAMonthCountsAsOne) {
  const std::vector<ContributionSpan> record{{Month{2025, 1}, 18, 1'550'000_dong}};
  EXPECT_EQ(until_social_pension({{Sex::female, Month{1960, 1}}, Month{2026, 8}}, record).funded_months, 10);  // 9.3
}

TEST(BridgeAllowance, MoreThanNeededRaisesTheSum) {
  const std::vector<ContributionSpan> record{{Month{2025, 1}, 18, 10'000'000_dong}};
  const Bridge answer = until_social_pension({{Sex::female, Month{1952, 2}}, Month{2026, 8}}, record);
  ASSERT_TRUE(answer.eligible);
  EXPECT_EQ(answer.months_to_social_pension, 6);  // at 75
  EXPECT_EQ(answer.allowance, 5'000'000_dong);
  const Bridge near = until_social_pension({{Sex::male, Month{1957, 2}}, Month{2026, 8}, Group::poor}, record);
  ASSERT_TRUE(near.eligible);
  EXPECT_EQ(near.months_to_social_pension, 6);  // poor: at 70
  EXPECT_EQ(near.funded_months, 60);
  EXPECT_EQ(near.allowance_months, 6);
  EXPECT_EQ(near.allowance, 5'000'000_dong);  // 500,000 x 60 / 6
  EXPECT_EQ(near.may_pay_once, 0_dong);
}

TEST(BridgeAllowance, AGroupThatTheBookDoesNotKnowIsRefused) {
  const auto answer =
      bridge(rules(), {{Sex::female, Month{1960, 1}}, Month{2026, 8}, GroupSet::from_bits(1U << 12)}, {});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.fault().field, Field::groups);
}

TEST(BridgeAllowance, WhoHasNone) {
  const std::vector<ContributionSpan> short_one{{Month{2025, 1}, 11, 1'500'000_dong}};
  const std::vector<ContributionSpan> year{{Month{2025, 1}, 12, 1'500'000_dong}};
  const Person old{Sex::female, Month{1960, 1}};
  EXPECT_EQ(until_social_pension({old, Month{2026, 8}}, short_one).reason, NotEligible::months);
  EXPECT_EQ(until_social_pension({{Sex::female, Month{1980, 1}}, Month{2026, 8}}, year).reason, NotEligible::age);
  EXPECT_EQ(until_social_pension({old, Month{2025, 6}}, {}).reason, NotEligible::not_in_force);
  const std::vector<ContributionSpan> enough{
      {Month{2025, 1}, 180, 1'500'000_dong, Scheme::voluntary, SpanKind::missing}};
  EXPECT_EQ(until_social_pension({old, Month{2026, 8}}, enough).reason, NotEligible::has_pension_rights);
  EXPECT_EQ(until_social_pension({{Sex::female, Month{1955, 8}}, Month{2026, 8}, Group::near_poor}, year).reason,
            NotEligible::social_pension_age);
}

}  // namespace
