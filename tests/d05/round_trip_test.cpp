// Written, read and checked: nothing of 100,000 random participants is lost or found wrong.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <random>

#include "d05_list.hpp"
#include "plain_csv.hpp"

namespace d05 {
namespace {

using ansinh::BatchOptions;

class Participants {
 public:
  std::string next() {
    const auto year = 2008 + below(23);
    std::string text = std::to_string(below(900'000'000'000) + 100'000'000'000) + ',';
    text += std::to_string(1 + below(28)) + '/' + std::to_string(1 + below(12)) + '/' + std::to_string(year) + ',';
    // Floors and ceilings change with the day: most of these incomes are lawful on most days, the others are refused.
    text += std::to_string(1'500'000 + 50'000 * below(year < 2016 ? 100 : 400)) + ',';
    text += term(year) + ',';
    text += one_of(groups) + ',';
    text += place() + ',';
    text += below(3) == 0 ? std::to_string(below(121)) : "";
    text += ',';
    text += below(4) == 0 ? std::to_string(below(24)) : "";
    text += ',';
    text += below(5) == 0 ? std::to_string(below(500'000)) : "";
    text += ',';
    text += below(6) == 0 ? (below(2) == 0 ? "nominal" : "compounded") : "";
    text += ',';
    text += below(2) == 0 ? "0,00" + std::to_string(1 + below(9)) : "";
    return text + '\n';
  }

  static constexpr const char* header =
      "participant_number,paid_on,income,term,groups,province,former_province,locality,months_supported,"
      "local_months_used,other_support,th_support,fund_return_rate\n";

 private:
  static constexpr std::array<const char*, 9> groups{"",
                                                     "poor",
                                                     "near_poor",
                                                     "island",
                                                     "ethnic_minority",
                                                     "poor|near_poor",
                                                     "informal_worker",
                                                     "escaped_near_poor",
                                                     "near_poor|security_force"};
  static constexpr std::array<const char*, 9> places{",,",   "01,,",    "22,,", "56,,",  "42,,",
                                                     "66,,", "01,,004", ",20,", "25,17,"};

  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  template <std::size_t n>
  std::string one_of(const std::array<const char*, n>& choices) {
    return choices[below(n)];
  }
  std::string place() { return one_of(places); }
  std::string term(std::uint64_t year) {
    switch (below(8)) {
      case 0: return "3";
      case 1: return "6";
      case 2: return year < 2016 ? "1" : "12";
      case 3: return "VS" + std::to_string(2 + below(4));
      case 4: return "TH" + std::to_string(1 + below(60));
      default: return "1";
    }
  }

  std::mt19937_64 random_{20261122};
};

TEST(RoundTrip, OfRandomParticipantsIsClean) {
  constexpr std::uint64_t wanted = 100'000;
  Participants participants;
  std::string list = Participants::header;
  for (std::uint64_t i = 0; i < 4 * wanted; ++i) list += participants.next();

  BatchOptions writing;
  writing.write = BatchOptions::Write::d05;
  const run::Outcome written = run::list(list, writing);
  const std::uint64_t rows = written.row_count - written.refusals.size();
  ASSERT_GE(rows, wanted);

  const run::Outcome read = run::list(written.header + written.rows + written.footer);
  ASSERT_FALSE(read.header_fault.has_value());
  EXPECT_EQ(read.row_count, rows);
  EXPECT_TRUE(read.refusals.empty());
  for (std::size_t i = 0; i < read.refusals.size() && i < 5; ++i) {
    ADD_FAILURE() << name(read.refusals[i].code) << ' ' << read.refusals[i].given << ' ' << read.refusals[i].row;
  }
  EXPECT_EQ(read.totals.all().check_disagreements, 0U);
  // The same amounts, to the dong, and the same flags, row by row: the list answers as the participants did.
  const run::Outcome answers = run::list(list);
  EXPECT_EQ(read.totals.all().contribution, answers.totals.all().contribution);
  EXPECT_EQ(read.totals.all().participant_share, answers.totals.all().participant_share);
  const plain::Csv given = plain::read_csv(answers.rows, ',');
  const plain::Csv back = plain::read_csv(read.rows, ';');
  const plain::Csv header = plain::read_csv(read.header, ';');
  const std::size_t check = header.rows[0].cells.size() - 1;
  std::size_t at = 0, cut = 0;
  for (const auto& answer : given.rows) {
    if (answer.cells[1] != "ok") continue;
    ASSERT_LT(at, back.rows.size());
    const auto& cells = back.rows[at++].cells;
    // status, amounts and months; then flags: support by others that was cut is listed as it was cut.
    for (std::size_t i = 0; i < 10; ++i) ASSERT_EQ(cells[17 + i], answer.cells[1 + i]) << at << ' ' << i;
    if (answer.cells[11].find("support_cut") == std::string::npos) {
      ASSERT_EQ(cells[27], answer.cells[11]) << at;
    } else {
      ++cut;
    }
    ASSERT_TRUE(cells[check] == "ok" || cells[check] == "local_top_up: unknown") << at << ' ' << cells[check];
  }
  EXPECT_EQ(at, back.rows.size());
  EXPECT_GT(cut, 0U);
}

}  // namespace
}  // namespace d05
