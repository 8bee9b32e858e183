// Lists as they go wrong in offices: each fault is named, with line and column.
#include <gtest/gtest.h>

#include "d05_list.hpp"

namespace d05 {
namespace {

using ansinh::BatchOptions;
using ansinh::Field;
using ansinh::HeaderFault;
using ansinh::Hint;
using Kind = HeaderFault::Kind;

run::Outcome read(const std::string& list) {
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  return run::list(list, options);
}

// Where cut pieces meet does not matter to what is said.
void expect_fault(const std::string& list, Kind kind, const std::string& column, std::size_t position,
                  std::uint64_t line) {
  BatchOptions options;
  options.defaults[Field::paid_on] = "2026-11-22";
  for (const std::size_t size : {list.size(), std::size_t{1}, std::size_t{50}}) {
    const run::Outcome done = run::list(list, options, run::pieces_of(size));
    ASSERT_TRUE(done.header_fault.has_value()) << list;
    EXPECT_EQ(done.header_fault->kind, kind) << name(done.header_fault->kind);
    EXPECT_EQ(done.header_fault->column, column);
    EXPECT_EQ(done.header_fault->position, position);
    EXPECT_EQ(done.header_fault->line, line);
  }
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

TEST(BadHeader, ACellOfTheNumberRowIsMerged) {
  expect_fault(replaced(head_2026(), ";3;4;5;", ";3;;5;") + row(Row2026{}), Kind::merged_cell, "4", 6, head_lines);
  expect_fault(replaced(head_2026(), "14;15", "14") + row(Row2026{}), Kind::merged_cell, "15", 17, head_lines);
  expect_fault(replaced(head_2023(), "A;B;C;1", "A;B;;1"), Kind::merged_cell, "C", 3, head_lines);
}

TEST(BadHeader, ColumnsAreMoved) {
  expect_fault(replaced(head_2026(), ";5;6;7;", ";6;5;7;") + row(Row2026{}), Kind::moved_column, "5", 7, head_lines);
  expect_fault(replaced(head_2026(), "A;B;1;2", ";A;B;1;2") + row(Row2026{}), Kind::merged_cell, "A", 1, head_lines);
  expect_fault(replaced(head_2026(), "A;B;1", "B;A;1"), Kind::moved_column, "A", 1, head_lines);
}

TEST(BadHeader, TheNumberRowIsMissing) {
  std::string list = head_2026();
  list.resize(list.rfind("A;B"));
  expect_fault(list + row(Row2026{}), Kind::no_number_row, "", 0, head_lines);
  expect_fault(list, Kind::no_number_row, "", 0, head_lines);
  expect_fault("\n\n1;D05-TS\n", Kind::no_number_row, "", 0, 3);
  std::string open = list + "1;\"open;;";
  expect_fault(open, Kind::no_number_row, "", 0, head_lines);
}

TEST(BadHeader, TheFormIsOlder) {
  const std::string list = "D05-TS;;;;;;;;;\nSTT;Họ và tên;Mã số BHXH;;;;;;;\nA;B;C;1;2;3;4;5;6;7\n";
  expect_fault(list, Kind::older_form, "", 0, 3);
  expect_fault(replaced(list, "6;7", "6;7;paid_on"), Kind::older_form, "", 0, 3);
}

TEST(BadHeader, NamesOfMoreColumns) {
  expect_fault(head_2026({"paid_on", "Paid_On"}), Kind::duplicate_column, "Paid_On", 19, head_lines);
  expect_fault(head_2026({"check"}), Kind::reserved_column, "check", 18, head_lines);
  expect_fault(head_2026({"contribution"}), Kind::reserved_column, "contribution", 18, head_lines);
  expect_fault(head_2026({"d05_7"}), Kind::duplicate_column, "d05_7", 18, head_lines);
}

struct Refused {
  Field field;
  Hint hint;
  std::size_t column;
  const char* given;
};

void expect_refused(const Row2026& cells, const Refused& expected) {
  const run::Outcome done = read(head_2026() + row(Row2026{}) + row(cells));
  ASSERT_EQ(done.refusals.size(), 1U) << expected.given;
  const run::Refused& refusal = done.refusals[0];
  EXPECT_EQ(refusal.row, 2U);
  EXPECT_EQ(refusal.line, head_lines + 2);
  EXPECT_EQ(refusal.code, ansinh::Errc::invalid_argument);
  EXPECT_EQ(refusal.field, expected.field) << expected.given;
  EXPECT_EQ(refusal.hint, expected.hint) << expected.given;
  EXPECT_EQ(refusal.column, expected.column) << expected.given;
  EXPECT_EQ(refusal.given, expected.given);
}

TEST(BadRow, AmountsAsTextAreNamed) {
  for (const char* text : {"1.500.000 đ", "1.500.000đ", "1,500,000", "1.500.00", "-1", "1500000.0"}) {
    const auto expect = [text](std::string Row2026::*cell, Field field, std::size_t column) {
      Row2026 cells;
      cells.*cell = text;
      expect_refused(cells, {field, Hint::malformed, column, text});
    };
    expect(&Row2026::income, Field::income, 7);
    expect(&Row2026::contribution, Field::stated_amount, 8);
    expect(&Row2026::share, Field::stated_amount, 9);
    expect(&Row2026::local, Field::stated_amount, 12);
    expect(&Row2026::other, Field::other_support, 14);
  }
  for (const char* text : {"ba mươi", "-1", "101", "1e1"}) {
    Row2026 cells;
    cells.local_rate = text;
    expect_refused(cells, {Field::stated_rate, Hint::malformed, 11, text});
    cells.local_rate = "";
    cells.other_rate = text;
    expect_refused(cells, {Field::stated_rate, Hint::malformed, 13, text});
  }
}

TEST(BadRow, LostLeadingZerosAreNamed) {
  for (const char* number : {"1", "123456789", "12345678901", "79123456789"}) {
    Row2026 cells;
    cells.number = number;
    expect_refused(cells, {Field::participant_number, Hint::lost_leading_zeros, 3, number});
  }
  for (const char* number : {"1234567890123", "79 0000 0001", "7,9E+09", "'0123456789", "ABCDEFGHIJ"}) {
    Row2026 cells;
    cells.number = number;
    expect_refused(cells, {Field::participant_number, Hint::malformed, 3, number});
  }
  for (const char* number : {"", "0123456789", "001085000001"}) {
    Row2026 cells;
    cells.number = number;
    EXPECT_TRUE(read(head_2026() + row(cells)).refusals.empty()) << number;
  }
}

TEST(BadRow, ARowSplitOverTwoLinesIsNamedTwice) {
  // In the sheet: the rest of the name stands in a row of its own.
  const std::string rest = ";Chi" + std::string(15, ';') + "\r\n";
  const run::Outcome sheet = read(head_2026() + row(Row2026{}) + rest);
  ASSERT_EQ(sheet.refusals.size(), 1U);
  EXPECT_EQ(sheet.refusals[0].hint, Hint::split_row);
  EXPECT_EQ(sheet.refusals[0].line, head_lines + 2);
  EXPECT_EQ(sheet.refusals[0].column, 2U);
  // In the file: a line break that no quotes hold.
  const run::Outcome file = read(head_2026() + replaced(row(Row2026{}), "Lò Thị Chi", "Lò Thị\nChi"));
  ASSERT_EQ(file.refusals.size(), 2U);
  EXPECT_EQ(file.refusals[0].hint, Hint::cell_count);
  EXPECT_EQ(file.refusals[0].given, "2");
  EXPECT_EQ(file.refusals[0].limit, "17");
  EXPECT_EQ(file.refusals[1].hint, Hint::cell_count);
  EXPECT_EQ(file.refusals[1].line, head_lines + 2);
  // Quoted, it is one row.
  EXPECT_TRUE(read(head_2026() + replaced(row(Row2026{}), "Lò Thị Chi", "\"Lò Thị\nChi\"")).refusals.empty());
}

TEST(BadRow, WhatTheLawRefusesNamesItsCell) {
  Row2026 cells;
  cells.income = "1.400.000";
  const run::Outcome low = read(head_2026() + row(cells));
  ASSERT_EQ(low.refusals.size(), 1U);
  EXPECT_EQ(low.refusals[0].code, ansinh::Errc::income_below_floor);
  EXPECT_EQ(low.refusals[0].column, 7U);
  cells = {};
  cells.from = "9/2026";
  const run::Outcome late = read(head_2026() + row(cells));
  ASSERT_EQ(late.refusals.size(), 1U);
  EXPECT_EQ(late.refusals[0].code, ansinh::Errc::payment_late);
  cells.from = "Nov-26";
  const run::Outcome month = read(head_2026() + row(cells));
  ASSERT_EQ(month.refusals.size(), 1U);
  EXPECT_EQ(month.refusals[0].field, Field::first_month);
  EXPECT_EQ(month.refusals[0].column, 5U);
}

}  // namespace
}  // namespace d05
