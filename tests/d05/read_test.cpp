// Both forms are read: recognised, their rows told from what is no row, their cells made requests.
#include <gtest/gtest.h>

#include "d05_list.hpp"

namespace d05 {
namespace {

using ansinh::BatchOptions;
using ansinh::Field;

BatchOptions paid_on(std::string_view day, std::string_view province = {}) {
  BatchOptions options;
  options.defaults[Field::paid_on] = day;
  options.defaults[Field::province] = province;
  return options;
}

TEST(Read2026, PassesTheFormThroughAndAnswers) {
  Row2026 cells;
  cells.contribution = "330.000";
  cells.share = "198.000";
  const run::Outcome done = run::list(head_2026() + row(cells), paid_on("22/11/2026"));
  EXPECT_EQ(done.header,
            "d05_A;d05_B;d05_1;d05_2;d05_3;d05_4;d05_5;d05_6;d05_7;d05_8;d05_9;d05_10;d05_11;d05_12;d05_13;d05_14;"
            "d05_15;status;contribution;central_support;local_top_up;province_top_up;locality_top_up;other_support;"
            "participant_share;months;supported_months;flags;check\n");
  EXPECT_EQ(
      done.rows,
      "1;Lò Thị Chi;7900000001;02/09/1985;11/2026;1;1.500.000;330.000;198.000;40;;;;;Điện tử;Đóng tiếp;;ok;330000;"
      "132000;0;0;0;0;198000;1;1;;ok\n");
  EXPECT_EQ(done.lines, head_lines + 1);
  EXPECT_TRUE(done.refusals.empty());
}

TEST(Read2026, MoreColumnsWinOrArePassedThrough) {
  Row2026 cells;
  cells.more = {"2024-11-22", "hamlet 3", "6", "poor", "11/2024"};
  const auto found = answers(
      run::list(head_2026({"Paid_On", "hamlet", "term", "groups", "first_month"}) + row(cells), paid_on("2026-11-22")));
  ASSERT_EQ(found.size(), 1U);
  // 6 x 330,000; of that 30 % of the poor, by the law of the day.
  EXPECT_EQ(found[0].at("contribution"), "1980000");
  EXPECT_EQ(found[0].at("central_support"), "594000");
  EXPECT_EQ(found[0].at("hamlet"), "hamlet 3");
  EXPECT_EQ(found[0].count("groups"), 0U);
}

TEST(Read2026, ColumnsWithoutANameArePassedThrough) {
  Row2026 cells;
  cells.more = {"2026-11-22", "", "?"};
  const auto found = answers(run::list(head_2026({"paid_on", "", ""}) + row(cells)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].at("unnamed_19"), "");
  EXPECT_EQ(found[0].at("unnamed_20"), "?");
}

TEST(Read2026, NeedsADayOfPayment) {
  const run::Outcome done = run::list(head_2026() + row(Row2026{}));
  ASSERT_TRUE(done.header_fault.has_value());
  EXPECT_EQ(done.header_fault->kind, ansinh::HeaderFault::Kind::missing_column);
  EXPECT_EQ(done.header_fault->column, "paid_on");
}

TEST(Read2026, TheNumberRowMayComeFirstAndLast) {
  const std::string list = "A,B,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15";
  const run::Outcome done = run::list(list, paid_on("2026-11-22"));
  EXPECT_FALSE(done.header_fault.has_value());
  EXPECT_EQ(done.row_count, 0U);
  const run::Outcome below = run::list("D05-TS\n" + list, paid_on("2026-11-22"));
  EXPECT_FALSE(below.header_fault.has_value());
  EXPECT_EQ(below.lines, 2U);
}

// Rate, day, groups that it stands for; "-" where there is no such rate.
TEST(Read2026, TheRateSaysTheGroup) {
  struct Case {
    const char *rate, *day, *central;
  };
  const std::vector<Case> cases{
      {"50", "2025-07-01", "165000"},  {"40", "2025-07-01", "132000"},   {"30", "2025-07-01", "99000"},
      {"20", "2025-07-01", "66000"},   {"25", "2025-07-01", "-"},        {"10", "2025-07-01", "-"},
      {"30", "2025-06-30", "99000"},   {"25", "2025-06-30", "82500"},    {"10", "2025-06-30", "33000"},
      {"50", "2025-06-30", "-"},       {"40", "2025-06-30", "-"},        {"20", "2025-06-30", "-"},
      {"40%", "2026-11-22", "132000"}, {"40,0", "2026-11-22", "132000"}, {"40.00", "2026-11-22", "132000"},
      {"0,4", "2026-11-22", "-"},      {"vierzig", "2026-11-22", "-"},
  };
  for (const Case& c : cases) {
    Row2026 cells;
    cells.rate = c.rate;
    cells.from = "";
    const run::Outcome done = run::list(head_2026() + row(cells), paid_on(c.day));
    const auto found = answers(done);
    ASSERT_EQ(found.size(), 1U);
    if (std::string{c.central} == "-") {
      EXPECT_EQ(found[0].at("status"), "invalid_argument") << c.rate << c.day;
      ASSERT_EQ(done.refusals.size(), 1U);
      EXPECT_EQ(done.refusals[0].field, Field::stated_rate);
      EXPECT_EQ(done.refusals[0].column, 10U);
      EXPECT_EQ(done.refusals[0].given, c.rate);
    } else {
      EXPECT_EQ(found[0].at("central_support"), c.central) << c.rate << c.day;
    }
  }
}

TEST(Read2026, BeforeTheSupportTheFirstRatesAreMeant) {
  Row2026 cells;
  cells.rate = "30";
  cells.from = "";
  cells.income = "700000";
  const auto found = answers(run::list(head_2026() + row(cells), paid_on("2017-12-31")));
  EXPECT_EQ(found[0].at("central_support"), "0");
  EXPECT_EQ(found[0].at("check"), "support_rate: 30 ≠ 0");
}

TEST(Read2026, NoRateMeansThatTheMonthsOfSupportAreUsedUp) {
  for (const char* rate : {"", "0", "0%"}) {
    Row2026 cells;
    cells.rate = rate;
    const auto found = answers(run::list(head_2026() + row(cells), paid_on("2026-11-22")));
    EXPECT_EQ(found[0].at("central_support"), "0");
    EXPECT_EQ(found[0].at("flags"), "support_exhausted");
    EXPECT_EQ(found[0].at("check"), "ok");
  }
  // Its own column wins.
  Row2026 cells;
  cells.rate = "";
  cells.more = {"119"};
  const auto found = answers(run::list(head_2026({"months_supported"}) + row(cells), paid_on("2026-11-22")));
  EXPECT_EQ(found[0].at("central_support"), "66000");
}

TEST(Read2026, MonthsSayTheTerm) {
  const std::map<std::string, std::string> contributions{
      {"1", "330000"}, {"3", "990000"}, {"6", "1980000"}, {"12", "3960000"}, {"012", "3960000"}};
  for (const auto& [months, contribution] : contributions) {
    Row2026 cells;
    cells.months = months;
    EXPECT_EQ(answers(run::list(head_2026() + row(cells), paid_on("2026-11-22")))[0].at("contribution"), contribution);
  }
  for (const char* months : {"24", "36", "48", "60"}) {
    Row2026 cells;
    cells.months = months;
    cells.more = {"0.0031"};
    const auto found = answers(run::list(head_2026({"fund_return_rate"}) + row(cells), paid_on("2026-11-22")));
    EXPECT_NE(found[0].at("status"), "invalid_argument") << months;
  }
  for (const char* months : {"0", "2", "13", "61", "VS2", "1,0", "-1"}) {
    Row2026 cells;
    cells.months = months;
    const run::Outcome done = run::list(head_2026() + row(cells), paid_on("2026-11-22"));
    ASSERT_EQ(done.refusals.size(), 1U) << months;
    EXPECT_EQ(done.refusals[0].field, Field::term);
    EXPECT_EQ(done.refusals[0].column, 6U);
    EXPECT_EQ(done.refusals[0].given, months);
  }
}

TEST(Read2026, OtherAmountIsOtherSupport) {
  Row2026 cells;
  cells.other = "100.000";
  const auto found = answers(run::list(head_2026() + row(cells), paid_on("2026-11-22")));
  EXPECT_EQ(found[0].at("other_support"), "100000");
  EXPECT_EQ(found[0].at("participant_share"), "98000");
}

TEST(Read2023, TheReceiptDateIsTheDayOfPayment) {
  const std::string cells = row({"1",      "Lò Thị Chi", "7900000001", "001085000001",
                                 "Thôn 1", "22/11/2024", "0001",       "1.500.000",
                                 "3",      "11/2024",    "990.000",    "742.500",
                                 "25",     "247.500",    "",           "0",
                                 "",       "",           "NV01",       ""});
  const run::Outcome done = run::list(head_2023() + cells);
  const auto found = answers(done);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].at("d05_C"), "7900000001");
  EXPECT_EQ(found[0].at("d05_17"), "");
  EXPECT_EQ(found[0].at("contribution"), "990000");
  EXPECT_EQ(found[0].at("central_support"), "247500");
  EXPECT_EQ(found[0].at("check"), "ok");
  // Without one, the option's; without either, refused in the cell of the form.
  std::string without = cells;
  without.replace(without.find("22/11/2024"), 10, "");
  EXPECT_EQ(answers(run::list(head_2023() + without, paid_on("2024-11-23")))[0].at("status"), "ok");
  const run::Outcome refused = run::list(head_2023() + without);
  ASSERT_EQ(refused.refusals.size(), 1U);
  EXPECT_EQ(refused.refusals[0].field, Field::paid_on);
  EXPECT_EQ(refused.refusals[0].hint, ansinh::Hint::missing);
  EXPECT_EQ(refused.refusals[0].column, 6U);
}

// Headings, empty rows, sums and signatures are no rows; nothing that pays is skipped, wherever the input is cut.
TEST(Rows, OnlyParticipantsAreRows) {
  const std::string empty(16, ';');
  std::string list = head_2026();
  list += "I;Tăng" + empty.substr(1) + "\r\n";
  list += "I.1;Người lao động" + empty.substr(1) + "\r\n";
  list += row(Row2026{});
  list += empty + "\r\n\r\n";
  list += ";Cộng;;;;;;330000;198000" + empty.substr(8) + "\r\n";
  list += "II;Giảm" + empty.substr(1) + "\r\n";
  list += row(Row2026{});
  list += ";Tổng cộng" + empty.substr(1) + "\r\n";
  list += ";Nhân viên thu;;;;;;;Cán bộ thu" + empty.substr(8) + "\r\n";
  list += ";(ký, ghi rõ họ tên)" + empty.substr(1) + "\r\n";
  const run::Outcome whole = run::list(list, paid_on("2026-11-22"));
  EXPECT_EQ(whole.row_count, 2U);
  EXPECT_TRUE(whole.refusals.empty());
  EXPECT_EQ(whole.lines, head_lines + 11);
  for (const std::size_t size : {1U, 7U, 100U, 333U}) {
    const run::Outcome cut = run::list(list, paid_on("2026-11-22"), run::pieces_of(size));
    EXPECT_EQ(cut.header, whole.header);
    EXPECT_EQ(cut.rows, whole.rows);
    EXPECT_EQ(cut.lines, whole.lines);
  }
}

TEST(Rows, ASumRowIsRememberedFromBlockToBlock) {
  std::string list = head_2026() + ";Cộng" + std::string(15, ';') + "\r\n";
  const std::string filled = row(Row2026{});
  std::size_t rows = 0;
  for (; list.size() < 400'000; ++rows) list += filled;
  const std::string signature = ";Nhân viên thu" + std::string(15, ';') + "\r\n";
  const run::Outcome done = run::list(list + signature, paid_on("2026-11-22"));
  EXPECT_GT(done.tallies.size(), 1U);
  EXPECT_EQ(done.row_count, rows);
  EXPECT_TRUE(done.refusals.empty());
}

// A list of the batch that looks like a form at first glance stays one.
TEST(Rows, AListWithoutFormIsReadAsBefore) {
  BatchOptions options = paid_on("2026-11-22");
  options.defaults[Field::income] = "1500000";
  std::string list = "id,note\n";
  for (int i = 0; i < 20'000; ++i) list += std::to_string(i) + ",x\n";
  const run::Outcome whole = run::list(list, options);
  EXPECT_FALSE(whole.header_fault.has_value());
  EXPECT_EQ(whole.row_count, 20'000U);
  EXPECT_EQ(whole.lines, 20'001U);
  for (const std::size_t size : {1'000U, 65'536U}) {
    const run::Outcome cut = run::list(list, options, run::pieces_of(size));
    EXPECT_EQ(cut.rows, whole.rows);
    EXPECT_EQ(cut.lines, whole.lines);
  }
  const run::Outcome small = run::list("id,note\n1,x\n2,\"y\n\"\n", options, run::pieces_of(3));
  EXPECT_EQ(small.row_count, 2U);
  EXPECT_TRUE(run::list("id,note\n1,x\n2,\"y\n", options).quote_left_open);
}

// The rate of the poor is that of islanders too: what the list states of the place tells which is meant.
TEST(Read2026, FiftyPercentIsWhatTheLocalFiguresFit) {
  using namespace ansinh;
  Programme programme;
  programme.id = "test";
  programme.territory.province = {*ProvinceCode::from_text("04")};
  programme.citation = {"Resolution of the test", "art. 1"};
  programme.rules = {Rule{.groups = Group::poor, .per_month = FloorShare{*Rate::from_text("0.2")}},
                     Rule{.groups = Group::island, .per_month = FloorShare{*Rate::from_text("0.3")}}};
  const auto book = LawBook::built_in().with(programme);
  ASSERT_TRUE(book.ok());
  const Rules rules{*book};
  const auto priced = [&](const std::string& rate, const std::string& local) {
    Row2026 cells;
    cells.rate = "50";
    cells.local_rate = rate;
    cells.local = local;
    return answers(run::list(head_2026() + row(cells), paid_on("2026-11-22", "04"), {}, rules))[0];
  };
  EXPECT_EQ(priced("", "66000").at("check"), "ok");
  EXPECT_EQ(priced("", "66000").at("local_top_up"), "66000");
  EXPECT_EQ(priced("", "99000").at("check"), "ok");
  EXPECT_EQ(priced("", "99000").at("local_top_up"), "99000");
  EXPECT_EQ(priced("30", "").at("local_top_up"), "99000");
  EXPECT_EQ(priced("", "").at("local_top_up"), "66000");
  EXPECT_EQ(priced("", "70000").at("check"), "local_top_up: 70000 ≠ 66000");
}

}  // namespace
}  // namespace d05
