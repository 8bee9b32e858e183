#include "report/escape.hpp"

#include <cstdint>

namespace ansinh::report {
namespace {

constexpr std::string_view replacement = "\uFFFD";

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// The code point at that byte; an ill-formed sequence counts as one invalid byte.
CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  std::size_t bytes = 0;
  std::uint32_t value = 0, least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    bytes = 2, value = lead & 0x1FU, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    bytes = 3, value = lead & 0x0FU, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    bytes = 4, value = lead & 0x07U, least = 0x10000;
  } else {
    return {};
  }
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!continues(text, at + i)) return {};
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  const bool valid = value >= least && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
  return valid ? CodePoint{value, bytes, true} : CodePoint{};
}

bool controls(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool combining(std::uint32_t c) { return c >= 0x0300 && c <= 0x036F; }

}  // namespace

std::string plain(std::string_view text) { return plain_at_most(text, text.size()); }

std::string plain_at_most(std::string_view text, std::size_t characters) {
  std::string safe;
  for (std::size_t at = 0, count = 0; at < text.size(); ++count) {
    if (count == characters) return safe + "…";
    const CodePoint c = code_point(text, at);
    safe += c.valid && !controls(c.value) ? text.substr(at, c.bytes) : replacement;
    at += c.bytes;
  }
  return safe;
}

std::string utf8(std::string_view text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    valid += c.valid ? text.substr(at, c.bytes) : replacement;
    at += c.bytes;
  }
  return valid;
}

std::string html(std::string_view text) {
  std::string safe;
  for (const char c : plain(text)) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: safe += c;
    }
  }
  return safe;
}

std::string csv_cell(std::string_view text) {
  std::string safe = plain(text);
  if (!safe.empty() && std::string_view{"=+-@"}.find(safe.front()) != std::string_view::npos) safe.insert(0, "'");
  if (safe.find_first_of(",\"") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    if (!(c.valid && combining(c.value))) ++columns;
    at += c.bytes;
  }
  return columns;
}

std::string padded_right(std::string_view text, std::size_t columns) {
  const std::size_t have = width(text);
  return std::string{text} + std::string(have < columns ? columns - have : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t columns) {
  const std::size_t have = width(text);
  return std::string(have < columns ? columns - have : 0, ' ') + std::string{text};
}

}  // namespace ansinh::report
