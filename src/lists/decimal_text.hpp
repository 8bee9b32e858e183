// Sums beyond 64 bit as decimal text.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ansinh/rounding.hpp"
#include "core/json_writer.hpp"

namespace ansinh::lists {

[[nodiscard]] inline std::string decimal_text(Int128 sum) {
  __extension__ using UInt128 = unsigned __int128;
  std::array<char, 40> digits;
  std::size_t first = digits.size();
  const bool negative = sum < 0;
  UInt128 rest = negative ? -static_cast<UInt128>(sum) : static_cast<UInt128>(sum);
  do {
    digits[--first] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  } while (rest != 0);
  if (negative) digits[--first] = '-';
  return {digits.data() + first, digits.size() - first};
}

inline void write_sum(JsonWriter& json, std::string_view key, Int128 sum) { json.member(key, decimal_text(sum)); }

}  // namespace ansinh::lists
