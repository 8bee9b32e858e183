// Writing a block of a column to its caller's memory. A list that outgrows the caches is written past them: what is
// written is not read again soon, and reading each line before overwriting it would cost half as much again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ansinh {

// `to` and `from` of `bytes` bytes; `from` starts at a multiple of 64.
inline void store_block(void* to, const void* from, std::size_t bytes, bool past_caches) {
#if defined(__SSE2__)
  if (past_caches && reinterpret_cast<std::uintptr_t>(to) % sizeof(__m128i) == 0) {
    auto* const target = static_cast<char*>(to);
    const auto* const source = static_cast<const char*>(from);
    std::size_t at = 0;
    for (; at + sizeof(__m128i) <= bytes; at += sizeof(__m128i)) {
      _mm_stream_si128(reinterpret_cast<__m128i*>(target + at),
                       _mm_load_si128(reinterpret_cast<const __m128i*>(source + at)));
    }
    std::memcpy(target + at, source + at, bytes - at);
    return;
  }
#else
  (void)past_caches;
#endif
  std::memcpy(to, from, bytes);
}

// What was written past the caches is seen by others in its order from here on.
inline void stores_done() {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}

}  // namespace ansinh
