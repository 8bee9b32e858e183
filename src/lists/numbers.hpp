// Whole numbers and decimals as cells write them. Every length is safe: what does not fit is said to be beyond.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/eight_bytes.hpp"

namespace ansinh::lists {

struct Number {
  enum class Form : std::uint8_t { malformed, whole, beyond };

  // A value above this is `beyond` everything a field accepts.
  static constexpr std::uint64_t most = 1'000'000'000'000'000'000;

  Form form = Form::malformed;
  std::int64_t value = 0;  // of a whole number
};

namespace detail {

constexpr Number held(std::uint64_t value) {
  if (value > Number::most) return {Number::Form::beyond, 0};
  return {Number::Form::whole, static_cast<std::int64_t>(value)};
}

// So many digits are below `most` whatever they are.
inline constexpr std::size_t safe_digits = 18;

// The value of at most `safe_digits` digits; false if there is anything else among them.
constexpr bool read_safe_digits(std::string_view text, std::uint64_t& value) {
  value = 0;
  for (const char c : text) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
    if (digit > 9) return false;
    value = value * 10 + digit;
  }
  return true;
}

// One more digit; a value above `most` stays above it.
constexpr std::uint64_t with_digit(std::uint64_t value, unsigned digit) {
  return value > Number::most ? value : value * 10 + digit;
}

}  // namespace detail

// At most eight digits, all at once. It looks at eight bytes from the text's first on, so there must be as many.
inline bool read_roomy_digits(std::string_view text, std::int64_t& value) {
  if (text.size() - 1 >= 8) return false;
  const std::size_t lacking = 8 * (8 - text.size());
  // The digits, moved to the end of the word, after as many zeros as they lack.
  const std::uint64_t values = eight_bytes::load(text.data()) << lacking ^ eight_bytes::zeros << lacking;
  value = static_cast<std::int64_t>(eight_bytes::number(values));
  return eight_bytes::all_digits(values);
}

// Digits only; leading zeros count for nothing.
constexpr Number read_digits(std::string_view text) {
  if (text.empty()) return {};
  std::uint64_t value = 0;
  if (text.size() <= detail::safe_digits) {
    if (!detail::read_safe_digits(text, value)) return {};
    return {Number::Form::whole, static_cast<std::int64_t>(value)};
  }
  for (const char c : text) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
    if (digit > 9) return {};
    value = detail::with_digit(value, digit);
  }
  return detail::held(value);
}

// Digits, or digits with dots that part full groups of three.
constexpr Number read_amount(std::string_view text) {
  std::uint64_t value = 0;
  if (!text.empty() && text.size() <= detail::safe_digits && detail::read_safe_digits(text, value)) {
    return {Number::Form::whole, static_cast<std::int64_t>(value)};
  }
  value = 0;
  bool dotted = false;
  int group = 0;  // digits since the last dot; more than three are all the same
  for (const char c : text) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
    if (digit <= 9) {
      value = detail::with_digit(value, digit);
      if (group < 4) ++group;
    } else if (c == '.' && (dotted ? group == 3 : group >= 1 && group <= 3)) {
      dotted = true;
      group = 0;
    } else {
      return {};
    }
  }
  if (dotted ? group != 3 : group == 0) return {};
  return detail::held(value);
}

// Two digits as their number; 0 for any other text, as for "00".
constexpr unsigned two_digits(std::string_view text) {
  if (text.size() != 2) return 0;
  const auto tens = static_cast<unsigned>(static_cast<unsigned char>(text[0])) - '0';
  const auto ones = static_cast<unsigned>(static_cast<unsigned char>(text[1])) - '0';
  return tens <= 9 && ones <= 9 ? tens * 10 + ones : 0;
}

struct Decimal {
  enum class Form : std::uint8_t { malformed, decimal, above_one };

  Form form = Form::malformed;
  std::int64_t digits = 0;  // value = digits / 10^decimals, 0...1
  int decimals = 0;
};

// Digits, at most one point or comma between digits, at most one percent sign at the end; of the value at most
// `max_decimals` decimals, trailing zeros not counted.
constexpr Decimal read_decimal(std::string_view text, int max_decimals) {
  std::size_t decimals = 0;
  if (text.ends_with('%')) {
    text.remove_suffix(1);
    decimals = 2;
  }
  const auto mark = text.find_first_of(".,");
  const auto whole = text.substr(0, mark);
  auto fraction = mark == std::string_view::npos ? std::string_view{} : text.substr(mark + 1);
  if (read_digits(whole).form == Number::Form::malformed) return {};
  if (mark != std::string_view::npos && read_digits(fraction).form == Number::Form::malformed) return {};
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  decimals += fraction.size();

  std::uint64_t value = 0;
  for (const auto part : {whole, fraction}) {
    for (const char c : part) value = detail::with_digit(value, static_cast<unsigned>(c - '0'));
  }
  while (decimals > 0 && value % 10 == 0 && value <= Number::most) {
    value /= 10;
    --decimals;
    if (value == 0) decimals = 0;
  }
  if (decimals > static_cast<std::size_t>(max_decimals)) return {};
  std::uint64_t one = 1;
  for (std::size_t i = 0; i < decimals; ++i) one *= 10;
  if (value > one) return {Decimal::Form::above_one, 0, 0};
  return {Decimal::Form::decimal, static_cast<std::int64_t>(value), static_cast<int>(decimals)};
}

}  // namespace ansinh::lists
