// What the header of a list settled, made ready for its rows.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ansinh/lists.hpp"
#include "lists/row_fields.hpp"

namespace ansinh {

struct Batch::Data {
  Rules rules;
  bool strict = false;
  char delimiter = ',';
  std::size_t columns = 0;
  lists::RowFields fields;
  std::vector<std::size_t> passed;  // columns that are passed through, `id` among them
  std::optional<std::size_t> id;
  std::vector<std::string> by;  // as the caller wrote them, and their columns
  std::vector<std::size_t> by_column;
  std::string output_header;
  std::array<std::string, 64> flag_texts;  // by Flags::bits()
  std::size_t longest_flags = 0;
};

}  // namespace ansinh
