// What a fuzz target demands of the library. A demand that is not met prints the input and ends the program, as fuzzers
// expect.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fuzz {

class Requirements {
 public:
  Requirements(const std::uint8_t* data, std::size_t size) : data_{data}, size_{size} {}

  void operator()(bool met, const char* demand) const {
    if (met) return;
    std::fprintf(stderr, "not met: %s\ninput: ", demand);
    for (std::size_t i = 0; i < size_; ++i) std::fprintf(stderr, "\\x%02x", static_cast<unsigned>(data_[i]));
    std::fputc('\n', stderr);
    std::abort();
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

// Empty data may come as a null pointer.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(data), size};
}

}  // namespace fuzz
