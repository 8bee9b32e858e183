// JSON that the program printed.
#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cstdint>
#include <string>
#include <vector>

namespace program_test {

inline rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  EXPECT_FALSE(document.HasParseError()) << text;
  return document;
}

inline std::vector<std::string> member_names(const rapidjson::Value& object) {
  std::vector<std::string> names;
  for (const auto& member : object.GetObject()) names.emplace_back(member.name.GetString());
  return names;
}

// A member that must be there.
inline const rapidjson::Value& at(const rapidjson::Value& object, const char* name) {
  static const rapidjson::Value none;
  const auto found = object.FindMember(name);
  EXPECT_NE(found, object.MemberEnd()) << "no member " << name;
  return found == object.MemberEnd() ? none : found->value;
}
inline std::string text_at(const rapidjson::Value& object, const char* name) {
  const rapidjson::Value& value = at(object, name);
  EXPECT_TRUE(value.IsString()) << name;
  return value.IsString() ? value.GetString() : "";
}
inline std::int64_t number_at(const rapidjson::Value& object, const char* name) {
  const rapidjson::Value& value = at(object, name);
  EXPECT_TRUE(value.IsInt64()) << name;
  return value.IsInt64() ? value.GetInt64() : -1;
}

}  // namespace program_test
