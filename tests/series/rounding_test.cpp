// Amounts by the bounds and by the exact path are those of plain sums, millions of them; where the bounds do not
// decide, the exact path is taken and nothing is guessed.
#include <gtest/gtest.h>

#include <cstdint>

#include "core/exact.hpp"
#include "core/series_bounds.hpp"
#include "plain_sums.hpp"

namespace {

using namespace ansinh;
using plain_sums::Integer;

class Random {
 public:
  std::uint64_t below(std::uint64_t n) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_ % n;
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

std::vector<ReturnSeries> spread(Rate r) {
  std::vector<ReturnSeries> all;
  for (const int years : {2, 3, 4, 5}) all.push_back(ReturnSeries::discounted(r, 0, 12 * years));
  for (const int t : {1, 2, 13, 36, 60, 97, 119, 120}) all.push_back(ReturnSeries::compounded(r, 1, t));
  all.push_back(ReturnSeries::compounded(r, 21, 100));
  all.push_back(ReturnSeries::discounted(r, 41, 19));
  for (const int t : {1, 4, 209}) all.push_back(ReturnSeries::compounded(r, t, 1, 6));
  return all;
}

// Incomes of the law, 22 % of them: the whole product with its two decimals. Over a million amounts; the exact path is
// compared on one in a hundred, since it is slow.
TEST(Rounding, RandomIncomes) {
  Random random;
  long decided = 0;
  long asked = 0;
  const int incomes = plain_sums::full_sweep() ? 100'000 : 6'000;
  for (const Rate r : plain_sums::returns()) {
    for (const ReturnSeries& series : spread(r)) {
      const plain_sums::Fraction value = plain_sums::value(series);
      const SeriesBounds bounds = series_bounds(series);
      for (int i = 0; i < incomes; ++i) {
        const std::uint64_t digits = 22 * (700'000 + random.below(50'000'000));
        const auto dong = certain_nearest_dong(digits, 2, bounds);
        ++asked;
        if (dong) ++decided;
        if (i % 100 != 0 && dong) {
          // The plain sum is slow too: that the amount is within half a dong is what nearest means.
          const Integer twice = 2 * Integer{digits} * value.numerator;
          const Integer hundred = 100 * value.denominator;
          ASSERT_LE((2 * Integer{dong->dong()} - 1) * hundred, twice);
          ASSERT_LT(twice, (2 * Integer{dong->dong()} + 1) * hundred);
          continue;
        }
        const plain_sums::Rounded expected = plain_sums::nearest(Integer{digits}, 2, value);
        const RoundedMoney exact = exact_nearest_dong(static_cast<Int128>(digits), 2, series);
        ASSERT_EQ(Integer{exact.dong.dong()}, expected.dong);
        ASSERT_EQ(exact.tie, expected.tie);
        if (dong) {
          ASSERT_EQ(*dong, exact.dong);
          ASSERT_FALSE(expected.tie);
        } else {
          ASSERT_TRUE(expected.tie) << "undecided, though no tie: " << digits << " at " << r.text();
        }
      }
    }
  }
  EXPECT_GT(asked, 1'000'000);
  // Only returns of few decimals have exact ties at all.
  EXPECT_GT(decided, asked - asked / 100);
  EXPECT_LT(decided, asked);
}

// Products of any size: whatever the bounds decide is right, and beyond 62 bit they decide nothing.
TEST(Rounding, OfEveryMagnitude) {
  Random random;
  for (const Rate r : plain_sums::returns()) {
    const ReturnSeries series = ReturnSeries::compounded(r, 1, 60);
    const plain_sums::Fraction value = plain_sums::value(series);
    const SeriesBounds bounds = series_bounds(series);
    for (int i = 0; i < 5'000; ++i) {
      const std::uint64_t digits = random.below(std::uint64_t{1} << 62) >> random.below(62);
      const int decimals = static_cast<int>(random.below(19));
      const plain_sums::Rounded expected = plain_sums::nearest(Integer{digits}, decimals, value);
      if (const auto dong = certain_nearest_dong(digits, decimals, bounds)) {
        ASSERT_EQ(Integer{dong->dong()}, expected.dong) << digits << ' ' << decimals;
        ASSERT_FALSE(expected.tie);
      }
      const RoundedMoney exact = exact_nearest_dong(static_cast<Int128>(digits), decimals, series);
      if (expected.dong <= Integer{Money::limit}) {
        ASSERT_EQ(Integer{exact.dong.dong()}, expected.dong);
        ASSERT_EQ(exact.tie, expected.tie);
      } else {
        ASSERT_EQ(exact.dong.dong(), Money::limit + 1);
      }
    }
  }
}

// The exact path has room for the largest product with the largest series.
TEST(Rounding, ExactHasRoomForTheLargest) {
  const ReturnSeries series = ReturnSeries::compounded(*Rate::from_text("0.049999999"), 299, 1, 12);
  const Int128 digits = (static_cast<Int128>(1) << 126) - 1;
  const plain_sums::Rounded expected = plain_sums::nearest((Integer{1} << 126) - 1, 36, plain_sums::value(series));
  EXPECT_EQ(Integer{exact_nearest_dong(digits, 36, series).dong.dong()}, expected.dong);
}

// Bounds that are widened until they straddle a tie must not decide; and where they do not, they seldom fail to.
TEST(Rounding, WidenedBoundsThatStraddleDecideNothing) {
  Random random;
  long straddled = 0;
  long decided = 0;
  long cautious = 0;
  const ReturnSeries series = ReturnSeries::discounted(*Rate::from_text("0.0031"), 0, 60);
  const plain_sums::Fraction value = plain_sums::value(series);
  for (int i = 0; i < 100'000; ++i) {
    const std::uint64_t digits = 22 * (1'500'000 + random.below(std::uint64_t{1} << (20 + random.below(20))));
    SeriesBounds bounds = series_bounds(series);
    // Up to 2^-34 to either side, which moves the product by up to 14 dong.
    bounds.low -= static_cast<UInt128>(random.below(std::uint64_t{1} << 33)) << 29;
    bounds.high += static_cast<UInt128>(random.below(std::uint64_t{1} << 33)) << 29;
    const auto end = [&](UInt128 bound) {
      Integer numerator = static_cast<std::uint64_t>(bound >> 64);
      numerator = (numerator << 64) + static_cast<std::uint64_t>(bound);
      return plain_sums::nearest(Integer{digits}, 2, {numerator, Integer{1} << SeriesBounds::fraction_bits}).dong;
    };
    const bool one_dong = end(bounds.low) == end(bounds.high);
    const auto dong = certain_nearest_dong(digits, 2, bounds);
    ASSERT_TRUE(one_dong || !dong);
    if (dong) {
      ASSERT_EQ(Integer{dong->dong()}, plain_sums::nearest(Integer{digits}, 2, value).dong);
      ++decided;
    } else {
      ++(one_dong ? cautious : straddled);
    }
  }
  EXPECT_GT(straddled, 5'000);
  EXPECT_GT(decided, 50'000);
  EXPECT_LT(cautious, 1'000);
}

}  // namespace
