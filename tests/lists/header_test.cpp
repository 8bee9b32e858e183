// What a header settles, and what makes it unreadable.
#include <gtest/gtest.h>

#include "run_list.hpp"

namespace {

using ansinh::BatchOptions;
using ansinh::Field;
using Kind = ansinh::HeaderFault::Kind;

constexpr std::string_view result_columns =
    "status,contribution,central_support,local_top_up,province_top_up,locality_top_up,other_support,participant_share,"
    "months,supported_months,flags\n";

void expect_fault(const run::Outcome& outcome, Kind kind, std::string_view column = {}, std::size_t position = 0) {
  ASSERT_TRUE(outcome.header_fault);
  EXPECT_EQ(name(outcome.header_fault->kind), name(kind));
  EXPECT_EQ(outcome.header_fault->column, column);
  EXPECT_EQ(outcome.header_fault->position, position);
  EXPECT_EQ(outcome.row_count, 0U);
  EXPECT_TRUE(outcome.rows.empty());
}

TEST(Header, UnknownColumnsAndIdComeFirstInTheirOrder) {
  const auto outcome = run::list("note,income,id,paid_on,Tên\n");
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_EQ(outcome.header, "note,id,Tên," + std::string{result_columns});
}

TEST(Header, NamesAreTrimmedAndTheirCaseDoesNotMatter) {
  const auto outcome = run::list(" Paid_On ,\tINCOME, Họ Tên \n2026-11-22,1500000,An\n");
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_EQ(outcome.header, "Họ Tên," + std::string{result_columns});
  EXPECT_TRUE(outcome.rows.starts_with("An,ok,330000,")) << outcome.rows;
}

// Until the header is read no delimiter is known: a line of white space is blank, tabs or not. Afterwards tabs are
// cells.
TEST(Header, LinesOfTabsBeforeItAreBlank) {
  const auto outcome = run::list("\t\t\n \r\npaid_on\tincome\n2026-11-22\t1500000\n\t\n");
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_EQ(outcome.delimiter, '\t');
  EXPECT_EQ(outcome.row_count, 2U);
  ASSERT_EQ(outcome.refusals.size(), 1U);
  EXPECT_EQ(outcome.refusals[0].line, 5U);
}

TEST(Header, TheDelimiterIsTheMostFrequentOutsideQuotes) {
  EXPECT_EQ(run::list("paid_on,income\n").delimiter, ',');
  EXPECT_EQ(run::list("paid_on;income\n").delimiter, ';');
  EXPECT_EQ(run::list("paid_on\tincome\n").delimiter, '\t');
  EXPECT_EQ(run::list("paid_on;income;a,b\n").delimiter, ';');
  EXPECT_EQ(run::list("paid_on;income;\"a,b,c,d\"\n").delimiter, ';');
  EXPECT_EQ(run::list("\"a,\"\",,,\";paid_on;income\n").delimiter, ';');
  const auto outcome = run::list("paid_on;income;\"a,b,c,d\"\n2026-11-22;1500000;x,y\n");
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_TRUE(outcome.header.starts_with("a,b,c,d;status;contribution;")) << outcome.header;
  EXPECT_TRUE(outcome.rows.starts_with("x,y;ok;330000;")) << outcome.rows;
}

TEST(Header, OneColumnNeedsNoDelimiter) {
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  const auto outcome = run::list("income\n1500000\n", options);
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_TRUE(outcome.rows.starts_with("ok,330000,")) << outcome.rows;
}

TEST(Header, AByteOrderMarkIsSkippedAndNotWritten) {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{1000}}) {
    const auto outcome = run::list("\xEF\xBB\xBFpaid_on,income\n2026-11-22,1500000\n", {}, run::pieces_of(piece));
    ASSERT_FALSE(outcome.header_fault);
    EXPECT_EQ(outcome.header, result_columns);
    EXPECT_TRUE(outcome.rows.starts_with("ok,")) << outcome.rows;
  }
  const auto quoted = run::list("\xEF\xBB\xBF\"paid_on\",\"income\"\n2026-11-22,1500000\n");
  ASSERT_FALSE(quoted.header_fault);
  expect_fault(run::list("\xEF\xBB"), Kind::invalid_utf8);
  expect_fault(run::list("\xEF\xBB\xBF"), Kind::empty);
}

TEST(Header, LineEndsAndBlankLinesBeforeIt) {
  for (const char* text : {"paid_on,income\r\n2026-11-22,1500000\r\n", "\n\r\n  \npaid_on,income\n2026-11-22,1500000",
                           "\"paid_on\",\"income\"\r\n2026-11-22,1500000"}) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
      const auto outcome = run::list(text, {}, run::pieces_of(piece));
      ASSERT_FALSE(outcome.header_fault) << text;
      EXPECT_EQ(outcome.header, result_columns);
      EXPECT_EQ(outcome.row_count, 1U);
    }
  }
  EXPECT_EQ(run::list("\n\npaid_on,income\nx,y\n").refusals.at(0).line, 4U);
}

TEST(Header, LineFeedsInAQuotedName) {
  const auto outcome = run::list("\"a\nb\",paid_on,income\nv,2026-11-22,x\n");
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_EQ(outcome.header, "\"a\nb\"," + std::string{result_columns});
  EXPECT_EQ(outcome.refusals.at(0).line, 3U);
}

TEST(Header, ANameTwice) {
  expect_fault(run::list("paid_on,income,note,Note\n"), Kind::duplicate_column, "Note", 4);
  expect_fault(run::list("paid_on,income,PAID_ON\n"), Kind::duplicate_column, "PAID_ON", 3);
  expect_fault(run::list("id,paid_on,income, ID\n"), Kind::duplicate_column, "ID", 4);
  expect_fault(run::list("paid_on,income,,\n"), Kind::duplicate_column, "", 4);
}

TEST(Header, ANameOfTheOutput) {
  for (const char* reserved :
       {"status", "contribution", "central_support", "local_top_up", "province_top_up", "locality_top_up",
        "participant_share", "months", "supported_months", "flags", "Flags"}) {
    expect_fault(run::list("paid_on," + std::string{reserved} + ",income\n"), Kind::reserved_column, reserved, 2);
  }
  EXPECT_FALSE(run::list("paid_on,other_support,income\n").header_fault) << "a column of the input that returns";
}

TEST(Header, RequiredColumns) {
  expect_fault(run::list("income\n1500000\n"), Kind::missing_column, "paid_on");
  expect_fault(run::list("paid_on,term\n"), Kind::missing_column, "income");
  expect_fault(run::list("paid on,income\n"), Kind::missing_column, "paid_on");
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  expect_fault(run::list("term\n", options), Kind::missing_column, "income");
}

TEST(Header, ColumnsForTheTotals) {
  BatchOptions options;
  options.by = {"province", " District ", "Province"};
  const auto outcome = run::list("paid_on,income,province,district\n", options);
  ASSERT_FALSE(outcome.header_fault);
  ASSERT_EQ(outcome.totals.columns().size(), 2U) << "a column once, however often it is asked for";
  EXPECT_EQ(outcome.totals.columns()[0], "province");
  EXPECT_EQ(outcome.totals.columns()[1], "District");
  options.by = {"groups"};
  expect_fault(run::list("paid_on,income,province\n", options), Kind::unknown_by_column, "groups");
}

TEST(Header, Unreadable) {
  expect_fault(run::list(""), Kind::empty);
  expect_fault(run::list("\n \n\r\n"), Kind::empty);
  expect_fault(run::list("paid_on,\"income\n1,2\n"), Kind::open_quote);
  expect_fault(run::list("paid_on,\"income\"x\n"), Kind::malformed);
  expect_fault(run::list(std::string_view{"paid_on,inc\0me\n", 15}), Kind::nul_byte);
  expect_fault(run::list("paid_on,income,\xFF\n"), Kind::invalid_utf8);
  expect_fault(run::list("paid_on,income," + std::string(std::size_t{17} << 20, 'x') + "\n"), Kind::too_long);
  expect_fault(run::list("paid_on,income," + std::string(std::size_t{17} << 20, 'x'), {}, run::pieces_of(1 << 16)),
               Kind::too_long);
}

TEST(Header, TooManyColumns) {
  std::string header = "paid_on,income";
  for (std::size_t i = 2; i < ansinh::Batch::max_columns; ++i) header += ",c" + std::to_string(i);
  EXPECT_FALSE(run::list(header + "\n").header_fault);
  expect_fault(run::list(header + ",one_more\n"), Kind::too_many_columns);
}

// The last name ends with the input, without a line end: a header without rows.
TEST(Header, WithoutRows) {
  const auto outcome = run::list("id,paid_on,income");
  ASSERT_FALSE(outcome.header_fault);
  EXPECT_EQ(outcome.header, "id," + std::string{result_columns});
  EXPECT_EQ(outcome.row_count, 0U);
  EXPECT_FALSE(outcome.quote_left_open);
}

}  // namespace
