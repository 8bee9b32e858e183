// Pensions: every boundary of age, months, odd months, cap and first payment.
#include <gtest/gtest.h>

#include <vector>

#include "ansinh/benefit.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const BenefitRules& rules() { return built_in_benefit_rules(); }

// Today's prices: every coefficient 1.00 in the years that follow.
const BenefitRules& todays_prices() {
  static const BenefitRules flat = [] {
    BenefitLaw law = BenefitLaw::built_in();
    for (int benefit_year = 2025; benefit_year <= 2040; ++benefit_year) {
      IndexationTable table{benefit_year, {}, {{"Test", ""}, Standing::text, Sources::one}};
      for (int year = 2008; year <= 2030; ++year) table.coefficients.push_back({year, 100});
      law = law.with(table);
    }
    return BenefitRules{built_in_rules(), law};
  }();
  return flat;
}

Pension found(const PensionRequest& request, const std::vector<ContributionSpan>& record,
              const BenefitRules& law = todays_prices()) {
  const auto result = pension(law, request, record);
  EXPECT_TRUE(result.ok()) << name(result.code());
  return result.ok() ? *result : Pension{};
}

// So many months up to 2025-12 at an income that every month allows.
std::vector<ContributionSpan> months_to_2025(int months) {
  return {{Month{2026, 1} - months, months, 4'000'000_dong, Scheme::compulsory}};
}

TEST(Pension, RightNeedsFullMonthsNeverRoundedYears) {
  const PensionRequest request{{Sex::female, Month{1965, 1}}, Month{2026, 6}};
  for (int months = 174; months <= 190; ++months) {
    const Pension answer = found(request, months_to_2025(months));
    EXPECT_EQ(answer.eligible, months >= 180) << months;
    EXPECT_EQ(answer.missing_months, std::max(0, 180 - months));
    EXPECT_EQ(answer.reason, months >= 180 ? NotEligible::none : NotEligible::months);
  }
}

TEST(Pension, OddMonthsSixAndSeven) {
  const PensionRequest woman{{Sex::female, Month{1965, 1}}, Month{2026, 6}};
  EXPECT_EQ(found(woman, months_to_2025(180)).rate, "0.45"_rate);
  EXPECT_EQ(found(woman, months_to_2025(181)).rate, "0.46"_rate);
  EXPECT_EQ(found(woman, months_to_2025(186)).rate, "0.46"_rate);
  EXPECT_EQ(found(woman, months_to_2025(187)).rate, "0.47"_rate);
  EXPECT_EQ(found(woman, months_to_2025(186)).pension, 1'840'000_dong);
  const PensionRequest man{{Sex::male, Month{1960, 1}}, Month{2026, 6}};
  EXPECT_EQ(found(man, months_to_2025(186)).rate, "0.405"_rate);
  EXPECT_EQ(found(man, months_to_2025(186)).pension, 1'620'000_dong);
}

TEST(Pension, TheAgeMustBeReachedInTheMonthOfAsking) {
  // A woman born in 1975-05 reaches 60 in 2035-05.
  const Person woman{Sex::female, Month{1975, 5}};
  const auto record = months_to_2025(200);
  const Pension early = found({woman, Month{2035, 4}}, record);
  EXPECT_FALSE(early.eligible);
  EXPECT_EQ(early.reason, NotEligible::age);
  EXPECT_EQ(early.eligible_from, (Month{2035, 6}));
  const Pension due = found({woman, Month{2035, 5}}, record);
  EXPECT_TRUE(due.eligible);
  EXPECT_EQ(due.eligible_from, (Month{2035, 6}));
  EXPECT_TRUE(due.flags.has(BenefitFlag::illustration));
  EXPECT_EQ(found({woman, Month{2035, 4}}, months_to_2025(100)).reason, NotEligible::age_and_months);
}

// Who asks late is still paid from the month after the conditions were met, unless contributions went on.
TEST(Pension, FirstMonthOfPayment) {
  const Person man{Sex::male, Month{1964, 9}};  // 61 years 3 months in 2025-12
  EXPECT_EQ(found({man, Month{2026, 6}}, months_to_2025(200)).eligible_from, (Month{2026, 1}));
  std::vector<ContributionSpan> goes_on = months_to_2025(200);
  goes_on.push_back({Month{2026, 1}, 3, 4'000'000_dong});
  EXPECT_EQ(found({man, Month{2026, 6}}, goes_on).eligible_from, (Month{2026, 7}));
  EXPECT_EQ(found({man, Month{2026, 3}}, goes_on).eligible_from, (Month{2026, 4}));
  // The months suffice only after the age: then the month after the last one needed.
  std::vector<ContributionSpan> later{{Month{2011, 3}, 180, 4'000'000_dong, Scheme::compulsory}};  // to 2026-02
  EXPECT_EQ(found({man, Month{2026, 6}}, later).eligible_from, (Month{2026, 3}));
  // Missing months paid at once: the month after the payment.
  std::vector<ContributionSpan> missing = months_to_2025(150);
  missing.push_back({Month{2026, 4}, 30, 4'000'000_dong, Scheme::voluntary, SpanKind::missing, Day{2026, 4, 10}});
  const Pension at_once = found({man, Month{2026, 6}}, missing);
  EXPECT_TRUE(at_once.eligible);
  EXPECT_EQ(at_once.eligible_from, (Month{2026, 5}));
}

// Circular 11/2025/TT-BNV art. 5(4): 15 years and the age before 2025-07-01, stopped.
TEST(Pension, FifteenYearsBeforeTheLawCountFromItsFirstMonth) {
  const std::vector<ContributionSpan> record{{Month{2008, 1}, 185, 4'000'000_dong, Scheme::compulsory}};
  const Person man{Sex::male, Month{1962, 1}};
  EXPECT_EQ(found({man, Month{2025, 7}}, record).eligible_from, (Month{2025, 7}));
  EXPECT_EQ(found({man, Month{2026, 2}}, record).eligible_from, (Month{2025, 7}));
  EXPECT_FALSE(found({man, Month{2025, 6}}, record).eligible);  // 20 years under the law before
}

// Who had 20 years and the age under the law before is paid by it, from then on.
TEST(Pension, TwentyYearsBeforeTheLawAreThatLaws) {
  const std::vector<ContributionSpan> record{{Month{2008, 1}, 204, 4'000'000_dong, Scheme::compulsory}};
  EXPECT_EQ(found({{Sex::male, Month{1962, 1}}, Month{2026, 2}}, record).eligible_from, (Month{2025, 7}));
  std::vector<ContributionSpan> twenty = {{Month{2008, 1}, 120, 1'500'000_dong}, {Month{2018, 1}, 87, 4'000'000_dong}};
  twenty.push_back({Month{2025, 4}, 60, 4'000'000_dong, Scheme::voluntary, SpanKind::missing, Day{2025, 4, 1}});
  const auto paid = pension(rules(), {{Sex::male, Month{1962, 1}}, Month{2026, 2}}, twenty);
  ASSERT_TRUE(paid.ok());
  EXPECT_EQ(paid->eligible_from, (Month{2025, 5}));
  EXPECT_EQ(paid->rate_row->provision.citation.instrument, "Law 58/2014/QH13");
  EXPECT_TRUE(paid->flags.has(BenefitFlag::unsettled));
}

// Law 41/2024/QH15 art. 141(9): voluntary before 2021, 20 voluntary years: 60 and 55 by choice.
TEST(Pension, TheChoiceOf60And55) {
  std::vector<ContributionSpan> record{{Month{2008, 1}, 216, 1'500'000_dong}};  // to 2025-12
  record.push_back({Month{2026, 1}, 1, 1'500'000_dong});
  record.front() = {Month{2008, 1}, 216, 3'000'000_dong};
  const auto with_missing = [&](int voluntary) {
    std::vector<ContributionSpan> spans = {{Month{2008, 1}, 216, 3'000'000_dong}};
    if (voluntary > 216) {
      spans.push_back(
          {Month{2026, 1}, voluntary - 216, 3'000'000_dong, Scheme::voluntary, SpanKind::missing, Day{2026, 1, 5}});
    }
    return spans;
  };
  const PensionRequest woman{{Sex::female, Month{1971, 3}}, Month{2026, 3}};  // 55 in 2026-03; 58 in 2029-03
  const Pension chosen = found(woman, with_missing(240));
  EXPECT_TRUE(chosen.eligible);
  EXPECT_TRUE(chosen.early_choice);
  EXPECT_EQ(chosen.age_months, 55 * 12);
  EXPECT_EQ(chosen.eligible_from, (Month{2026, 4}));
  EXPECT_FALSE(found(woman, with_missing(239)).eligible);
  EXPECT_FALSE(found({{Sex::female, Month{1971, 4}}, Month{2026, 3}}, with_missing(240)).eligible);
  // Began in 2021: no choice, however many months.
  std::vector<ContributionSpan> late{{Month{2021, 1}, 60, 3'000'000_dong}};
  late.push_back({Month{2026, 1}, 180, 3'000'000_dong, Scheme::voluntary, SpanKind::missing, Day{2026, 1, 5}});
  EXPECT_FALSE(found(woman, late).eligible);
  late.front().from = Month{2020, 12};
  late.front().months = 61;
  EXPECT_TRUE(found(woman, late).eligible);
}

TEST(Pension, YearsAboveTheCapBeforeAndAfterTheAge) {
  // Women: 360 months are 75 %. A woman born in 1965-01 was entitled long before 2026.
  const auto record = [](int before, int after) {
    // The months before the age lie notionally in 2020, those after it in the calendar.
    std::vector<ContributionSpan> spans{{Month{2018, 1}, before, 4'000'000_dong, Scheme::voluntary, SpanKind::missing}};
    if (after > 0) spans.push_back({Month{2024, 7}, after, 4'000'000_dong, Scheme::compulsory});
    return spans;
  };
  const PensionRequest woman{{Sex::female, Month{1965, 1}}, Month{2026, 7}};  // 55 in 2020-01
  const Pension at_cap = found(woman, record(360, 0));
  EXPECT_EQ(at_cap.rate, "0.75"_rate);
  EXPECT_EQ(at_cap.lump_sum_above_cap, 0_dong);
  const Pension above = found({{Sex::female, Month{1968, 1}}, Month{2025, 8}}, record(372, 0));
  EXPECT_EQ(above.halves_above_cap, 2);
  EXPECT_EQ(above.halves_above_cap_after, 0);
  EXPECT_EQ(above.lump_sum_above_cap, 2'000'000_dong);  // half an average for the year
  const Pension after = found(woman, record(360, 24));
  EXPECT_EQ(after.halves_above_cap_after, 4);
  EXPECT_EQ(after.lump_sum_above_cap, 16'000'000_dong);  // two averages a year, two years
  const Pension both = found(woman, record(372, 24));
  EXPECT_EQ(both.halves_above_cap, 6);
  EXPECT_EQ(both.halves_above_cap_after, 4);
  EXPECT_EQ(both.lump_sum_above_cap, 18'000'000_dong);
  EXPECT_TRUE(both.readings.has(BenefitReading::years_above_cap_split));
  EXPECT_TRUE(both.flags.has(BenefitFlag::unsettled));
  // Men: 420 months are 75 %.
  const PensionRequest man{{Sex::male, Month{1964, 9}}, Month{2026, 7}};
  EXPECT_EQ(found(man, record(420, 0)).lump_sum_above_cap, 0_dong);
  EXPECT_EQ(found(man, record(421, 0)).lump_sum_above_cap, 1'000'000_dong);
  EXPECT_EQ(found(man, record(419, 0)).rate, "0.75"_rate);
  EXPECT_EQ(found(man, record(414, 0)).rate, "0.74"_rate);
}

// Compulsory and voluntary months make one average: Decree 159/2025/ND-CP art. 11(4).
TEST(Pension, MixedRecordsHaveOneAverage) {
  const std::vector<ContributionSpan> record{{Month{2010, 1}, 120, 5'000'000_dong, Scheme::compulsory},
                                             {Month{2020, 1}, 72, 2'000'000_dong}};
  const Pension answer = found({{Sex::female, Month{1965, 1}}, Month{2026, 6}}, record);
  EXPECT_EQ(answer.average_income, Money{(120 * 5'000'000 + 72 * 2'000'000) / 192});
  EXPECT_EQ(answer.sums.compulsory_months, 120);
}

TEST(Pension, ManyAtOnceAreTheSameAnswers) {
  std::vector<ContributionSpan> spans;
  std::vector<std::uint32_t> offsets{0};
  std::vector<PensionRequest> requests;
  for (int i = 0; i < 50; ++i) {
    const auto record = months_to_2025(150 + i);
    spans.insert(spans.end(), record.begin(), record.end());
    if (i % 7 == 0) spans.push_back({Month{2026, 1}, 1, i == 14 ? 1_dong : 2'000'000_dong});
    offsets.push_back(static_cast<std::uint32_t>(spans.size()));
    requests.push_back({{i % 2 == 0 ? Sex::female : Sex::male, Month{1964, 1}}, Month{2026, 6}});
  }
  std::vector<PensionAnswer> answers(requests.size());
  ASSERT_TRUE(pensions(rules(), requests, offsets, spans, answers));
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto alone = pension(rules(), requests[i], {spans.data() + offsets[i], offsets[i + 1] - offsets[i]});
    EXPECT_EQ(answers[i].status, alone.code());
    if (!alone.ok()) continue;
    EXPECT_EQ(answers[i].pension, alone->pension);
    EXPECT_EQ(answers[i].eligible, alone->eligible);
    EXPECT_EQ(answers[i].rate, alone->rate);
    EXPECT_EQ(answers[i].average_income, alone->average_income);
  }
  EXPECT_EQ(answers[14].status, Errc::income_below_floor);
  offsets.back() += 1;
  EXPECT_FALSE(pensions(rules(), requests, offsets, spans, answers));
  offsets.pop_back();
  EXPECT_FALSE(pensions(rules(), requests, offsets, spans, answers));
}

}  // namespace
