// The account month by month is the reference's, and its columns add up to the answer.
#include "ansinh/schedule.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "assess/proof.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const Day days[] = {{2016, 1, 1}, {2017, 9, 5},  {2018, 3, 1}, {2025, 6, 30}, {2025, 7, 1},
                    {2026, 2, 3}, {2026, 4, 30}, {2026, 5, 1}, {2026, 8, 31}, {2028, 2, 29}};

TEST(Schedule, OfEveryTerm) {
  proof::Twin twin;
  Programme local;
  local.id = "t_all";
  local.layer = "locality";
  local.territory.locality = {*LocalityCode::from_text("99999")};
  local.citation = {"a test", ""};
  local.rules = {{Group::poor, FixedSum{10'001_dong}, {RuleMonths::Kind::all, 0}},
                 {Group::near_poor, FloorShare{"0.6"_rate}, {RuleMonths::Kind::central, 0}},
                 {{}, OwnShare{"0.037"_rate}, {RuleMonths::Kind::limit, 7}}};
  twin.lay(local);
  const Rules rules{twin.book};
  int turn = 0;
  int answered = 0;
  int cut = 0;
  for (const Day day : days) {
    for (const char* term : {"1", "3", "6", "12", "VS2", "VS5", "TH1", "TH7", "TH60", "TH120", "DB3", "DB12"}) {
      for (const Group group : {Group::poor, Group::near_poor, Group::island}) {
        ++turn;
        Request q;
        q.paid_on = day;
        q.term = *Term::from_text(term);
        q.income = income_brackets(twin.book, day)->level(turn % 5);
        q.groups = group;
        q.fund_return_rate = turn % 7 == 0 ? Rate{} : "0.00628"_rate;
        if (turn % 4 != 0) q.place.locality = LocalityCode::from_text("99999");
        if (turn % 3 == 0) q.place.province = ProvinceCode::from_text("01");
        if (turn % 5 == 0) q.months_supported = 117;
        if (turn % 6 == 0) q.other_support = 50'000_dong;
        if (q.term.kind() == Term::Kind::late) q.first_month = day.month() - 13;
        ASSERT_TRUE(proof::schedule_agrees(rules, twin.law, q));
        const auto answer = assess(rules, q);
        if (!answer.ok()) continue;
        ++answered;
        if (answer->flags.has(Flag::support_cut)) ++cut;
      }
    }
  }
  EXPECT_GT(answered, 250);
  EXPECT_GT(cut, 3);
}

TEST(Schedule, NamesMonthsAndExponents) {
  Request q;
  q.paid_on = Day{2026, 8, 1};
  q.income = 1500000_dong;
  q.term = *Term::years_ahead(2);
  const auto ahead = schedule(built_in_rules(), q);
  ASSERT_TRUE(ahead.ok());
  ASSERT_EQ(ahead->months.size(), 24U);
  EXPECT_EQ(ahead->months[0].month, (Month{2026, 8}));
  EXPECT_EQ(ahead->months[0].exponent, 0);
  EXPECT_EQ(ahead->months[0].amounts.contribution, 330000_dong);  // the first month is not discounted
  EXPECT_EQ(ahead->months[23].month, (Month{2028, 7}));
  EXPECT_EQ(ahead->months[23].exponent, -23);
  EXPECT_EQ(ahead->months[23].cumulative.contribution, 7644801_dong);
  q.term = *Term::missing_months(3);
  const auto missing = schedule(built_in_rules(), q);
  ASSERT_TRUE(missing.ok());
  EXPECT_FALSE(missing->months[0].month.has_value());
  EXPECT_EQ(missing->months[0].exponent, 3);
  EXPECT_EQ(missing->months[2].exponent, 1);
}

}  // namespace
