// Every vector of a payment as a row of one list, all terms mixed: the batch gives each the answer or the status that
// the vector has, in its place.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>
#include <vector>

#include "ansinh/lists.hpp"
#include "reference/csv.hpp"
#include "run_list.hpp"
#include "vectors/vectors.hpp"

namespace {

using namespace ansinh;
using rapidjson::Document;

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string quoted(const std::string& cell) {
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

// status, then, where it is ok, the amounts, months and flags as the list writes them.
std::string expected_of(const Document& vector) {
  if (vector.HasMember("refusal")) return std::string{vector["refusal"]["status"].GetString()} + ",,,,,,,,,,";
  const auto& answer = vector["answer"];
  std::string row = "ok";
  for (const char* key : {"contribution", "central_support", "local_top_up", "province_top_up", "locality_top_up",
                          "other_support", "participant_share", "months", "supported_months"}) {
    row += "," + std::to_string(answer[key].GetInt64());
  }
  std::string flags;
  for (const auto& flag : answer["flags"].GetArray())
    flags += (flags.empty() ? "" : "|") + std::string{flag.GetString()};
  return row + "," + flags;
}

TEST(VectorsAsAList, GiveTheirAnswers) {
  std::string list = "id";
  for (int i = 0; i < request_field_count; ++i) list += "," + std::string{name(static_cast<Field>(i))};
  list += "\n";
  std::vector<std::string> expected;
  for (const vectors::File& file : vectors::generated()) {
    if (file.kind != vectors::Kind::payments) continue;
    for (const std::string& line : split(file.text, '\n')) {
      if (line.empty()) continue;
      Document vector;
      vector.Parse(line.c_str());
      ASSERT_FALSE(vector.HasParseError()) << line;
      const auto& request = vector["request"];
      list += quoted(vector["id"].GetString());
      for (int i = 0; i < request_field_count; ++i) {
        const std::string key{name(static_cast<Field>(i))};
        list += "," + (request.HasMember(key.c_str()) ? quoted(request[key.c_str()].GetString()) : std::string{});
      }
      list += "\n";
      expected.push_back(expected_of(vector));
    }
  }
  const run::Outcome done = run::list(list);
  ASSERT_FALSE(done.header_fault.has_value());
  const std::vector<std::string> rows = split(done.rows, '\n');
  ASSERT_EQ(rows.size(), expected.size() + 1);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    ASSERT_TRUE(rows[i].ends_with("," + expected[i])) << rows[i] << "\n" << expected[i];
  }
  EXPECT_GT(done.totals.all().count(Errc::ok), 1'500U);
  EXPECT_GT(expected.size(), 2'000U);
}

}  // namespace
