// Results that others printed, to the dong, and where they show that rounding happens once.
#include <gtest/gtest.h>

#include <string>

#include "reference/csv.hpp"
#include "reference/long_terms.hpp"
#include "reference/refund.hpp"

namespace {

using namespace ansinh;
using reference::CsvRow;
using reference::Months;
using reference::Number;
using reference::Outcome;
using reference::Weights;

const reference::Law& law() {
  static const reference::Law of_files = reference::Law::from_files();
  return of_files;
}

Rate rate(const char* text) { return *Rate::from_text(text); }

Request request_of(const CsvRow& row) {
  Request q;
  q.paid_on = reference::day_of(row.at("paid_on"), Day{});
  q.income = Money{std::stoll(row.at("income_vnd"))};
  q.term = *Term::from_text(row.at("term"));
  q.fund_return_rate = rate(row.at("fund_return_rate").c_str());
  if (const std::string& first = row.at("first_month"); !first.empty()) {
    q.first_month = reference::day_of(first + "-01", Day{}).month();
  }
  if (row.at("th_support") == "compounded") q.th_support = ThSupport::compounded;
  if (row.at("th_support") == "nominal") q.th_support = ThSupport::nominal;
  return q;
}

bool prints(const CsvRow& row, const char* column, std::int64_t value) {
  return row.at(column).empty() || std::stoll(row.at(column)) == value;
}

TEST(PrintedResults, OfLongTermsAndRefunds) {
  int refunds = 0;
  const auto rows = reference::read_csv("reference/data/worked-long-terms.csv");
  for (const CsvRow& row : rows) {
    SCOPED_TRACE(row.at("id"));
    const Request q = request_of(row);
    if (row.at("remaining").empty()) {
      const Outcome out = reference::assess(law(), q);
      SCOPED_TRACE(describe(out));
      ASSERT_EQ(out.status, Errc::ok);
      EXPECT_TRUE(prints(row, "months", out.months));
      EXPECT_TRUE(prints(row, "gross_vnd", out.contribution));
      EXPECT_TRUE(prints(row, "central_support_vnd", out.central_support));
      EXPECT_TRUE(prints(row, "local_support_vnd", out.local_top_up));
      EXPECT_TRUE(prints(row, "participant_pays_vnd", out.participant_share));
      continue;
    }
    ++refunds;
    const reference::RefundOutcome out =
        reference::refund(law(), {q, std::stoi(row.at("remaining")), reference::day_of(row.at("on"), Day{}),
                                  reference::Reason::compulsory, std::stoll(row.at("support_refunded"))});
    SCOPED_TRACE(describe(out));
    ASSERT_EQ(out.status, Errc::ok);
    EXPECT_TRUE(prints(row, "months", out.months));
    EXPECT_TRUE(prints(row, "gross_vnd", out.gross));
    EXPECT_TRUE(prints(row, "central_support_vnd", out.central_support));
    EXPECT_TRUE(prints(row, "local_support_vnd", out.local_top_up));
    EXPECT_TRUE(prints(row, "participant_pays_vnd", out.refund));
  }
  EXPECT_EQ(rows.size(), 9U);
  EXPECT_EQ(refunds, 1);
}

std::int64_t down(const Number& exact) {
  return static_cast<std::int64_t>(Number{numerator(exact) / denominator(exact)});
}

// Decision 595, examples 6, 7, 8 and 10: rounding or cutting off in other places gives other numbers than those
// printed.
TEST(PrintedResults, AreRoundedOnceAtTheEnd) {
  const Number monthly = Number{22, 100} * 3'000'000;
  const auto each_month = [&](const Weights& weights, int months, auto&& round) {
    std::int64_t sum = 0;
    for (int month = 1; month <= months; ++month) sum += round(monthly * weights.of(month));
    return sum;
  };
  const auto nearest = [](const Number& exact) { return reference::nearest(exact).dong; };

  const Weights ahead = Weights::ahead(reference::number(rate("0.00628")));
  EXPECT_EQ(nearest(monthly * ahead.sum({1, 24})), 14'753'539);
  EXPECT_EQ(each_month(ahead, 24, nearest), 14'753'540);
  EXPECT_EQ(each_month(ahead, 24, down), 14'753'528);

  const Number r = reference::number(rate("0.00826"));
  const Weights missing = Weights::missing(r, 120);
  EXPECT_EQ(nearest(monthly * missing.sum({1, 120})), 135'629'537);
  EXPECT_EQ(each_month(missing, 120, nearest), 135'629'539);
  EXPECT_EQ(down(monthly * missing.sum({1, 120})), 135'629'536);

  EXPECT_EQ(nearest(monthly * ahead.sum({17, 24}) - 123'200), 4'550'504);
  EXPECT_EQ(down(monthly * ahead.sum({17, 24}) - 123'200), 4'550'503);

  const Number six_months = Number{22, 100} * 5'000'000;
  EXPECT_EQ(nearest(six_months * Weights::late(r, 4).sum({1, 6})), 6'820'781);
  EXPECT_EQ(down(six_months * Weights::late(r, 4).sum({1, 6})), 6'820'780);
  EXPECT_EQ(six_months * Weights::late(r, 1).sum({1, 6}), 6'654'516);
}

TEST(Weights, FollowTheMonthsPlaceInTime) {
  const Number r{1, 100};
  // The first month ahead is not discounted; every missing month carries interest, the earliest the most.
  EXPECT_EQ(Weights::ahead(r).of(1), 1);
  EXPECT_EQ(Weights::ahead(r).of(3), Number(10'000, 10'201));
  EXPECT_EQ(Weights::missing(r, 3).of(1), Number(1'030'301, 1'000'000));
  EXPECT_EQ(Weights::missing(r, 3).of(3), Number(101, 100));
  EXPECT_EQ(Weights::late(r, 2).of(1), Number(10'201, 10'000));
  EXPECT_EQ(Weights::nominal().sum({3, 7}), 5);
  EXPECT_EQ(Weights::missing(r, 3).sum({2, 1}), 0);
  EXPECT_EQ(reference::common({1, 12}, {9, 20}), (Months{9, 12}));
  EXPECT_EQ(reference::common({1, 3}, {9, 20}).count(), 0);
  for (const Weights& weights : {Weights::ahead(r), Weights::missing(r, 9), Weights::late(r, 2), Weights::nominal()}) {
    for (int first = 1; first <= 9; ++first) {
      Number sum = 0;
      for (int last = first; last <= 9; ++last) {
        sum += weights.of(last);
        EXPECT_EQ(weights.sum({first, last}), sum);
      }
    }
  }
}

}  // namespace
