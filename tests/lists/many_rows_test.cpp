// A list of many rows is read and priced in columns where its rows are regular. run::list runs every list both ways and
// ends where they differ; here it gets lists in which regular rows and others meet in every way.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "ansinh/overlay.hpp"
#include "assess/mixed_rows.hpp"
#include "run_list.hpp"

namespace {

using ansinh::Errc;
using ansinh::Request;

const char* const group_names[] = {
    "poor", "island", "near_poor", "ethnic_minority", "escaped_near_poor", "informal_worker", "security_force"};

// A row with every field, written as lists write them, now and then in another form or not at all; and sometimes wrong.
std::string row_of(const Request& q, std::size_t number, char d, const std::string& line_end, std::mt19937& random) {
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  const std::string day = q.paid_on.text();
  std::string income = std::to_string(q.income.dong());
  if (one_in(20) && income.size() > 3) {
    for (std::size_t at = income.size() - 3; at > 0 && at<income.size(); at = at> 3 ? at - 3 : 0)
      income.insert(at, ".");
  }
  std::string groups;
  for (std::size_t i = 0; i < 7; ++i) {
    if ((q.groups.bits() >> i & 1U) != 0) groups += (groups.empty() ? "" : "|") + std::string{group_names[i]};
  }
  std::string row = one_in(10) ? "Nguyễn Văn " + std::to_string(number) : std::to_string(number);
  if (one_in(50)) row = "\"quoted" + std::string(1, d) + "\n\"\"\"";
  row += d;
  row += one_in(10) ? day.substr(8) + '/' + day.substr(5, 2) + '/' + day.substr(0, 4) : day;
  row += d;
  row += (one_in(50) ? " " : "") + income + d;
  row += (one_in(100) ? "01" : q.term.text()) + d;
  row += (one_in(200) ? groups + "|poorest" : groups) + d;
  row += (q.place.province ? q.place.province->text() : one_in(100) ? "99" : "") + d;
  row += (q.place.former_province ? q.place.former_province->text() : "") + d;
  row += (q.place.locality ? q.place.locality->text() : "") + d;
  row += (one_in(5) ? "" : std::to_string(q.months_supported)) + d;
  row += (q.first_month ? q.first_month->text() : "") + d;
  row += (q.local_months_used ? std::to_string(*q.local_months_used) : "") + d;
  row += (q.other_support == ansinh::Money{} ? "" : std::to_string(q.other_support.dong())) + d;
  row += one_in(40) ? "0.0031" : "";
  row += d;
  row += one_in(100) ? std::string(20'000, 'n') : "x";
  if (one_in(300)) row += d;
  if (one_in(300)) row += '\0';
  if (one_in(300)) row += "\xff";
  if (one_in(200)) row += "\n \n";
  return row + (one_in(100) ? "\r\n" : line_end);
}

std::string list_of(std::size_t rows, unsigned seed, char d, const std::string& line_end) {
  std::mt19937 random{seed};
  std::string list =
      "id,paid_on,income,term,groups,province,former_province,locality,months_supported,first_month,local_months_used,"
      "other_support,fund_return_rate,note" +
      line_end;
  std::replace(list.begin(), list.end(), ',', d);
  std::size_t number = 0;
  for (const Request& q : proof::mixed_rows(rows, seed)) list += row_of(q, ++number, d, line_end, random);
  return list;
}

TEST(ManyRows, RowsOfEveryKindTogether) {
  for (const char d : {',', ';', '\t'}) {
    const std::string list = list_of(3000, static_cast<unsigned>(d), d, "\n");
    const run::Outcome outcome = run::list(list);
    EXPECT_GT(outcome.totals.all().count(Errc::ok), 2000U);
    EXPECT_GT(outcome.refusals.size(), 100U);
    EXPECT_EQ(outcome.row_count, outcome.totals.all().rows);
    const run::Outcome cut = run::list(list, {}, run::pieces_of(997));
    EXPECT_EQ(outcome.rows, cut.rows);
  }
}

TEST(ManyRows, LineEndsOfOtherSystems) {
  EXPECT_GT(run::list(list_of(500, 1, ',', "\r\n")).totals.all().count(Errc::ok), 300U);
}

TEST(ManyRows, ByColumns) {
  ansinh::BatchOptions options;
  options.by = {"province", "groups", "id", "note"};
  const run::Outcome outcome = run::list(list_of(2000, 7, ',', "\n"), options);
  EXPECT_GT(outcome.totals.all().count(Errc::ok), 1000U);
  ansinh::Tally sum;
  for (const auto& province : ansinh::provinces()) {
    if (const ansinh::Tally* tally = outcome.totals.of("province", province.text())) sum.add(*tally);
  }
  for (const char* other : {"", "99"}) {
    if (const ansinh::Tally* tally = outcome.totals.of("province", other)) sum.add(*tally);
  }
  EXPECT_EQ(sum, outcome.totals.all());
}

TEST(ManyRows, WithDefaults) {
  ansinh::BatchOptions options;
  options.defaults[ansinh::Field::paid_on] = "22/11/2026";
  options.defaults[ansinh::Field::groups] = "near_poor";
  options.defaults[ansinh::Field::province] = "01";
  options.defaults[ansinh::Field::locality] = "004";
  options.defaults[ansinh::Field::months_supported] = "119";
  EXPECT_GT(run::list(list_of(1000, 9, ',', "\n"), options).totals.all().count(Errc::ok), 300U);
  std::string list = "income,note\n";
  for (int i = 0; i < 1000; ++i) list += std::to_string(1'400'000 + 50'000 * (i % 40)) + ",x\n";
  const run::Outcome outcome = run::list(list, options);
  EXPECT_EQ(outcome.totals.all().count(Errc::income_below_floor), 50U);
  options.defaults[ansinh::Field::income] = "1.500.000";
  std::string without = "id,note\n";
  for (int i = 0; i < 1000; ++i) without += std::to_string(i) + ",x\n";
  EXPECT_EQ(run::list(without, options).totals.all().count(Errc::ok), 1000U);
  // A default that cannot be read is wrong in every row, and one of a rare field is every row's.
  options.defaults[ansinh::Field::groups] = "nearly_poor";
  EXPECT_EQ(run::list(list, options).totals.all().count(Errc::ok), 0U);
  options.defaults[ansinh::Field::groups] = "";
  options.defaults[ansinh::Field::first_month] = "2026-12";
  EXPECT_EQ(run::list(list, options).totals.all().count(Errc::ok), 950U);
}

TEST(ManyRows, StrictListsToo) {
  ansinh::BatchOptions options;
  options.strict = true;
  const run::Outcome outcome = run::list(list_of(500, 11, ',', "\n"), options);
  EXPECT_GT(outcome.totals.all().count(Errc::not_settled), 100U);
}

// Amounts of nine digits and more, a floor of 2 d, groups and localities of its own.
TEST(ManyRows, BooksThatAreUnlikeTheBuiltInOne) {
  const auto overlay = ansinh::read_overlay(R"({
    "name": "large amounts",
    "groups": [{"name": "g_with_a_name_longer_than_two_words", "vi": "g", "en": "g"}],
    "overrides": [{"parameter": "base_salary", "value": 900000000, "from": "2024-01-01", "to": "2030-12-31",
                   "citation": {"instrument": "a test", "provision": "1"}, "standing": "assumed"}],
    "programmes": [{"id": "p", "layer": "locality", "territory": {"locality": ["00123"]}, "from": "2020-01-01",
                    "to": "2030-12-31", "standing": "text", "citation": {"instrument": "a test", "provision": "2"},
                    "source_of_money": "fund", "rules": [{"groups": ["g_with_a_name_longer_than_two_words", "poor"],
                    "per_month": {"fixed": 12345}, "months": "all"}]}]})",
                                            ansinh::LawBook::built_in());
  ASSERT_TRUE(overlay.ok());
  const ansinh::Rules rules{overlay->book};
  std::string list = "paid_on,income,term,groups,locality,province\n";
  std::mt19937 random{3};
  for (int i = 0; i < 3000; ++i) {
    const char* const groups[] = {"", "poor", "g_with_a_name_longer_than_two_words", "poor|near_poor|island"};
    list += std::string{i % 2 == 0 ? "2026-11-22," : "2024-11-22,"} +
            std::to_string(1'500'000 + 50'000 * (random() % (i % 3 == 0 ? 300'000 : 3'000))) + ',' +
            (i % 5 == 0 ? "12" : "1") + ',' + groups[random() % 4] + ',' + (i % 7 == 0 ? "00123" : "") + ',' +
            (i % 2 == 0 ? "01" : "") + '\n';
  }
  const run::Outcome outcome = run::list(list, {}, {}, rules);
  EXPECT_EQ(outcome.totals.all().count(Errc::ok), 3000U);
  EXPECT_GT(outcome.totals.all().by_source[static_cast<std::size_t>(ansinh::SourceOfMoney::fund)], 0);
  // In the mean: so some are larger than 32 bit hold.
  EXPECT_GT(outcome.totals.all().contribution / 3000, 1'000'000'000);
}

// Rules of another book are not this batch's.
TEST(ManyRows, RulesOfAnotherBook) {
  const auto overlay = ansinh::read_overlay(R"({"name": "o", "overrides": [
    {"parameter": "rural_poverty_line", "value": 2000000, "from": "2026-01-01", "to": "2026-12-31",
     "citation": {"instrument": "a test", "provision": "1"}, "standing": "assumed"}]})",
                                            ansinh::LawBook::built_in());
  ASSERT_TRUE(overlay.ok());
  const ansinh::Rules other{overlay->book};
  const auto read = ansinh::Batch::from_header(ansinh::built_in_rules(), {}, "paid_on,income,id\n");
  const ansinh::Batch batch = std::get<ansinh::Batch>(read).for_many_rows(ansinh::ColumnRules{other});
  ansinh::Block block;
  for (int i = 0; i < 200; ++i) block.bytes += "2026-11-22,1500000,x\n";
  ansinh::PricedBlock priced;
  ansinh::Totals totals = batch.totals();
  batch.price(block, priced, totals);
  EXPECT_EQ(totals.all().count(Errc::ok), 200U);
}

}  // namespace
