// sums: counts and sums beyond 64 bit as they are printed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/report.hpp"
#include "ansinh/tally.hpp"

namespace ansinh::report {

[[nodiscard]] inline std::string in_threes(std::string digits, char separator) {
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, separator);
  }
  return digits;
}

// 1.500.000, as printed(Money) has it but without its unit.
[[nodiscard]] inline std::string bare_sum(Int128 sum) { return in_threes(sum_text(sum), '.'); }
// 1.500.000 đ
[[nodiscard]] inline std::string printed_sum(Int128 sum) { return bare_sum(sum) + " đ"; }
// 1.234 in Vietnamese, 1,234 in English.
[[nodiscard]] inline std::string printed_count(Int128 count, Language language) {
  return in_threes(sum_text(count), language == Language::vi ? '.' : ',');
}

// Columns of a table in plain text; the first is flush left, the others flush right.
class TextTable {
 public:
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  void rule() { rows_.emplace_back(); }
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;  // an empty one is a rule
};

// A text broken between words into lines of at most 100 columns, those after the first indented.
[[nodiscard]] std::string wrapped_lines(std::string_view text, std::string_view indent = "  ");

}  // namespace ansinh::report
