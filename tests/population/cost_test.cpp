// What a law costs over months to come, held to the slow way.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ansinh/cost.hpp>
#include <ansinh/overlay.hpp>
#include <ansinh/tally.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "assess/mixed_rows.hpp"
#include "assess/random_law.hpp"
#include "slow_cost.hpp"

namespace {

using namespace ansinh;

std::string describe(const CostLine& line) {
  std::string text = "persons " + std::to_string(line.persons) + " supported " + std::to_string(line.supported) +
                     " run_out " + std::to_string(line.run_out) + " raised " + std::to_string(line.raised) +
                     " lowered " + std::to_string(line.lowered) + " unsettled " + std::to_string(line.unsettled) +
                     " unknown " + std::to_string(line.local_unknown);
  const CostSums& s = line.sums;
  for (const Int128 sum :
       {s.payments, s.months, s.supported_months, s.contribution, s.central_support, s.province_top_up,
        s.locality_top_up, s.further_top_up, s.other_support, s.participant_share, s.by_source[0], s.by_source[1]}) {
    text += ' ' + sum_text(sum);
  }
  return text;
}

// What differs from the slow way; empty where nothing does.
std::string differs(const Rules& rules, const CostOptions& options, std::span<const Request> persons,
                    std::span<const std::uint8_t> dated, std::uint64_t* priced = nullptr) {
  auto made = Cost::over(rules, options);
  if (!made) return "no cost: " + std::string{name(made.code())};
  Cost& cost = made.value();
  std::vector<CostRefusal> refused;
  cost.add(persons, dated, refused);
  const slow::Cost expected = slow::cost(rules, options, persons, dated);
  if (priced != nullptr) *priced += expected.persons;

  std::vector<std::optional<Errc>> codes(persons.size());
  for (const CostRefusal& refusal : refused) codes[refusal.index] = refusal.fault.code;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (codes[i] != expected.refused[i]) {
      return "person " + std::to_string(i) + " " + std::string{name(codes[i].value_or(Errc::ok))} + " instead of " +
             std::string{name(expected.refused[i].value_or(Errc::ok))};
    }
  }
  if (cost.persons() != expected.persons) return "persons";
  if (cost.refused() + cost.persons() != persons.size()) return "rows are lost";

  for (int year = options.from.year(); year <= options.to.year(); ++year) {
    CostLine all;
    for (const CostOfGroups& of : cost.groups(year)) {
      const auto found = expected.lines[0].find({year, of.groups.bits()});
      if (found == expected.lines[0].end()) return "a group set that nobody has";
      if (found->second != of.line) {
        return std::to_string(year) + " groups " + std::to_string(of.groups.bits()) + "\n  " + describe(of.line) +
               "\nslow\n  " + describe(found->second);
      }
      all.add(of.line);
    }
    CostLine slow_all;
    for (const auto& [key, line] : expected.lines[0]) {
      if (key.first == year) slow_all.add(line);
    }
    if (all != slow_all || cost.year(year) != slow_all) return "the sum of a year";
    for (std::size_t j = 0; j < options.joining.size(); ++j) {
      if (cost.persons() == 0) continue;
      // As many new participants as there are persons cost what these cost, begun anew.
      const auto joined = cost.new_participants(options.joining[j], year, cost.persons());
      CostLine whole;
      for (const auto& [key, line] : expected.lines[j + 1]) {
        if (key.first == year) whole.add(line);
      }
      if (!joined || joined->sums != whole.sums) {
        return "joining " + std::to_string(options.joining[j]) + " in " + std::to_string(year) + "\n  " +
               describe(*joined) + "\nslow\n  " + describe(whole);
      }
    }
  }
  return {};
}

Rules law_of(const std::string& name) {
  std::ifstream file{std::string{EXAMPLES_DIR} + "/overlays/" + name + ".json"};
  std::ostringstream text;
  text << file.rdbuf();
  const OverlayResult overlay = read_overlay(text.str(), LawBook::built_in());
  EXPECT_TRUE(overlay.ok()) << name;
  return Rules{overlay->book};
}

// Persons as of a day near `from`, some without a day.
std::vector<Request> persons_of(std::size_t count, std::uint32_t seed, std::vector<std::uint8_t>& dated) {
  std::vector<Request> rows = proof::mixed_rows(count, seed);
  dated.clear();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    dated.push_back(static_cast<std::uint8_t>(i % 3 == 0));
    if (i % 5 == 0) rows[i].months_supported = static_cast<int>(i * 7 % 121);
    if (i % 11 == 0) rows[i].term = *Term::years_ahead(2 + static_cast<int>(i % 4));
    if (i % 22 == 0) rows[i].fund_return_rate = "0.0031"_rate;
    if (i % 97 == 0) rows[i].term = *Term::missing_months(7);
  }
  return rows;
}

TEST(Cost, IsTheSumOfEveryPayment) {
  std::vector<std::uint8_t> dated;
  const std::vector<Request> persons = persons_of(1'500, 1, dated);
  std::uint64_t priced = 0;
  for (const CostOptions& options : {CostOptions{Month{2027, 1}, Month{2030, 12}, false, {2027, 2028, 2029, 2030}},
                                     CostOptions{Month{2026, 3}, Month{2027, 2}, false, {2026}},
                                     CostOptions{Month{2028, 7}, Month{2028, 7}, false, {}},
                                     CostOptions{Month{2016, 1}, Month{2030, 12}, false, {2020}},
                                     CostOptions{Month{2026, 12}, Month{2028, 1}, true, {2028}}}) {
    EXPECT_EQ(differs(built_in_rules(), options, persons, dated, &priced), "") << options.from.text();
  }
  EXPECT_GT(priced, 2'000U);
}

TEST(Cost, IsTheSumOfEveryPaymentOfEveryExampleOfALocalProgramme) {
  for (const char* overlay : {"khanh_hoa", "s09_months_from_an_event", "s06_three_layers", "s11_position_allowance",
                              "s17_donors", "s22_own_contribution", "s19_rate_by_year", "national_what_if"}) {
    const Rules rules = law_of(overlay);
    std::vector<std::uint8_t> dated;
    std::vector<Request> persons = persons_of(600, 7, dated);
    // On the grounds that the example names.
    std::size_t at = 0;
    for (Request& person : persons) {
      const auto programmes = rules.book().programmes();
      const Territory& ground = programmes[at++ % programmes.size()].territory;
      person.place = {};
      if (!ground.province.empty()) person.place.province = ground.province.front();
      if (!ground.former_province.empty()) person.place.former_province = ground.former_province.front();
      if (!ground.locality.empty()) person.place.locality = ground.locality.front();
    }
    const CostOptions options{Month{2024, 6}, Month{2030, 12}, false, {2025, 2029}};
    EXPECT_EQ(differs(rules, options, persons, dated), "") << overlay;
  }
}

RC_GTEST_PROP(CostProperty, OfBooksThatNoLawHas, ()) {
  const int books = proof::full_sweep() ? 50 : 1;
  for (int i = 0; i < books; ++i) {
    const proof::Twin twin = random_law::book();
    const Rules rules{twin.book};
    std::vector<Request> persons;
    std::vector<std::uint8_t> dated;
    for (int k = 0; k < 60; ++k) {
      persons.push_back(random_law::request(twin.law));
      persons.back().place = {};
      if (!twin.book.programmes().empty()) {
        const auto& programmes = twin.book.programmes();
        const Territory& ground = programmes[static_cast<std::size_t>(k) % programmes.size()].territory;
        if (!ground.province.empty()) persons.back().place.province = ground.province.front();
        if (!ground.locality.empty()) persons.back().place.locality = ground.locality.front();
      }
      dated.push_back(random_law::chance(2) ? 1 : 0);
    }
    const int from = *rc::gen::inRange(0, 15 * 12);
    const int months = *rc::gen::inRange(1, 60);
    CostOptions options{
        Month{2015, 6} + from, std::min(Month{2015, 6} + from + months, Month{2030, 12}), random_law::chance(4), {}};
    options.joining = {options.to.year()};
    const std::string difference = differs(rules, options, persons, dated);
    if (!difference.empty() && !difference.starts_with("no cost")) RC_FAIL(difference);
  }
}

// By hand: 2027 to 2030, one person among the near poor with 100 months behind them: 20 more are supported.
TEST(Cost, EndsWithTheMonthsInALifetime) {
  Request person;
  person.income = 2'200'000_dong;
  person.groups = Group::near_poor;
  person.months_supported = 100;
  Cost cost = std::move(Cost::over(built_in_rules(), {Month{2027, 1}, Month{2030, 12}, false, {}}).value());
  std::vector<CostRefusal> refused;
  const std::vector<std::uint8_t> undated{0};
  cost.add({&person, 1}, undated, refused);
  ASSERT_TRUE(refused.empty());
  const auto months = [&](int year) { return static_cast<int>(cost.year(year).sums.supported_months); };
  EXPECT_EQ(months(2027), 12);
  EXPECT_EQ(months(2028), 8);
  EXPECT_EQ(months(2029), 0);
  EXPECT_EQ(cost.year(2028).supported, 1U);
  EXPECT_EQ(cost.year(2028).run_out, 1U);
  EXPECT_EQ(cost.year(2029).supported, 0U);
  // 22 % of 2,200,000 is 484,000; 40 % of it 193,600.
  EXPECT_EQ(sum_text(cost.year(2027).sums.contribution), sum_text(12 * 484'000));
  EXPECT_EQ(sum_text(cost.total().sums.central_support), sum_text(20 * 193'600));
  EXPECT_EQ(sum_text(cost.total().sums.participant_share), sum_text(48 * 484'000 - 20 * 193'600));
}

TEST(Cost, WhoseIncomeFallsBelowTheNewFloorPaysTheFloorAndIsCounted) {
  std::vector<Request> persons(2);
  persons[0].income = 1'500'000_dong;
  persons[1].income = 3'000'000_dong;
  Cost cost = std::move(Cost::over(built_in_rules(), {Month{2026, 12}, Month{2027, 1}, false, {}}).value());
  std::vector<CostRefusal> refused;
  cost.add(persons, std::vector<std::uint8_t>{0, 0}, refused);
  ASSERT_TRUE(refused.empty());
  EXPECT_EQ(cost.year(2026).raised, 0U);
  EXPECT_EQ(cost.year(2027).raised, 1U);
  EXPECT_EQ(sum_text(cost.year(2026).sums.contribution), "990000");
  EXPECT_EQ(sum_text(cost.year(2027).sums.contribution), sum_text(484'000 + 660'000));
}

TEST(Cost, RefusesAPersonAsAWholeAndSaysWhy) {
  std::vector<Request> persons(4);
  for (Request& person : persons) person.income = 2'200'000_dong;
  persons[0].term = *Term::missing_months(12);
  persons[1].term = *Term::years_ahead(2);  // r of 2027 is not published
  persons[2].paid_on = Day{2026, 11, 22};
  persons[2].income = 1'000'000_dong;  // below the floor of its own day
  Cost cost = std::move(Cost::over(built_in_rules(), {Month{2026, 7}, Month{2028, 12}, false, {}}).value());
  std::vector<CostRefusal> refused;
  cost.add(persons, std::vector<std::uint8_t>{0, 0, 1, 0}, refused);
  ASSERT_EQ(refused.size(), 3U);
  EXPECT_EQ(refused[0].fault.code, Errc::term_not_allowed);
  EXPECT_EQ(refused[0].fault.hint, Hint::paid_once);
  EXPECT_EQ(refused[1].fault.code, Errc::value_not_published);
  EXPECT_EQ(refused[1].request.paid_on, (Day{2028, 7, 1}));
  EXPECT_EQ(refused[2].fault.code, Errc::income_below_floor);
  EXPECT_EQ(cost.persons(), 1U);
  EXPECT_EQ(cost.refused(), 3U);
  EXPECT_EQ(cost.refused(Errc::value_not_published), 1U);
}

TEST(Cost, PartsMergeIntoTheWhole) {
  std::vector<std::uint8_t> dated;
  const std::vector<Request> persons = persons_of(9'000, 3, dated);
  const CostOptions options{Month{2027, 1}, Month{2028, 12}, false, {2028}};
  Cost whole = std::move(Cost::over(built_in_rules(), options).value());
  std::vector<CostRefusal> refused;
  whole.add(persons, dated, refused);
  Cost merged = whole.fresh();
  std::vector<CostRefusal> refused_in_parts;
  for (std::size_t at = persons.size(); at > 0;) {
    const std::size_t size = std::min<std::size_t>(at, 1 + at % 977);
    at -= size;
    Cost part = whole.fresh();
    part.add(std::span{persons}.subspan(at, size), std::span{dated}.subspan(at, size), refused_in_parts);
    ASSERT_TRUE(merged.merge(part));
  }
  EXPECT_EQ(refused.size(), refused_in_parts.size());
  EXPECT_EQ(merged.persons(), whole.persons());
  EXPECT_EQ(merged.refused(), whole.refused());
  for (int year = 2027; year <= 2028; ++year) {
    EXPECT_EQ(merged.year(year), whole.year(year));
    ASSERT_EQ(merged.groups(year).size(), whole.groups(year).size());
    for (std::size_t i = 0; i < whole.groups(year).size(); ++i) {
      EXPECT_EQ(merged.groups(year)[i].groups, whole.groups(year)[i].groups);
      EXPECT_EQ(merged.groups(year)[i].line, whole.groups(year)[i].line);
    }
    EXPECT_EQ(merged.new_participants(2028, year, 1'234)->sums, whole.new_participants(2028, year, 1'234)->sums);
  }
  Cost other = std::move(Cost::over(built_in_rules(), options).value());
  EXPECT_FALSE(merged.merge(other));
}

TEST(Cost, NewParticipantsHaveTheMixOfThePopulation) {
  std::vector<Request> persons(3);
  for (Request& person : persons) person.income = 2'200'000_dong;
  persons[0].groups = Group::poor;
  persons[0].months_supported = 120;  // who joins has none
  Cost cost = std::move(Cost::over(built_in_rules(), {Month{2027, 1}, Month{2028, 12}, false, {2028}}).value());
  std::vector<CostRefusal> refused;
  cost.add(persons, std::vector<std::uint8_t>{0, 0, 0}, refused);
  ASSERT_TRUE(refused.empty());
  // A third poor: 242,000 a month, two thirds others: 96,800. Ten persons: 10 / 3 of it for 12 months.
  const Int128 of_three = 12 * (242'000 + 2 * 96'800);
  const auto joined = cost.new_participants(2028, 2028, 10);
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->persons, 10U);
  EXPECT_EQ(sum_text(joined->sums.central_support), sum_text((of_three * 10 * 2 + 3) / 6));
  EXPECT_EQ(joined->sums.contribution, joined->sums.central_support + joined->sums.participant_share);
  EXPECT_EQ(cost.new_participants(2028, 2027, 10)->sums, CostSums{});
  EXPECT_FALSE(cost.new_participants(2027, 2027, 10));
  EXPECT_FALSE(cost.fresh().new_participants(2028, 2028, 10));
}

TEST(Cost, RefusesMonthsThatTheLawDoesNotCover) {
  const auto code = [](Month from, Month to, std::vector<int> joining = {}) {
    return Cost::over(built_in_rules(), {from, to, false, std::move(joining)}).code();
  };
  EXPECT_EQ(code(Month{2027, 1}, Month{2031, 1}), Errc::day_outside_law);
  EXPECT_EQ(code(Month{2007, 12}, Month{2027, 1}), Errc::day_outside_law);
  EXPECT_EQ(code(Month{2027, 2}, Month{2027, 1}), Errc::invalid_argument);
  EXPECT_EQ(code(Month{2027, 2}, Month{2028, 1}, {2029}), Errc::invalid_argument);
  EXPECT_EQ(code(Month{2027, 2}, Month{2028, 1}, {2027, 2028}), Errc::ok);
}

}  // namespace
