// grid: a list with named columns, as CSV or as an HTML page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ansinh/report.hpp"

namespace ansinh::report {

struct Grid {
  std::vector<std::string_view> columns;
  std::vector<std::vector<std::string>> rows;
};

[[nodiscard]] std::string grid_as_csv(const Grid& grid);
// One self-contained page; title, opening lines and closing line as paragraphs.
[[nodiscard]] std::string grid_as_html(const Grid& grid, std::string_view title, std::string_view opening,
                                       std::string_view closing, Language language);

}  // namespace ansinh::report
