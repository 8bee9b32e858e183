// The bounds hold the value between them, for every length there is and a spread of returns, and are narrow.
#include <gtest/gtest.h>

#include "core/series_bounds.hpp"
#include "plain_sums.hpp"

namespace {

using namespace ansinh;
using plain_sums::Integer;

Integer wide(UInt128 x) {
  Integer value = static_cast<std::uint64_t>(x >> 64);
  value <<= 64;
  return value + static_cast<std::uint64_t>(x);
}

// low < value <= high in multiples of 2^-96; the width of the bounds, in these.
void expect_within(const ReturnSeries& s, Integer& widest) {
  const plain_sums::Fraction exact = plain_sums::value(s);
  const SeriesBounds bounds = series_bounds(s);
  const Integer scaled = exact.numerator << SeriesBounds::fraction_bits;
  ASSERT_LT(wide(bounds.low) * exact.denominator, scaled) << s.r.text() << ' ' << s.first << ' ' << s.count;
  ASSERT_GE(wide(bounds.high) * exact.denominator, scaled) << s.r.text() << ' ' << s.first << ' ' << s.count;
  const Integer width = wide(bounds.high) - wide(bounds.low);
  if (widest < width) widest = width;
}

TEST(Bounds, HoldEveryLength) {
  for (const Rate r : plain_sums::returns()) {
    Integer widest = 0;
    for (int n = 1; n <= 120; ++n) {
      expect_within(ReturnSeries::discounted(r, 0, n), widest);
      expect_within(ReturnSeries::compounded(r, 1, n), widest);
    }
    for (int t = 1; t <= 276; ++t) {
      for (const int n : {1, 3, 6, 12}) expect_within(ReturnSeries::compounded(r, t, 1, n), widest);
    }
    // Wider by far than needed for one doubtful amount in a million: an income of 10^9 leaves 2^-96 x 2^35 x 10^9.
    EXPECT_LT(widest, Integer{1} << 35) << r.text();
  }
}

// Any part of a series: supported missing months, and the months of a refund.
TEST(Bounds, HoldEveryPart) {
  const std::vector<Rate>& all = plain_sums::returns();
  for (std::size_t i = 0; i < (plain_sums::full_sweep() ? all.size() : 4); ++i) {
    Integer widest = 0;
    for (int t = 1; t <= 120; t += plain_sums::full_sweep() ? 1 : 7) {
      for (int m = 1; m <= t; ++m) expect_within(ReturnSeries::compounded(all[i], t - m + 1, m), widest);
    }
    for (const int n : {24, 36, 48, 60}) {
      for (int m = 1; m <= n; ++m) expect_within(ReturnSeries::discounted(all[i], n - m, m), widest);
    }
  }
}

TEST(Bounds, OfNothing) {
  const SeriesBounds bounds = series_bounds(ReturnSeries::compounded(*Rate::from_text("0.01"), 1, 0));
  EXPECT_TRUE(bounds.low == 0 && bounds.high == 0);
}

// The largest there may be stays within 128 bit, with its integer part.
TEST(Bounds, HoldTheLargest) {
  Integer widest = 0;
  expect_within(ReturnSeries::compounded(ReturnSeries::max_return, ReturnSeries::max_exponent, 1, 12), widest);
  expect_within(ReturnSeries::compounded(ReturnSeries::max_return, 180, 120, 12), widest);
  expect_within(ReturnSeries::discounted(ReturnSeries::max_return, 0, 300), widest);
}

}  // namespace
