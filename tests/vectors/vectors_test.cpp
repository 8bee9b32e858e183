// Runs every vector through every path of the library, and keeps the committed files equal to what the reference gives.
#include "vectors/vectors.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"
#include "assess/proof.hpp"
#include "columns/columns_of.hpp"
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

// They point into the vector.
RequestCells cells_of(const Document& vector) {
  RequestCells cells;
  for (const auto& member : vector["request"].GetObject()) {
    const auto field = field_of(member.name.GetString());
    EXPECT_TRUE(field.has_value()) << member.name.GetString();
    if (field) cells[*field] = {member.value.GetString(), member.value.GetStringLength()};
  }
  return cells;
}

void run(const Document& vector) {
  const LawBook& book = LawBook::built_in();
  const Rules& rules = built_in_rules();
  const auto request = read_request(book, cells_of(vector));
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

std::vector<std::string> lines_of(const vectors::File& file) {
  const std::string text = reference::read_file("vectors/" + file.name);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    EXPECT_NE(end, std::string::npos) << file.name << " does not end with a line feed";
    if (end == std::string::npos) break;
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

template <class Look>
void each_vector(vectors::Kind kind, Look look) {
  for (const vectors::File& file : vectors::generated()) {
    if (file.kind != kind) continue;
    for (const std::string& line : lines_of(file)) {
      Document vector;
      vector.Parse(line.c_str());
      ASSERT_FALSE(vector.HasParseError()) << line;
      SCOPED_TRACE(line);
      look(vector);
    }
  }
}

TEST(Vectors, EveryPathGivesTheAnswer) {
  std::set<std::string> ids;
  std::set<std::string> flags;
  std::set<std::string> statuses;
  std::set<std::string> programmes;
  for (const vectors::File& file : vectors::generated()) {
    if (file.kind != vectors::Kind::payments) continue;
    for (const std::string& line : lines_of(file)) {
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
  EXPECT_EQ(statuses.size(), 8U);
  EXPECT_EQ(programmes.size(), LawBook::built_in().programmes().size());
  EXPECT_GT(ids.size(), 700U);
}

// All payments that can be said in columns, by every kernel, as one list.
TEST(Vectors, AsColumns) {
  const ColumnRules rules{built_in_rules()};
  std::vector<Request> requests;
  std::size_t unsaid = 0;
  each_vector(vectors::Kind::payments, [&](const Document& vector) {
    const auto request = read_request(LawBook::built_in(), cells_of(vector));
    if (request.ok() && columns::can_say(rules, *request)) {
      requests.push_back(*request);
    } else {
      ++unsaid;
    }
  });
  EXPECT_TRUE(columns::agree(rules, requests));
  // Texts that are no value, days before 2008, and provinces apart.
  EXPECT_GT(requests.size(), 1'500U);
  EXPECT_LT(unsaid, 200U);
}

void run_refund(const Document& vector) {
  const Rules& rules = built_in_rules();
  RefundCells cells;
  for (const auto& member : vector["request"].GetObject()) {
    const std::string_view key = member.name.GetString();
    const std::string_view text{member.value.GetString(), member.value.GetStringLength()};
    if (key == "remaining") {
      cells.remaining = text;
    } else if (key == "on") {
      cells.on = text;
    } else if (key == "reason") {
      cells.reason = text;
    } else if (key == "support_refunded") {
      cells.support_refunded = text;
    } else {
      const auto field = field_of(key);
      ASSERT_TRUE(field.has_value()) << key;
      cells.payment[*field] = text;
    }
  }
  const auto request = read_refund(LawBook::built_in(), cells);
  if (!request.ok()) {
    ASSERT_TRUE(vector.HasMember("refusal"));
    expect_refusal(vector["refusal"], request.fault());
    return;
  }
  ASSERT_TRUE(proof::agrees(rules, proof::built_in_law(), *request));
  const RefundExplanation explanation = explain(rules, *request);
  if (!explanation.outcome.ok()) {
    ASSERT_TRUE(vector.HasMember("refusal"));
    expect_refusal(vector["refusal"], explanation.outcome.fault());
    return;
  }
  Document given;
  given.Parse(refund_json(rules, explanation, Language::en).c_str());
  ASSERT_FALSE(given.HasParseError());
  for (const auto& member : vector["answer"].GetObject()) {
    ASSERT_TRUE(given.HasMember(member.name)) << member.name.GetString();
    EXPECT_TRUE(given[member.name] == member.value) << member.name.GetString();
  }
}

TEST(Vectors, EveryRefundIsGivenBack) { each_vector(vectors::Kind::refunds, run_refund); }

// What a refund gives back lies between nothing and what is left of the gross; every reason and every field occurs.
TEST(Vectors, RefundsKeepTheirBounds) {
  std::set<std::string> ids;
  std::set<std::string> reasons;
  std::set<std::string> parameters;
  bool capped = false;
  bool nothing = false;
  for (const vectors::File& file : vectors::generated()) {
    if (file.kind != vectors::Kind::refunds) continue;
    for (const std::string& line : lines_of(file)) {
      Document vector;
      vector.Parse(line.c_str());
      ASSERT_FALSE(vector.HasParseError()) << line;
      SCOPED_TRACE(line);
      ASSERT_TRUE(ids.insert(vector["id"].GetString()).second) << "an id twice";
      ASSERT_NE(vector.HasMember("answer"), vector.HasMember("refusal"));
      if (vector.HasMember("refusal")) {
        parameters.insert(vector["refusal"]["parameter"].GetString());
        continue;
      }
      reasons.insert(vector["request"]["reason"].GetString());
      const auto& answer = vector["answer"];
      const auto amount = [&](const char* key) { return answer[key].GetInt64(); };
      const std::int64_t left = amount("gross") - amount("central_support") - amount("province_top_up") -
                                amount("locality_top_up") - amount("other_support");
      EXPECT_GE(amount("refund"), 0);
      EXPECT_LE(amount("refund"), std::max<std::int64_t>(left, 0));
      EXPECT_EQ(std::to_string(amount("months")), vector["request"]["remaining"].GetString());
      capped = capped || amount("refund") < left;
      nothing = nothing || left < 0;
    }
  }
  EXPECT_EQ(reasons, (std::set<std::string>{"compulsory", "death", "pension", "withdrawal"}));
  for (const char* field : {"remaining", "on", "reason", "support_refunded", "term"}) {
    EXPECT_TRUE(parameters.contains(field)) << field;
  }
  EXPECT_TRUE(capped) << "the participant's share bounds no refund";
  EXPECT_TRUE(nothing) << "no refund is used up by what goes back";
}

}  // namespace
