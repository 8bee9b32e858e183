// Reading sources as text: lines, comments and literals blanked, includes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

struct Include {
  std::string name;
  bool quoted = false;  // "name" rather than <name>
};

std::vector<std::string> lines_of(const std::filesystem::path& file);

// The same lines with comments and the contents of string and character literals replaced by spaces.
std::vector<std::string> code_of(const std::vector<std::string>& lines);

// The include directive of a line, if it is one.
std::optional<Include> include_of(std::string_view line);

// Every .hpp and .cpp (and .hpp.in) below a folder, sorted; none where the folder does not exist.
std::vector<std::filesystem::path> sources_below(const std::filesystem::path& folder);

}  // namespace structure
