// What a list states is compared with the law; what is not known is not called wrong.
#include <gtest/gtest.h>

#include "d05_list.hpp"

namespace d05 {
namespace {

using ansinh::BatchOptions;
using ansinh::Checked;
using ansinh::Field;

run::Outcome checked(const Row2026& cells, std::string_view province = "22", std::string_view day = "2026-11-22") {
  BatchOptions options;
  options.defaults[Field::paid_on] = day;
  options.defaults[Field::province] = province;
  return run::list(head_2026() + row(cells), options);
}
std::string check_of(const Row2026& cells, std::string_view province = "22", std::string_view day = "2026-11-22") {
  return answers(checked(cells, province, day))[0].at("check");
}

// Quảng Ninh, near-poor: 330,000 = State 132,000 + province 99,000 (30 %) + 99,000.
Row2026 right() {
  Row2026 cells;
  cells.contribution = "330.000";
  cells.share = "99.000";
  cells.local_rate = "30";
  cells.local = "99.000";
  return cells;
}

TEST(Check, WhatIsRightIsOk) {
  EXPECT_EQ(check_of(right()), "ok");
  const run::Outcome done = checked(right());
  EXPECT_EQ(done.totals.all().check_disagreements, 0U);
  // Empty cells are not compared.
  EXPECT_EQ(check_of(Row2026{}), "ok");
}

TEST(Check, NamesEveryAmountAndRate) {
  struct Case {
    std::string Row2026::*cell;
    const char *stated, *finding;
    Checked what;
    std::int64_t difference;
  };
  const std::vector<Case> cases{
      {&Row2026::contribution, "300.000", "contribution: 300000 ≠ 330000", Checked::contribution, -30'000},
      {&Row2026::share, "198000", "participant_share: 198000 ≠ 99000", Checked::participant_share, 99'000},
      {&Row2026::local_rate, "20%", "local_rate: 20 ≠ 30", Checked::local_rate, 0},
      {&Row2026::local, "99.001", "local_top_up: 99001 ≠ 99000", Checked::local_top_up, 1},
      {&Row2026::other_rate, "10", "other_rate: 10 ≠ 0", Checked::other_rate, 0},
  };
  for (const Case& c : cases) {
    Row2026 cells = right();
    cells.*c.cell = c.stated;
    EXPECT_EQ(check_of(cells), c.finding);
    const run::Outcome done = checked(cells);
    EXPECT_EQ(done.totals.all().check_disagreements, 1U);
    ansinh::CheckTallies expected{};
    expected[static_cast<std::size_t>(c.what)] = {1, c.difference};
    EXPECT_EQ(done.totals.checks(), expected) << c.finding;
  }
  Row2026 two = right();
  two.contribution = "1";
  two.share = "2";
  EXPECT_EQ(check_of(two), "contribution: 1 ≠ 330000; participant_share: 2 ≠ 99000");
}

TEST(Check, ComparesWhatOtherColumnsDecide) {
  Row2026 cells = right();
  cells.more = {"3", "near_poor", "120"};
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  options.defaults[Field::province] = "22";
  const auto found =
      answers(run::list(head_2026({"term", "groups", "months_supported"}) + row(cells), options))[0].at("check");
  EXPECT_EQ(found,
            "months: 1 ≠ 3; contribution: 330000 ≠ 990000; support_rate: 40 ≠ 0; local_rate: 30 ≠ 0; "
            "local_top_up: 99000 ≠ 0; participant_share: 99000 ≠ 990000");
}

TEST(Check, TheStatesAmountOf2023) {
  const auto check = [](const std::string& central) {
    return answers(run::list(head_2023() +
                             row({"1", "Lò Thị Chi", "7900000001", "", "", "22/11/2024", "1", "1500000", "1", "", "",
                                  "",  "25",         central,      "", "", "",           "",  "",        ""})))[0]
        .at("check");
  };
  EXPECT_EQ(check("82.500"), "ok");
  EXPECT_EQ(check("82.501"), "central_support: 82501 ≠ 82500");
}

// A top-up that the form's rate cannot say: a rate stated all the same is right if it makes the amount.
TEST(Check, AFixedSumHasNoRate) {
  using namespace ansinh;
  Programme programme;
  programme.id = "test";
  programme.territory.province = {*ProvinceCode::from_text("04")};
  programme.citation = {"Resolution of the test", "art. 1"};
  programme.rules = {Rule{.per_month = FixedSum{Money{33'000}}}};
  const auto book = LawBook::built_in().with(programme);
  ASSERT_TRUE(book.ok());
  const Rules rules{*book};
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  options.defaults[Field::province] = "04";
  const auto check = [&](const std::string& rate) {
    Row2026 cells;
    cells.local_rate = rate;
    return answers(run::list(head_2026() + row(cells), options, {}, rules))[0].at("check");
  };
  EXPECT_EQ(check(""), "ok");
  EXPECT_EQ(check("10"), "ok");
  EXPECT_EQ(check("12,5"), "local_rate: 12.5 ≠ -");
}

TEST(Check, UnknownLocalLawIsNoDisagreement) {
  // Of Đắk Lắk nothing certain is known on this day.
  Row2026 cells;
  cells.contribution = "330000";
  cells.local = "50.000";
  cells.share = "148000";
  EXPECT_EQ(check_of(cells, "66"), "local_top_up: unknown");
  EXPECT_EQ(checked(cells, "66").totals.all().check_disagreements, 0U);
  cells.share = "198000";
  EXPECT_EQ(check_of(cells, "66"), "local_top_up: unknown; participant_share: 198000 ≠ 148000");
  cells.local = "";
  EXPECT_EQ(check_of(cells, "66"), "local_top_up: unknown");
  cells.local_rate = "10";
  cells.share = "165000";
  EXPECT_EQ(check_of(cells, "66"), "local_top_up: unknown");
}

// A place that is not given is no law that is not known: nothing is added, and the list says otherwise.
TEST(Check, WithoutAPlaceLocalMoneyIsComparedWithNone) {
  Row2026 cells = right();
  EXPECT_EQ(check_of(cells, ""), "local_rate: 30 ≠ 0; local_top_up: 99000 ≠ 0; participant_share: 99000 ≠ 198000");
  EXPECT_EQ(checked(cells, "").totals.all().check_disagreements, 1U);
  cells.local = "0";
  cells.local_rate = "";
  cells.share = "198000";
  EXPECT_EQ(check_of(cells, ""), "ok");
}

TEST(Check, RowsWithLocalMoneyAndNoPlaceAreCounted) {
  const auto counted = [](const Row2026& cells, const std::vector<std::string>& more = {}) {
    BatchOptions options;
    options.defaults[Field::paid_on] = "2026-11-22";
    return run::list(head_2026(more) + row(cells) + row(cells), options).local_without_place;
  };
  EXPECT_EQ(counted(right()), 2U);
  Row2026 cells = right();
  cells.local = "";
  EXPECT_EQ(counted(cells), 2U) << "a rate alone is local money too";
  cells.local = "0";
  cells.local_rate = "0";
  EXPECT_EQ(counted(cells), 0U);
  for (const auto& [column, code] : {std::pair{"province", "22"}, {"former_province", "22"}, {"locality", "004"}}) {
    Row2026 placed = right();
    placed.more = {code};
    EXPECT_EQ(counted(placed, {column}), 0U) << column;
    placed.more = {""};
    EXPECT_EQ(counted(placed, {column}), 2U) << column;
  }
  Row2026 refused = right();
  refused.income = "1.400.000";
  EXPECT_EQ(counted(refused), 0U) << "what is refused is not compared";
  // A plain list states nothing.
  EXPECT_EQ(run::list("paid_on,income\n2026-11-22,1500000\n").local_without_place, 0U);
}

TEST(Check, ARefusedRowHasNone) {
  Row2026 cells = right();
  cells.income = "1.400.000";
  const auto found = answers(checked(cells))[0];
  EXPECT_EQ(found.at("status"), "income_below_floor");
  EXPECT_EQ(found.at("check"), "");
}

TEST(Check, TotalsSayHowManyRowsDisagreeAndByHowMuch) {
  Row2026 wrong = right();
  wrong.share = "100.000";
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  options.defaults[Field::province] = "22";
  options.by = {"d05_8"};
  Row2026 other = wrong;
  other.rate = "20";
  other.local_rate = "20";
  other.local = "66.000";
  const run::Outcome done =
      run::list(head_2026() + row(right()) + row(wrong) + row(wrong) + row(other), options, run::pieces_of(97));
  EXPECT_EQ(done.totals.all().check_disagreements, 3U);
  ASSERT_NE(done.totals.of("d05_8", "40"), nullptr);
  EXPECT_EQ(done.totals.of("d05_8", "40")->check_disagreements, 2U);
  const std::string json = done.totals.json("");
  EXPECT_NE(
      json.find("\"check_disagreements\":3,\"check\":{\"participant_share\":{\"rows\":3,\"difference\":\"-96000\"}}"),
      std::string::npos)
      << json;
  // A list that states nothing says nothing of it.
  EXPECT_EQ(run::list("paid_on,income\n2026-11-22,1500000\n").totals.json("").find("check"), std::string::npos);
}

}  // namespace
}  // namespace d05
