// Small lists D05-TS as an agent's Excel saves them, and what came of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "run_list.hpp"

namespace d05 {

// Title, headings and number row of the form of 2026 as Excel's "CSV UTF-8" has them on a Vietnamese machine, with more
// columns to the right: byte order mark, semicolons, CRLF.
std::string head_2026(const std::vector<std::string>& more = {});
// The same of 2023.
std::string head_2023();
// Physical lines of the two.
inline constexpr std::uint64_t head_lines = 6;

// A row of cells, `;`, CRLF.
std::string row(const std::vector<std::string>& cells);

// The cells of a row of 2026 that the checks concern, in the order of the form; the others are filled in.
struct Row2026 {
  std::string number = "7900000001", from = "11/2026", months = "1", income = "1.500.000";
  std::string contribution, share, rate = "40", local_rate, local, other_rate, other;
  std::vector<std::string> more;
};
std::string row(const Row2026& cells);

// An answer a row, by the names of the columns.
std::vector<std::map<std::string, std::string>> answers(const run::Outcome& outcome);

}  // namespace d05
