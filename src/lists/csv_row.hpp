// Rows of CSV: where they end, and their cells. Quoted cells as in RFC 4180; a quote opens a quoted cell only as its
// first byte, and elsewhere is a byte like any other.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lists/byte_chunk.hpp"

namespace ansinh::lists {

struct CsvRow {
  std::string_view bytes;      // without the line feed
  std::size_t cell_count = 0;  // may exceed the cells that were kept
  std::uint64_t lines = 1;     // physical lines
  bool blank = false;          // nothing but spaces and tabs: no row
  bool has_nul = false;
  bool ascii = true;        // false also where that was not looked at
  bool plain = true;        // no cell holds a quote, a line end or the delimiter
  bool malformed = false;   // text after a closing quote
  bool open_quote = false;  // the bytes end inside a quoted cell
  bool roomy = false;       // the cells lie in the bytes, of which there are `room` beyond each

  static constexpr std::size_t room = 16;
};

// Nothing but spaces and tabs, where these are not the delimiter.
[[nodiscard]] inline bool is_blank(std::string_view line, char delimiter) {
  return std::all_of(line.begin(), line.end(), [=](char c) { return c != delimiter && (c == ' ' || c == '\t'); });
}

// 64 bytes looked at together, the first byte in the lowest bit.
struct Window {
  static constexpr std::size_t size = 64;

  std::uint64_t marks = 0;  // delimiters, line feeds, and any quotes, returns and NULs
  bool ascii = true;

  Window() = default;
  Window(const char* bytes, char delimiter) {
    std::uint64_t low = 0;  // what lies as low in ASCII as the marks, and the space; letters and digits do not
    std::uint32_t beyond_ascii = 0;
    for (std::size_t i = 0; i < size; i += Chunk::size) {
      const Chunk chunk{bytes + i};
      marks |= std::uint64_t{chunk.equal(delimiter) | chunk.equal('\n')} << i;
      low |= std::uint64_t{chunk.at_or_below('"')} << i;
      beyond_ascii |= chunk.beyond_ascii();
    }
    if ((low & ~marks) != 0) add_rare_marks(bytes);
    ascii = beyond_ascii == 0;
  }

 private:
  void add_rare_marks(const char* bytes) {
    for (std::size_t i = 0; i < size; i += Chunk::size) {
      const Chunk chunk{bytes + i};
      marks |= std::uint64_t{chunk.equal('"') | chunk.equal('\r') | chunk.equal('\0')} << i;
    }
  }
};

// Splits bytes into rows, one after the other.
class RowSplitter {
 public:
  RowSplitter(std::string_view bytes, char delimiter)
      : row_{bytes.data()}, end_{bytes.data() + bytes.size()}, delimiter_{delimiter}, next_window_{row_} {}

  [[nodiscard]] bool at_end() const { return row_ == end_; }
  // Where the next row begins.
  [[nodiscard]] const char* at() const { return row_; }
  // Leaves the rows before this place, where one begins, to others.
  void go_on_at(const char* row) {
    row_ = row;
    window_ = {};
    next_window_ = row;
  }

  // The next row. Its cells go to `kept`, as many as there is room for: as the list has columns, so that a row with
  // other marks than its delimiters and line end is told from the others at the first one. A cell without doubled
  // quotes points into the bytes, another into `unquoted`, until the next call. Not at the end.
  [[nodiscard]] CsvRow next(std::span<std::string_view> kept, std::vector<char>& unquoted) {
    Window window = window_;
    bool ascii = window.ascii;
    const char* next_window = next_window_;
    const auto next_mark = [&]() -> const char* {
      while (window.marks == 0) {
        if (static_cast<std::size_t>(end_ - next_window) < Window::size) return nullptr;
        window = Window{next_window, delimiter_};
        ascii = ascii && window.ascii;
        next_window += Window::size;
      }
      const char* const mark = next_window - Window::size + static_cast<unsigned>(std::countr_zero(window.marks));
      window.marks &= window.marks - 1;
      return mark;
    };

    const char* cell = row_;
    for (std::string_view& kept_cell : kept.first(kept.size() - 1)) {
      const char* const mark = next_mark();
      if (mark == nullptr || *mark != delimiter_) return next_by_bytes(kept, unquoted);
      kept_cell = {cell, static_cast<std::size_t>(mark - cell)};
      cell = mark + 1;
    }
    const char* const cell_end = next_mark();
    const char* line_end = cell_end;
    if (line_end != nullptr && *line_end == '\r') line_end = next_mark();
    if (line_end == nullptr || *line_end != '\n' || line_end - cell_end > 1) return next_by_bytes(kept, unquoted);
    kept.back() = {cell, static_cast<std::size_t>(cell_end - cell)};

    CsvRow row;
    row.bytes = {row_, static_cast<std::size_t>(line_end - row_)};
    row.cell_count = kept.size();
    row.ascii = ascii;
    row.roomy = static_cast<std::size_t>(end_ - line_end) >= CsvRow::room;
    if (*row_ <= ' ') row.blank = is_blank({row_, static_cast<std::size_t>(cell_end - row_)}, delimiter_);
    row_ = line_end + 1;
    window_ = window;
    next_window_ = next_window;
    return row;
  }

 private:
  // The same row, whatever it holds, byte by byte where it must be.
  CsvRow next_by_bytes(std::span<std::string_view> kept, std::vector<char>& unquoted);

  const char* row_;  // where the next row begins
  const char* end_;
  char delimiter_;
  Window window_;  // of its marks those that no row has passed
  const char* next_window_;
};

}  // namespace ansinh::lists
