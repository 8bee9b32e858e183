// What is settled by quarters: of the columns `collection_point` and `commune`, with every layer and source of money
// apart.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <tuple>

#include "plain_csv.hpp"
#include "run_list.hpp"

namespace {

using ansinh::BatchOptions;
using ansinh::Errc;
using ansinh::Int128;
using ansinh::QuarterSums;
using ansinh::Totals;

constexpr std::size_t budget = 0, fund = 1, province = 0, locality = 1;

BatchOptions by(std::vector<std::string> columns) {
  BatchOptions options;
  options.by = std::move(columns);
  return options;
}

constexpr int q(int year, int quarter) { return year * 4 + quarter - 1; }

// Long Bien in 2022: the city's top-up from its budget, the district's from the Fund for the Poor.
TEST(Quarters, LayersAndSourcesApart) {
  const run::Outcome outcome = run::list(
      "paid_on,income,groups,former_province,locality,Collection_Point,commune\n"
      "2022-10-01,1500000,near_poor,01,004,A,00118\n"
      "2022-12-31,1500000,near_poor,01,004,A,00118\n"
      "2023-01-01,1500000,near_poor,01,004,B,00118\n"
      "2023-01-01,1,near_poor,01,004,B,00118\n",
      by({"Collection_Point", "commune"}));
  const QuarterSums* sums = outcome.totals.of("Collection_Point", "A", q(2022, 4));
  ASSERT_NE(sums, nullptr);
  EXPECT_EQ(sums->rows, 2U);
  EXPECT_EQ(sums->contribution, 2 * 330'000);
  EXPECT_EQ(sums->central_support, 2 * 82'500);
  EXPECT_GT(sums->local[province][budget], 0);
  EXPECT_GT(sums->local[locality][fund], 0);
  EXPECT_EQ(sums->local[province][fund], 0);
  EXPECT_EQ(sums->local[locality][budget], 0);
  EXPECT_EQ(sums->contribution, sums->central_support + sums->local[province][budget] + sums->local[locality][fund] +
                                    sums->other_support + sums->participant_share);
  EXPECT_EQ(outcome.totals.of("Collection_Point", "A", q(2023, 1)), nullptr);
  EXPECT_EQ(outcome.totals.of("commune", "00118", q(2022, 4))->rows, 2U);
  EXPECT_EQ(outcome.totals.of("commune", "00118", q(2023, 1))->rows, 1U) << "a refused row is in no quarter";
  EXPECT_EQ(outcome.totals.of("commune", "00118")->rows, 4U);
  EXPECT_NE(outcome.totals.json("x").find(R"("by_quarter":{"2022-Q4":{"rows":2,"sums":{"contribution":"660000",)"),
            std::string::npos);
}

TEST(Quarters, OnlyOfTheColumnsThatMoneyIsSettledBy) {
  const std::string list = "paid_on,income,groups,kind_of_work\n2026-11-22,1500000,poor,farm\n";
  const run::Outcome outcome = run::list(list, by({"groups", "kind_of_work"}));
  EXPECT_EQ(outcome.totals.json("x").find("by_quarter"), std::string::npos);
  EXPECT_EQ(outcome.totals.of("groups", "poor", q(2026, 4)), nullptr);
}

// The quarters of a value, and of the whole list, add up to its totals; against the rows as they were written.
TEST(Quarters, AddUp) {
  std::mt19937 random{7};
  std::string list = "paid_on,income,groups,province,collection_point\n";
  std::map<std::pair<std::string, int>, std::uint64_t> rows;
  for (int i = 0; i < 5000; ++i) {
    const auto month = 1 + static_cast<int>(random() % 12);
    const int year = 2022 + static_cast<int>(random() % 5);
    const std::string point = "P" + std::to_string(random() % 4);
    list += std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) + "-15,2000000," +
            (i % 2 == 0 ? "poor" : "") + ',' + (year == 2026 ? "01" : "") + ',' + point + '\n';
    ++rows[{point, q(year, (month + 2) / 3)}];
  }
  const run::Outcome outcome = run::list(list, by({"collection_point"}), run::pieces_of(5'000));
  QuarterSums all;
  for (const auto& [key, count] : rows) {
    const QuarterSums* sums = outcome.totals.of("collection_point", key.first, key.second);
    ASSERT_NE(sums, nullptr);
    EXPECT_EQ(sums->rows, count);
    all.add(*sums);
  }
  const ansinh::Tally& tally = outcome.totals.all();
  EXPECT_EQ(all.rows, tally.count(Errc::ok));
  EXPECT_EQ(all.contribution, tally.contribution);
  EXPECT_EQ(all.central_support, tally.central_support);
  EXPECT_EQ(all.participant_share, tally.participant_share);
  EXPECT_EQ(all.local[province][budget], tally.province_top_up);
  EXPECT_GT(all.local[province][budget], 0);
}

TEST(Quarters, TextOfAQuarter) {
  EXPECT_EQ(ansinh::quarter_text(ansinh::quarter_of(*ansinh::Day::from(2026, 1, 1))), "2026-Q1");
  EXPECT_EQ(ansinh::quarter_text(ansinh::quarter_of(*ansinh::Day::from(2026, 3, 31))), "2026-Q1");
  EXPECT_EQ(ansinh::quarter_text(ansinh::quarter_of(*ansinh::Day::from(2026, 4, 1))), "2026-Q2");
  EXPECT_EQ(ansinh::quarter_text(ansinh::quarter_of(*ansinh::Day::from(2026, 12, 31))), "2026-Q4");
}

TEST(Quarters, MoreThanATotalMayHoldAreSaid) {
  Totals totals{{"commune"}, 3};
  totals.settle({"province", "locality"});
  const std::string_view one = "00118";
  for (int month = 1; month <= 9; ++month)
    totals.add_to_quarter(*ansinh::Day::from(2026, static_cast<unsigned>(month), 1), {}, {&one, 1});
  EXPECT_EQ(totals.column_with_too_many_values(), nullptr);
  Totals other = totals;
  totals.add_to_quarter(*ansinh::Day::from(2026, 10, 1), {}, {&one, 1});
  EXPECT_NE(totals.column_with_too_many_values(), nullptr);
  Totals more{{"commune"}, 3};
  more.settle({"province", "locality"});
  more.add_to_quarter(*ansinh::Day::from(2025, 10, 1), {}, {&one, 1});
  ASSERT_TRUE(other.merge(more));
  EXPECT_NE(other.column_with_too_many_values(), nullptr);
}

}  // namespace
