#include "source_text.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <fstream>
#include <regex>

namespace structure {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream in{file, std::ios::binary};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> code_of(const std::vector<std::string>& lines) {
  enum class In { code, block_comment, string, character, raw_string };
  In in = In::code;
  std::string raw_end;
  std::vector<std::string> code;
  for (const std::string& line : lines) {
    std::string out(line.size(), ' ');
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view rest = std::string_view{line}.substr(i);
      switch (in) {
        case In::code:
          if (rest.starts_with("//")) {
            i = line.size();
          } else if (rest.starts_with("/*")) {
            in = In::block_comment;
            ++i;
          } else if (rest.starts_with("R\"")) {
            const std::size_t open = rest.find('(');
            raw_end = ")" + std::string{rest.substr(2, open - 2)} + "\"";
            in = In::raw_string;
            i += open;
          } else if (line[i] == '"') {
            in = In::string;
          } else if (line[i] == '\'' && (i == 0 || !std::isalnum(static_cast<unsigned char>(line[i - 1])))) {
            in = In::character;  // otherwise a digit separator
          } else {
            out[i] = line[i];
          }
          break;
        case In::block_comment:
          if (rest.starts_with("*/")) {
            in = In::code;
            ++i;
          }
          break;
        case In::raw_string:
          if (rest.starts_with(raw_end)) {
            in = In::code;
            i += raw_end.size() - 1;
          }
          break;
        case In::string:
        case In::character:
          if (line[i] == '\\') {
            ++i;
          } else if (line[i] == (in == In::string ? '"' : '\'')) {
            in = In::code;
          }
          break;
      }
    }
    if (in == In::string || in == In::character) in = In::code;  // they end with the line
    code.push_back(std::move(out));
  }
  return code;
}

std::optional<Include> include_of(std::string_view line) {
  static const std::regex form{R"re(^\s*#\s*include\s*(<([^>]+)>|"([^"]+)"))re"};
  std::match_results<std::string_view::const_iterator> match;
  if (!std::regex_search(line.begin(), line.end(), match, form)) return std::nullopt;
  if (match[3].matched) return Include{match[3].str(), true};
  return Include{match[2].str(), false};
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> found;
  if (!fs::is_directory(folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() &&
        (name.ends_with(".hpp") || name.ends_with(".h") || name.ends_with(".cpp") || name.ends_with(".hpp.in"))) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace structure
