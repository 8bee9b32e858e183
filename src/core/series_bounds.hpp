// Series bounds: a return series held between two fixed-point numbers, and amounts that both ends agree on.
//
// Promise: bounds() returns low < value <= high. An amount is returned only if it is the nearest dong of every value
// between the ends, and no value between them lies just between two dong; otherwise nothing is, and the caller takes
// the exact path (exact_series.hpp). No floating point, no allocation.
//
// Proof. A number is held as a multiple of 2^-96 in 128 bit. Let each of the operations below be done twice, once on
// low ends and rounded down, once on high ends and rounded up. All numbers are >= 0, and sum, product and power are
// monotone in every operand there, so if low <= x <= high holds for the operands it holds for the result; it holds for
// 1/(1+r) and 1+r, which are rounded quotients of whole numbers, and so for the series. At last one unit is taken off
// the low end, so that the value lies strictly above it even where it is a multiple of 2^-96 (r = 0). The width only
// decides how often the exact path is taken, never an answer.
// Range: with r <= 0.05 and exponents <= 299 the largest power is below 2^22, the largest sum below 2^29 and with
// `times` <= 12 below 2^32, so nothing leaves 128 bit.
#pragma once

#include <cstdint>
#include <optional>

#include "ansinh/money.hpp"
#include "ansinh/rounding.hpp"
#include "core/return_series.hpp"

namespace ansinh {

__extension__ typedef unsigned __int128 UInt128;

struct SeriesBounds {
  static constexpr int fraction_bits = 96;
  UInt128 low = 0;   // multiples of 2^-96; below the value
  UInt128 high = 0;  // at or above it
};

[[nodiscard]] SeriesBounds series_bounds(const ReturnSeries& series) noexcept;

// The nearest dong of digits / 10^decimals x value for every value within the bounds, if there is one such amount, its
// exact value is no tie, and twice the product stays below 2^63 - 10^decimals; 0 <= digits < 2^63, decimals <= 18.
[[nodiscard]] inline std::optional<Money> certain_nearest_dong(std::uint64_t digits, int decimals,
                                                               const SeriesBounds& bounds) {
  // floor(2 x digits x end): rounding needs no finer fraction of 1/10^decimals than a half.
  const auto twice = [digits](UInt128 end) {
    const UInt128 upper = static_cast<UInt128>(digits) * static_cast<std::uint64_t>(end >> 64);
    const UInt128 lower = static_cast<UInt128>(digits) * static_cast<std::uint64_t>(end);
    return (upper + (lower >> 64)) >> (SeriesBounds::fraction_bits - 64 - 1);
  };
  // x lies in [m - 1/2, m + 1/2) exactly if floor(2x) + 1 lies in [2m, 2m + 2), here in units of 1/10^decimals.
  const std::uint64_t one = detail::powers_of_ten[static_cast<std::size_t>(decimals)];
  const UInt128 low = twice(bounds.low) + one;
  const UInt128 high = twice(bounds.high) + one;
  if ((high >> 63) != 0) return std::nullopt;
  const auto least = static_cast<std::uint64_t>(low);
  const std::uint64_t dong = decimals == 2 ? least / 200 : decimals == 0 ? least / 2 : least / (2 * one);
  if (static_cast<std::uint64_t>(high) - dong * 2 * one >= 2 * one) return std::nullopt;
  return Money{static_cast<std::int64_t>(dong)};
}

}  // namespace ansinh
