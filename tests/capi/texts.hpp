// What the tests of the C interface have in common.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/ansinh.h"

namespace capi {

// The built-in law.
inline const ansinh_book* law() {
  static const ansinh_book* const book = [] {
    ansinh_book* made = nullptr;
    EXPECT_EQ(ansinh_book_create(nullptr, nullptr, 0, ANSINH_EN, &made, nullptr, 0, nullptr), ANSINH_OK);
    return made;
  }();
  return book;
}

// Calls for the length, then for the text, as a caller without a guess does. The second call's status.
template <class Call>
int32_t text_from(Call call, std::string& text) {
  size_t length = 0;
  const int32_t first = call(nullptr, size_t{0}, &length);
  EXPECT_TRUE(first == ANSINH_CALL_BUFFER_TOO_SMALL || length == 0) << first;
  if (first != ANSINH_CALL_BUFFER_TOO_SMALL) {
    text.clear();
    return first;
  }
  std::string room(length + 1, '?');
  size_t again = 0;
  const int32_t status = call(room.data(), room.size(), &again);
  EXPECT_EQ(again, length);
  EXPECT_EQ(room.back(), '\0');
  room.pop_back();
  EXPECT_EQ(std::strlen(room.c_str()), length);
  text = room;
  return status;
}

inline std::optional<std::size_t> field_named(std::string_view name) {
  for (int32_t field = 0; field <= ANSINH_FIELD_SUPPORT_REFUNDED; ++field) {
    if (name == ansinh_field_name(field)) return static_cast<std::size_t>(field);
  }
  return std::nullopt;
}

}  // namespace capi
