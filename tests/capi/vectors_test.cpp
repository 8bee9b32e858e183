// The vectors through the C interface alone: texts in, JSON out.
#include "vectors/vectors.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <array>
#include <string>

#include "ansinh/ansinh.h"
#include "capi/texts.hpp"
#include "reference/csv.hpp"

namespace {

using capi::law;
using capi::text_from;
using rapidjson::Document;

constexpr std::size_t fields = ANSINH_FIELD_SUPPORT_REFUNDED + 1;

struct Texts {
  std::array<const char*, fields> text{};
  std::array<std::size_t, fields> length{};

  explicit Texts(const Document& vector) {
    for (const auto& member : vector["request"].GetObject()) {
      const auto field = capi::field_named(member.name.GetString());
      EXPECT_TRUE(field.has_value()) << member.name.GetString();
      if (!field) continue;
      text[*field] = member.value.GetString();
      length[*field] = member.value.GetStringLength();
    }
  }
};

void expect_refusal(const Document& vector, int32_t status, const std::string& json) {
  Document given;
  given.Parse(json.c_str());
  ASSERT_FALSE(given.HasParseError()) << json;
  ASSERT_TRUE(vector.HasMember("refusal")) << json;
  EXPECT_STREQ(ansinh_status_name(status), vector["refusal"]["status"].GetString());
  for (const char* member : {"status", "parameter", "given"}) {
    ASSERT_TRUE(given.HasMember(member)) << json;
    EXPECT_TRUE(given[member] == vector["refusal"][member]) << member << " in " << json;
  }
}

void expect_answer(const Document& vector, const std::string& json) {
  Document given;
  given.Parse(json.c_str());
  ASSERT_FALSE(given.HasParseError()) << json;
  ASSERT_TRUE(vector.HasMember("answer")) << json;
  for (const auto& member : vector["answer"].GetObject()) {
    ASSERT_TRUE(given.HasMember(member.name)) << member.name.GetString();
    EXPECT_TRUE(given[member.name] == member.value) << member.name.GetString() << " in " << json;
  }
}

// Every amount and count of the struct is the one of the JSON.
void expect_same(const Document& answer, const ansinh_answer& given) {
  const auto is = [&](const char* member, int64_t value) { EXPECT_EQ(answer[member].GetInt64(), value) << member; };
  is("contribution", given.contribution);
  is("central_support", given.central_support);
  is("local_top_up", given.local_top_up);
  is("province_top_up", given.province_top_up);
  is("locality_top_up", given.locality_top_up);
  is("other_support", given.other_support);
  is("participant_share", given.participant_share);
  is("months", given.months);
  is("supported_months", given.supported_months);
  ASSERT_EQ(answer["layers"].Size(), static_cast<unsigned>(given.layer_count));
  for (unsigned i = 0; i < answer["layers"].Size(); ++i) {
    const auto& layer = answer["layers"][i];
    EXPECT_EQ(layer["amount"].GetInt64(), given.layer_amount[i]);
    EXPECT_STREQ(layer["programme"].GetString(), ansinh_programme_id(law(), given.layer_programme[i]));
    EXPECT_STREQ(layer["layer"].GetString(), ansinh_layer_name(law(), given.layer[i]));
  }
  std::string flags;
  for (uint32_t flag = 1; flag <= ANSINH_UNSETTLED; flag *= 2) {
    if ((given.flags & flag) != 0) flags += std::string{ansinh_flag_name(flag)} + '|';
  }
  std::string expected;
  for (const auto& flag : answer["flags"].GetArray()) expected += std::string{flag.GetString()} + '|';
  EXPECT_EQ(flags, expected);
}

void run_payment(const Document& vector) {
  const Texts texts{vector};
  ansinh_request request = ANSINH_REQUEST_INIT;
  std::string refusal;
  const int32_t read = text_from(
      [&](char* buffer, size_t capacity, size_t* length) {
        return ansinh_read_request(law(), texts.text.data(), texts.length.data(), ANSINH_FIELD_TH_SUPPORT + 1, &request,
                                   ANSINH_EN, buffer, capacity, length);
      },
      refusal);
  if (read != ANSINH_OK) {
    EXPECT_EQ(request.paid_on, ANSINH_NOT_GIVEN) << "as it was";
    expect_refusal(vector, read, refusal);
    return;
  }
  std::string json;
  const int32_t status = text_from(
      [&](char* buffer, size_t capacity, size_t* length) {
        return ansinh_assess_json(law(), &request, ANSINH_EN, buffer, capacity, length);
      },
      json);
  ansinh_answer answer = {};
  answer.size = sizeof answer;
  EXPECT_EQ(ansinh_assess(law(), nullptr, &request, &answer), status);
  EXPECT_EQ(answer.status, status);
  if (status != ANSINH_OK) {
    expect_refusal(vector, status, json);
    return;
  }
  expect_answer(vector, json);
  Document given;
  given.Parse(json.c_str());
  expect_same(given, answer);
}

void run_refund(const Document& vector) {
  const Texts texts{vector};
  ansinh_request payment = ANSINH_REQUEST_INIT;
  ansinh_refund_request refund = ANSINH_REFUND_REQUEST_INIT;
  std::string refusal;
  const int32_t read = text_from(
      [&](char* buffer, size_t capacity, size_t* length) {
        return ansinh_read_refund(law(), texts.text.data(), texts.length.data(), fields, &payment, &refund, ANSINH_EN,
                                  buffer, capacity, length);
      },
      refusal);
  if (read != ANSINH_OK) {
    expect_refusal(vector, read, refusal);
    return;
  }
  std::string json;
  const int32_t status = text_from(
      [&](char* buffer, size_t capacity, size_t* length) {
        return ansinh_explain_refund(law(), &payment, &refund, ANSINH_JSON, ANSINH_EN, buffer, capacity, length);
      },
      json);
  ansinh_refund_answer answer = {};
  answer.size = sizeof answer;
  EXPECT_EQ(ansinh_refund(law(), &payment, &refund, &answer), status);
  if (status != ANSINH_OK) {
    expect_refusal(vector, status, json);
    return;
  }
  expect_answer(vector, json);
  const auto is = [&](const char* member, int64_t value) {
    EXPECT_EQ(vector["answer"][member].GetInt64(), value) << member;
  };
  is("gross", answer.gross);
  is("central_support", answer.central_support);
  is("province_top_up", answer.province_top_up);
  is("locality_top_up", answer.locality_top_up);
  is("other_support", answer.other_support);
  is("refund", answer.refund);
  is("months", answer.months);
}

template <class Run>
int each_vector(vectors::Kind kind, Run run) {
  int count = 0;
  for (const vectors::File& file : vectors::generated()) {
    if (file.kind != kind) continue;
    const std::string text = reference::read_file("vectors/" + file.name);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      at = end + 1;
      SCOPED_TRACE(line);
      Document vector;
      vector.Parse(line.c_str());
      EXPECT_FALSE(vector.HasParseError());
      run(vector);
      ++count;
    }
  }
  return count;
}

TEST(CapiVectors, EveryPayment) { EXPECT_GT(each_vector(vectors::Kind::payments, run_payment), 1'700); }
TEST(CapiVectors, EveryRefund) { EXPECT_GT(each_vector(vectors::Kind::refunds, run_refund), 100); }

}  // namespace
