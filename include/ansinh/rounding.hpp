// Unrounded: the exact product of an amount, one or two rates and a number of months, before it is rounded to dong.
//
// Promise: exact. It is not Money: only a named rounding rule makes it so. The number of rates multiplied in is part of
// the type, and a third one does not compile, which is what keeps the digits within 128 bit:
// amount 10^18 / months included, rates 10^9 each: 10^36 < 2^127.
//
// The rule: `nearest_dong`, once, at the end, to the nearest dong, ties away from zero (`nearest_dong_rule` cites it).
// Source: no law states a rule; the official worked examples of Decision 595/QD-BHXH fix "once, at the end, to the
// nearest"; they contain no tie, so ties away from zero is assumed.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ansinh/money.hpp"
#include "ansinh/rate.hpp"

namespace ansinh {

__extension__ typedef __int128 Int128;

template <int Rates>
class Unrounded {
  static_assert(Rates >= 1 && Rates <= 2);

 public:
  // Value = digits / 10^decimals dong.
  constexpr Unrounded(Int128 digits, int decimals) : digits_{digits}, decimals_{decimals} {}

  [[nodiscard]] constexpr Int128 digits() const { return digits_; }
  [[nodiscard]] constexpr int decimals() const { return decimals_; }

  // Whole months, or another whole count; a floating-point number does not compile.
  template <std::same_as<int> I>
  friend constexpr Unrounded operator*(Unrounded a, I times) {
    return {a.digits_ * times, a.decimals_};
  }

  // The same value with no trailing zeros among its decimals: 330000.00 as 330000.
  [[nodiscard]] constexpr Unrounded reduced() const {
    Unrounded value = *this;
    while (value.decimals_ > 0 && value.digits_ % 10 == 0) {
      value.digits_ /= 10;
      --value.decimals_;
    }
    return value;
  }

 private:
  Int128 digits_;
  int decimals_;
};

constexpr Unrounded<1> operator*(Money amount, Rate rate) {
  return {static_cast<Int128>(amount.dong()) * rate.digits(), rate.decimals()};
}
constexpr Unrounded<2> operator*(Unrounded<1> product, Rate rate) {
  return {product.digits() * rate.digits(), product.decimals() + rate.decimals()};
}

// An amount rounded once, and whether its exact value lay just between two dong (the tie rule is assumed).
struct RoundedMoney {
  Money dong;
  bool tie = false;

  friend constexpr bool operator==(RoundedMoney, RoundedMoney) = default;
};

// What an explanation cites for the rule.
struct RoundingRule {
  std::string_view name;
  std::string_view source;
};
inline constexpr RoundingRule nearest_dong_rule{
    "nearest_dong", "Decision 595/QĐ-BHXH (2017), examples 6, 7, 8 and 10; ties away from zero: assumed"};

namespace detail {

// Division of a non-negative number, to the nearest whole one.
template <class Integer>
constexpr RoundedMoney divide(Integer digits, Integer one) {
  const Integer whole = digits / one;
  const Integer twice_rest = (digits - whole * one) * 2;
  return {Money{static_cast<std::int64_t>(whole + (twice_rest >= one ? 1 : 0))}, twice_rest == one};
}

inline constexpr auto powers_of_ten = [] {
  std::array<std::uint64_t, 19> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

// Whole amounts and percents are nearly all there is: no division, or one by a constant.
constexpr RoundedMoney nearest_of_64(std::uint64_t digits, int decimals) {
  if (decimals == 0) return {Money{static_cast<std::int64_t>(digits)}, false};
  if (decimals == 2) return divide<std::uint64_t>(digits, 100);
  return divide<std::uint64_t>(digits, powers_of_ten[static_cast<std::size_t>(decimals)]);
}

}  // namespace detail

// The one rounding of the library: to the nearest dong, ties away from zero.
template <int Rates>
constexpr RoundedMoney nearest_dong(Unrounded<Rates> exact) {
  const bool negative = exact.digits() < 0;
  const Int128 digits = negative ? -exact.digits() : exact.digits();
  RoundedMoney rounded;
  if (static_cast<Int128>(static_cast<std::int64_t>(digits)) == digits && exact.decimals() <= 18) {
    rounded = detail::nearest_of_64(static_cast<std::uint64_t>(digits), exact.decimals());
  } else {
    Int128 one = 1;
    for (int i = 0; i < exact.decimals(); ++i) one *= 10;
    rounded = detail::divide<Int128>(digits, one);
  }
  return negative ? RoundedMoney{-rounded.dong, rounded.tie} : rounded;
}

}  // namespace ansinh
