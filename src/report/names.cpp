// The names of languages and formats, as program options write them.
#include <array>

#include "ansinh/report.hpp"

namespace ansinh {

std::string_view name(Language language) {
  switch (language) {
    case Language::vi: return "vi";
    case Language::en: return "en";
  }
  return "";
}

std::string_view name(Format format) {
  switch (format) {
    case Format::text: return "text";
    case Format::csv: return "csv";
    case Format::html: return "html";
    case Format::json: return "json";
    case Format::svg: return "svg";
  }
  return "";
}

std::optional<Language> language_from_name(std::string_view text) {
  for (const Language language : {Language::vi, Language::en}) {
    if (name(language) == text) return language;
  }
  return std::nullopt;
}

std::optional<Format> format_from_name(std::string_view text) {
  for (const Format format : {Format::text, Format::csv, Format::html, Format::json, Format::svg}) {
    if (name(format) == text) return format;
  }
  return std::nullopt;
}

}  // namespace ansinh
