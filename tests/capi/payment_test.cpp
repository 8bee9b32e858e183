// Structs in, structs out: the same answers as the C++ library gives for the same request.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/law.hpp"
#include "ansinh/report.hpp"
#include "ansinh/schedule.hpp"
#include "assess/mixed_rows.hpp"
#include "capi/texts.hpp"

namespace {

using capi::law;

TEST(CapiPayment, RefusesMembersInTheOrderOfTheFields) {
  const auto field_of = [](auto spoil) {
    ansinh_request request = ANSINH_REQUEST_INIT;
    request.paid_on = ansinh_day(2026, 11, 22);
    request.income = 1'500'000;
    spoil(request);
    ansinh_answer answer = {};
    answer.size = sizeof answer;
    EXPECT_EQ(ansinh_assess(law(), nullptr, &request, &answer), ANSINH_INVALID_ARGUMENT);
    EXPECT_EQ(answer.contribution, 0);
    return answer.field;
  };
  using R = ansinh_request;
  EXPECT_EQ(field_of([](R& r) { r.paid_on = ANSINH_NOT_GIVEN; }), ANSINH_FIELD_PAID_ON);
  EXPECT_EQ(field_of([](R& r) { r.paid_on = INT32_MAX; }), ANSINH_FIELD_PAID_ON);
  EXPECT_EQ(field_of([](R& r) { r.first_month = INT32_MAX; }), ANSINH_FIELD_FIRST_MONTH);
  EXPECT_EQ(field_of([](R& r) { r.first_month = INT32_MIN + 1; }), ANSINH_FIELD_FIRST_MONTH);
  EXPECT_EQ(field_of([](R& r) { r.first_month = ansinh_month(2030, 1); }), ANSINH_FIELD_FIRST_MONTH);
  EXPECT_EQ(field_of([](R& r) { r.income = ANSINH_NO_AMOUNT; }), ANSINH_FIELD_INCOME);
  EXPECT_EQ(field_of([](R& r) { r.income = -1; }), ANSINH_FIELD_INCOME);
  EXPECT_EQ(field_of([](R& r) { r.income = INT64_MAX; }), ANSINH_FIELD_INCOME);
  EXPECT_EQ(field_of([](R& r) { r.term = 2; }), ANSINH_FIELD_TERM);
  EXPECT_EQ(field_of([](R& r) { r.term = -1; }), ANSINH_FIELD_TERM);
  EXPECT_EQ(field_of([](R& r) { r.term = 257; }), ANSINH_FIELD_TERM);
  EXPECT_EQ(field_of([](R& r) { r.groups = 128; }), ANSINH_FIELD_GROUPS);
  EXPECT_EQ(field_of([](R& r) { r.groups = 65'536; }), ANSINH_FIELD_GROUPS);
  EXPECT_EQ(field_of([](R& r) { r.province = 2; }), ANSINH_FIELD_PROVINCE);
  EXPECT_EQ(field_of([](R& r) { r.province = -1; }), ANSINH_FIELD_PROVINCE);
  EXPECT_EQ(field_of([](R& r) { r.former_province = 3; }), ANSINH_FIELD_FORMER_PROVINCE);
  EXPECT_EQ(field_of([](R& r) { r.locality[0] = '1'; }), ANSINH_FIELD_LOCALITY);
  EXPECT_EQ(field_of([](R& r) { std::fill(std::begin(r.locality), std::end(r.locality), '1'); }),
            ANSINH_FIELD_LOCALITY);
  EXPECT_EQ(field_of([](R& r) { r.months_supported = 121; }), ANSINH_FIELD_MONTHS_SUPPORTED);
  EXPECT_EQ(field_of([](R& r) { r.months_supported = -1; }), ANSINH_FIELD_MONTHS_SUPPORTED);
  EXPECT_EQ(field_of([](R& r) { r.local_months_used = -1; }), ANSINH_FIELD_LOCAL_MONTHS_USED);
  EXPECT_EQ(field_of([](R& r) { r.local_months_used = 601; }), ANSINH_FIELD_LOCAL_MONTHS_USED);
  EXPECT_EQ(field_of([](R& r) { r.fund_return_rate = -1; }), ANSINH_FIELD_FUND_RETURN_RATE);
  EXPECT_EQ(field_of([](R& r) { r.fund_return_rate = 50'000'001; }), ANSINH_FIELD_FUND_RETURN_RATE);
  EXPECT_EQ(field_of([](R& r) { r.fund_return_rate = INT32_MAX; }), ANSINH_FIELD_FUND_RETURN_RATE);
  EXPECT_EQ(field_of([](R& r) { r.other_support = -1; }), ANSINH_FIELD_OTHER_SUPPORT);
  EXPECT_EQ(field_of([](R& r) { r.th_support = 2; }), ANSINH_FIELD_TH_SUPPORT);
  // The first fault is the one reported.
  EXPECT_EQ(field_of([](R& r) { r.th_support = 2, r.term = 2, r.income = -1; }), ANSINH_FIELD_INCOME);
  // Form before the relations between fields.
  EXPECT_EQ(field_of([](R& r) { r.first_month = ansinh_month(2030, 1), r.th_support = 2; }), ANSINH_FIELD_TH_SUPPORT);
}

ansinh_request request_of(const ansinh::Request& request) {
  ansinh_request given = ANSINH_REQUEST_INIT;
  given.paid_on = request.paid_on.number();
  if (request.first_month) {
    given.first_month = ansinh_month(request.first_month->year(), static_cast<int32_t>(request.first_month->month()));
  }
  given.income = request.income.dong();
  const std::string term = request.term.text();
  given.term = ansinh_term(term.data(), term.size());
  given.groups = request.groups.bits();
  if (request.place.province) given.province = request.place.province->number();
  if (request.place.former_province) given.former_province = request.place.former_province->number();
  if (request.place.locality) request.place.locality->text().copy(given.locality, sizeof given.locality - 1);
  given.months_supported = request.months_supported;
  if (request.local_months_used) given.local_months_used = *request.local_months_used;
  if (request.fund_return_rate) {
    int64_t billionths = request.fund_return_rate->digits();
    for (int i = request.fund_return_rate->decimals(); i < 9; ++i) billionths *= 10;
    given.fund_return_rate = static_cast<int32_t>(billionths);
  }
  given.other_support = request.other_support.dong();
  if (request.th_support) given.th_support = static_cast<int32_t>(*request.th_support);
  return given;
}

TEST(CapiPayment, RandomRequestsAreAnsweredAsInCpp) {
  const ansinh::Rules& rules = ansinh::built_in_rules();
  ansinh_workspace* workspace = nullptr;
  ASSERT_EQ(ansinh_workspace_create(&workspace), ANSINH_OK);
  int priced = 0;
  for (const ansinh::Request& request : proof::mixed_rows(20'000, 7)) {
    const ansinh_request given = request_of(request);
    const auto expected = ansinh::assess(rules, request);
    for (ansinh_workspace* room : {static_cast<ansinh_workspace*>(nullptr), workspace}) {
      ansinh_answer answer = {};
      answer.size = sizeof answer;
      ASSERT_EQ(ansinh_assess(law(), room, &given, &answer), static_cast<int32_t>(expected.code()));
      if (!expected) {
        ASSERT_EQ(answer.participant_share, 0);
        continue;
      }
      ASSERT_EQ(answer.contribution, expected->contribution.dong());
      ASSERT_EQ(answer.central_support, expected->central_support.dong());
      ASSERT_EQ(answer.local_top_up, expected->local_top_up.dong());
      ASSERT_EQ(answer.other_support, expected->other_support.dong());
      ASSERT_EQ(answer.participant_share, expected->participant_share.dong());
      ASSERT_EQ(answer.flags, expected->flags.bits());
      ASSERT_EQ(answer.supported_months, expected->supported_months);
      ++priced;
    }
  }
  EXPECT_GT(priced, 10'000);
  ansinh_workspace_free(workspace);
}

TEST(CapiPayment, StrictRefusesWhatIsNotSettled) {
  ansinh_request request = ANSINH_REQUEST_INIT;
  request.paid_on = ansinh_day(2026, 11, 22);
  request.income = 1'500'000;
  request.groups = ANSINH_NEAR_POOR;
  request.province = 56;
  ansinh_answer answer = {};
  answer.size = sizeof answer;
  ASSERT_EQ(ansinh_assess(law(), nullptr, &request, &answer), ANSINH_OK);
  ASSERT_NE(answer.flags & ANSINH_UNSETTLED, 0U);
  request.options = ANSINH_STRICT;
  EXPECT_EQ(ansinh_assess(law(), nullptr, &request, &answer), ANSINH_NOT_SETTLED);
  EXPECT_EQ(answer.contribution, 0);
  std::string text;
  for (const int32_t format : {ANSINH_TEXT, ANSINH_JSON}) {
    EXPECT_EQ(capi::text_from(
                  [&](char* buffer, size_t capacity, size_t* length) {
                    return ansinh_explain(law(), &request, format, ANSINH_EN, buffer, capacity, length);
                  },
                  text),
              ANSINH_NOT_SETTLED);
  }
  EXPECT_EQ(text.rfind(R"({"status":"not_settled")", 0), 0U) << text;
  std::array<ansinh_schedule_month, 12> months{};
  months[0].size = sizeof months[0];
  size_t count = 0;
  EXPECT_EQ(ansinh_schedule(law(), &request, months.data(), months.size(), &count, &answer), ANSINH_NOT_SETTLED);
}

TEST(CapiPayment, TheScheduleIsTheLibrarys) {
  const ansinh::Rules& rules = ansinh::built_in_rules();
  for (const char* term : {"1", "12", "VS5", "TH120", "TH3"}) {
    ansinh::Request request{.paid_on = ansinh::Day{2024, 5, 6}, .income = ansinh::Money{2'000'000}};
    request.term = *ansinh::Term::from_text(term);
    request.groups = ansinh::Group::poor;
    request.fund_return_rate = ansinh::Rate::from_text("0.0031");
    const ansinh_request given = request_of(request);
    const auto expected = ansinh::schedule(rules, request);
    ASSERT_TRUE(expected.ok()) << term;
    std::vector<ansinh_schedule_month> months(120);
    months[0].size = sizeof months[0];
    size_t count = 0;
    ansinh_answer answer = {};
    answer.size = sizeof answer;
    ASSERT_EQ(ansinh_schedule(law(), &given, months.data(), expected->months.size() - 1, &count, &answer),
              ANSINH_CALL_BUFFER_TOO_SMALL);
    EXPECT_EQ(count, expected->months.size());
    EXPECT_EQ(months[0].contribution, 0) << "no month was written";
    ASSERT_EQ(ansinh_schedule(law(), &given, months.data(), months.size(), &count, &answer), ANSINH_OK);
    ASSERT_EQ(count, expected->months.size());
    EXPECT_EQ(answer.contribution, expected->assessment.contribution.dong());
    for (size_t i = 0; i < count; ++i) {
      const ansinh::ScheduleMonth& month = expected->months[i];
      EXPECT_EQ(months[i].size, sizeof(ansinh_schedule_month));
      EXPECT_EQ(months[i].contribution, month.amounts.contribution.dong());
      EXPECT_EQ(months[i].central_support_so_far, month.cumulative.central_support.dong());
      EXPECT_EQ(months[i].local_top_up_so_far, month.cumulative.local_top_up.dong());
      EXPECT_EQ(months[i].exponent, month.exponent);
      EXPECT_EQ(months[i].month, month.month
                                     ? ansinh_month(month.month->year(), static_cast<int32_t>(month.month->month()))
                                     : ANSINH_NOT_GIVEN);
    }
    for (const auto& [format, text] : {std::pair{ANSINH_TEXT, ansinh::schedule_text(*expected, ansinh::Language::vi)},
                                       {ANSINH_CSV, ansinh::schedule_csv(*expected)}}) {
      std::string from_c;
      EXPECT_EQ(capi::text_from(
                    [&, format = format](char* buffer, size_t capacity, size_t* length) {
                      return ansinh_schedule_text(law(), &given, format, ANSINH_VI, buffer, capacity, length);
                    },
                    from_c),
                ANSINH_OK);
      EXPECT_EQ(from_c, text);
    }
  }
}

TEST(CapiPayment, TheTableAndTheBracketsAreTheLibrarys) {
  ansinh_request request = ANSINH_REQUEST_INIT;
  request.paid_on = ansinh_day(2026, 11, 22);
  request.province = 1;
  std::string table;
  ASSERT_EQ(capi::text_from(
                [&](char* buffer, size_t capacity, size_t* length) {
                  return ansinh_table(law(), &request, ANSINH_CSV, ANSINH_EN, buffer, capacity, length);
                },
                table),
            ANSINH_OK);
  const auto expected = ansinh::contribution_table(
      ansinh::built_in_rules(),
      {.paid_on = ansinh::Day{2026, 11, 22}, .place = {.province = ansinh::ProvinceCode::from_number(1)}},
      ansinh::Format::csv, ansinh::Language::en);
  ASSERT_TRUE(expected.ok());
  EXPECT_EQ(table, *expected);

  ansinh_brackets brackets = {};
  brackets.size = sizeof brackets;
  ASSERT_EQ(ansinh_income_brackets(law(), request.paid_on, &brackets), ANSINH_OK);
  EXPECT_EQ(brackets.floor, 1'500'000);
  EXPECT_EQ(brackets.step, 50'000);
  EXPECT_EQ(brackets.step_required, 0);
  EXPECT_EQ(brackets.floor + brackets.step * (brackets.count - 1) <= brackets.ceiling, true);
  EXPECT_EQ(ansinh_income_brackets(law(), ansinh_day(2007, 12, 31), &brackets), ANSINH_DAY_OUTSIDE_LAW);
  EXPECT_EQ(ansinh_income_brackets(law(), INT32_MAX, &brackets), ANSINH_DAY_OUTSIDE_LAW);
}

}  // namespace
