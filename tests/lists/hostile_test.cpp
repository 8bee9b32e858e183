// Inputs that are cut short, far too long, or no text at all.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "run_list.hpp"

namespace {

using ansinh::Batch;
using ansinh::Errc;
using ansinh::Field;
using ansinh::Hint;

const std::string header = "id,paid_on,income\n";
const std::string good = "g,2026-11-22,1500000\n";
constexpr std::string_view good_answer = "g,ok,330000,66000,0,0,0,0,264000,1,1,\n";
constexpr std::string_view unreadable_answer = ",invalid_argument,,,,,,,,,,\n";

void expect_refused_in_place(const std::string& row, Hint hint) {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 16, std::size_t{1} << 30}) {
    if (piece < 100 && row.size() > 1'000'000) continue;
    const auto outcome = run::list(header + good + row + good, {}, run::pieces_of(piece));
    ASSERT_FALSE(outcome.header_fault);
    EXPECT_EQ(outcome.rows, std::string{good_answer} + std::string{unreadable_answer} + std::string{good_answer});
    ASSERT_EQ(outcome.refusals.size(), 1U);
    const auto& refusal = outcome.refusals[0];
    EXPECT_EQ(refusal.row, 2U);
    EXPECT_EQ(refusal.line, 3U);
    EXPECT_EQ(refusal.id, "");
    EXPECT_EQ(refusal.code, Errc::invalid_argument);
    EXPECT_EQ(refusal.field, Field::row);
    EXPECT_EQ(refusal.hint, hint);
    EXPECT_EQ(outcome.row_count, 3U);
    EXPECT_FALSE(outcome.quote_left_open);
  }
}

TEST(Hostile, ANulByte) {
  using namespace std::string_literals;
  expect_refused_in_place("a\0b,2026-11-22,1500000\n"s, Hint::nul_byte);
  expect_refused_in_place("a,2026-11-22,1500000\0\n"s, Hint::nul_byte);
  expect_refused_in_place("\0\n"s, Hint::nul_byte);
  expect_refused_in_place("\"a\0b\",2026-11-22,1500000\n"s, Hint::nul_byte);
  expect_refused_in_place("a,b,c,d,\0\n"s, Hint::nul_byte);
}

TEST(Hostile, InvalidUtf8) {
  const std::vector<std::string> invalid{"\x80",
                                         "\xBF",
                                         "\xC0\x80",
                                         "\xC1\xBF",
                                         "\xC2",
                                         "\xC2\x41",
                                         "\xE0\x80\x80",
                                         "\xE0\x9F\xBF",
                                         "\xE1\x80",
                                         "\xED\xA0\x80",
                                         "\xED\xBF\xBF",
                                         "\xEF\xBF",
                                         "\xF0\x80\x80\x80",
                                         "\xF0\x8F\xBF\xBF",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80",
                                         "\xF8\x88\x80\x80\x80",
                                         "\xFE",
                                         "\xFF",
                                         "\xE1\x80\x41",
                                         "\xF1\x80\x80",
                                         "1234567\xC3",
                                         "12345678\xE1\xBB"};
  for (const std::string& bytes : invalid) {
    expect_refused_in_place(bytes + ",2026-11-22,1500000\n", Hint::invalid_utf8);
    expect_refused_in_place("a,2026-11-22," + bytes + "\n", Hint::invalid_utf8);
    expect_refused_in_place("\"" + bytes + "\",2026-11-22,1500000\n", Hint::invalid_utf8);
  }
}

// Every two-byte sequence and the edges of the longer ones, against the definition (Unicode table 3-7).
TEST(Hostile, ValidUtf8AtTheEdges) {
  const auto accepted = [](const std::string& bytes) {
    const auto outcome = run::list(header + bytes + ",2026-11-22,1500000\n");
    return outcome.refusals.empty();
  };
  for (unsigned first = 0x80; first < 0x100; ++first) {
    for (unsigned second = 0x7F; second < 0x101; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second & 0xFF)};
      if ((second & 0xFF) == 0) continue;
      const bool valid = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      EXPECT_EQ(accepted(bytes), valid) << first << " " << second;
    }
  }
  for (const char* bytes : {"\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80",
                            "\xF4\x8F\xBF\xBF", "\xF3\xBF\xBF\xBF", "\xE1\xBA\xBF", "\xC4\x91"}) {
    EXPECT_TRUE(accepted(bytes)) << bytes;
  }
}

TEST(Hostile, ARowOfTwentyMegabytes) {
  expect_refused_in_place("a," + std::string(20'000'000, 'x') + ",1500000\n", Hint::too_long);
  expect_refused_in_place("a," + std::string(20'000'000, 'x') + ",1500000\r\n", Hint::too_long);
}

TEST(Hostile, TheLongestRowThatIsRead) {
  const std::string tail = ",2026-11-22,1500000";
  for (const char* line_end : {"\n", "\r\n"}) {
    for (const std::size_t piece : {std::size_t{1} << 16, std::size_t{99'991}, std::size_t{1} << 30}) {
      std::string longest = std::string(Batch::max_row_bytes - tail.size(), 'x') + tail + line_end;
      const auto read = run::list(header + longest + good, {}, run::pieces_of(piece));
      EXPECT_TRUE(read.refusals.empty());
      EXPECT_EQ(read.totals.all().count(Errc::ok), 2U);
      longest.insert(0, 1, 'x');
      const auto refused = run::list(header + longest + good, {}, run::pieces_of(piece));
      ASSERT_EQ(refused.refusals.size(), 1U);
      EXPECT_EQ(refused.refusals[0].hint, Hint::too_long);
      EXPECT_EQ(refused.refusals[0].limit, std::to_string(Batch::max_row_bytes));
      EXPECT_EQ(refused.totals.all().count(Errc::ok), 1U);
    }
  }
}

// A long row is dropped as it comes, so that the caller's pieces are all that is held; its quotes still decide where it
// ends, and its lines still count.
TEST(Hostile, ALongRowWithLineFeedsInQuotes) {
  std::string row = "a,\"";
  while (row.size() < (std::size_t{17} << 20)) row += "line\n\"\"quoted\"\",\n";
  row += "\",x\n";
  std::uint64_t lines = 0;
  for (const char c : row) lines += c == '\n';
  for (const std::size_t piece : {std::size_t{1} << 12, std::size_t{1} << 20, std::size_t{1} << 30}) {
    const auto outcome = run::list(header + row + "b,x,1\n", {}, run::pieces_of(piece));
    ASSERT_EQ(outcome.refusals.size(), 2U);
    EXPECT_EQ(outcome.refusals[0].hint, Hint::too_long);
    EXPECT_EQ(outcome.refusals[0].given, std::to_string(row.size() - 1));
    EXPECT_EQ(outcome.refusals[1].line, 2 + lines);
    EXPECT_EQ(outcome.refusals[1].id, "b");
  }
}

TEST(Hostile, AQuoteLeftOpen) {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{5}, std::size_t{1000}}) {
    const auto outcome = run::list(header + good + "\"a,2026-11-22,1500000\n" + good + good, {}, run::pieces_of(piece));
    EXPECT_TRUE(outcome.quote_left_open);
    EXPECT_EQ(outcome.rows, good_answer) << "what came before it is priced";
    const auto closed = run::list(header + good + "\"a\"", {}, run::pieces_of(piece));
    EXPECT_FALSE(closed.quote_left_open);
    EXPECT_EQ(closed.row_count, 2U);
  }
  const auto endless =
      run::list(header + good + "\"" + std::string(std::size_t{18} << 20, 'x'), {}, run::pieces_of(1 << 20));
  EXPECT_TRUE(endless.quote_left_open);
  EXPECT_EQ(endless.rows, good_answer);
}

// Cut off anywhere, a list gives a row for every line begun, and never a wrong amount: what is left of the last row is
// either refused or is itself a legal row.
TEST(Hostile, ATruncatedFile) {
  const std::string list = header + good + good + "last,2026-11-22,1500000";
  for (std::size_t size = header.size(); size <= list.size(); ++size) {
    const auto outcome = run::list(list.substr(0, size));
    ASSERT_FALSE(outcome.header_fault);
    const std::string body = list.substr(header.size(), size - header.size());
    std::uint64_t rows = 0;
    for (const char c : body) rows += c == '\n';
    if (!body.empty() && body.back() != '\n') ++rows;
    EXPECT_EQ(outcome.row_count, rows) << size;
    EXPECT_EQ(outcome.totals.all().rows, rows);
    EXPECT_LE(outcome.refusals.size(), 1U);
  }
}

TEST(Hostile, ALastRowTooLongWithoutLineEnd) {
  const auto outcome = run::list(header + good + std::string(std::size_t{18} << 20, 'x'), {}, run::pieces_of(1 << 16));
  EXPECT_EQ(outcome.rows, std::string{good_answer} + std::string{unreadable_answer});
  ASSERT_EQ(outcome.refusals.size(), 1U);
  EXPECT_EQ(outcome.refusals[0].hint, Hint::too_long);
  EXPECT_EQ(outcome.lines, 3U);
}

// Work must grow with the size of the input, not with its square: quotes and blank lines by the million.
TEST(Hostile, ManyQuotesAndBlankLines) {
  std::string quotes = header + "\"";
  for (int i = 0; i < 1'000'000; ++i) quotes += "\"\"";
  quotes += "\",x,y\n";
  EXPECT_EQ(run::list(quotes, {}, run::pieces_of(1 << 16)).row_count, 1U);
  std::string stray = header;
  for (int i = 0; i < 1'000'000; ++i) stray += "a\"";
  for (int i = 0; i < 9'000'000; ++i) stray += "a\"";
  stray += "\n";
  EXPECT_EQ(run::list(stray, {}, run::pieces_of(1 << 20)).refusals.at(0).hint, Hint::too_long);
  EXPECT_EQ(run::list(std::string(2'000'000, '\n') + header + std::string(2'000'000, '\n') + good).row_count, 1U);
}

// A row of two bytes under the widest header: the answer is far longer than the row, and still comes in bounded blocks.
TEST(Hostile, ShortRowsUnderAWideHeader) {
  std::string wide = "paid_on,income";
  for (std::size_t i = 2; i < Batch::max_columns; ++i) wide += ",c" + std::to_string(i);
  wide += '\n';
  std::string rows;
  for (int i = 0; i < 10'000; ++i) rows += "a\n";
  ansinh::BatchInput input{ansinh::built_in_rules(), {}};
  ansinh::Block block;
  ansinh::PricedBlock priced;
  std::uint64_t count = 0;
  std::size_t largest = 0;
  const auto price = [&] {
    ansinh::Totals totals = input.batch()->totals();
    input.batch()->price(block, priced, totals);
    count += priced.rows;
    largest = std::max(largest, priced.output.size());
  };
  const std::string list = wide + rows;
  std::string_view rest = list;
  while (input.take(rest, block)) price();
  while (input.finish(block)) price();
  EXPECT_EQ(count, 10'000U);
  EXPECT_LE(largest, std::size_t{80} << 20);
}

}  // namespace
