// Refunds against the printed one (with the worked long terms) and amounts worked out by hand.
#include "reference/refund.hpp"

#include <gtest/gtest.h>

namespace {

using namespace ansinh;
using namespace ansinh::literals;
using reference::Reason;
using reference::RefundOutcome;
using reference::RefundRequest;

constexpr unsigned exhausted = 8, unsettled = 32;

const reference::Law& law() {
  static const reference::Law of_files = reference::Law::from_files();
  return of_files;
}

// 12 months from 2026-08: contribution 3,960,000, State 792,000, share 3,168,000; Ha Noi adds 396,000.
RefundRequest twelve_months(int remaining) {
  RefundRequest request;
  request.payment.paid_on = Day{2026, 8, 1};
  request.payment.income = 1500000_dong;
  request.payment.term = 12_months;
  request.remaining = remaining;
  request.on = Day{2027, 3, 1};
  return request;
}

void expect(const RefundRequest& request, std::int64_t gross, std::int64_t central, std::int64_t province,
            std::int64_t refund, unsigned flags) {
  const RefundOutcome out = reference::refund(law(), request);
  SCOPED_TRACE(describe(out));
  EXPECT_EQ(out.status, Errc::ok);
  EXPECT_EQ(out.gross, gross);
  EXPECT_EQ(out.central_support, central);
  EXPECT_EQ(out.province_top_up, province);
  EXPECT_EQ(out.local_top_up, province);
  EXPECT_EQ(out.refund, refund);
  EXPECT_EQ(out.months, request.remaining);
  EXPECT_EQ(out.flags, flags);
}

TEST(Refund, OfTheLastMonths) {
  expect(twelve_months(5), 1'650'000, 330'000, 0, 1'320'000, 0);
  expect(twelve_months(11), 3'630'000, 726'000, 0, 2'904'000, 0);
  RefundRequest request = twelve_months(5);
  request.payment.place.province = ProvinceCode::from_number(1);
  expect(request, 1'650'000, 330'000, 165'000, 1'155'000, unsettled);
  // Other support of 100,001: 5 of 12 months are 41,667.08.
  request = twelve_months(5);
  request.payment.other_support = 100001_dong;
  const RefundOutcome out = reference::refund(law(), request);
  EXPECT_EQ(out.other_support, 41'667);
  EXPECT_EQ(out.refund, 1'278'333);
  EXPECT_EQ(out.flags, unsettled);
}

TEST(Refund, OfTheWholePeriodBeforeItBegins) {
  RefundRequest request = twelve_months(12);
  request.payment.first_month = Month{2026, 9};
  request.on = Day{2026, 8, 31};
  expect(request, 3'960'000, 792'000, 0, 3'168'000, 0);
  request.on = Day{2026, 9, 1};
  EXPECT_EQ(reference::refund(law(), request).parameter, "remaining");
}

// Supported are the first of the supportable months; the refund takes the last of the period.
TEST(Refund, OfMonthsThatTheStateSupportedInPart) {
  RefundRequest request = twelve_months(5);
  request.payment.months_supported = 110;
  expect(request, 1'650'000, 3 * 66'000, 0, 1'452'000, exhausted | unsettled);
  request.remaining = 4;
  request.payment.months_supported = 111;
  expect(request, 1'320'000, 66'000, 0, 1'254'000, exhausted | unsettled);
  // 6 months from 2017-11, paid 2018-01: months 3 to 6 are supported with 61,600.
  request = {};
  request.payment.paid_on = Day{2018, 1, 15};
  request.payment.first_month = Month{2017, 11};
  request.payment.income = 700000_dong;
  request.payment.term = 6_months;
  request.remaining = 3;
  request.on = Day{2018, 2, 1};
  expect(request, 462'000, 46'200, 0, 415'800, 0);
  request.remaining = 5;
  expect(request, 770'000, 61'600, 0, 708'400, 0);
}

TEST(Refund, StaysBetweenNothingAndTheShare) {
  RefundRequest request = twelve_months(11);
  request.support_refunded = 0;
  expect(request, 3'630'000, 0, 0, 3'168'000, 0);
  request.support_refunded = 3'630'001;
  expect(request, 3'630'000, 3'630'001, 0, 0, 0);
  request.support_refunded = 1'000'000;
  expect(request, 3'630'000, 1'000'000, 0, 2'630'000, 0);
}

void expect_refusal(const RefundRequest& request, Errc status, const char* parameter, const char* given) {
  const RefundOutcome out = reference::refund(law(), request);
  EXPECT_EQ(out.status, status);
  EXPECT_EQ(out.parameter, parameter);
  EXPECT_EQ(out.given, given);
}

// Each fault is put on top of the later ones, so that the order shows.
TEST(Refund, RefusalsInTheirOrder) {
  RefundRequest request = twelve_months(5);
  request.on = Day{2027, 8, 1};
  expect_refusal(request, Errc::invalid_argument, "on", "2027-08-01");
  request.remaining = 0;
  expect_refusal(request, Errc::invalid_argument, "remaining", "0");
  request.remaining = 12;
  expect_refusal(request, Errc::invalid_argument, "remaining", "12");
  request.reason = Reason::pension;
  request.on = Day{2025, 6, 30};
  expect_refusal(request, Errc::invalid_argument, "reason", "pension");
  request.on = Day{2007, 12, 31};
  expect_refusal(request, Errc::day_outside_law, "on", "2007-12-31");
  request.support_refunded = 1'000'000'000'000'001;
  expect_refusal(request, Errc::invalid_argument, "support_refunded", "1000000000000001");
  request.support_refunded = -1;
  expect_refusal(request, Errc::invalid_argument, "support_refunded", "-1");
  request.payment.term = *Term::missing_months(12);
  expect_refusal(request, Errc::term_not_allowed, "term", "TH12");
  request.payment.income = 1499999_dong;
  expect_refusal(request, Errc::income_below_floor, "rural_poverty_line", "1499999");
}

TEST(Refund, PensionFrom2025July) {
  RefundRequest request = twelve_months(5);
  request.payment.paid_on = Day{2025, 3, 1};
  request.reason = Reason::pension;
  request.on = Day{2025, 6, 30};
  expect_refusal(request, Errc::invalid_argument, "reason", "pension");
  request.on = Day{2025, 7, 1};
  EXPECT_EQ(reference::refund(law(), request).status, Errc::ok);
}

TEST(Refund, LateMakeUpHasNoRule) {
  RefundRequest request = twelve_months(1);
  request.payment.paid_on = Day{2025, 6, 30};
  request.payment.first_month = Month{2025, 1};
  request.payment.term = *Term::late(3);
  request.payment.fund_return_rate = Rate::from_text("0.003");
  expect_refusal(request, Errc::term_not_allowed, "term", "DB3");
}

// The event may fall on the last day of the period, not later, and a refund beyond the days of the law is refused.
TEST(Refund, TheDayOfTheEvent) {
  RefundRequest request = twelve_months(1);
  request.on = Day{2027, 7, 31};
  EXPECT_EQ(reference::refund(law(), request).status, Errc::ok);
  request.payment.paid_on = Day{2030, 12, 31};
  request.payment.income = 2200000_dong;
  request.on = Day{2031, 1, 1};
  expect_refusal(request, Errc::day_outside_law, "on", "2031-01-01");
}

}  // namespace
