// Names of columns, which compare without regard to ASCII case.
#pragma once

#include <string>
#include <string_view>

namespace ansinh::lists {

[[nodiscard]] inline std::string folded(std::string_view name) {
  std::string text{name};
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace ansinh::lists
