// `ansinh batch`: rows in, rows out, totals, refusals, exit codes.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

const std::string result_columns =
    "status,contribution,central_support,local_top_up,province_top_up,locality_top_up,other_support,participant_share,"
    "months,supported_months,flags";
const std::string two_rows =
    "id,paid_on,income,groups,name\n"
    "a,2026-11-22,1500000,near_poor,\"An, the first\"\n"
    "b,2024-11-22,1.500.000,near_poor,Bình\n";
const std::string two_answers = "id,name," + result_columns +
                                "\n"
                                "a,\"An, the first\",ok,330000,132000,0,0,0,0,198000,1,1,\n"
                                "b,Bình,ok,330000,82500,0,0,0,0,247500,1,1,\n";
const std::string one_wrong_row =
    "id,paid_on,income\n"
    "a,2026-11-22,1500000\n"
    "b,2026-11-22,1400000\n";

std::string sample(const char* name) { return std::string{EXAMPLES_DIR "/"} + name; }

TEST(Batch, StandardInputToStandardOutput) {
  const Outcome done = run({"batch", "-"}, two_rows);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(done.out, two_answers);
  EXPECT_NE(done.err.find("660.000 đ"), std::string::npos) << done.err;
}

TEST(Batch, FileToFile) {
  const Folder folder;
  write_file(folder.path("in.csv"), two_rows);
  const Outcome done = run({"batch", folder.path("in.csv"), "-o", folder.path("out.csv")});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(file_bytes(folder.path("out.csv")), two_answers);
  EXPECT_FALSE(exists(folder.path("out.csv.part")));
}

TEST(Batch, ReplacesItsOwnInputOnlyAtTheEnd) {
  const Folder folder;
  write_file(folder.path("list.csv"), two_rows);
  EXPECT_EQ(run({"batch", folder.path("list.csv"), "-o", folder.path("list.csv")}).exit_code, 0);
  EXPECT_EQ(file_bytes(folder.path("list.csv")), two_answers);
}

TEST(Batch, ARefusedRowEndsWith3AndKeepsItsPlace) {
  const Folder folder;
  const Outcome done = run({"batch", "-", "-o", folder.path("out.csv"), "--lang", "en"}, one_wrong_row);
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_EQ(file_bytes(folder.path("out.csv")), "id," + result_columns +
                                                    "\na,ok,330000,66000,0,0,0,0,264000,1,1,\n"
                                                    "b,income_below_floor,,,,,,,,,,\n");
  // Row, id, reason, given, limit, day and provision on one line; then the count of the reason.
  const std::vector<std::string> said = lines(done.err);
  ASSERT_GE(said.size(), 3U);
  for (const char* part :
       {"row 2", "id b", "income_below_floor", "1.400.000 đ", "1.500.000 đ", "2026-11-22", "art. "}) {
    EXPECT_NE(said[0].find(part), std::string::npos) << part << " in " << said[0];
  }
  EXPECT_EQ(said[1], "2 rows: 1 priced, 1 refused");
  EXPECT_EQ(said[2].substr(0, 22), "  1 income_below_floor");
}

TEST(Batch, TellsTwentyRefusalsAndCountsTheRest) {
  std::string input = "paid_on,income\n";
  for (int i = 0; i < 27; ++i) input += "2026-11-22,1\n";
  const Folder folder;
  const Outcome done = run({"batch", "-", "--lang", "en", "--refusals", folder.path("refused")}, input);
  EXPECT_EQ(done.exit_code, 3);
  const std::vector<std::string> said = lines(done.err);
  ASSERT_EQ(said.size(), 20U + 1U + 2U + 5U);
  EXPECT_EQ(said[19].substr(0, 17), "row 20 (file: 21)");
  EXPECT_EQ(said[20], "and 7 more refused rows");
  EXPECT_EQ(lines(file_bytes(folder.path("refused"))).size(), 27U);
}

TEST(Batch, RefusalsAreLinesOfJson) {
  const Folder folder;
  const std::string input = "id,paid_on,income\n\"x\"\"\ny\",2026-11-22,1400000\nz,2026-11-22,1.5\n";
  const Outcome done = run({"batch", "-", "--refusals", folder.path("refused.jsonl")}, input);
  EXPECT_EQ(done.exit_code, 3);
  const std::vector<std::string> rows = lines(file_bytes(folder.path("refused.jsonl")));
  ASSERT_EQ(rows.size(), 2U);
  const auto first = parsed(rows[0]);
  EXPECT_EQ(number_at(first, "row"), 1);
  EXPECT_EQ(number_at(first, "line"), 2);
  EXPECT_EQ(text_at(first, "id"), "x\"\ny");
  EXPECT_EQ(text_at(first, "field"), "income");
  EXPECT_EQ(text_at(first, "status"), "income_below_floor");
  EXPECT_EQ(number_at(first, "limit"), 1500000);
  EXPECT_EQ(text_at(first, "day"), "2026-11-22");
  const auto second = parsed(rows[1]);
  EXPECT_EQ(number_at(second, "row"), 2);
  EXPECT_EQ(number_at(second, "line"), 4);
  EXPECT_EQ(text_at(second, "status"), "invalid_argument");
  EXPECT_EQ(text_at(second, "given"), "1.5");
  EXPECT_FALSE(exists(folder.path("refused.jsonl.part")));
  // The id of a refused row cannot break the line that tells of it.
  EXPECT_EQ(done.err.find("x\"\ny"), std::string::npos);
}

TEST(Batch, AnUnreadableRowIsAlwaysNamed) {
  std::string input = "id,paid_on,income\n";
  for (int i = 0; i < 30; ++i) input += "n,2026-11-22,1\n";
  input += "\xFF,2026-11-22,1500000\n";
  input += std::string{"nul"} + '\0' + ",2026-11-22,1500000\n";
  const Outcome done = run({"batch", "-", "--lang", "en"}, input);
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_EQ(lines(done.out).size(), 1U + 32U);
  EXPECT_NE(done.err.find("row 31 (file: 32): invalid_argument"), std::string::npos) << done.err;
  EXPECT_NE(done.err.find("row 32 (file: 33): invalid_argument"), std::string::npos) << done.err;
  EXPECT_NE(done.err.find("and 10 more refused rows"), std::string::npos) << done.err;
}

TEST(Batch, JsonOnStandardError) {
  const Outcome done = run({"batch", "-", "--format", "json"}, one_wrong_row);
  EXPECT_EQ(done.exit_code, 3);
  const std::vector<std::string> said = lines(done.err);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(text_at(parsed(said[0]), "status"), "income_below_floor");
  EXPECT_EQ(number_at(parsed(said[1]), "rows"), 2);
}

TEST(Batch, StrictRefusesRowsThatAreNotSettled) {
  const std::string input = "paid_on,income,province\n2026-11-22,1500000,25\n2026-11-22,1500000,\n";
  EXPECT_EQ(run({"batch", "-"}, input).exit_code, 0);
  const Outcome strict = run({"batch", "-", "--strict"}, input);
  EXPECT_EQ(strict.exit_code, 3);
  EXPECT_EQ(lines(strict.out)[1], "not_settled,,,,,,,,,,");
  EXPECT_EQ(lines(strict.out)[2].substr(0, 3), "ok,");
}

TEST(Batch, OptionsServeEmptyCells) {
  const std::string input = "income,province,paid_on\n1500000,,\n1500000,22,22/11/2024\n";
  const Outcome done = run({"batch", "-", "--paid-on", "2026-11-22", "--province", "01"}, input);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(lines(done.out)[1], "ok,330000,66000,33000,33000,0,0,231000,1,1,");
  EXPECT_EQ(lines(done.out)[2], "ok,330000,33000,66000,66000,0,0,231000,1,1,");
  // Neither a column nor an option: nothing to do.
  EXPECT_EQ(run({"batch", "-"}, "income\n1500000\n").exit_code, 2);
  // An option's value is read like a cell.
  const Outcome malformed = run({"batch", "-", "--paid-on", "2026-02-30"}, "income\n1500000\n");
  EXPECT_EQ(malformed.exit_code, 3);
  EXPECT_EQ(lines(malformed.out)[1].substr(0, 17), "invalid_argument,");
  const Outcome place = run({"batch", "-", "--paid-on", "2024-11-22", "--former-province", "01", "--locality", "004"},
                            "income,groups\n1500000,poor\n");
  EXPECT_EQ(lines(place.out)[1].substr(0, 40), "ok,330000,99000,231000,99000,132000,0,0,");
}

TEST(Batch, TotalsBreakDownByColumns) {
  const Folder folder;
  const std::string input =
      "paid_on,income,village,groups,province,locality\n"
      "2026-11-22,1500000,A,near_poor,,\n"
      "2026-11-22,1500000,B,,01,\n"
      "2024-11-22,1500000,A,poor,01,004\n"
      "2024-11-22,1400000,B,poor,,\n";
  const Outcome done =
      run({"batch", "-", "--totals", folder.path("t.json"), "--by", "village", "--by", "groups"}, input);
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_FALSE(exists(folder.path("t.json.part")));
  const auto totals = parsed(file_bytes(folder.path("t.json")));
  EXPECT_EQ(number_at(totals, "rows"), 4);
  EXPECT_EQ(number_at(at(totals, "status"), "ok"), 3);
  EXPECT_EQ(number_at(at(totals, "status"), "income_below_floor"), 1);
  EXPECT_EQ(text_at(at(totals, "sums"), "contribution"), "990000");
  EXPECT_EQ(text_at(at(totals, "sums"), "central_support"), std::to_string(132000 + 66000 + 99000));
  EXPECT_EQ(text_at(at(totals, "by_source"), "budget"), std::to_string(33000 + 99000));
  EXPECT_EQ(text_at(at(totals, "by_source"), "fund"), "132000");
  EXPECT_EQ(member_names(at(totals, "by")), (std::vector<std::string>{"village", "groups"}));
  const auto& village = at(at(totals, "by"), "village");
  EXPECT_EQ(text_at(at(at(village, "A"), "sums"), "participant_share"), std::to_string(198000 + 0));
  EXPECT_EQ(number_at(at(village, "B"), "rows"), 2);
  EXPECT_EQ(number_at(at(at(village, "B"), "status"), "ok"), 1);
  // The totals say it all; the sums are not said twice.
  EXPECT_EQ(done.err.find("330.000 đ"), std::string::npos) << done.err;
}

TEST(Batch, ByWithoutTotalsIsSaidOnStandardError) {
  const Outcome done = run({"batch", "-", "--by", "groups"}, two_rows);
  EXPECT_EQ(done.exit_code, 0);
  const auto totals = parsed(lines(done.err).back());
  EXPECT_EQ(number_at(at(at(at(totals, "by"), "groups"), "near_poor"), "rows"), 2);
}

TEST(Batch, AHeaderThatDoesNotServeEndsWith2AndWritesNothing) {
  const std::vector<std::string> headers{
      "",
      "paid_on\n2026-11-22\n",
      "paid_on,income,Income\n",
      "paid_on,income,status\n",
      "paid_on,income,\"open\n",
      "paid_on,income,\"closed\"again\n",
      "paid_on,inc\xFFome\n",
      std::string{"paid_on,income,n\0l\n", 19},
  };
  for (const std::string& input : headers) {
    for (const char* language : {"vi", "en"}) {
      const Folder folder;
      const Outcome done =
          run({"batch", "-", "-o", folder.path("out"), "--totals", folder.path("t"), "--lang", language}, input);
      EXPECT_EQ(done.exit_code, 2) << input;
      EXPECT_EQ(done.err.substr(0, 8), "ansinh: ") << done.err;
      EXPECT_FALSE(exists(folder.path("out")) || exists(folder.path("out.part"))) << input;
      EXPECT_FALSE(exists(folder.path("t")) || exists(folder.path("t.part"))) << input;
    }
  }
  const Folder folder;
  EXPECT_EQ(run({"batch", "-", "-o", folder.path("out"), "--by", "commune"}, two_rows).exit_code, 2);
  EXPECT_FALSE(exists(folder.path("out")) || exists(folder.path("out.part")));
}

TEST(Batch, WhatCannotBeOpenedEndsWith2AndWritesNothing) {
  const Folder folder;
  EXPECT_EQ(run({"batch", folder.path("no such.csv")}).exit_code, 2);
  EXPECT_EQ(run({"batch", folder.path("")}).exit_code, 2);
  EXPECT_EQ(run({"batch", "-", "-o", folder.path("no such folder/out.csv")}, two_rows).exit_code, 2);
  EXPECT_EQ(
      run({"batch", "-", "-o", folder.path("out"), "--totals", folder.path("no such folder/t")}, two_rows).exit_code,
      2);
  EXPECT_FALSE(exists(folder.path("out")) || exists(folder.path("out.part")));
  EXPECT_EQ(run({"batch", "-", "-o", folder.path("one"), "--totals", folder.path("one")}, two_rows).exit_code, 2);
  EXPECT_FALSE(exists(folder.path("one")) || exists(folder.path("one.part")));
}

TEST(Batch, AHeaderWithoutRowsIsAnEmptyAnswer) {
  const Outcome done = run({"batch", "-", "--lang", "en"}, "paid_on,income");
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(done.out, result_columns + '\n');
  EXPECT_EQ(lines(done.err).front(), "0 rows: 0 priced, 0 refused");
}

TEST(Batch, ByteOrderMarkSemicolonsTabsAndCrlf) {
  const Outcome semicolon = run({"batch", "-"}, "\xEF\xBB\xBFpaid_on;income\r\n2026-11-22;1500000\r\n");
  EXPECT_EQ(semicolon.exit_code, 0);
  EXPECT_EQ(lines(semicolon.out)[1], "ok;330000;66000;0;0;0;0;264000;1;1;");
  const Outcome tab = run({"batch", "-"}, "paid_on\tincome\n2026-11-22\t1500000");
  EXPECT_EQ(lines(tab.out)[1], "ok\t330000\t66000\t0\t0\t0\t0\t264000\t1\t1\t");
}

// ------------------------------------------------------------------------------------------ the sample list

TEST(Sample, AnswersAreTheCommittedOnes) {
  const Outcome done = run({"batch", sample("participants.csv")});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_EQ(done.out, file_bytes(sample("participants.out.csv")));
}

TEST(Sample, RefusesExactlyTheDocumentedRows) {
  std::map<std::string, std::string> documented;
  for (const std::string& line : lines(file_bytes(sample("README.md")))) {
    if (line.substr(0, 3) == "| P") documented[line.substr(2, 4)] = line.substr(9, line.find(' ', 9) - 9);
  }
  ASSERT_EQ(documented.size(), 12U);
  std::map<std::string, std::string> refused;
  const Folder folder;
  EXPECT_EQ(run({"batch", sample("participants.csv"), "--refusals", folder.path("refused")}).exit_code, 3);
  for (const std::string& line : lines(file_bytes(folder.path("refused")))) {
    const auto row = parsed(line);
    refused[text_at(row, "id")] = text_at(row, "status");
  }
  EXPECT_EQ(refused, documented);
}

// A row of the sample's answers: its cells, the quoted ones before `status` skipped.
std::vector<std::string> result_cells(const std::string& line) {
  std::vector<std::string> cells;
  std::string cell;
  bool quoted = false;
  for (const char c : line + ',') {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted) {
      cells.push_back(cell);
      cell.clear();
    } else {
      cell += c;
    }
  }
  return {cells.begin() + 3, cells.end()};
}

TEST(Sample, PartsAddUpInEveryRowAndInTheTotals) {
  const Folder folder;
  const Outcome done = run({"batch", sample("participants.csv"), "--totals", folder.path("t.json")});
  const std::vector<std::string> rows = lines(done.out);
  ASSERT_EQ(rows.size(), 301U);
  std::map<std::string, std::int64_t> sums;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string> cells = result_cells(rows[i]);
    ASSERT_EQ(cells.size(), 11U) << rows[i];
    if (cells[0] != "ok") continue;
    const std::int64_t contribution = std::stoll(cells[1]), central = std::stoll(cells[2]),
                       local = std::stoll(cells[3]), province = std::stoll(cells[4]), locality = std::stoll(cells[5]),
                       other = std::stoll(cells[6]), participant = std::stoll(cells[7]);
    EXPECT_EQ(contribution, central + local + other + participant) << rows[i];
    EXPECT_EQ(local, province + locality) << rows[i];
    for (const std::int64_t part : {central, local, province, locality, other, participant}) EXPECT_GE(part, 0);
    sums["contribution"] += contribution;
    sums["central_support"] += central;
    sums["local_top_up"] += local;
    sums["province_top_up"] += province;
    sums["locality_top_up"] += locality;
    sums["other_support"] += other;
    sums["participant_share"] += participant;
  }
  const auto totals = parsed(file_bytes(folder.path("t.json")));
  EXPECT_EQ(at(totals, "sums").MemberCount(), sums.size());
  for (const auto& [part, sum] : sums)
    EXPECT_EQ(text_at(at(totals, "sums"), part.c_str()), std::to_string(sum)) << part;
}

}  // namespace
}  // namespace program_test
