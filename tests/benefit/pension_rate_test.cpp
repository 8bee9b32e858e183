// Replacement rates against the published table, and benefit years at every number of odd months.
#include <gtest/gtest.h>

#include "ansinh/benefit.hpp"
#include "benefit/slow_benefits.hpp"
#include "reference/csv.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;
using reference::Number;

// "15.5" as halves, "40.5" per cent and "0.25" as fractions.
int halves_of(const std::string& years) {
  return years.find('.') == std::string::npos ? 2 * std::stoi(years) : 2 * std::stoi(years) + 1;
}
Number decimal_of(const std::string& text) {
  const auto point = text.find('.');
  if (point == std::string::npos) return Number{std::stoll(text)};
  std::string digits = text;
  digits.erase(point, 1);
  return reference::decimal(std::stoll(digits), static_cast<int>(text.size() - point - 1));
}

const PensionRate& edition(Sex sex, Day day) { return *BenefitLaw::built_in().pension_rate(sex, day); }

TEST(PensionRate, EveryPublishedRow) {
  int rows = 0;
  for (const auto& row : reference::read_csv("benefit/data/pension-rates.csv")) {
    const int halves = halves_of(row.at("benefit_years"));
    for (const Sex sex : {Sex::female, Sex::male}) {
      const bool woman = sex == Sex::female;
      const PensionRate& law = edition(sex, Day{2025, 7, 1});
      const auto rate = replacement_rate(law, halves);
      ASSERT_TRUE(rate);
      EXPECT_EQ(reference::number(*rate) * 100, decimal_of(row.at(woman ? "female_rate_pct" : "male_rate_pct")))
          << halves;
      const int above = std::max(0, halves - halves_at_cap(law));  // at half an average a year
      EXPECT_EQ(Number(above, 4), decimal_of(row.at(woman ? "female_lump_months_if_before_retirement_age"
                                                          : "male_lump_months_if_before_retirement_age")))
          << halves;
    }
    ++rows;
  }
  EXPECT_EQ(rows, 43);
}

TEST(PensionRate, BenefitYearsAtEveryNumberOfMonths) {
  for (int months = 0; months <= 1200; ++months) {
    EXPECT_EQ(Number(half_years(months), 2), slow::Benefits::years(months)) << months;
  }
  EXPECT_EQ(half_years_text(half_years(186)), "15.5");
  EXPECT_EQ(half_years_text(half_years(187)), "16");
}

TEST(PensionRate, EqualsTheFormulaOfTheLawFrom15YearsOn) {
  for (const Sex sex : {Sex::female, Sex::male}) {
    for (int halves = 30; halves <= 120; ++halves) {
      EXPECT_EQ(reference::number(*replacement_rate(edition(sex, Day{2026, 1, 1}), halves)),
                slow::Benefits::rate(sex == Sex::female, Number(halves, 2)));
    }
    EXPECT_FALSE(replacement_rate(edition(sex, Day{2026, 1, 1}), 29));
  }
}

// The base of men rose by a year a year until 2022: Law 58/2014/QH13 art. 74.
TEST(PensionRate, EditionsBeforeTheLawOf2024) {
  int base = 16;
  for (int year = 2018; year <= 2022; ++year, ++base) {
    const PensionRate& law = edition(Sex::male, Month::from(year, 6)->first_day());
    EXPECT_EQ(*replacement_rate(law, 2 * base), "0.45"_rate) << year;
    EXPECT_FALSE(replacement_rate(law, 2 * base - 1)) << year;
    EXPECT_EQ(halves_at_cap(law), 2 * (base + 15)) << year;
  }
  EXPECT_EQ(halves_at_cap(edition(Sex::female, Day{2017, 1, 1})), 50);
  EXPECT_EQ(halves_at_cap(edition(Sex::female, Day{2018, 1, 1})), 60);
}

TEST(PensionRate, EditionsOfASexFollowWithoutAGap) {
  for (const Sex sex : {Sex::female, Sex::male}) {
    Day next{2016, 1, 1};
    for (const PensionRate& row : BenefitLaw::built_in().pension_rates()) {
      if (row.sex != sex) continue;
      EXPECT_EQ(row.from, next);
      next = row.to.next();
    }
    EXPECT_EQ(next, open_end.next());
  }
}

}  // namespace
