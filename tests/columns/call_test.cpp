// Calls with columns: what may be absent, what is wrong with a call, and totals.
#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <numeric>
#include <vector>

#include "assess/mixed_rows.hpp"
#include "columns/columns_of.hpp"

namespace {

using namespace ansinh;
using Problem = ColumnsFault::Problem;

const ColumnRules& built_in() {
  static const ColumnRules rules{built_in_rules()};
  return rules;
}

// A row that is priced: 330,000 a month for the near-poor on 2026-11-22.
Request usual() {
  Request request;
  request.paid_on = Day{2026, 11, 22};
  request.income = Money{1'500'000};
  request.groups = Group::near_poor;
  return request;
}

TEST(ColumnCall, AbsentColumnsTakeTheOtherwise) {
  Request otherwise = usual();
  otherwise.place.former_province = *FormerProvinceCode::from_number(1);
  otherwise.term = *Term::months(6);
  otherwise.months_supported = 117;
  std::vector<std::int32_t> income(700);
  for (std::size_t i = 0; i < income.size(); ++i) income[i] = 1'400'000 + 50'000 * static_cast<std::int32_t>(i % 60);
  columns::Out<std::int32_t> out{income.size()};
  Workspace workspace;
  EXPECT_FALSE(
      assess(built_in(), {.income = income, .otherwise = otherwise}, out.all(0, income.size()), {}, workspace));
  for (std::size_t i = 0; i < income.size(); ++i) {
    Request request = otherwise;
    request.income = Money{income[i]};
    const auto expected = assess(built_in_rules(), request);
    ASSERT_EQ(out.status[i], static_cast<int>(expected.code())) << i;
    if (!expected.ok()) continue;
    ASSERT_EQ(out.contribution[i], expected->contribution.dong());
    ASSERT_EQ(out.local_top_up[i], expected->local_top_up.dong());
    ASSERT_EQ(out.supported_months[i], 3);
    ASSERT_EQ(out.flags[i], expected->flags.bits());
  }
}

// Every field that no entry of the tables knows, said for all rows.
TEST(ColumnCall, EveryFieldOfTheOtherwiseCounts) {
  const std::vector<std::int64_t> income(5, 1'500'000);
  std::vector<Request> requests(11, usual());
  requests[0].first_month = Month{2026, 10};
  requests[1].local_months_used = 601;
  requests[2].fund_return_rate = Rate::from_text("0.06");
  requests[3].other_support = Money{100'000};
  requests[4].paid_on = Day{2007, 12, 31};
  requests[5].place = {*ProvinceCode::from_number(1), *FormerProvinceCode::from_number(79), {}};
  requests[6].months_supported = -1;
  requests[7].term = *Term::years_ahead(2);
  requests[8].th_support = ThSupport::nominal;
  requests[9].fund_return_rate = Rate::from_text("0.05");
  requests[9].th_support = ThSupport::compounded;
  requests[10].fund_return_rate = Rate::from_text("0");
  for (const Request& request : requests) {
    columns::Out<std::int64_t> out{income.size()};
    Workspace workspace;
    ASSERT_FALSE(
        assess(built_in(), {.income = income, .otherwise = request}, out.all(0, income.size()), {}, workspace));
    const auto expected = assess(built_in_rules(), request);
    for (std::size_t i = 0; i < income.size(); ++i) {
      ASSERT_EQ(out.status[i], static_cast<int>(expected.code())) << &request - requests.data();
      ASSERT_EQ(out.participant_share[i], expected.ok() ? expected->participant_share.dong() : 0);
      ASSERT_EQ(out.flags[i], expected.ok() ? expected->flags.bits() : 0);
    }
  }
}

TEST(ColumnCall, CodesThatMeanNothingAreRefusedInTheirRow) {
  const std::vector<Request> requests(9, usual());
  columns::In<std::int32_t> in{built_in(), requests};
  in.term[1] = 2;
  in.place[2] = 0xffff;
  in.groups[3] = 0x8000;
  in.months_supported[4] = 121;
  in.fund_return_rate[5] = -2;
  in.th_support[6] = 2;
  in.income[7] = -1;
  in.local_months_used[8] = 601;
  columns::Out<std::int32_t> out{requests.size()};
  Workspace workspace;
  Tally tally;
  ASSERT_FALSE(assess(built_in(), in.columns(built_in(), 0, 9), out.all(0, 9), {std::span{&tally, 1}, {}}, workspace));
  EXPECT_EQ(out.status[0], 0);
  EXPECT_EQ(out.contribution[0], 330'000);
  for (std::size_t i = 1; i < 9; ++i) {
    EXPECT_EQ(out.status[i], static_cast<int>(Errc::invalid_argument)) << i;
    EXPECT_EQ(out.contribution[i], 0) << i;
    EXPECT_EQ(out.flags[i], 0) << i;
    EXPECT_EQ(out.months[i], 0) << i;
  }
  EXPECT_EQ(tally.rows, 9U);
  EXPECT_EQ(tally.count(Errc::invalid_argument), 8U);
  EXPECT_TRUE(tally.contribution == 330'000);
}

// 120 months at 5 % come to more than 2^31 dong.
TEST(ColumnCall, WhatDoesNotFitIsSaidSo) {
  Request request = usual();
  request.paid_on = Day{2025, 6, 1};
  request.income = Money{46'800'000};
  request.term = *Term::missing_months(120);
  request.fund_return_rate = Rate::from_text("0.05");
  const std::vector<Request> requests{usual(), request, usual()};
  EXPECT_TRUE(columns::agree(built_in(), requests));
  const auto exact = assess(built_in_rules(), request);
  ASSERT_TRUE(exact.ok());
  ASSERT_GT(exact->contribution.dong(), std::numeric_limits<std::int32_t>::max());
  const columns::In<std::int32_t> in{built_in(), requests};
  columns::Out<std::int32_t> out{3};
  Workspace workspace;
  Tally tally;
  ASSERT_FALSE(assess(built_in(), in.columns(built_in(), 0, 3), out.all(0, 3), {std::span{&tally, 1}, {}}, workspace));
  EXPECT_EQ(out.status[1], static_cast<int>(Errc::does_not_fit));
  EXPECT_EQ(out.participant_share[1], 0);
  EXPECT_EQ(tally.count(Errc::does_not_fit), 1U);
  EXPECT_TRUE(tally.contribution == 660'000);
}

// A list larger than the caches is written past them.
TEST(ColumnCall, ALargeList) {
  const auto some = proof::mixed_rows(10'000, 77, true);
  const std::size_t rows = 1'300'003;
  columns::In<std::int32_t> few{built_in(), some};
  columns::In<std::int32_t> in;
  const auto repeat = [&](auto& to, const auto& from) {
    for (std::size_t i = 0; i < rows; ++i) to.push_back(from[i % from.size()]);
  };
  repeat(in.income, few.income);
  repeat(in.paid_on, few.paid_on);
  repeat(in.groups, few.groups);
  repeat(in.place, few.place);
  repeat(in.term, few.term);
  repeat(in.months_supported, few.months_supported);
  const ColumnsIn<std::int32_t> columns{.income = in.income,
                                        .paid_on = in.paid_on,
                                        .groups = in.groups,
                                        .place = in.place,
                                        .term = in.term,
                                        .months_supported = in.months_supported,
                                        .book = built_in().book()};
  // One column starts where no wide store may.
  columns::Out<std::int32_t> out{rows + 1};
  ColumnsOut<std::int32_t> wanted = out.amounts(0, rows);
  wanted.contribution = std::span{out.contribution}.subspan(1);
  Workspace workspace;
  ASSERT_FALSE(assess(built_in(), columns, wanted, {}, workspace));
  for (std::size_t i = 0; i < rows; ++i) {
    const auto expected = assess(built_in_rules(), some[i % some.size()]);
    ASSERT_EQ(out.status[i], static_cast<int>(expected.code()));
    ASSERT_EQ(wanted.contribution[i], expected.ok() ? expected->contribution.dong() : 0);
    ASSERT_EQ(out.participant_share[i], expected.ok() ? expected->participant_share.dong() : 0);
  }
  EXPECT_EQ(out.contribution[0], -1);
  EXPECT_EQ(out.participant_share[rows], -1);
}

class ColumnFaults : public testing::Test {
 protected:
  // What is wrong; nothing may have been written.
  std::optional<ColumnsFault> fault() {
    const columns::Out<std::int32_t> untouched = out_;
    const auto found = assess(built_in(), in_, wanted_, tallies_, workspace_);
    EXPECT_EQ(out_.contribution, untouched.contribution);
    EXPECT_EQ(out_.status, untouched.status);
    return found;
  }
  void expect(Problem problem, std::string_view column) {
    const auto found = fault();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->problem, problem);
    EXPECT_EQ(found->column, column);
  }

  std::vector<Request> requests_{100, usual()};
  columns::In<std::int32_t> given_{built_in(), requests_};
  ColumnsIn<std::int32_t> in_ = given_.columns(built_in(), 0, 100);
  columns::Out<std::int32_t> out_{100};
  ColumnsOut<std::int32_t> wanted_ = out_.all(0, 100);
  std::vector<Tally> sums_ = std::vector<Tally>(3);
  std::vector<std::uint16_t> keys_ = std::vector<std::uint16_t>(100, 2);
  ColumnTallies tallies_;
  Workspace workspace_;
};

TEST_F(ColumnFaults, Length) {
  in_.term = in_.term.first(99);
  const auto found = fault();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->problem, Problem::length);
  EXPECT_EQ(found->column, "term");
  EXPECT_EQ(found->given, 99U);
  EXPECT_EQ(found->limit, 100U);
}

TEST_F(ColumnFaults, LengthOfAnOutput) {
  wanted_.flags = wanted_.flags.first(1);
  expect(Problem::length, "flags");
}

// Columns without the one that says how many rows there are.
TEST_F(ColumnFaults, NoIncome) {
  in_.income = {};
  expect(Problem::length, "paid_on");
}

TEST_F(ColumnFaults, Misaligned) {
  std::vector<char> bytes(401);
  auto* const odd = bytes.data() + (reinterpret_cast<std::uintptr_t>(bytes.data()) % 2 == 0 ? 1 : 0);
  wanted_.central_support = {reinterpret_cast<std::int32_t*>(odd), 100};
  expect(Problem::misaligned, "central_support");
}

TEST_F(ColumnFaults, OverlapOfOutputs) {
  wanted_.participant_share = wanted_.contribution;
  expect(Problem::overlap, "participant_share");
}

TEST_F(ColumnFaults, OverlapWithAnInput) {
  wanted_.months = {given_.term.data(), 100};
  expect(Problem::overlap, "months");
}

TEST_F(ColumnFaults, OtherBook) {
  in_.book ^= 1U;
  expect(Problem::other_book, "place");
}

TEST_F(ColumnFaults, UnknownKey) {
  tallies_ = {sums_, keys_};
  keys_[57] = 3;
  const auto found = fault();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->problem, Problem::unknown_key);
  EXPECT_EQ(found->given, 3U);
  EXPECT_EQ(found->limit, 3U);
  EXPECT_TRUE(sums_[2] == Tally{});
}

TEST_F(ColumnFaults, KeysWithoutTallies) {
  tallies_.keys = keys_;
  expect(Problem::no_tally, "keys");
}

TEST_F(ColumnFaults, NothingIsWrong) {
  tallies_ = {sums_, keys_};
  EXPECT_FALSE(assess(built_in(), in_, wanted_, tallies_, workspace_));
  EXPECT_TRUE(sums_[2].contribution == 33'000'000);
  EXPECT_EQ(sums_[0].rows, 0U);
}

TEST(ColumnCall, NoRowsAndNoColumns) {
  Workspace workspace;
  Tally tally;
  EXPECT_FALSE(assess(built_in(), ColumnsIn<std::int64_t>{}, {}, {std::span{&tally, 1}, {}}, workspace));
  EXPECT_EQ(tally.rows, 0U);
}

TEST(ColumnTallies, ByKeyAndInParts) {
  const auto all = proof::mixed_rows(30'000, 5);
  std::vector<Request> requests;
  for (const Request& request : all) {
    if (columns::can_say(built_in(), request)) requests.push_back(request);
  }
  const std::size_t rows = requests.size();
  const columns::In<std::int64_t> in{built_in(), requests};
  std::vector<std::uint16_t> keys(rows);
  for (std::size_t i = 0; i < rows; ++i) keys[i] = static_cast<std::uint16_t>(i * i % 11);
  std::vector<Tally> expected(11);
  Tally whole;
  for (std::size_t i = 0; i < rows; ++i) {
    Workspace workspace;
    const auto result = assess(built_in_rules(), requests[i], workspace);
    expected[keys[i]].add(result.code(), result.ok() ? *result : Assessment{});
    whole.add(result.code(), result.ok() ? *result : Assessment{});
  }
  Workspace workspace;
  std::vector<Tally> tallies(11);
  std::vector<Tally> merged(11);
  for (std::size_t first = 0; first < rows; first += 1'000) {
    const std::size_t piece = std::min<std::size_t>(1'000, rows - first);
    std::vector<Tally> part(11);
    const auto some_keys = std::span<const std::uint16_t>{keys}.subspan(first, piece);
    ASSERT_FALSE(assess(built_in(), in.columns(built_in(), first, piece), {}, {tallies, some_keys}, workspace));
    ASSERT_FALSE(assess(built_in(), in.columns(built_in(), first, piece), {}, {part, some_keys}, workspace));
    for (std::size_t key = 0; key < 11; ++key) merged[10 - key].add(part[10 - key]);
  }
  EXPECT_TRUE(tallies == expected);
  EXPECT_TRUE(merged == expected);
  Tally one;
  ASSERT_FALSE(assess(built_in(), in.columns(built_in(), 0, rows), {}, {std::span{&one, 1}, {}}, workspace));
  EXPECT_TRUE(one == whole);
}

}  // namespace
