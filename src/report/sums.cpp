#include "report/sums.hpp"

#include <utility>

#include "report/escape.hpp"

namespace ansinh::report {

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::size_t all = 0;
  for (const std::size_t one : widths) all += one + 2;
  std::string text;
  for (const auto& row : rows_) {
    if (row.empty()) {
      text += "  " + std::string(all < 2 ? 0 : all - 2, '-') + '\n';
      continue;
    }
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += "  " + (i == 0 ? padded_right(row[i], widths[i]) : padded_left(row[i], widths[i]));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

std::string wrapped_lines(std::string_view text, std::string_view indent) {
  constexpr std::size_t most = 100;
  std::string out, line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!line.empty() && width(line) + 1 + width(word) > most) {
      out += line + '\n';
      line = indent;
    } else if (!line.empty()) {
      line += ' ';
    }
    line += word;
  }
  return out + line + '\n';
}

}  // namespace ansinh::report
