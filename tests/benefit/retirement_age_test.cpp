// Retirement ages against the official appendix, month for month.
#include <gtest/gtest.h>

#include "ansinh/benefit_law.hpp"
#include "benefit/slow_benefits.hpp"
#include "reference/csv.hpp"

namespace {

using namespace ansinh;

Sex sex_of(const reference::CsvRow& row) { return row.at("sex") == "F" ? Sex::female : Sex::male; }
int age_of(const reference::CsvRow& row) {
  return std::stoi(row.at("age_years")) * 12 + std::stoi(row.at("age_months"));
}

// The law is there whoever asks, however early: before main, from a file that was linked first.
const std::size_t rows_before_main = BenefitLaw::built_in().retirement_ages().size();

TEST(RetirementAge, TheLawIsThereBeforeMain) {
  EXPECT_EQ(rows_before_main, 25U);
  EXPECT_EQ(BenefitLaw::built_in().indexation().size(), 9U);
}

// Decree 135/2020/ND-CP Appendix I: every month of birth it lists, the open last row up to 1999.
TEST(RetirementAge, TheOfficialAppendixComesOutEntirely) {
  int months = 0;
  for (const auto& row : reference::read_csv("benefit/data/retirement-age.csv")) {
    if (row.at("basis") != "birth_month") continue;
    const Month from = *read_month(row.at("from"));
    const Month to = row.at("to").empty() ? Month{1999, 12} : *read_month(row.at("to"));
    for (Month birth = from; birth <= to; birth = birth + 1) {
      const auto found = BenefitLaw::built_in().retirement(sex_of(row), birth);
      ASSERT_TRUE(found) << birth.text();
      EXPECT_EQ(found->age_months, age_of(row)) << birth.text() << ' ' << row.at("sex");
      EXPECT_EQ(found->reached, birth + age_of(row)) << birth.text();
      ++months;
    }
  }
  EXPECT_EQ(months, 468 + 408);  // men born from 1961-01, women from 1966-01
}

TEST(RetirementAge, EveryRowByTheYearInWhichItIsReached) {
  for (const auto& row : reference::read_csv("benefit/data/retirement-age.csv")) {
    if (row.at("basis") != "year_age_is_reached") continue;
    const int year = std::stoi(row.at("from"));
    bool found = false;
    for (const RetirementAge& age : BenefitLaw::built_in().retirement_ages()) {
      if (age.sex != sex_of(row) || year < age.first_year || age.last_year < year) continue;
      EXPECT_EQ(age.months, age_of(row)) << year;
      EXPECT_EQ(age.provision.standing, Standing::text);
      found = true;
    }
    EXPECT_TRUE(found) << year;
  }
}

// Against steps counted from 2020 on, for everyone who reaches the age within the law's years.
TEST(RetirementAge, EqualsTheStepsOfTheCode) {
  const slow::Benefits slow;
  for (const bool woman : {true, false}) {
    for (Month birth{1953, 1}; birth <= Month{2005, 12}; birth = birth + 1) {
      const auto found = BenefitLaw::built_in().retirement(woman ? Sex::female : Sex::male, birth);
      ASSERT_TRUE(found) << birth.text();
      EXPECT_EQ(found->reached, slow.age_reached(woman, birth)) << birth.text() << woman;
    }
  }
}

TEST(RetirementAge, WhoReachedItBeforeTheLawHasNone) {
  EXPECT_FALSE(BenefitLaw::built_in().retirement(Sex::female, Month{1939, 12}));
  EXPECT_TRUE(BenefitLaw::built_in().retirement(Sex::female, Month{1940, 1}));
  EXPECT_FALSE(BenefitLaw::built_in().retirement(Sex::male, Month{1934, 12}));
}

}  // namespace
