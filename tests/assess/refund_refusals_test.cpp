// What a refund is refused for, in the order of its contract: each of the faults hides those after it.
#include <gtest/gtest.h>

#include "ansinh/refund.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

RefundRequest sound() {
  RefundRequest request;
  request.payment.paid_on = Day{2026, 8, 1};
  request.payment.income = 1500000_dong;
  request.payment.term = 12_months;
  request.remaining = 5;
  request.on = Day{2027, 3, 1};
  return request;
}

Fault fault_of(const RefundRequest& request) {
  const auto result = refund(built_in_rules(), request);
  EXPECT_FALSE(result.ok());
  return result.ok() ? Fault{} : result.fault();
}

void expect(const RefundRequest& request, Errc code, Field field, Hint hint = Hint::none) {
  const Fault fault = fault_of(request);
  EXPECT_EQ(fault.code, code);
  EXPECT_EQ(fault.field, field);
  EXPECT_EQ(fault.hint, hint);
}

TEST(RefundRefusals, InTheirOrder) {
  RefundRequest request = sound();
  ASSERT_TRUE(refund(built_in_rules(), request).ok());
  request.on = Day{2027, 8, 1};
  expect(request, Errc::invalid_argument, Field::on, Hint::nothing_left);
  request.remaining = 12;
  expect(request, Errc::invalid_argument, Field::remaining, Hint::out_of_range);
  request.payment.paid_on = Day{2025, 6, 1};
  request.on = Day{2025, 6, 30};
  request.reason = RefundReason::pension;
  expect(request, Errc::invalid_argument, Field::reason, Hint::unknown_reason);
  request.on = Day{2031, 1, 1};
  expect(request, Errc::day_outside_law, Field::on);
  request.support_refunded = Money{-1};
  expect(request, Errc::invalid_argument, Field::support_refunded, Hint::out_of_range);
  request.payment.term = *Term::missing_months(12);
  request.payment.fund_return_rate = "0.0031"_rate;
  expect(request, Errc::term_not_allowed, Field::term, Hint::no_refund);
  request.payment.fund_return_rate.reset();
  expect(request, Errc::value_not_published, Field::fund_return_rate);
  request.payment.income = 1_dong;
  expect(request, Errc::income_below_floor, Field::income);
}

TEST(RefundRefusals, LateMakeUpHasNoRule) {
  RefundRequest request = sound();
  request.payment.paid_on = Day{2025, 6, 1};
  request.payment.first_month = Month{2024, 6};
  request.payment.term = *Term::late(6);
  request.payment.fund_return_rate = "0.0031"_rate;
  ASSERT_TRUE(assess(built_in_rules(), request.payment).ok());
  expect(request, Errc::term_not_allowed, Field::term, Hint::no_refund);
}

TEST(RefundRefusals, SayWhatWasGivenAndTheLimits) {
  RefundRequest request = sound();
  request.remaining = 12;
  const Fault months = fault_of(request);
  EXPECT_EQ(months.given, Datum::months(12));
  EXPECT_EQ(months.limit, Datum::months(1));
  EXPECT_EQ(months.other_limit, Datum::months(11));
  EXPECT_EQ(months.day, request.on);
  ASSERT_NE(months.rule, nullptr);
  EXPECT_EQ(months.rule->instrument, "Decree 159/2025/NĐ-CP");
  request.remaining = 0;
  EXPECT_EQ(fault_of(request).given, Datum::months(0));
  request.remaining = -3;
  EXPECT_EQ(fault_of(request).given, Datum::months(-3));
  // The whole period, where the event lies before it.
  request.payment.first_month = Month{2026, 9};
  request.on = Day{2026, 8, 31};
  request.remaining = 12;
  EXPECT_TRUE(refund(built_in_rules(), request).ok());
  request.on = Day{2026, 9, 1};
  EXPECT_FALSE(refund(built_in_rules(), request).ok());
}

TEST(RefundRefusals, AStrictCallerRefusesWhatIsNotSettled) {
  RefundRequest request = sound();
  EXPECT_FALSE(not_settled(request, *refund(built_in_rules(), request)).has_value());
  request.payment.other_support = 12000_dong;
  const auto open = not_settled(request, *refund(built_in_rules(), request));
  ASSERT_TRUE(open.has_value());
  EXPECT_EQ(open->code, Errc::not_settled);
}

}  // namespace
