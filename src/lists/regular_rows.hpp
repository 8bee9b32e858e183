// Runs of regular rows of a list: rows of as many cells as the list has columns, with no quote, carriage return or NUL
// in them. Only where the cells lie is found; of everything else in such rows a reader of CSV has nothing to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lists/list_kernels.hpp"

namespace ansinh::lists {

class RegularRows {
 public:
  static constexpr std::size_t most_rows = 512;
  // Lists of more columns have no run of regular rows.
  static constexpr std::size_t most_columns = 128;
  // So many bytes beyond every row may be read.
  static constexpr std::size_t room = 32;

  // The rows from `begin`, where a row begins, to the first that is not regular; at most most_rows, none of which
  // reaches into the last `room` bytes before `end`. 2 to most_columns columns.
  void find(const char* begin, const char* end, char delimiter, std::size_t columns, const ListKernels& kernels);

  [[nodiscard]] std::size_t size() const { return size_; }
  // Whether all their bytes are ASCII.
  [[nodiscard]] bool ascii() const { return ascii_; }
  [[nodiscard]] const char* begin_of(std::size_t row) const { return bytes_ + first_end(row)[0]; }
  // Without the line feed.
  [[nodiscard]] std::string_view bytes_of(std::size_t row) const {
    return {begin_of(row), static_cast<std::size_t>(first_end(row)[columns_] - first_end(row)[0] - 1)};
  }
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    const std::uint32_t* const at = first_end(row) + column;
    return {bytes_ + at[0], static_cast<std::size_t>(at[1] - at[0] - 1)};
  }
  [[nodiscard]] CellColumn column(std::size_t column) const { return {bytes_, begins_.data() + column, columns_}; }
  // After the last row.
  [[nodiscard]] const char* end() const { return begin_of(size_); }

 private:
  // Where the row's first cell begins; behind it, where each of the next begins.
  [[nodiscard]] const std::uint32_t* first_end(std::size_t row) const { return begins_.data() + row * columns_; }

  const char* bytes_ = nullptr;
  std::vector<std::uint32_t> begins_;  // of every cell, one after the other
  std::size_t columns_ = 0;
  std::size_t size_ = 0;
  bool ascii_ = true;
};

}  // namespace ansinh::lists
