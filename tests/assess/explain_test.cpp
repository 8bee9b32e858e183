// An explanation is the answer: its steps, evaluated again by their operations, end in the participant's share, and
// what it says of doubts and unknowns is what the flags say.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "assess/proof.hpp"
#include "reference/replay.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

// Days on both sides of every change that moves an amount, and the last of 2030.
const Day days[] = {{2008, 1, 1}, {2010, 1, 1},   {2013, 6, 30},  {2015, 12, 31}, {2016, 1, 1},   {2017, 12, 31},
                    {2018, 1, 1}, {2018, 2, 1},   {2020, 1, 1},   {2021, 12, 31}, {2022, 7, 31},  {2022, 8, 1},
                    {2023, 1, 1}, {2024, 7, 1},   {2025, 6, 30},  {2025, 7, 1},   {2025, 12, 31}, {2026, 2, 2},
                    {2026, 2, 3}, {2026, 11, 22}, {2026, 11, 23}, {2027, 1, 1},   {2028, 1, 1},   {2030, 12, 31}};

std::vector<Request> requests() {
  std::vector<Request> all;
  int turn = 0;
  for (const Day day : days) {
    for (const char* term : {"1", "3", "6", "12", "VS3", "TH50", "DB6"}) {
      for (const char* former : {"", "01", "22", "42", "58", "79", "30"}) {
        for (const std::uint16_t bits : std::initializer_list<std::uint16_t>{0, 1, 2, 4, 8, 12, 16, 32, 64, 127}) {
          Request q;
          q.paid_on = day;
          q.term = *Term::from_text(term);
          q.groups = GroupSet::from_bits(bits);
          if (*former != 0) q.place.former_province = FormerProvinceCode::from_text(former);
          if (std::string_view{former} == "01") q.place.locality = LocalityCode::from_text("004");
          const auto brackets = income_brackets(LawBook::built_in(), day);
          q.income = brackets->level(turn % 3 == 0 ? 0 : turn % brackets->count);
          if (!brackets->step_required && turn % 5 == 0) q.income += 777_dong;
          ++turn;
          q.months_supported = turn % 7 == 0 ? 117 : 0;
          if (turn % 4 == 0) q.local_months_used = turn % 14;
          if (turn % 6 == 0) q.other_support = Money{turn * 1000};
          if (turn % 11 == 0) q.first_month = day.month() - (turn % 8);
          if (turn % 13 != 0) q.fund_return_rate = Rate::from_text(turn % 5 == 0 ? "0" : "0.00628");
          if (turn % 9 == 0) q.th_support = turn % 2 == 0 ? ThSupport::compounded : ThSupport::nominal;
          if (q.term.kind() == Term::Kind::late && Month{2008, 6} < day.month()) q.first_month = day.month() - 5;
          all.push_back(q);
        }
      }
    }
  }
  return all;
}

TEST(Explain, ReplaysToTheAnswer) {
  int answered = 0;
  for (const Request& q : requests()) {
    const Explanation e = explain(built_in_rules(), q);
    ASSERT_TRUE(proof::same_result(e.outcome, assess(built_in_rules(), q))) << reference::describe(q);
    ASSERT_EQ(reference::fault_of_replay(e), "") << reference::describe(q);
    if (e.outcome.ok()) ++answered;
  }
  EXPECT_GT(answered, 4000);
}

// The value of the last step of a quantity in a layer; nothing where there is none.
std::optional<Money> last_of(const Explanation& e, Quantity quantity, std::optional<std::uint8_t> layer = {}) {
  std::optional<Money> found;
  for (const Step& step : e.steps) {
    if (step.quantity == quantity && (!layer || step.layer == *layer)) found = Money{step.value.number()};
  }
  return found;
}

TEST(Explain, EveryPartOfTheAnswerIsAStep) {
  for (const Request& q : requests()) {
    const Explanation e = explain(built_in_rules(), q);
    if (!e.outcome.ok()) continue;
    const Assessment& a = *e.outcome;
    SCOPED_TRACE(reference::describe(q));
    ASSERT_EQ(last_of(e, Quantity::contribution), a.contribution);
    const auto central_cut = last_of(e, Quantity::central_support_after_cut);
    ASSERT_EQ(central_cut ? *central_cut : last_of(e, Quantity::central_support).value_or(0_dong), a.central_support);
    for (const LayerAmount& layer : a.layers()) {
      const auto cut = last_of(e, Quantity::layer_top_up_after_cut, layer.layer);
      ASSERT_EQ(cut ? cut : last_of(e, Quantity::layer_top_up, layer.layer), layer.amount);
    }
  }
}

TEST(Explain, DoubtsAndUnknownsAreTheFlags) {
  for (const Request& q : requests()) {
    const Explanation e = explain(built_in_rules(), q);
    if (!e.outcome.ok()) continue;
    SCOPED_TRACE(reference::describe(q));
    ASSERT_EQ(!e.doubts.empty(), e.outcome->flags.has(Flag::unsettled));
    if (!e.unknown.empty()) {
      ASSERT_TRUE(e.outcome->flags.has(Flag::local_unknown));
    }
    ASSERT_EQ(e.counted.size(), e.outcome->layers().size());
    for (std::size_t i = 0; i < e.counted.size(); ++i) {
      ASSERT_EQ(e.counted[i], &LawBook::built_in().programmes()[e.outcome->layers()[i].programme]);
    }
    const bool cut =
        std::any_of(e.doubts.begin(), e.doubts.end(), [](const Doubt& d) { return d.reading == Reading::cut; });
    ASSERT_EQ(cut, e.outcome->flags.has(Flag::support_cut));
  }
}

void expect_every_moved_step_caught(const Request& q);

// The replay itself finds a wrong step: every numeric step of an explanation, moved by one, is caught.
TEST(Explain, AReplayCatchesEveryMovedStep) {
  Request q;
  q.paid_on = Day{2025, 8, 1};
  q.income = 1500000_dong;
  q.groups = Group::poor;
  q.place.province = ProvinceCode::from_text("01");
  q.place.locality = LocalityCode::from_text("004");
  q.term = 12_months;
  q.months_supported = 115;
  expect_every_moved_step_caught(q);
  for (const char* term : {"VS3", "TH50"}) {
    q.term = *Term::from_text(term);
    q.fund_return_rate = Rate::from_text("0.00628");
    expect_every_moved_step_caught(q);
  }
  q.paid_on = Day{2025, 6, 1};
  q.first_month = Month{2024, 11};
  q.term = *Term::late(6);
  expect_every_moved_step_caught(q);
}

void expect_every_moved_step_caught(const Request& q) {
  SCOPED_TRACE(reference::describe(q));
  const Explanation e = explain(built_in_rules(), q);
  ASSERT_TRUE(e.outcome.ok());
  ASSERT_EQ(reference::fault_of_replay(e), "");
  for (std::size_t i = 0; i < e.steps.size(); ++i) {
    Explanation moved = e;
    Datum& value = moved.steps[i].value;
    switch (value.kind()) {
      case Datum::Kind::money: value = Datum{Money{value.number() + 1}}; break;
      case Datum::Kind::months: value = Datum::months(value.number() + 1); break;
      case Datum::Kind::count: value = Datum::count(value.number() + 1); break;
      case Datum::Kind::day:
        value = Datum{Day::from_number(static_cast<std::int32_t>(value.number()) + 1).value()};
        break;
      case Datum::Kind::rate: value = Datum{*Rate::from_text("0.987654321")}; break;
      default: continue;
    }
    EXPECT_NE(reference::fault_of_replay(moved), "") << "step " << i;
  }
}

}  // namespace
