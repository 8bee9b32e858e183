// The contribution rate as one multiplication: for every hundredth, at every product up to the largest that it may
// have.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "assess/column_tables.hpp"

namespace {

using namespace ansinh;

bool full_sweep() {
  const char* const size = std::getenv("ANSINH_SWEEP");
  return size != nullptr && std::string_view{size} == "full";
}

std::uint64_t by_multiplication(ColumnRate rate, std::uint64_t base) {
  return (base * rate.multiplier + (std::uint64_t{1} << 33U)) >> 34U;
}
std::uint64_t by_division(int hundredths, std::uint64_t base) {
  return (base * static_cast<std::uint64_t>(hundredths) + 50) / 100;
}

// Returns the first product at which the two differ, or `to`.
std::uint64_t differs_from(int hundredths, ColumnRate rate, std::uint64_t from, std::uint64_t to) {
  std::uint64_t base = from;
  while (base < to && by_multiplication(rate, base) == by_division(hundredths, base)) ++base;
  return base;
}

TEST(ColumnRate, OfTheLawHasRoomForTwelveMonthsOfTheHighestIncome) {
  const ColumnRate rate = column_rate(*Rate::from_text("0.22"));
  EXPECT_EQ(rate.multiplier, 3'779'571'221U);
  EXPECT_EQ(rate.largest_base, 660'764'199U);
  EXPECT_GE(rate.largest_base, 12U * 20U * 2'530'000U);
  // Brute force finds the first error a little later.
  EXPECT_EQ(differs_from(22, rate, rate.largest_base, 700'000'000), 660'764'234U);
}

TEST(ColumnRate, EveryHundredthAtTheEdges) {
  for (int hundredths = 0; hundredths <= 100; ++hundredths) {
    const ColumnRate rate = column_rate(*Rate::from_decimal(std::int64_t{hundredths}, 2));
    constexpr std::uint64_t most = 0xffff'ffff;
    if (hundredths >= 25) {
      // The multiplier would take more than 32 bits.
      EXPECT_EQ(rate.largest_base, 0U) << hundredths;
      continue;
    }
    ASSERT_GT(rate.largest_base, 100'000'000U) << hundredths;
    EXPECT_EQ(differs_from(hundredths, rate, 0, 100'000), 100'000U) << hundredths;
    const std::uint64_t last = rate.largest_base;
    EXPECT_EQ(differs_from(hundredths, rate, last - 100'000, last + 1), last + 1) << hundredths;
    EXPECT_LE(last, most);
  }
}

TEST(ColumnRate, OfTheLawAtEveryProduct) {
  const ColumnRate rate = column_rate(*Rate::from_text("0.22"));
  const std::uint64_t stop = std::uint64_t{rate.largest_base} + 1;
  const std::uint64_t start = full_sweep() ? 0 : stop - 50'000'000;
  EXPECT_EQ(differs_from(22, rate, start, stop), stop);
}

}  // namespace
