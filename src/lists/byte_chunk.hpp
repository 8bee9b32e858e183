// A few bytes looked at together, for finding the marks of CSV. Answers are masks with one bit a byte, the first byte
// lowest.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ansinh::lists {

// Eight bytes in a word.
class PortableChunk {
 public:
  static constexpr std::size_t size = 8;

  explicit PortableChunk(const char* bytes) {
    std::memcpy(&word_, bytes, size);
    if constexpr (std::endian::native == std::endian::big) {
      std::uint64_t turned = 0;
      for (std::size_t i = 0; i < size; ++i, word_ >>= 8) turned = turned << 8 | (word_ & 0xff);
      word_ = turned;
    }
  }

  [[nodiscard]] std::uint32_t equal(char c) const {
    const std::uint64_t rest = word_ ^ (ones * static_cast<unsigned char>(c));
    return gathered(~(((rest & ~highs) + ~highs) | rest | ~highs));
  }
  // At or below an ASCII character.
  [[nodiscard]] std::uint32_t at_or_below(char c) const {
    const std::uint64_t carried = (word_ & ~highs) + ones * (0x7fU - static_cast<unsigned char>(c));
    return gathered(~(carried | word_) & highs);
  }
  [[nodiscard]] std::uint32_t beyond_ascii() const { return gathered(word_ & highs); }

 private:
  static constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
  static constexpr std::uint64_t highs = 0x8080'8080'8080'8080U;

  static std::uint32_t gathered(std::uint64_t high_bits) {
    return static_cast<std::uint32_t>((high_bits >> 7) * 0x0102'0408'1020'4080U >> 56);
  }

  std::uint64_t word_;
};

#if defined(__SSE2__)

// Sixteen bytes in a vector; every x86-64 has it.
class Sse2Chunk {
 public:
  static constexpr std::size_t size = 16;

  explicit Sse2Chunk(const char* bytes) { std::memcpy(&vector_, bytes, size); }

  [[nodiscard]] std::uint32_t equal(char c) const { return mask(_mm_cmpeq_epi8(vector_, _mm_set1_epi8(c))); }
  [[nodiscard]] std::uint32_t at_or_below(char c) const {
    return mask(_mm_cmpeq_epi8(_mm_min_epu8(vector_, _mm_set1_epi8(c)), vector_));
  }
  [[nodiscard]] std::uint32_t beyond_ascii() const { return mask(vector_); }

 private:
  static std::uint32_t mask(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }

  __m128i vector_;
};

using Chunk = Sse2Chunk;

#else

using Chunk = PortableChunk;

#endif

}  // namespace ansinh::lists
