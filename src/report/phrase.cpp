#include "report/phrase.hpp"

namespace ansinh::report {

std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  } else if (text.starts_with("đ")) {
    text.replace(0, std::string_view{"đ"}.size(), "Đ");
  }
  return text;
}

}  // namespace ansinh::report
