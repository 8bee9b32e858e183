// Reading the reference's own CSV files (RFC 4180, one header row). Only for tests: a broken file ends the program.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reference {

using CsvRow = std::map<std::string, std::string, std::less<>>;

// Every row by column name; lines before the header that begin with # are its source. `path` is relative to the
// repository's `tests` folder.
std::vector<CsvRow> read_csv(std::string_view path);

// The text of a file, relative to the repository's `tests` folder.
std::string read_file(std::string_view path);

}  // namespace reference
