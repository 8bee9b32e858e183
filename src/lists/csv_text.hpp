// Writing of CSV.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/eight_bytes.hpp"

namespace ansinh::lists {

// What may part the cells of a list, the likeliest first.
inline constexpr std::string_view delimiters = ",;\t";

// Of the separators the one that the header has most of, quoted or not; where two have as many, the likelier.
[[nodiscard]] inline char most_frequent_delimiter(std::string_view header) {
  char best = delimiters.front();
  for (const char c : delimiters) {
    if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best)) best = c;
  }
  return best;
}

// The mark that a file in UTF-8 may begin with.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] inline bool needs_quotes(std::string_view cell, char delimiter) {
  return std::any_of(cell.begin(), cell.end(),
                     [=](char c) { return c == delimiter || c == '"' || c == '\n' || c == '\r'; });
}

// The cell so that a reader gets exactly its content: in quotes only where it must be.
inline void append_cell(std::string& out, std::string_view cell, char delimiter) {
  if (!needs_quotes(cell, delimiter)) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

// Appends to a string through a buffer that stays in the nearest cache, since a string's own growth touches every byte
// twice and checks at every piece.
class CsvWriter {
 public:
  static constexpr std::size_t buffer_bytes = std::size_t{1} << 14;

  explicit CsvWriter(std::string& out) : out_{out} {}
  CsvWriter(const CsvWriter&) = delete;
  CsvWriter& operator=(const CsvWriter&) = delete;
  ~CsvWriter() { flush(); }

  // Where to write up to `size` bytes, at most buffer_bytes; wrote() says where they end.
  [[nodiscard]] char* room(std::size_t size) {
    if (static_cast<std::size_t>(buffer_.data() + buffer_.size() - at_) < size) flush();
    return at_;
  }
  void wrote(char* end) { at_ = end; }

  void text(std::string_view bytes) {
    if (bytes.size() <= buffer_bytes) {
      wrote(std::copy(bytes.begin(), bytes.end(), room(bytes.size())));
    } else {
      flush();
      out_ += bytes;
    }
  }
  void cell(std::string_view content, char delimiter) {
    flush();
    append_cell(out_, content, delimiter);
  }

 private:
  void flush() {
    out_.append(buffer_.data(), static_cast<std::size_t>(at_ - buffer_.data()));
    at_ = buffer_.data();
  }

  std::string& out_;
  std::array<char, buffer_bytes> buffer_;
  char* at_ = buffer_.data();
};

namespace detail {

// The eight decimal digits of a number below 10^8, the first in the lowest byte, each a value from 0 to 9: the number
// is halved into four digits, two and one, all halves of a step at once.
constexpr std::uint64_t eight_digits(std::uint32_t number) {
  const std::uint64_t fours = number / 10'000 | std::uint64_t{number % 10'000} << 32;
  const std::uint64_t hundreds = (fours * 10'486 >> 20) & 0x0000'007f'0000'007fU;  // of each four, exact below 10^4
  const std::uint64_t twos = hundreds | (fours - 100 * hundreds) << 16;
  const std::uint64_t tens = (twos * 103 >> 10) & 0x000f'000f'000f'000fU;  // of each two, exact below 10^2
  return tens | (twos - 10 * tens) << 8;
}

inline constexpr std::uint64_t ten_to_8 = 100'000'000;

}  // namespace detail

// What put_number may write to, some of it beyond the number.
inline constexpr std::size_t number_room = 24;

// Writes a number that is not negative; returns where it ends.
[[nodiscard]] inline char* put_number(char* at, std::int64_t number) {
  const auto value = static_cast<std::uint64_t>(number);
  if (value < 10) {  // most parts of most answers are 0
    *at = static_cast<char>('0' + value);
    return at + 1;
  }
  if (value >= detail::ten_to_8) {
    at = put_number(at, static_cast<std::int64_t>(value / detail::ten_to_8));
    eight_bytes::store(at,
                       detail::eight_digits(static_cast<std::uint32_t>(value % detail::ten_to_8)) + eight_bytes::zeros);
    return at + 8;
  }
  const std::uint64_t digits = detail::eight_digits(static_cast<std::uint32_t>(value));
  const unsigned skipped = static_cast<unsigned>(std::countr_zero(digits)) & ~7U;  // bits of leading zeros
  eight_bytes::store(at, (digits + eight_bytes::zeros) >> skipped);
  return at + 8 - skipped / 8;
}

}  // namespace ansinh::lists
