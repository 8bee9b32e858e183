// One row of CSV: where it ends, and its cells. Quoted cells as in RFC 4180; a quote opens a quoted cell only as its
// first byte, and elsewhere is a byte like any other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ansinh::lists {

struct CsvRow {
  std::size_t bytes = 0;       // with its line end; 0 only where there was nothing to read
  std::size_t length = 0;      // without the line feed
  std::size_t cell_count = 0;  // may exceed the cells that were kept
  std::uint64_t lines = 1;     // physical lines
  bool blank = false;          // nothing but spaces and tabs: no row
  bool has_nul = false;
  bool ascii = true;        // false also where that was not looked at
  bool plain = true;        // no cell holds a quote, a line end or the delimiter
  bool malformed = false;   // text after a closing quote
  bool open_quote = false;  // the bytes end inside a quoted cell
};

// Splits the first row of `bytes` into `cells`, as many as there is room for; cells beyond are counted. A cell without
// doubled quotes points into `bytes`, another into `unquoted`, until the next call.
[[nodiscard]] CsvRow split_row(std::string_view bytes, char delimiter, std::span<std::string_view> cells,
                               std::vector<char>& unquoted);

}  // namespace ansinh::lists
