// Coefficients of indexation: every published one, and whether the tables fit one series of prices.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

#include "ansinh/benefit.hpp"
#include "reference/csv.hpp"
#include "reference/number.hpp"

namespace {

using namespace ansinh;
using reference::Number;

TEST(Indexation, EveryPublishedCoefficientAndNoOther) {
  std::map<std::pair<int, int>, std::pair<std::string, std::string>> published;
  for (const auto& row : reference::read_csv("benefit/data/indexation.csv")) {
    if (row.at("scheme") != "voluntary") continue;
    published[{std::stoi(row.at("benefit_year")), std::stoi(row.at("contribution_year"))}] = {row.at("coefficient"),
                                                                                              row.at("standing")};
  }
  std::size_t found = 0;
  for (const IndexationTable& table : BenefitLaw::built_in().indexation()) {
    for (const auto& [year, hundredths] : table.coefficients) {
      const auto row = published.find({table.benefit_year, year});
      ASSERT_NE(row, published.end()) << table.benefit_year << ' ' << year;
      EXPECT_EQ(reference::decimal(hundredths, 2),
                [&] {
                  std::string digits = row->second.first;
                  digits.erase(digits.find('.'), 1);
                  return reference::decimal(std::stoll(digits), 2);
                }())
          << table.benefit_year << ' ' << year;
      EXPECT_EQ(name(table.provision.standing), row->second.second);
      ++found;
    }
  }
  EXPECT_EQ(found, published.size());
}

// coef(t, Y) = CPI(Y-1) / CPI(t), rounded to hundredths and at least 1: each says that the quotient lies within half a
// hundredth, or of a 1.00 at most half a hundredth above. One series of prices meets all of them exactly where no cycle
// of these bounds multiplies to less than 1.
struct Bound {
  int from, to;  // price(to) <= factor x price(from)
  Number factor;
};

std::vector<Bound> bounds(const std::set<int>& benefit_years) {
  std::vector<Bound> bounds;
  for (const IndexationTable& table : BenefitLaw::built_in().indexation()) {
    if (!benefit_years.contains(table.benefit_year)) continue;
    for (const auto& [year, hundredths] : table.coefficients) {
      if (year == table.benefit_year) continue;  // no price of the year yet
      const int last = table.benefit_year - 1;
      bounds.push_back({year, last, Number(2 * hundredths + 1, 200)});
      if (hundredths > 100) bounds.push_back({last, year, 1 / Number(2 * hundredths - 1, 200)});
    }
  }
  return bounds;
}

// Whether some series of prices meets all bounds: multiplicative Bellman-Ford without a shrinking cycle.
bool feasible(const std::vector<Bound>& bounds) {
  std::map<int, Number> price;
  for (const Bound& bound : bounds) price[bound.from] = price[bound.to] = 1;
  for (std::size_t round = 0; round <= price.size(); ++round) {
    bool changed = false;
    for (const Bound& bound : bounds) {
      const Number most = bound.factor * price[bound.from];
      if (most < price[bound.to]) {
        price[bound.to] = most;
        changed = true;
      }
    }
    if (!changed) return true;
  }
  return false;
}

TEST(Indexation, SourcedTablesFitOneSeriesOfPrices) {
  EXPECT_TRUE(feasible(bounds({2015, 2020, 2022, 2024, 2025, 2026})));
}

TEST(Indexation, TheAssumedTablesFitToo) {
  EXPECT_TRUE(feasible(bounds({2015, 2020, 2021, 2022, 2023, 2024, 2025, 2026})));
}

// A test that could not fail would say nothing: a coefficient three hundredths off is found out.
TEST(Indexation, AWrongCoefficientDoesNotFit) {
  auto wrong = bounds({2015, 2020, 2022, 2024, 2025, 2026});
  wrong.push_back({2012, 2025, Number(2 * 148 + 1, 200)});  // 1.48 in place of 1.51
  EXPECT_FALSE(feasible(wrong));
}

TEST(Indexation, AFutureTableMayBeLaidOver) {
  const BenefitLaw& law = BenefitLaw::built_in();
  EXPECT_EQ(law.indexation(2027), nullptr);
  EXPECT_EQ(law.indexation_before(2027)->benefit_year, 2026);
  const BenefitLaw more = law.with({2027, {{2026, 103}, {2027, 100}}, {{"Test", ""}, Standing::draft, Sources::none}});
  EXPECT_EQ(more.indexation(2027)->of(2026), 103);
  EXPECT_EQ(more.indexation(2027)->of(2025), std::nullopt);
  EXPECT_NE(more.digest(), law.digest());
  EXPECT_EQ(law.indexation(2027), nullptr);
}

}  // namespace
