// Columns of the C interface: row for row and sum for sum those of the C++ library; what is wrong with a call is told
// and nothing is written.
#include "ansinh/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/lists.hpp"
#include "assess/mixed_rows.hpp"
#include "capi/texts.hpp"
#include "columns/columns_of.hpp"

namespace {

using capi::law;
using namespace ansinh;

const ColumnRules& rules() {
  static const ColumnRules compiled{built_in_rules()};
  return compiled;
}

ansinh_tally no_tally() {
  ansinh_tally tally;
  EXPECT_EQ(ansinh_tally_init(&tally, sizeof tally), ANSINH_OK);
  return tally;
}

std::string digits(const uint64_t* sum) {
  std::array<char, 41> text{};
  EXPECT_EQ(ansinh_sum_text(sum, text.data(), text.size(), nullptr), ANSINH_OK);
  return text.data();
}

void expect_same(const ansinh_tally& given, const Tally& expected) {
  EXPECT_EQ(given.rows, expected.rows);
  for (std::size_t i = 0; i < expected.by_status.size(); ++i) EXPECT_EQ(given.by_status[i], expected.by_status[i]);
  EXPECT_EQ(digits(given.contribution), sum_text(expected.contribution));
  EXPECT_EQ(digits(given.central_support), sum_text(expected.central_support));
  EXPECT_EQ(digits(given.local_top_up), sum_text(expected.local_top_up));
  EXPECT_EQ(digits(given.province_top_up), sum_text(expected.province_top_up));
  EXPECT_EQ(digits(given.locality_top_up), sum_text(expected.locality_top_up));
  EXPECT_EQ(digits(given.other_support), sum_text(expected.other_support));
  EXPECT_EQ(digits(given.participant_share), sum_text(expected.participant_share));
  EXPECT_EQ(digits(given.from_budget), sum_text(expected.by_source[0]));
  EXPECT_EQ(digits(given.from_fund), sum_text(expected.by_source[1]));
}

std::vector<Request> sayable_rows(std::size_t count) {
  std::vector<Request> rows = proof::mixed_rows(count, 11);
  std::erase_if(rows, [](const Request& request) { return !columns::can_say(rules(), request); });
  return rows;
}

template <class Amount>
ansinh_columns columns_of(const columns::In<Amount>& in, columns::Out<Amount>& out) {
  ansinh_columns given = {};
  given.size = sizeof given;
  given.money_bits = 8 * sizeof(Amount);
  given.rows = in.income.size();
  given.income = in.income.data();
  given.paid_on = in.paid_on.data();
  given.groups = in.groups.data();
  given.place = in.place.data();
  given.term = in.term.data();
  given.months_supported = in.months_supported.data();
  given.first_month = in.first_month.data();
  given.local_months_used = in.local_months_used.data();
  given.fund_return_rate = in.fund_return_rate.data();
  given.other_support = in.other_support.data();
  given.th_support = in.th_support.data();
  given.place_book = ansinh_place_book(law());
  given.contribution = out.contribution.data();
  given.central_support = out.central_support.data();
  given.local_top_up = out.local_top_up.data();
  given.province_top_up = out.province_top_up.data();
  given.locality_top_up = out.locality_top_up.data();
  given.other_support_out = out.other_support.data();
  given.participant_share = out.participant_share.data();
  given.months = out.months.data();
  given.supported_months = out.supported_months.data();
  given.flags = out.flags.data();
  given.status = out.status.data();
  return given;
}

template <class Amount>
void expect_cpp_answers() {
  const std::vector<Request> rows = sayable_rows(30'000);
  const columns::In<Amount> in{rules(), rows};
  columns::Out<Amount> from_cpp{rows.size()};
  columns::Out<Amount> from_c{rows.size()};
  std::vector<std::uint16_t> keys(rows.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = static_cast<std::uint16_t>(i % 5);
  std::vector<Tally> expected(5);
  Workspace workspace;
  ASSERT_FALSE(
      assess(rules(), in.columns(rules(), 0, rows.size()), from_cpp.all(0, rows.size()), {expected, keys}, workspace));

  std::vector<ansinh_tally> tallies(5, no_tally());
  ansinh_columns given = columns_of(in, from_c);
  given.keys = keys.data();
  given.tallies = tallies.data();
  given.tally_count = tallies.size();
  ansinh_columns_fault fault = {};
  fault.size = sizeof fault;
  ASSERT_EQ(ansinh_assess_columns(law(), nullptr, &given, &fault), ANSINH_OK) << fault.column << ' ' << fault.problem;
  EXPECT_EQ(from_c.contribution, from_cpp.contribution);
  EXPECT_EQ(from_c.central_support, from_cpp.central_support);
  EXPECT_EQ(from_c.local_top_up, from_cpp.local_top_up);
  EXPECT_EQ(from_c.province_top_up, from_cpp.province_top_up);
  EXPECT_EQ(from_c.locality_top_up, from_cpp.locality_top_up);
  EXPECT_EQ(from_c.other_support, from_cpp.other_support);
  EXPECT_EQ(from_c.participant_share, from_cpp.participant_share);
  EXPECT_EQ(from_c.months, from_cpp.months);
  EXPECT_EQ(from_c.supported_months, from_cpp.supported_months);
  EXPECT_EQ(from_c.flags, from_cpp.flags);
  EXPECT_EQ(from_c.status, from_cpp.status);
  EXPECT_GT(std::ranges::count(from_c.status, 0), 15'000);

  // The parts' totals merge into those of the whole, and another call adds to them.
  ansinh_tally whole = no_tally();
  Tally all;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    expect_same(tallies[i], expected[i]);
    EXPECT_EQ(ansinh_tally_merge(&whole, &tallies[i]), ANSINH_OK);
    all.add(expected[i]);
  }
  expect_same(whole, all);
  given.keys = nullptr;
  given.tallies = &whole;
  given.tally_count = 1;
  ASSERT_EQ(ansinh_assess_columns(law(), nullptr, &given, &fault), ANSINH_OK);
  const Tally once = all;
  all.add(once);
  expect_same(whole, all);

  Totals totals;
  totals.add(all);
  std::string json;
  EXPECT_EQ(capi::text_from([&](char* buffer, size_t capacity,
                                size_t* length) { return ansinh_tally_json(law(), &whole, buffer, capacity, length); },
                            json),
            ANSINH_OK);
  EXPECT_EQ(json, totals.json(LawBook::built_in().digest()));
}

TEST(CapiColumns, OfThirtyTwoBitAreTheLibrarys) { expect_cpp_answers<std::int32_t>(); }
TEST(CapiColumns, OfSixtyFourBitAreTheLibrarys) { expect_cpp_answers<std::int64_t>(); }

TEST(CapiColumns, TheDistanceOfTalliesIsWhatTheFirstOneSays) {
  const std::array<std::int64_t, 2> income{1'500'000, 1'500'000};
  const std::array<std::uint16_t, 2> keys{0, 1};
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  std::array<ansinh_tally, 2> tallies{no_tally(), ansinh_tally{}};
  ansinh_columns given = {};
  given.size = sizeof given;
  given.money_bits = 64;
  given.rows = 2;
  given.income = income.data();
  given.otherwise = &otherwise;
  given.keys = keys.data();
  given.tallies = tallies.data();
  given.tally_count = 2;
  ASSERT_EQ(ansinh_assess_columns(law(), nullptr, &given, nullptr), ANSINH_OK);
  EXPECT_EQ(tallies[0].rows, 1U);
  EXPECT_EQ(tallies[1].rows, 1U);
  EXPECT_EQ(digits(tallies[1].contribution), "330000");
}

TEST(CapiColumns, WhatIsWrongIsToldAndNothingIsWritten) {
  const auto problem_of = [](auto spoil) {
    alignas(16) std::array<std::int64_t, 4> income{1'500'000, 1'550'000, 1'600'000, 1'650'000};
    std::array<std::int64_t, 4> share{7, 7, 7, 7};
    std::array<std::uint16_t, 4> place{};
    std::array<std::uint16_t, 4> keys{0, 9, 0, 0};
    ansinh_request otherwise = ANSINH_REQUEST_INIT;
    otherwise.paid_on = ansinh_day(2026, 11, 22);
    ansinh_tally tally = no_tally();
    ansinh_columns given = {};
    given.size = sizeof given;
    given.money_bits = 64;
    given.rows = 4;
    given.income = income.data();
    given.otherwise = &otherwise;
    given.participant_share = share.data();
    spoil(given, otherwise, place, keys, tally);
    ansinh_columns_fault fault = {};
    fault.size = sizeof fault;
    EXPECT_EQ(ansinh_assess_columns(law(), nullptr, &given, &fault), ANSINH_CALL_COLUMNS);
    EXPECT_EQ(ansinh_assess_columns(law(), nullptr, &given, nullptr), ANSINH_CALL_COLUMNS);
    EXPECT_EQ(share, (std::array<std::int64_t, 4>{7, 7, 7, 7}));
    EXPECT_EQ(tally.rows, 0U);
    return std::pair{fault.problem, std::string{fault.column}};
  };
  using P = std::pair<int32_t, std::string>;
  using C = ansinh_columns;
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.income = nullptr; }), (P{ANSINH_COLUMN_MISSING, "income"}));
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.otherwise = nullptr; }), (P{ANSINH_COLUMN_MISSING, "paid_on"}));
  EXPECT_EQ(problem_of([](C&, auto& o, auto&&...) { o.paid_on = ANSINH_NOT_GIVEN; }),
            (P{ANSINH_COLUMN_MISSING, "paid_on"}));
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.money_bits = 16; }), (P{ANSINH_COLUMN_BITS, "money_bits"}));
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.rows = UINT64_MAX; }), (P{ANSINH_COLUMN_ROWS, "rows"}));
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.income = static_cast<const char*>(c.income) + 1; }),
            (P{ANSINH_COLUMN_MISALIGNED, "income"}));
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.contribution = c.participant_share; }),
            (P{ANSINH_COLUMN_OVERLAP, "participant_share"}));
  EXPECT_EQ(problem_of([](C& c, auto&, auto& place, auto&&...) { c.place = place.data(), c.place_book = 1; }),
            (P{ANSINH_COLUMN_OTHER_BOOK, "place"}));
  EXPECT_EQ(problem_of([](C& c, auto&, auto&, auto& keys, auto& tally) {
              c.keys = keys.data(), c.tallies = &tally, c.tally_count = 1;
            }),
            (P{ANSINH_COLUMN_UNKNOWN_KEY, "keys"}));
  EXPECT_EQ(problem_of([](C& c, auto&, auto&, auto& keys, auto&) { c.keys = keys.data(); }),
            (P{ANSINH_COLUMN_NO_TALLY, "keys"}));
  EXPECT_EQ(problem_of([](C& c, auto&&...) { c.tally_count = 1; }), (P{ANSINH_COLUMN_NO_TALLY, "tallies"}));
  EXPECT_EQ(problem_of([](C&, auto& o, auto&&...) { o.term = 2; }), (P{ANSINH_COLUMN_OTHERWISE, "term"}));
  EXPECT_EQ(problem_of([](C&, auto& o, auto&&...) { o.months_supported = 121; }),
            (P{ANSINH_COLUMN_OTHERWISE, "months_supported"}));
}

TEST(CapiColumns, PlacesAreTheLibrarys) {
  EXPECT_EQ(ansinh_place_book(law()), rules().book());
  uint16_t place = 0;
  ASSERT_EQ(ansinh_place(law(), 1, 0, nullptr, &place), ANSINH_OK);
  EXPECT_EQ(place, *rules().place({.province = ProvinceCode::from_number(1)}));
  ASSERT_EQ(ansinh_place(law(), 0, 1, "004", &place), ANSINH_OK);
  EXPECT_EQ(place, *rules().place({.former_province = FormerProvinceCode::from_number(1),
                                   .locality = LocalityCode::from_text("004")}));
  EXPECT_EQ(ansinh_place(law(), 2, 0, nullptr, &place), ANSINH_INVALID_ARGUMENT);
  EXPECT_EQ(ansinh_place(law(), 0, 3, nullptr, &place), ANSINH_INVALID_ARGUMENT);
  EXPECT_EQ(ansinh_place(law(), 0, 0, "1234", &place), ANSINH_INVALID_ARGUMENT);
  EXPECT_EQ(ansinh_place(law(), 79, 1, nullptr, &place), ANSINH_INVALID_ARGUMENT);
  EXPECT_EQ(ansinh_place(law(), 0, 0, nullptr, nullptr), ANSINH_CALL_NULL);
}

TEST(CapiColumns, NoRowsAreNoFault) {
  ansinh_request otherwise = ANSINH_REQUEST_INIT;
  otherwise.paid_on = ansinh_day(2026, 11, 22);
  ansinh_columns given = {};
  given.size = sizeof given;
  given.money_bits = 32;
  given.otherwise = &otherwise;
  EXPECT_EQ(ansinh_assess_columns(law(), nullptr, &given, nullptr), ANSINH_OK);
  given.otherwise = nullptr;
  EXPECT_EQ(ansinh_assess_columns(law(), nullptr, &given, nullptr), ANSINH_OK) << "an empty vector has no memory";
}

}  // namespace
