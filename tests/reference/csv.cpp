#include "reference/csv.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace reference {
namespace {

[[noreturn]] void stop(std::string_view path, std::string_view why) {
  std::cerr << "tests/" << path << ": " << why << '\n';
  std::exit(1);
}

// One record of a CSV text, starting at `at`, which is moved behind it.
std::vector<std::string> next_record(std::string_view text, std::size_t& at) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cells.back() += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      ++at;
      return cells;
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

std::string read_file(std::string_view path) {
  std::ifstream in(std::string(ANSINH_TESTS_DIR) + "/" + std::string(path), std::ios::binary);
  if (!in) stop(path, "cannot be opened");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<CsvRow> read_csv(std::string_view path) {
  const std::string text = read_file(path);
  std::size_t at = 0;
  while (text.compare(at, 1, "#") == 0) at = text.find('\n', at) + 1;
  const std::vector<std::string> header = next_record(text, at);
  std::vector<CsvRow> rows;
  while (at < text.size()) {
    const std::vector<std::string> cells = next_record(text, at);
    if (cells.size() != header.size()) stop(path, "a row has another number of cells than the header");
    CsvRow row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace reference
