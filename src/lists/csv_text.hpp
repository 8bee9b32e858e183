// Writing of CSV.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace ansinh::lists {

// What may part the cells of a list, the likeliest first.
inline constexpr std::string_view delimiters = ",;\t";

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
  void byte(char c) {
    char* const at = room(1);
    *at = c;
    wrote(at + 1);
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

inline constexpr auto digit_pairs = [] {
  std::array<char, 200> table{};
  for (std::size_t i = 0; i < 100; ++i) {
    table[2 * i] = static_cast<char>('0' + i / 10);
    table[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return table;
}();

constexpr std::size_t digit_count(std::uint64_t value) {
  std::size_t count = 1;
  for (; value >= 10'000; value /= 10'000) count += 4;
  return count + (value >= 10 ? 1 : 0) + (value >= 100 ? 1 : 0) + (value >= 1'000 ? 1 : 0);
}

}  // namespace detail

// Writes a number that is not negative, at most 20 bytes; returns where it ends.
[[nodiscard]] inline char* put_number(char* at, std::int64_t number) {
  auto rest = static_cast<std::uint64_t>(number);
  char* const end = at + detail::digit_count(rest);
  char* digit = end;
  for (; rest >= 100; rest /= 100) {
    digit -= 2;
    std::memcpy(digit, &detail::digit_pairs[2 * (rest % 100)], 2);
  }
  if (rest >= 10) {
    std::memcpy(digit - 2, &detail::digit_pairs[2 * rest], 2);
  } else {
    digit[-1] = static_cast<char>('0' + rest);
  }
  return end;
}

}  // namespace ansinh::lists
