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
// exact value is no tie, and the product at the low end stays below 2^63 - 10^decimals; 0 <= digits < 2^63,
// decimals <= 18. Nothing for bounds 2^-32 or more apart.
//
// Proof. Count in units of 2^-32 / 10^decimals dong, of which a dong has B = 10^decimals x 2^32, and let
// low' = floor(digits x low / 2^64), high' = floor(digits x high / 2^64). With w = high - low,
// high' <= low' + reach, where reach = floor(digits x w / 2^64) + 1, or more. A value x is rounded to m exactly if
// m B <= x + B/2 < (m+1) B, and as B is whole, x may be replaced by floor(x). So if low' + B/2 lies so far below
// (m+1) B that reach more stays below it, every value is rounded to m; and none is a tie, since a tie is at least
// (m+1) B after B/2 is added, or else m B, which the low end, strictly below the value, would leave for m - 1.
[[nodiscard]] inline std::optional<Money> certain_nearest_dong(std::uint64_t digits, int decimals,
                                                               const SeriesBounds& bounds) {
  constexpr int places = SeriesBounds::fraction_bits - 64;
  const UInt128 apart = bounds.high - bounds.low;
  if ((apart >> 64) != 0) [[unlikely]]
    return std::nullopt;
  const std::uint64_t one = detail::powers_of_ten[static_cast<std::size_t>(decimals)];
  const UInt128 upper = static_cast<UInt128>(digits) * static_cast<std::uint64_t>(bounds.low >> 64);
  const UInt128 lower = static_cast<UInt128>(digits) * static_cast<std::uint64_t>(bounds.low);
  const UInt128 shifted = upper + (lower >> 64) + (static_cast<UInt128>(one) << (places - 1));
  if ((shifted >> (63 + places)) != 0) [[unlikely]]
    return std::nullopt;
  const auto whole = static_cast<std::uint64_t>(shifted >> places);
  const auto part = static_cast<std::uint64_t>(shifted) & ((std::uint64_t{1} << places) - 1);
  const std::uint64_t dong = decimals == 2 ? whole / 100 : decimals == 0 ? whole : whole / one;
  const auto width = static_cast<std::uint64_t>(apart);
  // Bounds as series_bounds makes them are so close that a product less does.
  constexpr int close = 20;
  const std::uint64_t reach =
      1 + (width >> close == 0 ? digits >> (64 - close)
                               : static_cast<std::uint64_t>(static_cast<UInt128>(digits) * width >> 64));
  if (whole - dong * one + ((part + reach) >> places) >= one) return std::nullopt;
  return Money{static_cast<std::int64_t>(dong)};
}

}  // namespace ansinh
