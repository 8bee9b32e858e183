// What goes wrong with a call, as opposed to with a request: told by a status of its own, and nothing is written.
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <string>

#include "ansinh/ansinh.h"
#include "capi/texts.hpp"

namespace {

using capi::law;

ansinh_request near_poor() {
  ansinh_request request = ANSINH_REQUEST_INIT;
  request.paid_on = ansinh_day(2026, 11, 22);
  request.income = 1'500'000;
  request.groups = ANSINH_NEAR_POOR;
  return request;
}

ansinh_answer no_answer() {
  ansinh_answer answer = {};
  answer.size = sizeof answer;
  return answer;
}

TEST(CapiCall, AsksForWhatItNeeds) {
  const ansinh_request request = near_poor();
  ansinh_answer answer = no_answer();
  EXPECT_EQ(ansinh_assess(nullptr, nullptr, &request, &answer), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_assess(law(), nullptr, nullptr, &answer), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_assess(law(), nullptr, &request, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_book_create(nullptr, nullptr, 1, ANSINH_VI, nullptr, nullptr, 0, nullptr), ANSINH_CALL_NULL);
  ansinh_book* book = nullptr;
  EXPECT_EQ(ansinh_book_create(nullptr, nullptr, 1, ANSINH_VI, &book, nullptr, 0, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_workspace_create(nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_assess_json(law(), &request, ANSINH_EN, nullptr, 10, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_schedule(law(), &request, nullptr, 0, nullptr, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_income_brackets(law(), 0, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_overlay_check(law(), "f", nullptr, 0, ANSINH_TEXT, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_tally_merge(nullptr, nullptr), ANSINH_CALL_NULL);
  EXPECT_EQ(ansinh_assess_columns(law(), nullptr, nullptr, nullptr), ANSINH_CALL_NULL);
  ansinh_book_free(nullptr);
  ansinh_workspace_free(nullptr);
  EXPECT_EQ(ansinh_book_digest(nullptr), nullptr);
  EXPECT_EQ(ansinh_place_book(nullptr), 0U);
  EXPECT_EQ(ansinh_group_name(nullptr, 0), nullptr);
}

TEST(CapiCall, RefusesSizesThatItDoesNotKnow) {
  for (const uint32_t size : {0U, 4U, uint32_t{sizeof(ansinh_request)} - 1, uint32_t{sizeof(ansinh_request)} + 8}) {
    ansinh_request request = near_poor();
    ansinh_answer answer = no_answer();
    request.size = size;
    EXPECT_EQ(ansinh_assess(law(), nullptr, &request, &answer), ANSINH_CALL_STRUCT_SIZE) << size;
    EXPECT_EQ(ansinh_request_init(&request, size), ANSINH_CALL_STRUCT_SIZE) << size;
  }
  const ansinh_request request = near_poor();
  ansinh_answer answer = no_answer();
  answer.size = 8;
  answer.contribution = 77;
  EXPECT_EQ(ansinh_assess(law(), nullptr, &request, &answer), ANSINH_CALL_STRUCT_SIZE);
  EXPECT_EQ(answer.contribution, 77);
}

TEST(CapiCall, WritesNoFurtherThanTheBuffer) {
  const ansinh_request request = near_poor();
  std::string whole;
  ASSERT_EQ(capi::text_from(
                [&](char* buffer, size_t capacity, size_t* length) {
                  return ansinh_explain(law(), &request, ANSINH_JSON, ANSINH_VI, buffer, capacity, length);
                },
                whole),
            ANSINH_OK);
  for (const size_t capacity : {size_t{0}, size_t{1}, whole.size() - 1, whole.size()}) {
    std::string room(whole.size() + 8, '?');
    size_t length = 0;
    EXPECT_EQ(ansinh_explain(law(), &request, ANSINH_JSON, ANSINH_VI, room.data(), capacity, &length),
              ANSINH_CALL_BUFFER_TOO_SMALL);
    EXPECT_EQ(length, whole.size());
    EXPECT_EQ(room, std::string(whole.size() + 8, '?')) << "nothing was written";
  }
  std::string room(whole.size() + 8, '?');
  EXPECT_EQ(ansinh_explain(law(), &request, ANSINH_JSON, ANSINH_VI, room.data(), whole.size() + 1, nullptr), ANSINH_OK);
  EXPECT_EQ(room, whole + '\0' + std::string(7, '?'));
}

TEST(CapiCall, RefusesCodesThatAreNone) {
  ansinh_request request = near_poor();
  for (const int32_t none : {-1, 2, 7}) {
    EXPECT_EQ(ansinh_assess_json(law(), &request, none, nullptr, 0, nullptr), ANSINH_CALL_BAD_CODE) << none;
  }
  EXPECT_EQ(ansinh_explain(law(), &request, ANSINH_CSV, ANSINH_EN, nullptr, 0, nullptr), ANSINH_CALL_BAD_CODE);
  EXPECT_EQ(ansinh_table(law(), &request, 9, ANSINH_EN, nullptr, 0, nullptr), ANSINH_CALL_BAD_CODE);
  EXPECT_EQ(ansinh_law(law(), "no_such_parameter", ANSINH_NOT_GIVEN, 0, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
  EXPECT_EQ(ansinh_law(law(), nullptr, ANSINH_NOT_GIVEN, 2, ANSINH_JSON, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
  request.options = 2;
  ansinh_answer answer = no_answer();
  EXPECT_EQ(ansinh_assess(law(), nullptr, &request, &answer), ANSINH_CALL_BAD_CODE);
  const std::array<const char*, 20> texts{};
  EXPECT_EQ(ansinh_read_request(law(), texts.data(), nullptr, 14, &request, ANSINH_EN, nullptr, 0, nullptr),
            ANSINH_CALL_BAD_CODE);
}

TEST(CapiCall, TellsWhatIsNoHandle) {
  const ansinh_request request = near_poor();
  ansinh_answer answer = no_answer();
  // Bytes that no book wrote.
  alignas(16) std::array<unsigned char, 256> bytes{};
  auto* stranger = reinterpret_cast<ansinh_book*>(bytes.data());
  EXPECT_EQ(ansinh_assess(stranger, nullptr, &request, &answer), ANSINH_CALL_HANDLE);
  EXPECT_EQ(ansinh_book_digest(stranger), nullptr);
  ansinh_book_free(stranger);
  EXPECT_EQ(ansinh_assess(law(), reinterpret_cast<ansinh_workspace*>(bytes.data()), &request, &answer),
            ANSINH_CALL_HANDLE);
  // Handles that were freed: freed_handle.c, since only a library without NDEBUG can tell.
}

TEST(CapiCall, AnOverlayIsToldWhereItIsWrong) {
  const std::array<const char*, 2> overlays{R"({"name":"a"})", "{\"name\":\"b\",\n \"layer\":[]}"};
  ansinh_book* book = nullptr;
  std::string text;
  EXPECT_EQ(capi::text_from(
                [&](char* buffer, size_t capacity, size_t* length) {
                  return ansinh_book_create(overlays.data(), nullptr, overlays.size(), ANSINH_EN, &book, buffer,
                                            capacity, length);
                },
                text),
            ANSINH_CALL_OVERLAY);
  EXPECT_EQ(book, nullptr);
  EXPECT_NE(text.find(R"("file":"overlay 2")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("line":2)"), std::string::npos) << text;
  // Without a place for the text it is refused all the same.
  EXPECT_EQ(ansinh_book_create(overlays.data(), nullptr, overlays.size(), ANSINH_EN, &book, nullptr, 0, nullptr),
            ANSINH_CALL_OVERLAY);
  // By length, though no NUL ends it.
  const std::array<char, 12> bytes{'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', 'c', '"', '}'};
  const char* pointer = bytes.data();
  const size_t length = bytes.size();
  ASSERT_EQ(ansinh_book_create(&pointer, &length, 1, ANSINH_EN, &book, nullptr, 0, nullptr), ANSINH_OK);
  EXPECT_STREQ(ansinh_book_digest(book), ansinh_book_digest(law())) << "nothing was laid over";
  ansinh_book_free(book);
}

TEST(CapiCall, TheBuiltInBookIsTheBookWithoutOverlays) {
  EXPECT_EQ(ansinh_built_in_book(nullptr), ANSINH_CALL_NULL);
  ansinh_book* alone = nullptr;
  ASSERT_EQ(ansinh_built_in_book(&alone), ANSINH_OK);
  EXPECT_STREQ(ansinh_book_digest(alone), ansinh_book_digest(law()));
  ansinh_book_free(alone);
}

TEST(CapiCall, TheWholeLawReadsBack) {
  std::string json;
  ASSERT_EQ(capi::text_from(
                [&](char* buffer, size_t capacity, size_t* length) {
                  return ansinh_law(law(), nullptr, ANSINH_NOT_GIVEN, 0, ANSINH_JSON, ANSINH_EN, buffer, capacity,
                                    length);
                },
                json),
            ANSINH_OK);
  const char* text = json.c_str();
  ansinh_book* book = nullptr;
  ASSERT_EQ(ansinh_book_create(&text, nullptr, 1, ANSINH_EN, &book, nullptr, 0, nullptr), ANSINH_OK);
  EXPECT_STREQ(ansinh_book_digest(book), ansinh_book_digest(law()));
  ansinh_book_free(book);

  std::string check;
  EXPECT_EQ(capi::text_from(
                [&](char* buffer, size_t capacity, size_t* length) {
                  return ansinh_overlay_check(law(), "x.json", "{", SIZE_MAX, ANSINH_TEXT, ANSINH_EN, buffer, capacity,
                                              length);
                },
                check),
            ANSINH_CALL_OVERLAY);
  EXPECT_EQ(check.rfind("x.json:1:", 0), 0U) << check;
  std::string open;
  EXPECT_EQ(capi::text_from(
                [&](char* buffer, size_t capacity, size_t* length) {
                  return ansinh_open_items(law(), ANSINH_TEXT, ANSINH_VI, buffer, capacity, length);
                },
                open),
            ANSINH_OK);
  EXPECT_GT(open.size(), 1000U);
}

}  // namespace
