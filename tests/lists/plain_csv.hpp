// A CSV reader apart from the library's: one state, one byte at a time, no thought of speed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plain {

struct Row {
  std::vector<std::string> cells;
  std::size_t line = 0;    // physical line on which it begins, from 1
  std::string_view bytes;  // without the line feed
  bool malformed = false;  // text after a closing quote
};

struct Csv {
  std::vector<Row> rows;  // blank lines left out; a row left open at the end is not among them
  bool quote_left_open = false;
};

[[nodiscard]] Csv read_csv(std::string_view bytes, char delimiter);

}  // namespace plain
