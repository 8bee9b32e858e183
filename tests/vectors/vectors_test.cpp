// Runs every vector through every path of the library, and keeps the committed files equal to what the reference gives.
#include "vectors/vectors.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"
#include "assess/proof.hpp"
#include "reference/csv.hpp"

namespace {

using namespace ansinh;
using rapidjson::Document;

TEST(Vectors, AreWhatTheReferenceGives) {
  std::set<std::string> names;
  for (const vectors::File& file : vectors::generated()) {
    EXPECT_TRUE(reference::read_file("vectors/" + file.name) == file.text)
        << file.name << " is out of date: run write_vectors tests/vectors and read the difference";
    names.insert(file.name);
  }
  for (const auto& entry : std::filesystem::directory_iterator(ANSINH_VECTORS_DIR)) {
    const auto name = entry.path().filename().string();
    if (name.ends_with(".jsonl")) {
      EXPECT_TRUE(names.contains(name)) << name << " is written by nobody";
    }
  }
}

std::optional<Field> field_of(std::string_view text) {
  for (int i = 0; i < request_field_count; ++i) {
    if (name(static_cast<Field>(i)) == text) return static_cast<Field>(i);
  }
  return std::nullopt;
}

// The answer of `assess --format json` without what changes with every change of law.
Document answer_of(const Assessment& assessment) {
  Document d;
  d.Parse(assessment_json(built_in_rules(), assessment).c_str());
  EXPECT_FALSE(d.HasParseError());
  EXPECT_TRUE(d.HasMember("law_digest"));
  d.RemoveMember("law_digest");
  return d;
}

void expect_refusal(const rapidjson::Value& expected, const Fault& fault) {
  Document d;
  d.Parse(fault_json(built_in_rules(), fault, Language::en).c_str());
  ASSERT_FALSE(d.HasParseError());
  for (const char* member : {"status", "parameter", "given"}) {
    ASSERT_TRUE(d.HasMember(member));
    EXPECT_STREQ(d[member].IsString() ? d[member].GetString() : "", expected[member].GetString()) << member;
  }
}

void run(const Document& vector) {
  const LawBook& book = LawBook::built_in();
  const Rules& rules = built_in_rules();
  RequestCells cells;
  for (const auto& member : vector["request"].GetObject()) {
    const auto field = field_of(member.name.GetString());
    ASSERT_TRUE(field.has_value()) << member.name.GetString();
    cells[*field] = {member.value.GetString(), member.value.GetStringLength()};
  }
  const auto request = read_request(book, cells);
  if (!request.ok()) {
    ASSERT_TRUE(vector.HasMember("refusal"));
    expect_refusal(vector["refusal"], request.fault());
    return;
  }
  const auto result = assess(rules, *request);
  ASSERT_TRUE(proof::same_result(result, assess_exact(rules, *request)));
  ASSERT_TRUE(proof::same_result(result, explain(rules, *request).outcome));
  Answer answer;
  ASSERT_TRUE(assess(rules, {&*request, 1}, {&answer, 1}));
  ASSERT_EQ(answer.status, result.code());
  if (!result.ok()) {
    ASSERT_TRUE(vector.HasMember("refusal"));
    expect_refusal(vector["refusal"], result.fault());
    return;
  }
  ASSERT_TRUE(answer.assessment == *result);
  ASSERT_TRUE(vector.HasMember("answer"));
  EXPECT_TRUE(answer_of(*result) == vector["answer"]) << assessment_json(rules, *result);
}

TEST(Vectors, EveryPathGivesTheAnswer) {
  std::set<std::string> ids;
  std::set<std::string> flags;
  std::set<std::string> statuses;
  std::set<std::string> programmes;
  for (const vectors::File& file : vectors::generated()) {
    const std::string text = reference::read_file("vectors/" + file.name);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      ASSERT_NE(end, std::string::npos) << file.name << " does not end with a line feed";
      const std::string line = text.substr(at, end - at);
      at = end + 1;
      Document vector;
      vector.Parse(line.c_str());
      ASSERT_FALSE(vector.HasParseError()) << line;
      SCOPED_TRACE(line);
      ASSERT_TRUE(ids.insert(vector["id"].GetString()).second) << "an id twice";
      ASSERT_NE(vector.HasMember("answer"), vector.HasMember("refusal"));
      run(vector);
      if (vector.HasMember("refusal")) {
        statuses.insert(vector["refusal"]["status"].GetString());
        continue;
      }
      for (const auto& flag : vector["answer"]["flags"].GetArray()) flags.insert(flag.GetString());
      for (const auto& layer : vector["answer"]["layers"].GetArray()) programmes.insert(layer["programme"].GetString());
    }
  }
  // Every flag, every refusal and every built-in programme occurs.
  EXPECT_EQ(flags.size(), all_flags.size());
  EXPECT_EQ(statuses.size(), 9U);
  EXPECT_EQ(programmes.size(), LawBook::built_in().programmes().size());
  EXPECT_GT(ids.size(), 700U);
}

}  // namespace
