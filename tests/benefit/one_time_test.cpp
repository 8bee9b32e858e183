// One-time payments: every case, the stages around 2014, the support taken out month by month.
#include <gtest/gtest.h>

#include <vector>

#include "ansinh/benefit.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const BenefitRules& rules() { return built_in_benefit_rules(); }
const Person woman{Sex::female, Month{1985, 1}};

OneTime found(const OneTimeRequest& request, const std::vector<ContributionSpan>& record) {
  const auto result = one_time(rules(), request, record);
  EXPECT_TRUE(result.ok()) << name(result.code());
  return result.ok() ? *result : OneTime{};
}

TEST(OneTime, TheStagesAround2014) {
  // 2013-12 is of the earlier stage, 2014-01 of the later one.
  const std::vector<ContributionSpan> record{{Month{2012, 6}, 19, 1'150'000_dong},
                                             {Month{2014, 1}, 12, 2'000'000_dong}};
  const OneTime answer = found({woman, Month{2026, 6}, OneTimeCase::emigration}, record);
  EXPECT_EQ(answer.sums.stages.months_before_2014, 19);
  EXPECT_EQ(answer.sums.stages.months_from_2014, 12);
  EXPECT_EQ(answer.sums.stages.moved, 7);
  EXPECT_EQ(answer.sums.stages.halves_before_2014, 2);
  EXPECT_EQ(answer.sums.stages.halves_from_2014, 4);  // 19 months are 1 year and 7: two years
  // One span over the turn is the same as two.
  const std::vector<ContributionSpan> whole{{Month{2013, 7}, 12, 1'500'000_dong}};
  const std::vector<ContributionSpan> halves{{Month{2013, 7}, 6, 1'500'000_dong}, {Month{2014, 1}, 6, 1'500'000_dong}};
  EXPECT_EQ(found({woman, Month{2026, 6}, OneTimeCase::emigration}, whole).gross,
            found({woman, Month{2026, 6}, OneTimeCase::emigration}, halves).gross);
}

// Months paid at once lie in no month; they are of the stage in which they were paid.
TEST(OneTime, MissingMonthsAreOfTheStageOfTheirPayment) {
  for (const Month paid : {Month{2013, 12}, Month{2014, 1}}) {
    const std::vector<ContributionSpan> record{{paid, 24, 1'500'000_dong, Scheme::voluntary, SpanKind::missing}};
    const OneTime answer = found({woman, Month{2026, 6}, OneTimeCase::disability_81}, record);
    const bool early = paid == Month(2013, 12);
    EXPECT_EQ(answer.gross, early ? 4'500'000_dong : 6'000'000_dong);
  }
}

TEST(OneTime, OnlyBefore2014KeepsItsOddMonths) {
  const std::vector<ContributionSpan> record{{Month{2012, 7}, 18, 1'150'000_dong}};
  const OneTime answer = found({woman, Month{2026, 6}, OneTimeCase::emigration}, record);
  EXPECT_EQ(answer.sums.stages.moved, 0);
  EXPECT_EQ(answer.sums.stages.halves_before_2014, 3);
  EXPECT_EQ(answer.support_deducted, 0_dong);  // before 2018 there was none
}

// a) b) e) lose the support, c) d) keep it: Law 41/2024/QH15 art. 102(3).
TEST(OneTime, WhoGivesTheSupportBack) {
  const std::vector<ContributionSpan> record{
      {Month{2024, 1}, 18, 2'000'000_dong, Scheme::voluntary, SpanKind::monthly, {}, Group::poor}};
  const Money support{18 * 99'000};
  for (const OneTimeCase why : {OneTimeCase::emigration, OneTimeCase::stopped_before_2025}) {
    const OneTime answer = found({woman, Month{2026, 8}, why}, record);
    EXPECT_TRUE(answer.eligible) << name(why);
    EXPECT_EQ(answer.support_deducted, support);
    EXPECT_EQ(answer.net, answer.gross - support);
  }
  for (const OneTimeCase why : {OneTimeCase::terminal_illness, OneTimeCase::disability_81}) {
    const OneTime answer = found({woman, Month{2026, 8}, why}, record);
    EXPECT_EQ(answer.support_deducted, 0_dong) << name(why);
    EXPECT_EQ(answer.net, answer.gross);
  }
  const Person old{Sex::female, Month{1965, 1}};
  EXPECT_EQ(found({old, Month{2026, 8}, OneTimeCase::no_pension_rights}, record).support_deducted, support);
}

TEST(OneTime, WhatWasStatedReplacesWhatFollows) {
  const std::vector<ContributionSpan> record{
      {Month{2024, 1}, 12, 2'000'000_dong, Scheme::voluntary, SpanKind::monthly, {}, Group::poor, 123'456_dong},
      {Month{2025, 1}, 6, 2'000'000_dong, Scheme::voluntary, SpanKind::monthly, {}, Group::poor}};
  EXPECT_EQ(found({woman, Month{2026, 8}, OneTimeCase::emigration}, record).support_deducted,
            Money{123'456 + 6 * 99'000});
}

// 120 months in a lifetime: the rest was never supported.
TEST(OneTime, TheSupportOf120MonthsAndNoMore) {
  const std::vector<ContributionSpan> record{{Month{2016, 1}, 126, 2'000'000_dong}};  // 2016-01 ... 2026-06
  const OneTime answer = found({woman, Month{2026, 8}, OneTimeCase::emigration}, record);
  EXPECT_EQ(answer.supported_months, 102);  // from 2018-01 on
  const std::vector<ContributionSpan> more{
      {Month{2018, 1}, 102, 2'000'000_dong},
      {Month{2026, 7}, 60, 2'000'000_dong, Scheme::voluntary, SpanKind::missing, Day{2026, 7, 3}}};
  const OneTime capped = found({woman, Month{2026, 8}, OneTimeCase::emigration}, more);
  EXPECT_EQ(capped.supported_months, 120);
  EXPECT_TRUE(capped.readings.has(BenefitReading::support_at_payment));
  EXPECT_EQ(capped.support_deducted, Money{48 * 15'400 + 42 * 33'000 + 12 * 66'000 + 18 * 66'000});
}

TEST(OneTime, UnderOneYearIsTheAmountPaid) {
  const std::vector<ContributionSpan> record{
      {Month{2025, 1}, 11, 2'000'000_dong, Scheme::voluntary, SpanKind::monthly, {}, Group::near_poor}};
  const OneTime answer = found({woman, Month{2026, 8}, OneTimeCase::emigration}, record);
  EXPECT_TRUE(answer.under_one_year);
  EXPECT_EQ(answer.paid, Money{11 * 440'000});
  EXPECT_EQ(answer.gross, 4'000'000_dong);  // 4,840,000, but at most two averages
  EXPECT_EQ(answer.support_deducted, Money{6 * 82'500 + 5 * 132'000});
  EXPECT_TRUE(answer.readings.has(BenefitReading::contributions_paid));
  const std::vector<ContributionSpan> short_one{{Month{2025, 1}, 3, 2'000'000_dong}};
  EXPECT_EQ(found({woman, Month{2026, 8}, OneTimeCase::disability_81}, short_one).gross, Money{3 * 440'000});
  // Twelve months are a year: two averages.
  const std::vector<ContributionSpan> year{{Month{2025, 1}, 12, 2'000'000_dong}};
  const OneTime whole = found({woman, Month{2026, 8}, OneTimeCase::disability_81}, year);
  EXPECT_FALSE(whole.under_one_year);
  EXPECT_EQ(whole.gross, 4'000'000_dong);
}

TEST(OneTime, NothingIsOwedWhereTheSupportExceedsTheBenefit) {
  const std::vector<ContributionSpan> record{
      {Month{2025, 1}, 12, 1'500'000_dong, Scheme::voluntary, SpanKind::monthly, {}, {}, 5'000'000_dong}};
  const OneTime answer = found({woman, Month{2026, 8}, OneTimeCase::emigration}, record);
  EXPECT_EQ(answer.net, 0_dong);
  EXPECT_EQ(answer.support_deducted, answer.gross);
  EXPECT_TRUE(answer.readings.has(BenefitReading::net_below_zero));
  EXPECT_TRUE(answer.flags.has(BenefitFlag::unsettled));
}

TEST(OneTime, CasesThatAreNotAllowed) {
  const std::vector<ContributionSpan> new_record{{Month{2025, 7}, 6, 2'000'000_dong}};
  EXPECT_EQ(found({woman, Month{2027, 8}, OneTimeCase::stopped_before_2025}, new_record).reason,
            NotEligible::joined_after_2025);
  const std::vector<ContributionSpan> old_record{{Month{2024, 1}, 12, 2'000'000_dong}};
  EXPECT_EQ(found({woman, Month{2025, 12}, OneTimeCase::stopped_before_2025}, old_record).reason,
            NotEligible::not_idle);
  EXPECT_TRUE(found({woman, Month{2025, 12}, OneTimeCase::stopped_before_2025}, old_record)
                  .readings.has(BenefitReading::twelve_months_idle));
  EXPECT_TRUE(found({woman, Month{2026, 1}, OneTimeCase::stopped_before_2025}, old_record).eligible);
  const std::vector<ContributionSpan> twenty{
      {Month{2015, 1}, 121, 2'000'000_dong},
      {Month{2025, 2}, 119, 2'000'000_dong, Scheme::voluntary, SpanKind::missing}};
  EXPECT_EQ(found({woman, Month{2026, 8}, OneTimeCase::stopped_before_2025}, twenty).reason, NotEligible::enough_years);
  EXPECT_EQ(found({woman, Month{2026, 8}, OneTimeCase::no_pension_rights}, old_record).reason, NotEligible::age);
  const Person old{Sex::female, Month{1965, 1}};
  EXPECT_EQ(found({old, Month{2026, 8}, OneTimeCase::no_pension_rights}, twenty).reason,
            NotEligible::has_pension_rights);
  EXPECT_EQ(found({old, Month{2026, 8}, OneTimeCase::emigration}, {}).reason, NotEligible::months);
  EXPECT_EQ(
      found({old, Month{2026, 8}, OneTimeCase::disability_81, DrawnPension{3'000'000_dong, 5}}, old_record).reason,
      NotEligible::pensioner);
}

// Law 41/2024/QH15 art. 115: half a month less for each month drawn, three at least.
TEST(OneTime, APensionerWhoSettlesAbroad) {
  const std::vector<ContributionSpan> record{{Month{2008, 1}, 72, 1'150'000_dong, Scheme::compulsory},
                                             {Month{2014, 1}, 132, 4'000'000_dong, Scheme::compulsory}};
  const Person old{Sex::male, Month{1960, 1}};
  const auto after = [&](int months) {
    return found({old, Month{2026, 8}, OneTimeCase::emigration, DrawnPension{4'000'000_dong, months}}, record);
  };
  EXPECT_EQ(after(0).gross, Money{(9 + 22) * 4'000'000});
  EXPECT_EQ(after(1).gross, Money{(9 + 22) * 4'000'000 - 2'000'000});
  EXPECT_EQ(after(56).gross, Money{3 * 4'000'000});
  EXPECT_EQ(after(57).gross, Money{3 * 4'000'000});
  EXPECT_EQ(after(57).half_months, 6);
}

TEST(OneTime, TheLawBefore2025IsNotAnswered) {
  const auto answer = one_time(rules(), {woman, Month{2025, 6}, OneTimeCase::emigration}, {});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.fault().code, Errc::day_outside_law);
}

}  // namespace
