// The chunks that rows are split by, against one byte at a time; the portable one also where it is not in use.
#include "lists/byte_chunk.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace {

template <class Chunk>
class ByteChunk : public testing::Test {};

#if defined(__SSE2__)
using Chunks = testing::Types<ansinh::lists::PortableChunk, ansinh::lists::Sse2Chunk>;
#else
using Chunks = testing::Types<ansinh::lists::PortableChunk>;
#endif
TYPED_TEST_SUITE(ByteChunk, Chunks);

TYPED_TEST(ByteChunk, AnswersForEveryByteAlone) {
  std::mt19937_64 random{20261122};
  // Bytes at which the marks, their neighbours and carries between bytes show.
  constexpr std::array interesting{'\0',   '\x01', '\t',   '\n',   '\v',   '\f',   '\r', '\x0E',
                                   ' ',    '!',    '"',    '#',    ',',    ';',    '~',  '\x7F',
                                   '\x80', '\x81', '\x8A', '\xA2', '\xFE', '\xFF', 'a',  '0'};
  for (int round = 0; round < 20'000; ++round) {
    std::array<char, TypeParam::size> bytes;
    for (char& byte : bytes) {
      const auto n = random();
      byte = n % 3 == 0 ? static_cast<char>(n >> 8) : interesting[(n >> 8) % interesting.size()];
    }
    const TypeParam chunk{bytes.data()};
    for (const char mark : {'\n', ',', ';', '\t', '"', '\r', '\0'}) {
      for (std::size_t i = 0; i < bytes.size(); ++i) {
        ASSERT_EQ(chunk.equal(mark) >> i & 1, bytes[i] == mark ? 1U : 0U);
      }
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const auto byte = static_cast<unsigned char>(bytes[i]);
      ASSERT_EQ(chunk.at_or_below('"') >> i & 1, byte <= '"' ? 1U : 0U) << static_cast<int>(byte);
      ASSERT_EQ(chunk.beyond_ascii() >> i & 1, byte >= 0x80 ? 1U : 0U);
    }
    ASSERT_EQ(std::uint64_t{chunk.beyond_ascii()} >> bytes.size(), 0U);
  }
}

}  // namespace
