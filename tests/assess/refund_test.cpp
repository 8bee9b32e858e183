// Refunds: every way of asking for one gives the reference's amounts, and the official example to the dong.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "assess/proof.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

// Decision 595/QD-BHXH (2017) example 8: two years ahead from 2016-09, eight months left, support stated as 123,200.
TEST(Refund, OfficialExample) {
  RefundRequest request;
  request.payment.paid_on = Day{2016, 9, 1};
  request.payment.income = 3000000_dong;
  request.payment.term = *Term::years_ahead(2);
  request.payment.fund_return_rate = "0.00628"_rate;
  request.remaining = 8;
  request.on = Day{2018, 1, 1};
  request.support_refunded = 123200_dong;
  const auto refund = ansinh::refund(built_in_rules(), request);
  ASSERT_TRUE(refund.ok());
  EXPECT_EQ(refund->gross, 4673704_dong);
  EXPECT_EQ(refund->central_support, 123200_dong);
  EXPECT_EQ(refund->refund, 4550504_dong);
  EXPECT_TRUE(refund->flags.none());
  EXPECT_EQ(explain(built_in_rules(), request).months_from_event, 8);
}

// Days on both sides of every change of the refund's law and of the support.
const Day days[] = {{2010, 1, 1},  {2015, 12, 31}, {2016, 1, 1}, {2017, 9, 5},  {2018, 1, 1},  {2022, 8, 1},
                    {2025, 6, 30}, {2025, 7, 1},   {2026, 2, 3}, {2026, 8, 31}, {2026, 12, 1}, {2028, 2, 29}};

// Every number of months of every term, on every day, in a place with each kind of local rule.
TEST(Refund, EveryNumberOfMonths) {
  proof::Twin twin;
  Programme all_months;
  all_months.id = "t_all";
  all_months.layer = "locality";
  all_months.territory.locality = {*LocalityCode::from_text("99999")};
  all_months.citation = {"a test", ""};
  all_months.rules = {{Group::poor, FixedSum{10'001_dong}, {RuleMonths::Kind::all, 0}},
                      {{}, OwnShare{"0.037"_rate}, {RuleMonths::Kind::limit, 7}}};
  twin.lay(all_months);
  const Rules rules{twin.book};
  int turn = 0;
  int answered = 0;
  for (const Day day : days) {
    for (const char* term : {"1", "3", "6", "12", "VS2", "VS3", "VS5"}) {
      const Term paid = *Term::from_text(term);
      for (int remaining = 0; remaining <= paid.covered_months() + 1; ++remaining) {
        ++turn;
        RefundRequest request;
        request.payment.paid_on = day;
        request.payment.term = paid;
        request.payment.income = income_brackets(twin.book, day)->level(turn % 40);
        request.payment.fund_return_rate = turn % 6 == 0 ? Rate{} : "0.00628"_rate;
        request.payment.groups = turn % 2 == 0 ? GroupSet{Group::poor} : GroupSet{};
        if (turn % 3 != 0) request.payment.place.locality = LocalityCode::from_text("99999");
        if (turn % 5 == 0) request.payment.place.province = ProvinceCode::from_text("01");
        if (turn % 4 == 0) request.payment.months_supported = 120 - turn % 25;
        if (turn % 7 == 0) request.payment.other_support = Money{turn * 1'003};
        if (turn % 9 == 0) request.payment.first_month = day.month() + turn % 4;
        request.remaining = remaining;
        const int passed = turn % 11 == 0 ? -1 : paid.covered_months() - remaining + (turn % 8 == 0 ? 1 : 0);
        request.on = (request.payment.first_month.value_or(day.month()) + passed).last_day();
        request.reason = all_refund_reasons[static_cast<std::size_t>(turn) % all_refund_reasons.size()];
        if (turn % 10 == 0) request.support_refunded = Money{turn * 101};
        ASSERT_TRUE(proof::agrees(rules, twin.law, request));
        if (refund(rules, request).ok()) ++answered;
      }
    }
  }
  EXPECT_GT(answered, 1000);
}

// What goes back and what is given back never come to more than was paid for these months, unless it was stated so.
TEST(Refund, KeepsItsBounds) {
  RefundRequest request;
  request.payment.paid_on = Day{2026, 3, 1};
  request.payment.income = 1500000_dong;
  request.payment.term = *Term::years_ahead(5);
  request.payment.fund_return_rate = "0.05"_rate;
  request.payment.groups = Group::near_poor;
  request.payment.place.province = ProvinceCode::from_text("01");
  request.on = Day{2026, 4, 1};
  const auto paid = assess(built_in_rules(), request.payment);
  ASSERT_TRUE(paid.ok());
  for (int remaining = 1; remaining < 60; ++remaining) {
    request.remaining = remaining;
    const auto back = refund(built_in_rules(), request);
    ASSERT_TRUE(back.ok());
    EXPECT_GE(back->refund, 0_dong);
    EXPECT_LE(back->refund, paid->participant_share);
    EXPECT_LE(back->refund, back->gross);
    EXPECT_LE(back->central_support, paid->central_support);
    EXPECT_LE(back->local_top_up, paid->local_top_up);
  }
}

// The State's support runs out inside the payment: by which months are the supported ones the refund differs, although
// the payment itself does not.
TEST(Refund, ByTheOrderOfMonthsIsUnsettled) {
  RefundRequest request;
  request.payment.paid_on = Day{2026, 8, 1};
  request.payment.income = 1500000_dong;
  request.payment.term = 12_months;
  request.payment.months_supported = 114;
  request.remaining = 6;
  request.on = Day{2027, 2, 1};
  ASSERT_FALSE(assess(built_in_rules(), request.payment)->flags.has(Flag::unsettled));
  const auto back = refund(built_in_rules(), request);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->central_support, 0_dong);
  EXPECT_TRUE(back->flags.has(Flag::unsettled));
  const RefundExplanation explanation = explain(built_in_rules(), request);
  ASSERT_EQ(explanation.payment.doubts.size(), 1U);
  EXPECT_EQ(explanation.payment.doubts[0].reading, Reading::refund_order);
  EXPECT_EQ(explanation.payment.doubts[0].effect, 396000_dong);  // 6 x 20 % x 22 % x 1,500,000
}

}  // namespace
