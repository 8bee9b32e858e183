// What becomes of a written D05-TS after its blocks are priced: numbering, and reading of a row's cells.
#include "ansinh/lists.hpp"
#include "lists/csv_row.hpp"

namespace ansinh {

std::string number_rows(const PricedBlock& priced, std::uint64_t& ordinal) {
  std::string rows;
  for (std::size_t i = 0; i < priced.row_starts.size(); ++i) {
    const std::size_t begin = priced.row_starts[i];
    const std::size_t end = i + 1 < priced.row_starts.size() ? priced.row_starts[i + 1] : priced.output.size();
    rows += std::to_string(ordinal++);
    rows.append(priced.output, begin, end - begin);
  }
  return rows;
}

bool take_row(std::string_view& rows, char delimiter, std::vector<std::string>& cells) {
  cells.clear();
  if (rows.empty()) return false;
  std::vector<char> unquoted;
  constexpr std::size_t usual = 2 * d05_columns;
  std::vector<std::string_view> found(usual);
  lists::CsvRow row = lists::RowSplitter{rows, delimiter}.next(found, unquoted);
  if (row.cell_count > found.size()) {
    found.resize(row.cell_count);
    row = lists::RowSplitter{rows, delimiter}.next(found, unquoted);
  }
  cells.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(row.cell_count));
  rows.remove_prefix(std::min(rows.size(), row.bytes.size() + 1));
  return true;
}

}  // namespace ansinh
