// One row of built-in national law, as the tables in parameters/ write it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "ansinh/law.hpp"

namespace ansinh::built_in {

struct Row {
  LawValue value;
  Day from;
  Day to;
  std::string_view instrument;
  std::string_view provision;
  Standing standing;
  Sources sources;
};

// Rows of one parameter stand in order of their days and never claim a day twice.
template <std::size_t N>
constexpr bool in_order(const std::array<Row, N>& rows) {
  for (std::size_t i = 0; i < N; ++i) {
    if (rows[i].to < rows[i].from) return false;
    if (i > 0 && rows[i].from <= rows[i - 1].to) return false;
  }
  return true;
}

}  // namespace ansinh::built_in
