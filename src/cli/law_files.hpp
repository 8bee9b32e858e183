// The law of a command line: the built-in book with every file of --law laid over it, in their order.
#pragma once

#include <optional>
#include <string>

#include "command_line.hpp"

namespace ansinh::cli {

// The bytes of a file that may be an overlay; nothing, after a line on standard error, where it cannot be read.
std::optional<std::string> overlay_bytes(const std::string& path);

// Nothing, after a line on standard error for each fault, where a file cannot be read or is no overlay.
std::optional<Rules> rules_of(const Common& common);

}  // namespace ansinh::cli
