// Return series: what the months of a payment weigh where the fund's monthly return r counts. Every such weight of the
// law is one sum of successive powers of 1 + r:
//   years ahead         sum for i = 0 ... 12n-1 of (1+r)^-i      the first month is not discounted
//   missing months      sum for i = 1 ... t     of (1+r)^i       every month bears at least one month's return
//   late make-up        n x (1+r)^t
//   refund              the last m terms of the sum for years ahead
// Source: Decree 159/2025/ND-CP art. 6, 7, 8; Decision 595/QD-BHXH (2017) art. 10(3), (4), (6), art. 11(3).
#pragma once

#include <cstdint>

#include "ansinh/rate.hpp"

namespace ansinh {

struct ReturnSeries {
  enum class Direction : std::uint8_t { discounted, compounded };

  // What the exact and the fast evaluation are made for. The law's own: 120 missing months; a late make-up within the
  // years 2008 to 2030 comes at most 275 months after its window.
  static constexpr int max_exponent = 299;
  static constexpr Rate max_return = "0.05"_rate;

  Rate r;  // per month
  Direction direction = Direction::discounted;
  std::int16_t first = 0;  // the least exponent, 0 ... max_exponent
  std::int16_t count = 0;  // how many powers, 0 ... max_exponent + 1 - first
  std::int16_t times = 1;  // the whole sum so often, 0 ... 12

  [[nodiscard]] static constexpr ReturnSeries discounted(Rate r, int first, int count) {
    return {r, Direction::discounted, static_cast<std::int16_t>(first), static_cast<std::int16_t>(count), 1};
  }
  [[nodiscard]] static constexpr ReturnSeries compounded(Rate r, int first, int count, int times = 1) {
    return {r, Direction::compounded, static_cast<std::int16_t>(first), static_cast<std::int16_t>(count),
            static_cast<std::int16_t>(times)};
  }

  friend constexpr bool operator==(const ReturnSeries&, const ReturnSeries&) = default;
};

}  // namespace ansinh
