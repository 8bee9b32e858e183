// A population is read as a batch reads it: the same rows, the same refusals, however the bytes come in.
#include <gtest/gtest.h>

#include <ansinh/population.hpp>
#include <map>
#include <string>
#include <vector>

#include "run_list.hpp"

namespace {

using namespace ansinh;

struct Read {
  std::vector<Request> requests;
  struct At {
    std::uint64_t row, line;
    std::string id;
    bool dated;
    friend bool operator==(const At&, const At&) = default;
  };
  std::vector<At> at;
  struct Refused {
    std::uint64_t row, line;
    std::string id, given;
    Field field;
    Hint hint;
    friend bool operator==(const Refused&, const Refused&) = default;
  };
  std::vector<Refused> refused;
  std::uint64_t rows = 0;
  std::optional<HeaderFault::Kind> header_fault;
  bool is_form = false, quote_left_open = false;
};

Read read_in_pieces(std::string_view text, const PopulationOptions& options, std::size_t piece) {
  Read all;
  PopulationInput input{built_in_rules(), options};
  Block block;
  PersonBlock persons;
  std::uint64_t lines = 0;
  const auto take = [&] {
    input.population()->read(block, persons);
    for (std::size_t i = 0; i < persons.requests.size(); ++i) {
      const PersonAt& at = persons.at[i];
      all.requests.push_back(persons.requests[i]);
      all.at.push_back({all.rows + at.row, input.header_lines() + lines + at.line, std::string{at.id}, at.dated});
    }
    for (const Refusal& refusal : persons.refusals) {
      all.refused.push_back({all.rows + refusal.row, input.header_lines() + lines + refusal.line,
                             std::string{refusal.id}, refusal.fault.given.text(), refusal.fault.field,
                             refusal.fault.hint});
    }
    all.rows += persons.rows;
    lines += persons.lines;
  };
  for (std::size_t at = 0; at < text.size(); at += piece) {
    std::string_view some = text.substr(at, piece);
    while (input.take(some, block)) take();
  }
  while (input.finish(block)) take();
  if (input.header_fault() != nullptr) all.header_fault = input.header_fault()->kind;
  all.is_form = input.is_form();
  all.quote_left_open = input.quote_left_open();
  return all;
}

const std::vector<std::string> lists{
    "id,paid_on,income,groups,province\n1,2026-11-22,1500000,poor,56\n2,22/11/2026,1.600.000,near_poor|island,01\n",
    "\xEF\xBB\xBFid;paid_on;income\r\n\"a;\"\"b\"\"\";2026-11-22;1500000\r\n;;\r\nx;2026-11-22;many\r\n",
    "income\tpaid_on\tid\n1500000\t2026-11-22\tone\n\n \t \n1500000\t2026-11-22\ttwo\n1\t2\n1\t2\t3\t4\n",
    "paid_on,income,note\n2026-11-22,1500000,\"two\nlines\"\n2026-11-22,1500000,\"open\"x\n2026-11-22,\"15\"\"\",b\n",
    "paid_on,income\n2026-11-22,1500000\n2026-11-22,\xff\n2026-11-22,15\0 00\n",
    "paid_on,income,term\n2026-11-22,1500000,VS02\n2026-11-22,1500000,VS2\n2026-11-22,1500000,\n,1500000,3\n",
    "paid_on,income\n2026-11-22,\"1500000",
    "\n\npaid_on,income\n2026-11-22,1500000\n",
};

TEST(Population, IsReadAsABatchIs) {
  for (const std::string& list : lists) {
    for (const bool with_defaults : {false, true}) {
      BatchOptions batch;
      PopulationOptions options;
      if (with_defaults) {
        batch.defaults[Field::paid_on] = options.defaults[Field::paid_on] = "2025-01-02";
        batch.defaults[Field::former_province] = options.defaults[Field::former_province] = "56";
      }
      const run::Outcome priced = run::list(list, batch);
      const Read read = read_in_pieces(list, options, list.size());
      ASSERT_EQ(read.header_fault.has_value(), priced.header_fault.has_value()) << list;
      if (priced.header_fault) {
        EXPECT_EQ(*read.header_fault, priced.header_fault->kind);
        continue;
      }
      EXPECT_EQ(read.rows, priced.row_count) << list;
      EXPECT_EQ(read.requests.size() + read.refused.size(), read.rows) << list;
      EXPECT_EQ(read.quote_left_open, priced.quote_left_open) << list;
      // Priced one by one, the persons are refused, and sum up, as the batch has it.
      Tally tally;
      std::map<std::uint64_t, Errc> refused;
      for (const auto& refusal : read.refused) refused[refusal.row] = Errc::invalid_argument;
      for (std::size_t i = 0; i < read.requests.size(); ++i) {
        const auto answer = assess(built_in_rules(), read.requests[i]);
        if (answer) {
          tally.add(Errc::ok, *answer);
        } else {
          refused[read.at[i].row] = answer.code();
        }
      }
      ASSERT_EQ(refused.size(), priced.refusals.size()) << list;
      std::size_t i = 0;
      for (const auto& [row, code] : refused) {
        EXPECT_EQ(priced.refusals[i].row, row);
        EXPECT_EQ(priced.refusals[i].code, code);
        ++i;
      }
      EXPECT_EQ(tally.contribution, priced.totals.all().contribution) << list;
      EXPECT_EQ(tally.participant_share, priced.totals.all().participant_share) << list;
    }
  }
}

TEST(Population, DoesNotDependOnTheCutting) {
  for (const std::string& list : lists) {
    const Read whole = read_in_pieces(list, {}, list.size());
    for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{31}}) {
      const Read cut = read_in_pieces(list, {}, piece);
      EXPECT_EQ(cut.rows, whole.rows);
      EXPECT_EQ(cut.at, whole.at) << list;
      EXPECT_EQ(cut.refused, whole.refused) << list;
      EXPECT_EQ(cut.header_fault, whole.header_fault);
      EXPECT_EQ(cut.quote_left_open, whole.quote_left_open);
    }
  }
}

TEST(Population, KeepsTheIdsAndSaysWhoIsDated) {
  PopulationOptions options;
  options.day_required = false;
  const Read read = read_in_pieces("id,paid_on,income\n\"a \"\"b\"\"\",2026-11-22,1500000\nc,,1500000\n", options, 9);
  ASSERT_EQ(read.at.size(), 2U);
  EXPECT_EQ(read.at[0], (Read::At{1, 2, "a \"b\"", true}));
  EXPECT_EQ(read.at[1], (Read::At{2, 3, "c", false}));
  options.defaults[Field::paid_on] = "2026-11-22";
  EXPECT_TRUE(read_in_pieces("income\n1500000\n", options, 9).at[0].dated);
  EXPECT_EQ(read_in_pieces("income\n1500000\n", {}, 9).header_fault, HeaderFault::Kind::missing_column);
  EXPECT_EQ(read_in_pieces("id,income,ID\n", options, 3).header_fault, HeaderFault::Kind::duplicate_column);
}

}  // namespace
