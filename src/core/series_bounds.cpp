#include "core/series_bounds.hpp"

#include <bit>

namespace ansinh {
namespace {

constexpr int bits = SeriesBounds::fraction_bits;
constexpr UInt128 one = static_cast<UInt128>(1) << bits;

// The two ways of rounding a product or a quotient to a multiple of 2^-96.
struct Down {
  static constexpr unsigned for_rest(bool) { return 0; }
};
struct Up {
  static constexpr unsigned for_rest(bool rest) { return rest ? 1 : 0; }
};

// a x b, below 2^32.
template <class Rounding>
UInt128 product(UInt128 a, UInt128 b) {
  const auto lower_half = [](UInt128 x) { return static_cast<std::uint64_t>(x); };
  const auto upper_half = [](UInt128 x) { return static_cast<std::uint64_t>(x >> 64); };
  const UInt128 ll = static_cast<UInt128>(lower_half(a)) * lower_half(b);
  const UInt128 lu = static_cast<UInt128>(lower_half(a)) * upper_half(b);
  const UInt128 ul = static_cast<UInt128>(upper_half(a)) * lower_half(b);
  const UInt128 uu = static_cast<UInt128>(upper_half(a)) * upper_half(b);
  const UInt128 middle = static_cast<UInt128>(upper_half(ll)) + lower_half(lu) + lower_half(ul);
  const UInt128 lower = middle << 64 | lower_half(ll);
  const UInt128 upper = uu + upper_half(lu) + upper_half(ul) + upper_half(middle);
  const bool rest = lower << (128 - bits) != 0;
  return (upper << (128 - bits) | lower >> bits) + Rounding::for_rest(rest);
}

template <class Rounding>
UInt128 quotient(std::uint64_t a, std::uint64_t b) {
  const UInt128 dividend = static_cast<UInt128>(a) << bits;
  const UInt128 whole = dividend / b;
  return whole + Rounding::for_rest(whole * b != dividend);
}

// base^exponent.
template <class Rounding>
UInt128 power(UInt128 base, unsigned exponent) {
  UInt128 result = one;
  for (int bit = static_cast<int>(std::bit_width(exponent)) - 1; bit >= 0; --bit) {
    result = product<Rounding>(result, result);
    if ((exponent >> bit & 1U) != 0) result = product<Rounding>(result, base);
  }
  return result;
}

// Sum of base^i for i = 0 ... count-1: from the sum S(m) and the power base^m, S(2m) = S(m) x (1 + base^m) and
// S(m+1) = S(m) + base^m.
template <class Rounding>
UInt128 sum_of_powers(UInt128 base, unsigned count) {
  UInt128 sum = 0;
  UInt128 next = one;
  for (int bit = static_cast<int>(std::bit_width(count)) - 1; bit >= 0; --bit) {
    sum = product<Rounding>(sum, one + next);
    next = product<Rounding>(next, next);
    if ((count >> bit & 1U) != 0) {
      sum += next;
      next = product<Rounding>(next, base);
    }
  }
  return sum;
}

template <class Rounding>
UInt128 end_of(const ReturnSeries& series) {
  const std::uint64_t unit = detail::powers_of_ten[static_cast<std::size_t>(series.r.decimals())];
  const std::uint64_t grown = unit + static_cast<std::uint64_t>(series.r.digits());
  const UInt128 base = series.direction == ReturnSeries::Direction::discounted ? quotient<Rounding>(unit, grown)
                                                                               : quotient<Rounding>(grown, unit);
  const UInt128 first = power<Rounding>(base, static_cast<unsigned>(series.first));
  const UInt128 sum = sum_of_powers<Rounding>(base, static_cast<unsigned>(series.count));
  return product<Rounding>(first, sum) * static_cast<unsigned>(series.times);
}

}  // namespace

SeriesBounds series_bounds(const ReturnSeries& series) noexcept {
  const UInt128 low = end_of<Down>(series);
  return {low == 0 ? 0 : low - 1, end_of<Up>(series)};
}

}  // namespace ansinh
