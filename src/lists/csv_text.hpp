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
  explicit CsvWriter(std::string& out) : out_{out} {}
  CsvWriter(const CsvWriter&) = delete;
  CsvWriter& operator=(const CsvWriter&) = delete;
  ~CsvWriter() { flush(); }

  void text(std::string_view bytes) {
    if (bytes.size() > room()) {
      flush();
      if (bytes.size() > sizeof buffer_) {
        out_ += bytes;
        return;
      }
    }
    std::copy(bytes.begin(), bytes.end(), at_);
    at_ += bytes.size();
  }
  void byte(char c) {
    if (room() == 0) flush();
    *at_++ = c;
  }
  void cell(std::string_view content, char delimiter) {
    flush();
    append_cell(out_, content, delimiter);
  }
  // A number that is not negative.
  void number(std::int64_t value) {
    constexpr std::size_t most_digits = 20;
    if (room() < most_digits) flush();
    auto rest = static_cast<std::uint64_t>(value);
    char* const end = at_ + digit_count(rest);
    at_ = end;
    char* digit = end;
    while (rest >= 100) {
      digit -= 2;
      std::memcpy(digit, &pairs[2 * (rest % 100)], 2);
      rest /= 100;
    }
    if (rest >= 10) {
      std::memcpy(digit - 2, &pairs[2 * rest], 2);
    } else {
      digit[-1] = static_cast<char>('0' + rest);
    }
  }

 private:
  static constexpr auto pairs = [] {
    std::array<char, 200> table{};
    for (std::size_t i = 0; i < 100; ++i) {
      table[2 * i] = static_cast<char>('0' + i / 10);
      table[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return table;
  }();

  static std::size_t digit_count(std::uint64_t value) {
    std::size_t count = 1;
    for (; value >= 10'000; value /= 10'000) count += 4;
    return count + (value >= 10) + (value >= 100) + (value >= 1'000);
  }
  [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(buffer_ + sizeof buffer_ - at_); }
  void flush() {
    out_.append(buffer_, static_cast<std::size_t>(at_ - buffer_));
    at_ = buffer_;
  }

  std::string& out_;
  char buffer_[1 << 14];
  char* at_ = buffer_;
};

}  // namespace ansinh::lists
