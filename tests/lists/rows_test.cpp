// Rows: what is passed through, what is priced, what is refused in its place.
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "plain_csv.hpp"
#include "run_list.hpp"

namespace {

using ansinh::BatchOptions;
using ansinh::Errc;
using ansinh::Field;
using ansinh::Hint;

std::vector<std::vector<std::string>> cells_of(const std::string& rows, char delimiter = ',') {
  std::vector<std::vector<std::string>> cells;
  for (const plain::Row& row : plain::read_csv(rows, delimiter).rows) cells.push_back(row.cells);
  return cells;
}

// What `assess` answers to one row's cells, written by plain means.
std::vector<std::string> expected(const ansinh::RequestCells& cells, const ansinh::LawBook& book) {
  const auto request = ansinh::read_request(book, cells);
  Errc status = request.code();
  if (request.ok()) {
    const auto answer = ansinh::assess(ansinh::built_in_rules(), *request);
    status = answer.code();
    if (answer.ok()) {
      std::vector<std::string> row{"ok"};
      for (const auto amount :
           {answer->contribution, answer->central_support, answer->local_top_up, answer->province_top_up,
            answer->locality_top_up, answer->other_support, answer->participant_share}) {
        row.push_back(std::to_string(amount.dong()));
      }
      row.push_back(std::to_string(answer->months));
      row.push_back(std::to_string(answer->supported_months));
      std::string flags;
      for (const auto flag : ansinh::all_flags) {
        if (answer->flags.has(flag)) flags += (flags.empty() ? "" : "|") + std::string{name(flag)};
      }
      row.push_back(flags);
      return row;
    }
  }
  std::vector<std::string> row(11);
  row[0] = name(status);
  return row;
}

TEST(Rows, TheMainJob) {
  const auto outcome = run::list(
      "id,paid_on,income,groups\n"
      "a,2026-11-22,1500000,near_poor\n"
      "b,2024-11-22,1500000,near_poor\n");
  EXPECT_EQ(outcome.rows,
            "a,ok,330000,132000,0,0,0,0,198000,1,1,\n"
            "b,ok,330000,82500,0,0,0,0,247500,1,1,\n");
  EXPECT_TRUE(outcome.refusals.empty());
}

// Every form of every field, in a list, gives what the same texts give when read and assessed one by one.
TEST(Rows, AListIsItsRowsOneByOne) {
  const std::vector<std::vector<std::string_view>> rows{
      {"22/11/2026", "11/2026", "1.500.000", "12", "near_poor|island", "01", "", "", "0", "", "", "", ""},
      {"2022-05-31", "", "1500000", "3", "poor", "", "01", "004", "0", "0", "0,31%", "1.000", "nominal"},
      {"2026-11-22", "", "46800000", "6", "", "22", "22", "", "119", "", "", "", ""},
      {"2026-11-22", "", "1523456", "1", "", "", "", "", "", "", "", "500000", ""},
      {"2026-11-22", "2026-01", "1500000", "12", "", "", "", "", "", "", "", "", ""},
      {"2007-12-31", "", "1500000", "", "", "", "", "", "", "", "", "", ""},
      {"2026-11-22", "", "1400000", "", "", "", "", "", "", "", "", "", ""},
      {"2026-11-22", "", "900000000", "", "", "", "", "", "", "", "", "", ""},
      {"2024-11-22", "", "1523456", "", "", "", "", "", "", "", "", "", ""},
      {"2014-11-22", "", "1500000", "12", "", "", "", "", "", "", "", "", ""},
      {"2026-11-22", "", "1500000", "TH7", "", "", "", "", "", "", "", "", ""},
      {"2026-11-22", "", "1500000", "VS2", "", "", "", "", "", "", "0.0031", "", "compounded"},
      {"2026-11-22", "", "1,5", "", "", "", "", "", "", "", "", "", ""},
      {"2026-11-22", "", "1500000", "", "", "01", "79", "", "", "", "", "", ""},
  };
  std::string list;
  for (int i = 0; i < ansinh::request_field_count; ++i) {
    list += std::string{i == 0 ? "" : ";"} + std::string{name(static_cast<Field>(i))};
  }
  list += '\n';
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) list += std::string{i == 0 ? "" : ";"} + std::string{row[i]};
    list += '\n';
  }
  const auto outcome = run::list(list);
  ASSERT_FALSE(outcome.header_fault);
  const auto got = cells_of(outcome.rows, ';');
  ASSERT_EQ(got.size(), rows.size());
  std::size_t refused = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ansinh::RequestCells cells;
    for (std::size_t field = 0; field < rows[i].size(); ++field) cells.text[field] = rows[i][field];
    EXPECT_EQ(got[i], expected(cells, ansinh::LawBook::built_in())) << "row " << i + 1;
    if (got[i][0] != "ok") {
      ASSERT_LT(refused, outcome.refusals.size());
      EXPECT_EQ(outcome.refusals[refused].row, i + 1);
      EXPECT_EQ(name(outcome.refusals[refused].code), got[i][0]);
      ++refused;
    }
  }
  EXPECT_EQ(refused, outcome.refusals.size());
}

TEST(Rows, ContentIsPassedThroughExactly) {
  const std::vector<std::string> contents{"plain",
                                          " spaced ",
                                          "a,b",
                                          "say \"hi\"",
                                          "line\nbreak",
                                          "crlf\r\nbreak",
                                          "cr\rbreak",
                                          "\"",
                                          "\"\"",
                                          "",
                                          "Nguyễn Văn Ăn",
                                          "a;b\tc",
                                          "=1+1",
                                          "'x",
                                          "\t",
                                          "\r",
                                          "a\"b",
                                          ",",
                                          "\n",
                                          "0001",
                                          "1.500",
                                          "ends with \"",
                                          "ends\r",
                                          "𝕏"};
  for (const char delimiter : {',', ';', '\t'}) {
    const std::string d{delimiter};
    std::string list = "note" + d + "paid_on" + d + "income" + d + "id\n";
    for (const std::string& content : contents) {
      std::string quoted = "\"";
      for (const char c : content) quoted += c == '"' ? "\"\"" : std::string{c};
      quoted += '"';
      list += quoted + d + "\"2026-11-22\"" + d + "1500000" + d + quoted + "\n";
    }
    const auto outcome = run::list(list);
    ASSERT_FALSE(outcome.header_fault);
    EXPECT_TRUE(outcome.refusals.empty());
    const auto rows = cells_of(outcome.rows, delimiter);
    ASSERT_EQ(rows.size(), contents.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i].at(0), contents[i]);
      EXPECT_EQ(rows[i].at(1), contents[i]);
      EXPECT_EQ(rows[i].at(2), "ok");
    }
  }
}

TEST(Rows, QuotesOnlyWhereTheyAreNeeded) {
  const auto outcome = run::list("id,paid_on,income\n\"a b\",2026-11-22,1500000\n5\" pipe,2026-11-22,1500000\n");
  EXPECT_TRUE(outcome.rows.starts_with("a b,ok,")) << outcome.rows;
  EXPECT_NE(outcome.rows.find("\n\"5\"\" pipe\",ok,"), std::string::npos) << outcome.rows;
}

TEST(Rows, QuotedAndPaddedCellsAreRead) {
  const auto outcome = run::list(
      "paid_on,income,groups\n\"22/11/2026\",\" 1.500.000\t\",\"near_poor\"\n 2026-11-22 ,\t1500000, near_poor \n");
  EXPECT_EQ(outcome.rows, "ok,330000,132000,0,0,0,0,198000,1,1,\nok,330000,132000,0,0,0,0,198000,1,1,\n");
}

TEST(Rows, LineEndsAndBlankLines) {
  for (const char* list : {"paid_on,income\n2026-11-22,1500000\n2024-11-22,1500000\n",
                           "paid_on,income\r\n2026-11-22,1500000\r\n2024-11-22,1500000\r\n",
                           "paid_on,income\n\n2026-11-22,1500000\r\n\r\n   \n\t\n2024-11-22,1500000",
                           "paid_on,income\n2026-11-22,1500000\n2024-11-22,1500000\r"}) {
    const auto outcome = run::list(list);
    EXPECT_EQ(outcome.row_count, 2U) << list;
    EXPECT_TRUE(outcome.refusals.empty()) << list;
    EXPECT_EQ(outcome.rows.find('\r'), std::string::npos);
    EXPECT_EQ(outcome.rows, run::list("paid_on,income\n2026-11-22,1500000\n2024-11-22,1500000\n").rows);
  }
}

// With a tab as delimiter a line of tabs is a row of empty cells, and is refused rather than skipped.
TEST(Rows, ALineOfTabsIsARowWhereTabsPartCells) {
  const auto outcome = run::list("paid_on\tincome\n\t\n");
  EXPECT_EQ(outcome.row_count, 1U);
  ASSERT_EQ(outcome.refusals.size(), 1U);
  EXPECT_EQ(outcome.refusals[0].hint, Hint::missing);
}

TEST(Rows, DefaultsServeAbsentColumnsAndEmptyCells) {
  BatchOptions options;
  options.defaults[Field::paid_on] = " 22/11/2026 ";
  options.defaults[Field::province] = "22";
  const auto absent = run::list("id,income\na,1500000\n", options);
  const auto empty = run::list("id,income,paid_on,province\na,1500000,,  \n", options);
  const auto given = run::list("id,income,paid_on,province\na,1500000,2026-11-22,22\n");
  EXPECT_EQ(absent.rows, given.rows);
  EXPECT_EQ(empty.rows, given.rows);
  const auto own = run::list("id,income,paid_on\na,1500000,2024-11-22\nb,1500000,\n", options);
  EXPECT_TRUE(own.rows.starts_with("a,ok,330000,33000,")) << own.rows;
  EXPECT_NE(own.rows.find("b,ok,330000,66000,"), std::string::npos) << own.rows;
  options.defaults[Field::paid_on] = "30/02/2026";
  const auto wrong = run::list("id,income\na,1500000\n", options);
  ASSERT_EQ(wrong.refusals.size(), 1U);
  EXPECT_EQ(wrong.refusals[0].given, "30/02/2026");
}

TEST(Rows, ARefusalSaysWhereAndWhat) {
  const auto outcome = run::list(
      "note,id,paid_on,income\n"
      "\n"
      "\"two\nlines\",a,2026-11-22,1500000\n"
      "x,b,2026-11-22,1.5\n"
      "\"two\nlines\",\"c \"\"d\"\"\",\"30/02/2026\",1500000\n"
      "y,e,2026-11-22,1400000\n");
  EXPECT_EQ(outcome.row_count, 4U);
  ASSERT_EQ(outcome.refusals.size(), 3U);
  EXPECT_EQ(outcome.refusals[0],
            (run::Refused{2, 5, "b", Errc::invalid_argument, Field::income, Hint::malformed, "1.5", ""}));
  EXPECT_EQ(outcome.refusals[1],
            (run::Refused{3, 6, "c \"d\"", Errc::invalid_argument, Field::paid_on, Hint::malformed, "30/02/2026", ""}));
  EXPECT_EQ(outcome.refusals[2].row, 4U);
  EXPECT_EQ(outcome.refusals[2].line, 8U);
  EXPECT_EQ(outcome.refusals[2].code, Errc::income_below_floor);
  EXPECT_EQ(outcome.refusals[2].given, "1400000");
  EXPECT_EQ(outcome.refusals[2].limit, "1500000");
  EXPECT_EQ(outcome.lines, 8U);
  const auto rows = cells_of(outcome.rows);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[2], (std::vector<std::string>{"two\nlines", "c \"d\"", "invalid_argument", "", "", "", "", "", "", "",
                                               "", "", ""}));
}

TEST(Rows, AWrongNumberOfCells) {
  const auto outcome = run::list(
      "id,paid_on,income,note\n"
      "a,2026-11-22\n"
      "b,2026-11-22,1500000,n,surplus,more\n"
      "c\n"
      "d,2026-11-22,1500000,n\n"
      "\"e\",\"2026-11-22\"\n");
  ASSERT_EQ(outcome.refusals.size(), 4U);
  for (const auto& refusal : outcome.refusals) {
    EXPECT_EQ(refusal.code, Errc::invalid_argument);
    EXPECT_EQ(refusal.field, Field::row);
    EXPECT_EQ(refusal.hint, Hint::cell_count);
    EXPECT_EQ(refusal.limit, "4");
  }
  EXPECT_EQ(outcome.refusals[0].given, "2");
  EXPECT_EQ(outcome.refusals[1].given, "6");
  EXPECT_EQ(outcome.refusals[2].given, "1");
  EXPECT_EQ(outcome.refusals[2].id, "c");
  const auto rows = cells_of(outcome.rows);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].at(0) + "/" + rows[0].at(1) + "/" + rows[0].at(2), "a//invalid_argument");
  EXPECT_EQ(rows[1].at(0) + "/" + rows[1].at(1) + "/" + rows[1].at(2), "b/n/invalid_argument");
  EXPECT_EQ(rows[3].at(2), "ok");
  for (const auto& row : rows) EXPECT_EQ(row.size(), 13U);
}

TEST(Rows, TextAfterAClosingQuote) {
  const auto outcome = run::list("id,paid_on,income,note\n\"a\"b,2026-11-22,1500000,n\nc,\"2026-11-22\" ,1500000,n\n");
  ASSERT_EQ(outcome.refusals.size(), 2U);
  for (const auto& refusal : outcome.refusals) {
    EXPECT_EQ(refusal.field, Field::row);
    EXPECT_EQ(refusal.hint, Hint::malformed);
  }
  EXPECT_EQ(cells_of(outcome.rows)[0].at(1), "n") << "the cells beside it are kept";
}

TEST(Rows, StrictRefusesWhatIsNotSettled) {
  const std::string list = "id,paid_on,income\na,2026-12-15,1500000\nb,2012-01-15,1480000\nc,2026-11-22,1500000\n";
  BatchOptions options;
  options.strict = true;
  const auto loose = run::list(list);
  const auto strict = run::list(list, options);
  EXPECT_EQ(loose.totals.all().count(Errc::ok), 3U);
  const auto loose_rows = cells_of(loose.rows);
  const auto strict_rows = cells_of(strict.rows);
  std::uint64_t refused = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string& flags = loose_rows[i].back();
    const bool open = flags.find("unsettled") != std::string::npos || flags.find("local_unknown") != std::string::npos;
    EXPECT_EQ(strict_rows[i].at(1), open ? "not_settled" : "ok") << i;
    if (open) ++refused;
  }
  EXPECT_NE(loose_rows[1].back().find("unsettled"), std::string::npos) << "contribution rates before 2016";
  EXPECT_EQ(strict.totals.all().count(Errc::not_settled), refused);
  EXPECT_EQ(strict.refusals.size(), refused);
  EXPECT_EQ(strict_rows[2].at(1), "ok");
}

TEST(Rows, OrderIsKept) {
  std::string list = "paid_on,income,id\n";
  constexpr int count = 20'000;  // several blocks
  for (int i = 0; i < count; ++i) {
    list += (i % 7 == 0 ? "30/02/2026,1500000," : "22/11/2026,1.500.000,") + std::to_string(i) + "\n";
  }
  const auto outcome = run::list(list);
  EXPECT_GT(outcome.tallies.size(), 1U) << "more than one block, or nothing is shown here";
  std::istringstream rows{outcome.rows};
  std::string row;
  for (int i = 0; i < count; ++i) {
    ASSERT_TRUE(std::getline(rows, row));
    ASSERT_TRUE(row.starts_with(std::to_string(i) + (i % 7 == 0 ? ",invalid_argument," : ",ok,"))) << row;
  }
  EXPECT_FALSE(std::getline(rows, row));
  for (std::size_t i = 0; i < outcome.refusals.size(); ++i) {
    ASSERT_EQ(outcome.refusals[i].row, i * 7 + 1);
    ASSERT_EQ(outcome.refusals[i].line, i * 7 + 2);
    ASSERT_EQ(outcome.refusals[i].id, std::to_string(i * 7));
  }
}

}  // namespace
