// amount_lines: what, how much and a remark, a line each, in columns.
#pragma once

#include <string>
#include <vector>

namespace ansinh::report {

struct AmountLine {
  std::string what, amount, remark;
};

[[nodiscard]] std::string as_columns(const std::vector<AmountLine>& lines);

}  // namespace ansinh::report
