// Explanations: the last step is the answer, every step that is law names its article, both languages say what looks
// ahead and what is assumed.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ansinh/benefit_report.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const BenefitRules& rules() { return built_in_benefit_rules(); }

const std::vector<ContributionSpan>& record() {
  static const std::vector<ContributionSpan> spans{
      {Month{2010, 3}, 46, 1'500'000_dong},
      {Month{2014, 1}, 60, 2'500'000_dong},
      {Month{2019, 1}, 36, 3'000'000_dong, Scheme::compulsory},
      {Month{2022, 1}, 48, 3'000'000_dong, Scheme::voluntary, SpanKind::monthly, {}, Group::near_poor}};
  return spans;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

template <class Request, class Answer>
void expect_explained(const Request& request, const Answer& answer, Money result, const char* article_en,
                      const char* article_vi) {
  const auto all = steps(rules(), request, record(), answer);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.back().value, Datum{result}) << name(all.back().quantity);
  for (const BenefitStep& step : all) {
    EXPECT_FALSE(name(step.quantity).empty());
    EXPECT_TRUE(step.provision == nullptr || !step.provision->citation.instrument.empty());
  }
  const std::string en = benefit_text(rules(), request, record(), answer, Language::en, true);
  const std::string vi = benefit_text(rules(), request, record(), answer, Language::vi, true);
  EXPECT_TRUE(contains(en, article_en)) << en;
  EXPECT_TRUE(contains(vi, article_vi)) << vi;
  EXPECT_TRUE(contains(en, printed(result))) << en;
  EXPECT_TRUE(contains(vi, printed(result))) << vi;
  const std::string json = benefit_json(rules(), request, record(), answer, Language::vi);
  EXPECT_TRUE(contains(json, "\"steps\":["));
  EXPECT_TRUE(contains(json, std::to_string(result.dong())));
}

TEST(BenefitSteps, EveryBenefitEndsWithItsAnswer) {
  const Person woman{Sex::female, Month{1969, 5}};
  const PensionRequest retires{woman, Month{2026, 6}};
  const auto monthly = pension(rules(), retires, record());
  ASSERT_TRUE(monthly.ok() && monthly->eligible);
  expect_explained(retires, *monthly, monthly->pension, "Law 41/2024/QH15, art. 99", "Luật 41/2024/QH15, Điều 99");

  const OneTimeRequest leaves{woman, Month{2026, 6}, OneTimeCase::emigration};
  const auto once = one_time(rules(), leaves, record());
  ASSERT_TRUE(once.ok() && once->eligible);
  expect_explained(leaves, *once, once->net, "Decree 159/2025/NĐ-CP, art. 9(2)",
                   "Nghị định 159/2025/NĐ-CP, Điều 9 khoản 2");

  const DeathRequest dies{Month{2026, 6}};
  const auto left = death(rules(), dies, record());
  ASSERT_TRUE(left.ok());
  expect_explained(dies, *left, left->survivor_lump_sum, "Law 41/2024/QH15, art. 110(2)",
                   "Luật 41/2024/QH15, Điều 110 khoản 2");

  const MaternityRequest bears{Month{2025, 12}};
  const auto allowance = maternity(rules(), bears, std::span{record()}.first(3));
  ASSERT_TRUE(allowance.ok());
  EXPECT_FALSE(allowance->eligible);
}

TEST(BenefitSteps, TheOtherBenefitsToo) {
  const std::vector<ContributionSpan> year{{Month{2025, 1}, 18, 1'500'000_dong}};
  const auto last_of = [](const std::vector<BenefitStep>& all) { return all.back().value; };
  const MaternityRequest bears{Month{2026, 8}, 2};
  const auto allowance = maternity(rules(), bears, year);
  ASSERT_TRUE(allowance.ok() && allowance->eligible);
  EXPECT_EQ(last_of(steps(rules(), bears, year, *allowance)), Datum{4'000'000_dong});
  const BridgeRequest waits{{Sex::female, Month{1960, 1}}, Month{2026, 8}};
  const auto monthly = bridge(rules(), waits, year);
  ASSERT_TRUE(monthly.ok() && monthly->eligible);
  EXPECT_EQ(last_of(steps(rules(), waits, year, *monthly)), Datum{500'000_dong});
  const DeathRequest pensioner{Month{2026, 8}, DrawnPension{3'000'000_dong, 14}};
  const auto left = death(rules(), pensioner, {});
  ASSERT_TRUE(left.ok());
  EXPECT_EQ(last_of(steps(rules(), pensioner, {}, *left)), Datum{126'000'000_dong});
  const OneTimeRequest abroad{
      {Sex::female, Month{1960, 1}}, Month{2026, 8}, OneTimeCase::emigration, DrawnPension{3'000'000_dong, 2}};
  const auto settled = one_time(rules(), abroad, year);
  ASSERT_TRUE(settled.ok() && settled->eligible);
  EXPECT_EQ(last_of(steps(rules(), abroad, year, *settled)), Datum{settled->net});
  // The amount paid, where there are too few months for averages.
  const std::vector<ContributionSpan> months{{Month{2025, 1}, 5, 1'500'000_dong}};
  const OneTimeRequest few{{Sex::female, Month{1980, 1}}, Month{2026, 8}, OneTimeCase::emigration};
  const auto paid = one_time(rules(), few, months);
  ASSERT_TRUE(paid.ok());
  EXPECT_EQ(last_of(steps(rules(), few, months, *paid)), Datum{paid->net});
  EXPECT_TRUE(contains(benefit_text(rules(), few, months, *paid, Language::en, true), "The amount paid: 1.650.000"));
  for (const Language language : {Language::vi, Language::en}) {
    for (const std::string& text : {benefit_text(rules(), bears, year, *allowance, language, true),
                                    benefit_text(rules(), waits, year, *monthly, language, true),
                                    benefit_text(rules(), pensioner, {}, *left, language, true),
                                    benefit_text(rules(), abroad, year, *settled, language, true)}) {
      EXPECT_TRUE(contains(text, language == Language::vi ? "Điều " : "art. ")) << text;
    }
  }
}

TEST(BenefitSteps, EveryYearShowsItsCoefficient) {
  const PensionRequest request{{Sex::female, Month{1969, 5}}, Month{2026, 6}};
  const auto answer = pension(rules(), request, record());
  int years = 0, months = 0;
  Int128 indexed = 0;
  for (const BenefitStep& step : steps(rules(), request, record(), *answer)) {
    if (step.quantity != BenefitQuantity::coefficient) continue;
    ++years;
    months += static_cast<int>(step.parts[1].number());
    indexed += static_cast<Int128>(step.value.number()) * step.parts[2].number();
    EXPECT_EQ(step.value.number(), *answer->sums.table->of(static_cast<int>(step.parts[0].number())));
    EXPECT_EQ(step.provision->citation.instrument, "Letter 340/BHXH-CSXH (2026)");
  }
  EXPECT_EQ(years, 16);
  EXPECT_EQ(months, answer->sums.months());
  // Evaluating the steps again gives the average: replay.
  EXPECT_EQ((ExactAmount{indexed, 100 * std::int64_t{months}}.nearest().dong), answer->average_income);
}

TEST(BenefitSteps, WhatLooksAheadSaysSo) {
  const PensionRequest request{{Sex::female, Month{1975, 5}}, Month{2035, 6}, {true}};
  const auto answer = pension(rules(), request, record());
  ASSERT_TRUE(answer.ok() && answer->eligible);
  const std::string vi = benefit_text(rules(), request, record(), *answer, Language::vi, false);
  EXPECT_TRUE(vi.starts_with("Minh họa, không phải quyết định.")) << vi;
  EXPECT_TRUE(contains(vi, "ước tính"));
  EXPECT_TRUE(benefit_text(rules(), request, record(), *answer, Language::en, false)
                  .starts_with("An illustration, not a decision."));
}

TEST(BenefitSteps, AnAssumedTableIsTold) {
  // A pension of 2023, whose table has no source: its 20 years under the law before.
  const std::vector<ContributionSpan> twenty{
      {Month{2008, 1}, 120, 1'500'000_dong, Scheme::compulsory},
      {Month{2022, 9}, 120, 2'000'000_dong, Scheme::voluntary, SpanKind::missing}};
  const PensionRequest request{{Sex::male, Month{1962, 3}}, Month{2022, 12}};
  const auto answer = pension(rules(), request, twenty);
  ASSERT_TRUE(answer.ok());
  const PensionRequest later{{Sex::male, Month{1962, 3}}, Month{2023, 6}};
  const auto assumed = pension(rules(), later, twenty);
  ASSERT_TRUE(assumed.ok() && assumed->eligible);
  EXPECT_TRUE(assumed->flags.has(BenefitFlag::unsettled));
  const std::string en = benefit_text(rules(), later, twenty, *assumed, Language::en, true);
  EXPECT_TRUE(contains(en, "Not settled")) << en;
}

TEST(BenefitSteps, NotEligibleIsAnAnswerWithItsReason) {
  const PensionRequest request{{Sex::female, Month{1980, 1}}, Month{2026, 6}};
  const auto answer = pension(rules(), request, record());
  ASSERT_TRUE(answer.ok());
  EXPECT_TRUE(
      contains(benefit_text(rules(), request, record(), *answer, Language::vi, false), "Chưa được hưởng lương hưu"));
  const std::string json = benefit_json(rules(), request, record(), *answer, Language::en);
  EXPECT_TRUE(contains(json, "\"eligible\":false,\"reason\":\"age\"")) << json;
  EXPECT_FALSE(contains(json, "\"pension\":"));
}

TEST(BenefitSteps, EveryNameHasWords) {
  for (const Language language : {Language::vi, Language::en}) {
    for (const BenefitFlag flag : all_benefit_flags) EXPECT_FALSE(words(flag, language).empty());
    for (int i = 0; i < benefit_reading_count; ++i) {
      EXPECT_FALSE(words(static_cast<BenefitReading>(i), language).empty());
      EXPECT_FALSE(name(static_cast<BenefitReading>(i)).empty());
    }
    for (int i = 0; i <= static_cast<int>(NotEligible::pensioner); ++i) {
      EXPECT_FALSE(words(static_cast<NotEligible>(i), language).empty());
    }
  }
  for (int i = 0; i < benefit_quantity_count; ++i) EXPECT_FALSE(name(static_cast<BenefitQuantity>(i)).empty());
}

}  // namespace
