// What every cell has in common.
#pragma once

#include <string_view>

namespace ansinh::lists {

// Without the ASCII spaces and tabs around it.
constexpr std::string_view trimmed(std::string_view text) {
  if (text.empty() || (text.front() > ' ' && text.back() > ' ')) return text;  // as nearly always
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace ansinh::lists
