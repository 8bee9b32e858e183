// Money: a whole number of dong (Vietnamese: so tien, dong), signed.
//
// Promise: exact integer arithmetic, no conversion from or to floating point (such a line does not compile), and
// none to Rate or to a plain number unless it is asked for by name.
// Unit: VND; a monthly amount is VND per month, and the variable's name says so.
// Range: every amount the library accepts or produces lies within +-10^18 (Money::limit). Requests are checked against
// 10^15 and values of law against 10^12, so that no sum or product inside the library leaves 64 bit.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>

namespace ansinh {

class Money {
 public:
  static constexpr std::int64_t limit = 1'000'000'000'000'000'000;

  constexpr Money() = default;

  // A whole number of dong. Only integers: a double, a float or a bool does not compile.
  template <std::integral I>
  requires(!std::same_as<I, bool> && (std::signed_integral<I> || sizeof(I) < 8)) explicit constexpr Money(I dong)
      : dong_{dong} {}
  template <std::floating_point F>
  explicit Money(F) = delete;
  explicit Money(bool) = delete;

  [[nodiscard]] constexpr std::int64_t dong() const { return dong_; }

  friend constexpr Money operator+(Money a, Money b) { return Money{a.dong_ + b.dong_}; }
  friend constexpr Money operator-(Money a, Money b) { return Money{a.dong_ - b.dong_}; }
  friend constexpr Money operator-(Money a) { return Money{-a.dong_}; }
  constexpr Money& operator+=(Money other) { return *this = *this + other; }
  constexpr Money& operator-=(Money other) { return *this = *this - other; }

  // A whole multiple, such as an amount per month times months.
  template <std::integral I>
  requires(!std::same_as<I, bool>) friend constexpr Money operator*(Money a, I times) {
    return Money{a.dong_ * static_cast<std::int64_t>(times)};
  }
  template <std::floating_point F>
  friend Money operator*(Money, F) = delete;

  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  std::int64_t dong_ = 0;
};

inline namespace literals {
// 1'500'000_dong
consteval Money operator""_dong(unsigned long long dong) {
  if (dong > static_cast<unsigned long long>(Money::limit)) throw "an amount is at most 10^18 dong";
  return Money{static_cast<std::int64_t>(dong)};
}
}  // namespace literals

}  // namespace ansinh
