// Series cache: bounds of return series that were worked out before. A list uses a few returns and terms over and over;
// working a series out costs many times what a payment does. What is held depends on the series alone, so an answer is
// the same with a cache, without one, and whatever else it has been used for.
#pragma once

#include <array>
#include <cstdint>

#include "core/series_bounds.hpp"

namespace ansinh {

class SeriesCache {
 public:
  [[nodiscard]] const SeriesBounds& bounds(const ReturnSeries& series) {
    const std::uint64_t key = key_of(series);
    Entry& entry = entries_[(key * 0x9E37'79B9'7F4A'7C15U) >> (64 - index_bits)];
    if (entry.key != key) [[unlikely]] {
      entry.bounds = series_bounds(series);
      entry.key = key;
    }
    return entry.bounds;
  }

  // How often the bounds did not decide.
  void took_exact_path() { ++exact_; }
  [[nodiscard]] std::uint64_t exact() const { return exact_; }

 private:
  static constexpr int index_bits = 11;

  struct Entry {
    std::uint64_t key = 0;  // 0: empty
    SeriesBounds bounds;
  };

  // Injective: digits and decimals of r below 2^26 and 2^4, exponents below 2^9, times below 2^4.
  static std::uint64_t key_of(const ReturnSeries& s) {
    std::uint64_t key = static_cast<std::uint64_t>(s.r.digits());
    key = key << 4 | static_cast<unsigned>(s.r.decimals());
    key = key << 9 | static_cast<std::uint64_t>(s.first);
    key = key << 9 | static_cast<std::uint64_t>(s.count);
    key = key << 4 | static_cast<std::uint64_t>(s.times);
    key = key << 1 | static_cast<unsigned>(s.direction);
    return key << 1 | 1U;
  }
  static_assert(ReturnSeries::max_exponent + 1 < 1 << 9);
  static_assert(ReturnSeries::max_return.digits() == 5 && ReturnSeries::max_return.decimals() == 2 &&
                Rate::max_decimals == 9);  // 50,000,000 billionths

  std::array<Entry, std::size_t{1} << index_bits> entries_{};
  std::uint64_t exact_ = 0;
};

}  // namespace ansinh
