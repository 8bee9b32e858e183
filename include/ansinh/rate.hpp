// Rate: an exact decimal from 0 to 1 with at most nine decimals (Vietnamese: ty le), such as 0.22 of an income or the
// fund's return of 0.0031 per month.
//
// Promise: holds what was written, digit for digit; it is read from text or given as a literal, never from a double.
// Unit: a plain share, unless the name says "per month".
// Form: digits over a power of ten with no trailing zeros, so that equal rates are equal member by member.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/export.hpp"

namespace ansinh {

class Rate {
 public:
  static constexpr int max_decimals = 9;

  constexpr Rate() = default;  // 0

  // "0.22", "1", "0.0031": digits, then at most one point and digits. Trailing zeros do not count as decimals.
  // Empty when malformed, above 1, or with more than nine decimals.
  static constexpr std::optional<Rate> from_text(std::string_view text) {
    std::int64_t digits = 0;
    int decimals = 0;
    bool point = false;
    if (text.empty() || text.front() == '.' || text.back() == '.') return std::nullopt;
    if (const auto at = text.find('.'); at != std::string_view::npos) {
      while (text.back() == '0') text.remove_suffix(1);
      if (text.back() == '.') text.remove_suffix(1);
    }
    for (const char c : text) {
      if (c == '.') {
        if (point) return std::nullopt;
        point = true;
        continue;
      }
      if (c < '0' || c > '9') return std::nullopt;
      if (point && ++decimals > max_decimals) return std::nullopt;
      digits = digits * 10 + (c - '0');
      if (digits > 1'000'000'000) return std::nullopt;
    }
    return made_of(digits, decimals);
  }

  // digits / 10^decimals. Empty when it is not within 0...1 or decimals is not within 0...9. Only whole digits: a
  // floating-point number does not compile.
  template <std::signed_integral I>
  static constexpr std::optional<Rate> from_decimal(I digits, int decimals) {
    return made_of(digits, decimals);
  }

  // Value = digits() / 10^decimals().
  [[nodiscard]] constexpr std::int64_t digits() const { return digits_; }
  [[nodiscard]] constexpr int decimals() const { return decimals_; }
  [[nodiscard]] constexpr bool is_zero() const { return digits_ == 0; }

  // "0.22"; canonical: no trailing zeros, a point as decimal mark.
  [[nodiscard]] ANSINH_API std::string text() const;

  friend constexpr bool operator==(Rate, Rate) = default;
  friend constexpr std::strong_ordering operator<=>(Rate a, Rate b) { return a.billionths() <=> b.billionths(); }

 private:
  constexpr Rate(std::int32_t digits, std::int8_t decimals) : digits_{digits}, decimals_{decimals} {}

  static constexpr std::optional<Rate> made_of(std::int64_t digits, int decimals) {
    if (decimals < 0 || decimals > max_decimals || digits < 0) return std::nullopt;
    std::int64_t one = 1;
    for (int i = 0; i < decimals; ++i) one *= 10;
    if (digits > one) return std::nullopt;
    while (decimals > 0 && digits % 10 == 0) {
      digits /= 10;
      --decimals;
    }
    return Rate{static_cast<std::int32_t>(digits), static_cast<std::int8_t>(decimals)};
  }

  [[nodiscard]] constexpr std::int64_t billionths() const {
    std::int64_t value = digits_;
    for (int i = decimals_; i < max_decimals; ++i) value *= 10;
    return value;
  }

  std::int32_t digits_ = 0;
  std::int8_t decimals_ = 0;
};

inline namespace literals {
// "0.22"_rate; a text that is no rate does not compile.
consteval Rate operator""_rate(const char* text, std::size_t size) {
  const auto rate = Rate::from_text({text, size});
  if (!rate) throw "a rate is a decimal from 0 to 1 with at most nine decimals";
  return *rate;
}
}  // namespace literals

}  // namespace ansinh
