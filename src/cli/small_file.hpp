// The whole of a small file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ansinh::cli {

// "-" is standard input. Nothing, after a line on standard error, where it cannot be read or is longer.
std::optional<std::string> small_file(const std::string& path, std::size_t most_bytes = std::size_t{1} << 20);

}  // namespace ansinh::cli
