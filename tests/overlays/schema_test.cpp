// The published schema is the one that the library's types make, and it agrees with the reader about forms.
#include "schema.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ansinh/overlay.hpp"
#include "reference/csv.hpp"

namespace overlays {
namespace {

using namespace ansinh;

std::string published() { return reference::read_file("../docs/overlay.schema.json"); }

class Validator {
 public:
  Validator() {
    rapidjson::Document document;
    const std::string text = published();
    document.Parse(text.data(), text.size());
    EXPECT_FALSE(document.HasParseError());
    schema_ = std::make_unique<rapidjson::SchemaDocument>(document);
  }
  bool operator()(const rapidjson::Value& value) const {
    rapidjson::SchemaValidator validator{*schema_};
    return value.Accept(validator);
  }
  bool operator()(const std::string& json) const {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    return !document.HasParseError() && (*this)(document);
  }

 private:
  std::unique_ptr<rapidjson::SchemaDocument> schema_;
};

std::string written(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<std::string> accepted_files() {
  std::vector<std::string> all{"{}", LawBook::built_in().canonical_json()};
  for (const auto& entry : std::filesystem::directory_iterator{EXAMPLES_DIR "/overlays"}) {
    if (entry.path().extension() != ".json") continue;
    all.push_back(reference::read_file("../examples/overlays/" + entry.path().filename().string()));
  }
  return all;
}

TEST(Schema, IsTheOneThatTheTypesMake) { EXPECT_EQ(published(), schema()); }

TEST(Schema, AcceptsWhatIsRead) {
  const Validator valid;
  for (const std::string& json : accepted_files()) {
    EXPECT_TRUE(read_overlay(json, LawBook::built_in()).ok());
    EXPECT_TRUE(valid(json)) << json.substr(0, 200);
  }
}

// Every change of form in every value of the examples: a member left out, added or of another kind. What the reader
// then refuses for its form the schema refuses, and what it reads the schema accepts.
void visit(rapidjson::Value& value, const std::function<void()>& changed, rapidjson::Document::AllocatorType& memory) {
  const auto with = [&](rapidjson::Value&& other) {
    value.Swap(other);
    changed();
    value.Swap(other);
  };
  with(rapidjson::Value{7});
  with(rapidjson::Value{-1});
  with(rapidjson::Value{"x"});
  with(rapidjson::Value{true});
  with(rapidjson::Value{rapidjson::kNullType});
  with(rapidjson::Value{rapidjson::kArrayType});
  with(rapidjson::Value{rapidjson::kObjectType});
  if (value.IsArray()) {
    for (auto& item : value.GetArray()) visit(item, changed, memory);
  } else if (value.IsObject()) {
    for (auto& one : value.GetObject()) visit(one.value, changed, memory);
    for (rapidjson::SizeType i = 0; i < value.MemberCount(); ++i) {
      rapidjson::Value less{value, memory};
      less.EraseMember(less.MemberBegin() + i);
      with(std::move(less));
    }
    rapidjson::Value more{value, memory};
    more.AddMember("surplus", 1, memory);
    with(std::move(more));
  }
}

TEST(Schema, AgreesWithTheReaderAboutForms) {
  const Validator valid;
  const LawBook bare = read_overlay(R"({"base":"none"})", LawBook::built_in())->book;
  std::size_t refused = 0, read = 0;
  for (const std::string& json : accepted_files()) {
    if (json.size() > 20'000) continue;  // the printed book has the same forms, and ten thousands of values
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    visit(
        document,
        [&] {
          const std::string changed = written(document);
          const OverlayResult result = read_overlay(changed, bare);
          if (result.ok()) {
            ++read;
            EXPECT_TRUE(valid(document)) << changed;
            return;
          }
          const bool of_form = std::ranges::any_of(result.faults(), [](const OverlayFault& fault) {
            return fault.error == OverlayError::unknown_key || fault.error == OverlayError::missing_key ||
                   fault.error == OverlayError::wrong_kind;
          });
          if (!of_form) return;
          ++refused;
          EXPECT_FALSE(valid(document)) << changed;
        },
        document.GetAllocator());
  }
  EXPECT_GE(refused, 1'000U);
  EXPECT_GE(read, 100U);
}

}  // namespace
}  // namespace overlays
