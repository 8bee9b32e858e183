// Which reading of the law makes an answer over years unsettled, and by how much it would differ.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "assess/proof.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

Request missing(Day day, int months, const char* r) {
  Request q;
  q.paid_on = day;
  q.income = 2000000_dong;
  q.term = *Term::missing_months(months);
  q.fund_return_rate = Rate::from_text(r);
  return q;
}

std::vector<Reading> readings(const Request& q) {
  const Explanation e = explain(built_in_rules(), q);
  EXPECT_TRUE(e.outcome.ok());
  EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
  std::vector<Reading> found;
  for (const Doubt& doubt : e.doubts) found.push_back(doubt.reading);
  return found;
}

using Readings = std::vector<Reading>;

TEST(Readings, MissingMonthsSettledWhileTheDecisionHeld) {
  EXPECT_EQ(readings(missing(Day{2025, 6, 30}, 24, "0.0031")), Readings{});
}

TEST(Readings, EditionOfTheSupportOpenSince) {
  EXPECT_EQ(readings(missing(Day{2025, 7, 1}, 24, "0.0031")), Readings{Reading::th_support});
  EXPECT_EQ(readings(missing(Day{2026, 5, 1}, 24, "0.0031")), Readings{Reading::th_support});
  Request none_left = missing(Day{2025, 7, 1}, 24, "0.0031");
  none_left.months_supported = 120;
  EXPECT_EQ(readings(none_left), Readings{});
}

TEST(Readings, AnotherEditionThanTheDays) {
  Request q = missing(Day{2025, 6, 30}, 24, "0.0031");
  q.th_support = ThSupport::compounded;
  EXPECT_EQ(readings(q), Readings{});
  q.th_support = ThSupport::nominal;
  EXPECT_EQ(readings(q), Readings{Reading::th_support});
  q.paid_on = Day{2017, 12, 31};  // no support, nothing to count otherwise
  EXPECT_EQ(readings(q), Readings{});
}

TEST(Readings, OrderOfMonthsOnlyWhereTheyBearReturn) {
  Request q = missing(Day{2024, 6, 30}, 24, "0.0031");
  q.months_supported = 110;
  EXPECT_EQ(readings(q), Readings{Reading::order_of_months});
  const Explanation e = explain(built_in_rules(), q);
  // 10 % x 22 % x 1,500,000 = 33,000 a month: the first ten months bear 24 ... 15 months' return, the last ten 10
  // ... 1.
  EXPECT_EQ(e.outcome->central_support, 350545_dong);
  EXPECT_EQ(e.doubts[0].effect, 14866_dong);
  q.fund_return_rate = Rate{};
  EXPECT_EQ(readings(q), Readings{Reading::zero_return});
}

TEST(Readings, ZeroReturnOnlyWhereItIsUsed) {
  Request q;
  q.paid_on = Day{2026, 8, 1};
  q.income = 1500000_dong;
  q.fund_return_rate = Rate{};
  EXPECT_EQ(readings(q), Readings{});
  q.term = *Term::years_ahead(2);
  EXPECT_EQ(readings(q), Readings{Reading::zero_return});
}

TEST(Readings, ThePublishedReturnIsReportedByOneSource) {
  Request q;
  q.paid_on = Day{2026, 8, 1};
  q.income = 1500000_dong;
  q.term = *Term::years_ahead(2);
  EXPECT_EQ(readings(q), Readings{Reading::value_standing});
  q.fund_return_rate = "0.0031"_rate;
  EXPECT_EQ(readings(q), Readings{});
}

TEST(Readings, LateMakeUpWhereItCouldBeSupported) {
  Request q;
  q.paid_on = Day{2025, 6, 1};
  q.first_month = Month{2024, 8};
  q.income = 1500000_dong;
  q.term = *Term::late(6);
  q.fund_return_rate = "0.0031"_rate;
  EXPECT_EQ(readings(q), Readings{Reading::late_support});
  EXPECT_EQ(explain(built_in_rules(), q).doubts[0].effect, 198000_dong);  // 6 x 33,000
  q.months_supported = 120;
  EXPECT_EQ(readings(q), Readings{});
  q.months_supported = 0;
  q.paid_on = Day{2017, 6, 1};
  q.first_month = Month{2016, 11};
  EXPECT_EQ(readings(q), Readings{});
}

TEST(Readings, AReturnOfZeroIsThePlainMultiple) {
  for (const char* term : {"VS2", "VS5", "TH1", "TH37", "TH60"}) {
    Request q = missing(Day{2026, 8, 1}, 1, "0");
    q.term = *Term::from_text(term);
    const auto answer = assess(built_in_rules(), q);
    ASSERT_TRUE(answer.ok());
    const int months = q.term.covered_months();
    EXPECT_EQ(answer->contribution, 440000_dong * months) << term;
    EXPECT_EQ(answer->central_support, 66000_dong * months) << term;
  }
}

}  // namespace
