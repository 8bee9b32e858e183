#include "report/grid.hpp"

#include "report/escape.hpp"
#include "report/phrase.hpp"

namespace ansinh::report {

std::string grid_as_csv(const Grid& grid) {
  std::string text = joined(grid.columns, ",") + "\n";
  for (const auto& row : grid.rows) {
    std::vector<std::string> cells;
    for (const std::string& cell : row) cells.push_back(csv_cell(cell));
    text += joined(cells, ",") + "\n";
  }
  return text;
}

std::string grid_as_html(const Grid& grid, std::string_view title, std::string_view opening, std::string_view closing,
                         Language language) {
  std::string text = "<!DOCTYPE html>\n<html lang=\"" + std::string{name(language)} +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html(title) +
                     "</title>\n<style>\n"
                     "body { font: 10pt/1.4 \"Noto Sans\", Arial, sans-serif; margin: 1.5em; }\n"
                     "table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .15em .5em; "
                     "text-align: left; vertical-align: top; }\n"
                     "@page { size: A4 landscape; margin: 10mm; }\n"
                     "@media print { body { font-size: 7.5pt; margin: 0; } thead { display: table-header-group; } "
                     "tr { break-inside: avoid; } }\n"
                     "</style>\n</head>\n<body>\n<h1>" +
                     html(title) + "</h1>\n<p>" + html(opening) + "</p>\n<table>\n<thead><tr>";
  for (const std::string_view column : grid.columns) text += "<th scope=\"col\">" + html(column) + "</th>";
  text += "</tr></thead>\n<tbody>\n";
  for (const auto& row : grid.rows) {
    text += "<tr>";
    for (const std::string& cell : row) text += "<td>" + html(cell) + "</td>";
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n<footer><p>" + html(closing) + "</p></footer>\n</body>\n</html>\n";
}

}  // namespace ansinh::report
