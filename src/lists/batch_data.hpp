// What the header of a list settled, made ready for its rows.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ansinh/lists.hpp"

namespace ansinh {

struct Batch::Data {
  struct Known {
    std::size_t column;
    Field field;
  };

  Rules rules;
  bool strict = false;
  char delimiter = ',';
  std::size_t columns = 0;
  std::vector<Known> known;         // columns that hold a field of the request
  std::vector<std::size_t> passed;  // columns that are passed through, `id` among them
  std::optional<std::size_t> id;
  std::vector<std::string> by;  // as the caller wrote them, and their columns
  std::vector<std::size_t> by_column;
  std::array<std::string, request_field_count> defaults;  // trimmed
  std::string output_header;
  std::array<std::string, 64> flag_texts;  // by Flags::bits()
};

}  // namespace ansinh
