// Published rates of coverage, what their rounding allows, and the file of goals.
#include <gtest/gtest.h>

#include <ansinh/goals.hpp>
#include <string>
#include <variant>
#include <vector>

namespace {

using ansinh::Goal;
using ansinh::GoalFault;
using ansinh::PersonsBetween;
using ansinh::PublishedRate;

PublishedRate rate(std::string_view text) {
  const auto read = PublishedRate::from_text(text);
  EXPECT_TRUE(read) << text;
  return *read;
}

TEST(PublishedRates, KeepTheDecimalsThatWerePrinted) {
  EXPECT_EQ(rate("3.41%"), rate("0.0341"));
  EXPECT_EQ(rate("3,41 %"), rate("0,0341"));
  EXPECT_EQ(rate("3.41%").percent(), "3.41");
  EXPECT_EQ(rate("3.40%").percent(), "3.40");
  EXPECT_EQ(rate("6%").percent(), "6");
  EXPECT_EQ(rate("0.3").percent(), "30");
  EXPECT_EQ(rate("0.05%").percent(), "0.05");
  EXPECT_EQ(rate("100%").percent(), "100");
  EXPECT_EQ(rate("1").percent(), "100");
  EXPECT_NE(rate("3.4%"), rate("3.40%"));
  for (const char* text : {"", "%", "3..4%", "-1%", "101%", "100.01%", "1.1", "x", "3.41 % %", "3.12345678%", ".5",
                           "5.", "99999999999999999999", "1e2"}) {
    EXPECT_FALSE(PublishedRate::from_text(text)) << text;
  }
}

// Every whole workforce near the edges, by multiplication: w is allowed where participants / w, rounded half up to the
// decimals of the rate, is the rate.
bool rounds_to(std::uint64_t participants, std::uint64_t workforce, PublishedRate rate) {
  __extension__ typedef unsigned __int128 Wide;
  Wide one = 1;
  for (int i = 0; i < rate.decimals(); ++i) one *= 10;
  const Wide twice = 2 * Wide{participants} * one;
  const Wide digits = static_cast<Wide>(rate.digits());
  return twice >= (2 * digits - 1) * workforce && twice < (2 * digits + 1) * workforce;
}

void expect_edges(std::uint64_t participants, PublishedRate rate, PersonsBetween forces) {
  EXPECT_TRUE(rounds_to(participants, forces.least, rate));
  EXPECT_FALSE(rounds_to(participants, forces.least - 1, rate));
  EXPECT_TRUE(rounds_to(participants, forces.most, rate));
  EXPECT_FALSE(rounds_to(participants, forces.most + 1, rate));
  EXPECT_TRUE(rounds_to(participants, forces.nearest, rate));
}

// Khanh Hoa, early 2024: 15,183 voluntary participants are 2.68 % of the workforce; the goal of 3.41 % takes about
// 4,140 more by the office's own count. The rounding of the two rates allows 4,071 to 4,200.
TEST(PublishedCounts, KhanhHoaEarly2024) {
  const auto forces = ansinh::workforces_of(15'183, rate("2.68%"));
  ASSERT_TRUE(forces);
  EXPECT_EQ(forces->nearest, 566'530U);
  EXPECT_EQ(forces->least, 565'475U);
  EXPECT_EQ(forces->most, 567'588U);
  expect_edges(15'183, rate("2.68%"), *forces);

  const auto growth = ansinh::growth(15'183, 566'530, rate("3.41%"));
  EXPECT_EQ(growth.present, rate("2.68%"));
  EXPECT_EQ(growth.participants.nearest, 19'319U);
  EXPECT_EQ(growth.added, 4'136U);
  ASSERT_TRUE(growth.added_by_rates);
  EXPECT_EQ(*growth.added_by_rates, (PersonsBetween{4'136, 4'071, 4'200}));
  const std::uint64_t office = 4'140;
  EXPECT_LE(growth.added_by_rates->least, office);
  EXPECT_GE(growth.added_by_rates->most, office);
}

// Hoa Binh, third quarter of 2024: 20,200 voluntary participants are 4.48 % of the workforce.
TEST(PublishedCounts, HoaBinhThirdQuarterOf2024) {
  const auto forces = ansinh::workforces_of(20'200, rate("4.48%"));
  ASSERT_TRUE(forces);
  EXPECT_EQ(*forces, (PersonsBetween{450'893, 450'391, 451'396}));
  expect_edges(20'200, rate("4.48%"), *forces);
  EXPECT_EQ(PublishedRate::of(20'200, 450'893, 4), rate("4.48%"));
}

// Hai Duong's goals of coverage for 2022 to 2025. The workforce is invented: none was published with them.
TEST(PublishedCounts, HaiDuongGoalsOf2022To2025) {
  const auto read = ansinh::read_goals(
      "year,workforce,rate\n2022,1000000,6%\n2023,1000000,7%\n2024,1000000,8%\n"
      "2025,1000000,9%\n");
  const auto* goals = std::get_if<std::vector<Goal>>(&read);
  ASSERT_NE(goals, nullptr);
  ASSERT_EQ(goals->size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    const Goal& goal = (*goals)[i];
    EXPECT_EQ(goal.year, 2022 + static_cast<int>(i));
    EXPECT_EQ(goal.rate, rate(std::to_string(6 + i) + "%"));
    const auto growth = ansinh::growth(50'000, goal.workforce, goal.rate);
    EXPECT_EQ(growth.added, 10'000 * (6 + i) - 50'000);
    // 5.5 % up to, without it, 6.5 %: what rounds to 6 %.
    EXPECT_EQ(growth.participants,
              (PersonsBetween{10'000 * (6 + i), 10'000 * (6 + i) - 5'000, 10'000 * (6 + i) + 4'999}));
  }
  EXPECT_FALSE(ansinh::check_goals(*goals, 2022, 2025, 50'000));
}

TEST(Growth, IsNoneWhereTheGoalIsReached) {
  const auto reached = ansinh::growth(500, 1'000, rate("30%"));
  EXPECT_TRUE(reached.reached());
  EXPECT_EQ(reached.added, 0U);
  EXPECT_EQ(reached.participants.nearest, 300U);
  // Halves go up: 12.5 persons.
  EXPECT_EQ(ansinh::growth(0, 25, rate("50%")).added, 13U);
  EXPECT_FALSE(ansinh::growth(0, 25, rate("50%")).added_by_rates);
  EXPECT_FALSE(ansinh::workforces_of(10, rate("0.00%")));
}

TEST(Growth, EdgesHoldForManyCounts) {
  for (std::uint64_t participants = 1; participants < 4'000; participants += 37) {
    for (const char* text : {"0.1%", "1%", "2.68%", "33.3%", "99.9%"}) {
      const auto forces = ansinh::workforces_of(participants, rate(text));
      if (!forces) continue;
      EXPECT_TRUE(rounds_to(participants, forces->least, rate(text))) << participants << ' ' << text;
      EXPECT_TRUE(rounds_to(participants, forces->most, rate(text))) << participants << ' ' << text;
      EXPECT_FALSE(rounds_to(participants, forces->most + 1, rate(text))) << participants << ' ' << text;
      if (forces->least > participants) {
        EXPECT_FALSE(rounds_to(participants, forces->least - 1, rate(text))) << participants << ' ' << text;
      }
    }
  }
}

struct BadGoals {
  const char* text;
  GoalFault::Kind kind;
  std::uint64_t line;
  const char* column;
  const char* given;
  const char* limit;
};

TEST(GoalsFile, SaysWhatIsWrong) {
  using Kind = GoalFault::Kind;
  const std::vector<BadGoals> cases{
      {"", Kind::empty, 0, "", "", ""},
      {" \r\n\n", Kind::empty, 0, "", "", ""},
      {"year,workforce,rate\n", Kind::empty, 2, "", "", ""},
      {"year,workforce\n2027,5\n", Kind::missing_column, 1, "rate", "", ""},
      {"year,workforce,rate,goal\n", Kind::unknown_column, 1, "goal", "", ""},
      {"year,workforce,YEAR\n", Kind::duplicate_column, 1, "YEAR", "", ""},
      {"year,workforce,rate\n2027,5\n", Kind::cell_count, 2, "", "2", "3"},
      {"year,workforce,rate\n2027,5,6%,7\n", Kind::cell_count, 2, "", "4", "3"},
      {"year,workforce,rate\n27,5,6%\n", Kind::malformed, 2, "year", "27", ""},
      {"year,workforce,rate\n2031,5,6%\n", Kind::out_of_range, 2, "year", "2031", "2008"},
      {"year,workforce,rate\n2028,5,6%\n\n2027,5,6%\n", Kind::unordered, 4, "year", "2027", "2028"},
      {"year,workforce,rate\n2028,5,6%\n2028,5,7%\n", Kind::unordered, 3, "year", "2028", "2028"},
      {"year,workforce,rate\n2028,many,6%\n", Kind::malformed, 2, "workforce", "many", ""},
      {"year,workforce,rate\n2028,0,6%\n", Kind::out_of_range, 2, "workforce", "0", "1"},
      {"year,workforce,rate\n2028,1000000000001,6%\n", Kind::out_of_range, 2, "workforce", "1000000000001", "1"},
      {"year,workforce,rate\n2028,99999999999999999999,6%\n", Kind::out_of_range, 2, "workforce",
       "99999999999999999999", "1"},
      {"year,workforce,rate\n2028,5,600%\n", Kind::malformed, 2, "rate", "600%", ""},
      {"year,workforce,rate\n2028,5,\n", Kind::malformed, 2, "rate", "", ""},
      {"year,workforce,rate\n2028,5,\"6%\n", Kind::malformed, 2, "", "", ""},
      {"year,workforce,rate\n2028,5,\"6%\"x\n", Kind::malformed, 2, "", "", ""},
      {"year,workforce,rate\n2028,5,\xff\n", Kind::malformed, 0, "", "", ""},
  };
  for (const BadGoals& bad : cases) {
    const auto read = ansinh::read_goals(bad.text);
    const auto* fault = std::get_if<GoalFault>(&read);
    ASSERT_NE(fault, nullptr) << bad.text;
    EXPECT_EQ(fault->kind, bad.kind) << bad.text << ansinh::name(fault->kind);
    EXPECT_EQ(fault->line, bad.line) << bad.text;
    EXPECT_EQ(fault->column, bad.column) << bad.text;
    EXPECT_EQ(fault->given, bad.given) << bad.text;
    EXPECT_EQ(fault->limit, bad.limit) << bad.text;
  }
}

TEST(GoalsFile, IsReadAsAListIs) {
  const auto plain = ansinh::read_goals("year,workforce,rate\n2027,566530,3.41%\n2028,566530,3.5%\n");
  for (const char* text : {"\xEF\xBB\xBFyear;workforce;rate\r\n2027;566.530;3,41%\r\n2028;566.530;3,5%\r\n",
                           "\n Rate \tYEAR\tworkforce\n\"3.41%\"\t2027\t566530\n3.5%\t2028\t566530"}) {
    const auto read = ansinh::read_goals(text);
    const auto* goals = std::get_if<std::vector<Goal>>(&read);
    ASSERT_NE(goals, nullptr) << text;
    const auto& expected = std::get<std::vector<Goal>>(plain);
    ASSERT_EQ(goals->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ((*goals)[i].year, expected[i].year);
      EXPECT_EQ((*goals)[i].workforce, expected[i].workforce);
      EXPECT_EQ((*goals)[i].rate, expected[i].rate);
    }
  }
}

TEST(GoalsFile, FitsThePeriodAndTheParticipants) {
  const std::vector<Goal> goals{{2027, 100, rate("5%"), 2}, {2031, 90, rate("6%"), 3}};
  const auto outside = ansinh::check_goals(goals, 2027, 2030, 50);
  ASSERT_TRUE(outside);
  EXPECT_EQ(outside->kind, GoalFault::Kind::outside_period);
  EXPECT_EQ(outside->line, 3U);
  EXPECT_EQ(outside->given, "2031");
  EXPECT_EQ(outside->limit, "2027");
  EXPECT_EQ(outside->other_limit, "2030");
  const auto small = ansinh::check_goals(goals, 2027, 2031, 95);
  ASSERT_TRUE(small);
  EXPECT_EQ(small->kind, GoalFault::Kind::below_participants);
  EXPECT_EQ(small->column, "workforce");
  EXPECT_EQ(small->given, "90");
  EXPECT_EQ(small->limit, "95");
  EXPECT_FALSE(ansinh::check_goals(goals, 2027, 2031, 90));
}

}  // namespace
