#include "lists/regular_rows.hpp"

#include <algorithm>

namespace ansinh::lists {

void RegularRows::find(const char* begin, const char* end, char delimiter, std::size_t columns,
                       const ListKernels& kernels) {
  constexpr std::size_t beyond = 64;
  begins_.resize(1 + most_rows * columns + beyond);
  begins_[0] = 0;
  bytes_ = begin;
  columns_ = columns;
  size_ = 0;
  ascii_ = true;
  // Longer rows are not looked at: places are of 32 bits, and the longest row of a list is shorter.
  constexpr std::ptrdiff_t most_bytes = std::ptrdiff_t{1} << 24;
  const std::ptrdiff_t bytes = std::clamp<std::ptrdiff_t>(end - begin - std::ptrdiff_t{room}, 0, most_bytes);
  const Marks marks = kernels.find_marks(begin, begin + bytes, delimiter, begins_.data() + 1, most_rows * columns);
  ascii_ = marks.ascii;
  const std::size_t rows = std::min(marks.count / columns, most_rows);
  const auto ends_a_line = [this](std::uint32_t after) { return bytes_[after - 1] == '\n'; };
  std::size_t ended = 0;  // rows of which the last cell ends a line
  while (ended < rows && ends_a_line(begins_[(ended + 1) * columns])) ++ended;
  // Where no other cell does, there are no more line feeds than these; behind the last row a row may have begun.
  const std::size_t looked_at = ended * columns;
  std::size_t behind = 0;
  for (std::size_t i = looked_at; i < marks.count; ++i) behind += ends_a_line(begins_[i + 1]) ? 1 : 0;
  if (marks.line_feeds - behind == ended) {
    size_ = ended;
    return;
  }
  for (; size_ < ended; ++size_) {
    const std::uint32_t* const cells = first_end(size_) + 1;
    if (std::any_of(cells, cells + columns - 1, ends_a_line)) return;
  }
}

}  // namespace ansinh::lists
