// A text into a caller's buffer, as ansinh.h describes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "ansinh/ansinh.h"
#include "ansinh/report.hpp"

namespace ansinh::capi {

struct TextOut {
  char* buffer;
  std::size_t capacity;
  std::size_t* length;

  [[nodiscard]] std::int32_t check() const { return buffer == nullptr && capacity > 0 ? ANSINH_CALL_NULL : ANSINH_OK; }
  // `status` where the text was written.
  [[nodiscard]] std::int32_t put(std::string_view text, std::int32_t status) const {
    if (length != nullptr) *length = text.size();
    if (capacity <= text.size()) return ANSINH_CALL_BUFFER_TOO_SMALL;
    std::memcpy(buffer, text.data(), text.size());
    buffer[text.size()] = '\0';
    return status;
  }
  // An empty text, which needs no buffer.
  [[nodiscard]] std::int32_t nothing() const {
    if (length != nullptr) *length = 0;
    if (capacity > 0) *buffer = '\0';
    return ANSINH_OK;
  }
  // For calls that give a text only in a fault: no buffer need be there.
  [[nodiscard]] std::int32_t put_if_wanted(std::string_view text, std::int32_t status) const {
    if (buffer == nullptr && length == nullptr) return status;
    return put(text, status);
  }
};

inline bool is_language(std::int32_t language) { return language == ANSINH_VI || language == ANSINH_EN; }
inline Language language_of(std::int32_t language) { return language == ANSINH_EN ? Language::en : Language::vi; }
inline bool is_format(std::int32_t format) { return format >= ANSINH_TEXT && format <= ANSINH_JSON; }
inline Format format_of(std::int32_t format) { return static_cast<Format>(format); }

// A text argument: up to its NUL where the length is SIZE_MAX.
inline std::string_view text_of(const char* text, std::size_t length) {
  if (text == nullptr) return {};
  return length == SIZE_MAX ? std::string_view{text} : std::string_view{text, length};
}

}  // namespace ansinh::capi
