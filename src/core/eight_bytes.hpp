// Eight bytes of text in one word, the first in the lowest place, and the decimal digits that they may be.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ansinh::eight_bytes {

// The text "00000000".
inline constexpr std::uint64_t zeros = 0x3030'3030'3030'3030U;

// The lowest places of `size` bytes, at most eight.
constexpr std::uint64_t mask(std::size_t size) { return size == 0 ? 0 : ~std::uint64_t{0} >> (64 - 8 * size); }

inline std::uint64_t load(const char* at) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, at, 8);
  } else {
    for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(at[i]);
  }
  return word;
}

inline void store(char* at, std::uint64_t word) {
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(at, &word, 8);
  } else {
    for (int i = 0; i < 8; ++i, word >>= 8) at[i] = static_cast<char>(word & 0xff);
  }
}

// Whether every byte is at most 9, as those of digits are once `zeros` is taken off by exclusive or.
constexpr bool all_digits(std::uint64_t values) {
  return ((values | (values + 0x0606'0606'0606'0606U)) & 0xf0f0'f0f0'f0f0'f0f0U) == 0;
}

// The four numbers of two digits, each in 16 bits.
constexpr std::uint64_t pairs(std::uint64_t values) { return (values * 10 + (values >> 8)) & 0x00ff'00ff'00ff'00ffU; }

// The number of eight digits.
constexpr std::uint64_t number(std::uint64_t values) {
  const std::uint64_t twos = pairs(values);
  const std::uint64_t fours = (twos * 100 + (twos >> 16)) & 0x0000'ffff'0000'ffffU;
  return (fours * 10'000 + (fours >> 32)) & 0xffff'ffffU;
}

}  // namespace ansinh::eight_bytes
