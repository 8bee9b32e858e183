// phrase: a text in both languages, side by side, so that whoever corrects one sees the other.
//
// A fixed text is a Phrase; a text with values in it is `say`, whose two formats are checked by the compiler.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "ansinh/report.hpp"

namespace ansinh::report {

struct Phrase {
  std::string_view vi, en;

  [[nodiscard]] constexpr std::string_view in(Language language) const { return language == Language::vi ? vi : en; }
};

// The format of the language filled with the values. Either language may use them in its own order ({1} before {0}) and
// leave out what it does not need.
template <class... Values>
[[nodiscard]] std::string say(Language language, fmt::format_string<const Values&...> vi,
                              fmt::format_string<const Values&...> en, const Values&... values) {
  return fmt::format(language == Language::vi ? vi : en, values...);
}

// The text with its first letter in upper case, as a sentence begins.
[[nodiscard]] std::string sentence(std::string text);

// "a, b, c"
template <class Texts>
[[nodiscard]] std::string joined(const Texts& texts, std::string_view separator = ", ") {
  std::string all;
  bool first = true;
  for (const auto& text : texts) {
    if (!std::exchange(first, false)) all += separator;
    all += text;
  }
  return all;
}

}  // namespace ansinh::report
