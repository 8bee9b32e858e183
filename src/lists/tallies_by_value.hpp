// Totals of some regular rows by the values of a column.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lists/request_columns.hpp"

namespace ansinh::lists {

class TalliesByValue {
 public:
  // Of the rows that were read, all of which are counted, whatever their status. Their texts must outlive add_to.
  void count(const RequestColumns& columns, const RegularRows& rows, std::size_t column, const RequestRows& requests,
             Workspace& workspace);
  void add_to(Totals& totals, std::size_t column) const;

 private:
  [[nodiscard]] std::uint16_t key_of(std::string_view value);

  // Values by their texts: twice as many places as there can be values.
  static constexpr std::size_t places = 2 * RegularRows::most_rows;
  static constexpr std::uint16_t free = 0xffff;
  std::array<std::uint16_t, places> at_{};
  std::vector<std::string_view> values_;  // by key
  std::vector<Tally> tallies_;
  RequestRows::Of<std::uint16_t> keys_{};
  RequestRows::Of<std::uint8_t> status_{};
};

}  // namespace ansinh::lists
