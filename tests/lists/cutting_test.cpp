// However an input is cut into pieces, the answer is the same; and it is what a plain reader of CSV makes of it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "plain_csv.hpp"
#include "run_list.hpp"

namespace {

using ansinh::Errc;

// Rows built of the pieces of which trouble is made, so that quotes, line ends and delimiters meet in every way.
std::string list_of(const std::vector<std::uint8_t>& picks) {
  static const std::vector<std::string> parts{"\"",
                                              "\"\"",
                                              "\n",
                                              "\r\n",
                                              "\r",
                                              ",",
                                              ";",
                                              "a",
                                              "2026-11-22,1500000,",
                                              "1.500.000",
                                              "\"x,y\"",
                                              " ",
                                              "\t",
                                              "\n2026-11-22,1500000,z\n",
                                              "\"l1\nl2\"",
                                              "ễ",
                                              "\xFF",
                                              std::string(1, '\0'),
                                              "22/11/2026,1500000,\"q\"\n",
                                              "near_poor",
                                              "longer than eight bytes"};
  std::string list = "paid_on,income,id\n";
  for (const std::uint8_t pick : picks) list += parts[pick % parts.size()];
  return list;
}

void expect_same(const run::Outcome& a, const run::Outcome& b) {
  RC_ASSERT(a.header_fault.has_value() == b.header_fault.has_value());
  RC_ASSERT(a.header == b.header);
  RC_ASSERT(a.rows == b.rows);
  RC_ASSERT(a.refusals == b.refusals);
  RC_ASSERT(a.row_count == b.row_count);
  RC_ASSERT(a.lines == b.lines);
  RC_ASSERT(a.quote_left_open == b.quote_left_open);
  RC_ASSERT(a.totals.json("") == b.totals.json(""));
}

TEST(Cutting, PiecesDoNotMatter) {
  EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& picks, const std::vector<std::uint8_t>& sizes) {
    const std::string list = list_of(picks);
    std::size_t at = 0;
    const auto next = [&]() -> std::size_t { return sizes.empty() ? 1 : 1 + sizes[at++ % sizes.size()] % 40; };
    const auto whole = run::list(list);
    expect_same(whole, run::list(list, {}, next));
    expect_same(whole, run::list(list, {}, run::pieces_of(1)));
  }));
}

// Pieces and blocks together: a list of several blocks, whose rows straddle them.
TEST(Cutting, BlocksDoNotMatter) {
  EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& picks) {
    std::string unit = list_of(picks).substr(18) + "\n";
    // An odd number of quotes would quote every second copy; those lists are the other property's.
    if (plain::read_csv(unit, ',').quote_left_open) unit = "2026-11-22,1500000,\"a\nb\"\n";
    std::string list = "paid_on,income,id\n";
    while (list.size() < 600'000) list += unit;
    const auto outcome = run::list(list, {}, run::pieces_of(77'777));
    const auto same = run::list(list, {}, run::pieces_of(1 << 20));
    RC_ASSERT(outcome.tallies.size() > 1U);
    expect_same(outcome, same);
    RC_ASSERT(outcome.row_count == plain::read_csv(list, ',').rows.size() - 1);
  }));
}

TEST(Cutting, RowsAreThoseOfAPlainReader) {
  EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& picks) {
    const std::string list = list_of(picks);
    const plain::Csv in = plain::read_csv(list, ',');
    const auto outcome = run::list(list);
    RC_ASSERT(outcome.quote_left_open == in.quote_left_open);
    const plain::Csv out = plain::read_csv(outcome.rows, ',');
    RC_ASSERT(!out.quote_left_open);
    RC_ASSERT(out.rows.size() == in.rows.size() - 1);
    RC_ASSERT(outcome.row_count == out.rows.size());
    std::size_t refused = 0;
    for (std::size_t i = 0; i < out.rows.size(); ++i) {
      const plain::Row& row = in.rows[i + 1];
      const auto& cells = out.rows[i].cells;
      RC_ASSERT(cells.size() == 12U);
      RC_ASSERT(!out.rows[i].malformed);
      const bool ok = cells[1] == "ok";
      if (!ok) {
        RC_ASSERT(refused < outcome.refusals.size());
        const run::Refused& refusal = outcome.refusals[refused++];
        RC_ASSERT(refusal.row == i + 1);
        RC_ASSERT(refusal.line == row.line);
        RC_ASSERT(name(refusal.code) == cells[1]);
        if (refusal.hint == ansinh::Hint::nul_byte || refusal.hint == ansinh::Hint::invalid_utf8) {
          RC_ASSERT(cells[0].empty());
          RC_ASSERT(
              (row.bytes.find('\0') != std::string_view::npos || row.bytes.find('\xFF') != std::string_view::npos));
          continue;
        }
        RC_ASSERT((refusal.hint == ansinh::Hint::cell_count) == (row.cells.size() != 3));
      }
      if (ok) RC_ASSERT((row.cells.size() == 3 && !row.malformed));
      RC_ASSERT(cells[0] == (row.cells.size() > 2 ? row.cells[2] : std::string{}));
    }
    RC_ASSERT(refused == outcome.refusals.size());
    RC_ASSERT(outcome.totals.all().rows == outcome.row_count);
    RC_ASSERT(outcome.totals.all().count(Errc::ok) == outcome.row_count - refused);
  }));
}

}  // namespace
