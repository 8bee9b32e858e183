#include "report/amount_lines.hpp"

#include <algorithm>

#include "report/escape.hpp"

namespace ansinh::report {

std::string as_columns(const std::vector<AmountLine>& lines) {
  std::size_t what = 0, amount = 0;
  for (const AmountLine& line : lines) {
    what = std::max(what, width(line.what));
    amount = std::max(amount, width(line.amount));
  }
  std::string text;
  for (const AmountLine& line : lines) {
    text += "  " + padded_right(line.what, what) + "  " + padded_left(line.amount, amount);
    if (!line.remark.empty()) text += "  (" + line.remark + ")";
    text += '\n';
  }
  return text;
}

}  // namespace ansinh::report
