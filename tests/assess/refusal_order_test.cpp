// Every refusal, and every pair of faults in one request: the earlier one in the order of the specification wins.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "assess/proof.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

struct FaultOf {
  const char* what;
  Errc code;
  Field field;
  std::function<void(Request&)> put;
};

// A request that passes every check, of a day on which every kind of fault exists.
Request sound() {
  Request q;
  q.paid_on = Day{2025, 6, 15};
  q.income = 1500000_dong;
  q.term = 6_months;
  q.groups = Group::poor;
  q.place.province = ProvinceCode::from_text("01");
  return q;
}

Rate rate(const char* text) { return *Rate::from_text(text); }

// In the order in which they are looked for: the form of every field, the relations between fields, then the law.
const std::vector<FaultOf>& faults_of_form() {
  static const std::vector<FaultOf> faults{
      {"income below 0", Errc::invalid_argument, Field::income, [](Request& q) { q.income = Money{-1}; }},
      {"income above 10^15", Errc::invalid_argument, Field::income,
       [](Request& q) { q.income = Money{1'000'000'000'000'001}; }},
      {"unknown group", Errc::invalid_argument, Field::groups, [](Request& q) { q.groups = GroupSet::from_bits(128); }},
      {"121 months supported", Errc::invalid_argument, Field::months_supported,
       [](Request& q) { q.months_supported = 121; }},
      {"-1 months supported", Errc::invalid_argument, Field::months_supported,
       [](Request& q) { q.months_supported = -1; }},
      {"601 local months", Errc::invalid_argument, Field::local_months_used,
       [](Request& q) { q.local_months_used = 601; }},
      {"-1 local months", Errc::invalid_argument, Field::local_months_used,
       [](Request& q) { q.local_months_used = -1; }},
      {"r above 5 %", Errc::invalid_argument, Field::fund_return_rate,
       [](Request& q) { q.fund_return_rate = rate("0.050000001"); }},
      {"other support below 0", Errc::invalid_argument, Field::other_support,
       [](Request& q) { q.other_support = Money{-1}; }},
      {"other support above 10^15", Errc::invalid_argument, Field::other_support,
       [](Request& q) { q.other_support = Money{1'000'000'000'000'001}; }},
      {"first month too late", Errc::invalid_argument, Field::first_month,
       [](Request& q) { q.first_month = q.paid_on.month() + 13; }},
      {"first month before 2008", Errc::invalid_argument, Field::first_month,
       [](Request& q) {
         q.first_month = Month{2007, 12};
       }},
      {"former province elsewhere", Errc::invalid_argument, Field::former_province,
       [](Request& q) { q.place.former_province = FormerProvinceCode::from_text("79"); }},
  };
  return faults;
}

TEST(Refusals, TheSoundRequestIsAnswered) {
  EXPECT_TRUE(assess(built_in_rules(), sound()).ok());
  EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), sound()));
}

TEST(Refusals, FormFaultsInTheOrderOfTheFields) {
  const auto& faults = faults_of_form();
  for (std::size_t i = 0; i < faults.size(); ++i) {
    for (std::size_t j = i; j < faults.size(); ++j) {
      SCOPED_TRACE(std::string(faults[i].what) + " and " + faults[j].what);
      Request q = sound();
      faults[j].put(q);
      faults[i].put(q);
      const auto result = assess(built_in_rules(), q);
      ASSERT_FALSE(result.ok());
      EXPECT_EQ(result.code(), Errc::invalid_argument);
      // Two faults of one field are one fault.
      EXPECT_EQ(result.fault().field, faults[i].field);
      EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
    }
  }
}

TEST(Refusals, FormIsReadBeforeAnyLaw) {
  for (const FaultOf& fault : faults_of_form()) {
    for (const Day day : {Day{2007, 12, 31}, Day{2031, 1, 1}, Day{2015, 12, 31}}) {
      SCOPED_TRACE(std::string(fault.what) + " on " + day.text());
      Request q = sound();
      q.paid_on = day;
      q.term = *Term::missing_months(120);
      q.income = 1_dong;
      fault.put(q);
      const auto result = assess(built_in_rules(), q);
      EXPECT_EQ(result.code(), Errc::invalid_argument);
      EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
    }
  }
}

TEST(Refusals, EdgesOfRangesAreAccepted) {
  Request q = sound();
  q.months_supported = 120;
  q.local_months_used = 600;
  q.fund_return_rate = rate("0.05");
  q.other_support = Money{1'000'000'000'000'000};
  q.first_month = q.paid_on.month() + 12;
  EXPECT_TRUE(assess(built_in_rules(), q).ok());
  EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
  q.income = Money{1'000'000'000'000'000};
  EXPECT_EQ(assess(built_in_rules(), q).code(), Errc::income_above_ceiling);
  q.income = Money{0};
  EXPECT_EQ(assess(built_in_rules(), q).code(), Errc::income_below_floor);
}

struct Expected {
  const char* what;
  Day paid_on;
  const char* term;
  std::int64_t income;
  std::optional<Month> first_month;
  std::optional<const char*> r;
  Errc code;
  Field field;
  const char* parameter;
};

// Each row also has every fault that comes later in the order, as far as a request can.
const Expected expected[] = {
    {"day before the law", {2007, 12, 31}, "DB12", 1, {}, {}, Errc::day_outside_law, Field::paid_on, ""},
    {"day after the law", {2031, 1, 1}, "DB12", 1, {}, {}, Errc::day_outside_law, Field::paid_on, ""},
    {"12 months before 2016",
     {2015, 12, 31},
     "12",
     1,
     Month{2015, 1},
     {},
     Errc::term_not_allowed,
     Field::term,
     "payment_terms"},
    {"VS before 2016",
     {2015, 12, 31},
     "VS2",
     1,
     Month{2015, 1},
     {},
     Errc::term_not_allowed,
     Field::term,
     "payment_terms"},
    {"DB before 2016",
     {2015, 12, 31},
     "DB1",
     1,
     Month{2015, 1},
     {},
     Errc::term_not_allowed,
     Field::term,
     "payment_terms"},
    {"DB after 2025-06",
     {2025, 7, 1},
     "DB1",
     1,
     Month{2025, 1},
     {},
     Errc::term_not_allowed,
     Field::term,
     "payment_terms"},
    {"TH61 before 2016", {2015, 12, 31}, "TH61", 1, {}, {}, Errc::term_not_allowed, Field::term, "missing_months_max"},
    {"TH61 after 2025-06", {2025, 7, 1}, "TH61", 1, {}, {}, Errc::term_not_allowed, Field::term, "missing_months_max"},
    {"DB while the window is open",
     {2025, 6, 30},
     "DB6",
     1,
     Month{2025, 3},
     {},
     Errc::term_not_allowed,
     Field::term,
     "due_window.6"},
    {"below the floor, off the step and late",
     {2025, 6, 30},
     "1",
     1'499'999,
     Month{2025, 5},
     {},
     Errc::income_below_floor,
     Field::income,
     "rural_poverty_line"},
    {"below the floor before 2016",
     {2015, 12, 31},
     "1",
     1'149'999,
     Month{2015, 5},
     {},
     Errc::income_below_floor,
     Field::income,
     "base_salary"},
    {"above the ceiling, off the step and late",
     {2025, 6, 30},
     "1",
     46'800'001,
     Month{2025, 5},
     {},
     Errc::income_above_ceiling,
     Field::income,
     "base_salary"},
    {"off the step and late",
     {2025, 6, 30},
     "1",
     1'500'001,
     Month{2025, 5},
     {},
     Errc::income_off_step,
     Field::income,
     "income_step"},
    {"a ceiling off the grid",
     {2008, 1, 1},
     "1",
     10'800'000,
     {},
     {},
     Errc::income_off_step,
     Field::income,
     "income_step"},
    {"late", {2025, 6, 30}, "1", 1'500'000, Month{2025, 5}, {}, Errc::payment_late, Field::paid_on, "due_window.1"},
    {"late, three months",
     {2025, 7, 1},
     "3",
     1'500'000,
     Month{2025, 4},
     {},
     Errc::payment_late,
     Field::paid_on,
     "due_window.3"},
    {"late, six months",
     {2025, 8, 1},
     "6",
     1'500'000,
     Month{2025, 4},
     {},
     Errc::payment_late,
     Field::paid_on,
     "due_window.6"},
    {"late, twelve months",
     {2025, 11, 1},
     "12",
     1'500'000,
     Month{2025, 4},
     {},
     Errc::payment_late,
     Field::paid_on,
     "due_window.12"},
    {"VS late, and no r", {2025, 7, 1}, "VS2", 1'500'000, Month{2025, 6}, {}, Errc::payment_late, Field::paid_on, ""},
    {"VS without r",
     {2025, 7, 1},
     "VS2",
     1'500'000,
     {},
     {},
     Errc::value_not_published,
     Field::fund_return_rate,
     "fund_return_rate"},
    {"TH without r",
     {2025, 7, 1},
     "TH60",
     1'500'000,
     {},
     {},
     Errc::value_not_published,
     Field::fund_return_rate,
     "fund_return_rate"},
    {"DB without r",
     {2025, 6, 30},
     "DB1",
     1'500'000,
     Month{2025, 5},
     {},
     Errc::value_not_published,
     Field::fund_return_rate,
     "fund_return_rate"},
};

TEST(Refusals, OfTheLawInTheirOrder) {
  for (const Expected& e : expected) {
    Request q;
    q.paid_on = e.paid_on;
    q.term = *Term::from_text(e.term);
    q.income = Money{e.income};
    q.first_month = e.first_month;
    if (e.r) q.fund_return_rate = rate(*e.r);
    SCOPED_TRACE(std::string(e.what) + ": " + reference::describe(q));
    const auto result = assess(built_in_rules(), q);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.code(), e.code);
    EXPECT_EQ(result.fault().field, e.field);
    if (*e.parameter != 0) {
      EXPECT_EQ(result.fault().parameter, e.parameter);
    }
    EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
  }
}

// What each of the terms over years is refused for is not asked of one that is in order.
TEST(Refusals, NoneOfATermOverYearsInOrder) {
  const struct {
    Day paid_on;
    const char* term;
    std::optional<Month> first_month;
    const char* r;
  } payments[] = {{{2025, 7, 1}, "VS2", {}, "0.003"},
                  {{2025, 7, 1}, "TH60", {}, "0"},
                  {{2025, 6, 30}, "TH120", {}, "0.05"},
                  {{2025, 6, 30}, "DB1", Month{2025, 5}, "0.003"},
                  {{2026, 12, 31}, "VS5", {}, nullptr}};
  for (const auto& payment : payments) {
    Request q;
    q.paid_on = payment.paid_on;
    q.term = *Term::from_text(payment.term);
    q.income = 1500000_dong;
    q.first_month = payment.first_month;
    if (payment.r != nullptr) q.fund_return_rate = rate(payment.r);
    EXPECT_TRUE(assess(built_in_rules(), q).ok()) << payment.term;
    EXPECT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q)) << payment.term;
  }
}

// Last days of the windows: in time on the last day, late on the next.
TEST(Refusals, LateFromTheDayAfterTheWindow) {
  const struct {
    const char* term;
    Day last;
  } windows[] = {{"1", {2026, 1, 31}}, {"3", {2026, 3, 31}}, {"6", {2026, 4, 30}}, {"12", {2026, 7, 31}}};
  for (const auto& window : windows) {
    Request q;
    q.income = 5000000_dong;
    q.term = *Term::from_text(window.term);
    q.first_month = Month{2026, 1};
    q.paid_on = window.last;
    EXPECT_TRUE(assess(built_in_rules(), q).ok()) << window.term;
    q.paid_on = window.last.next();
    const auto late = assess(built_in_rules(), q);
    ASSERT_EQ(late.code(), Errc::payment_late) << window.term;
    EXPECT_EQ(late.fault().limit, Datum{window.last});
    EXPECT_EQ(late.fault().given, Datum{window.last.next()});
    // Also before the period starts.
    q.paid_on = Day{2025, 12, 1};
    EXPECT_TRUE(assess(built_in_rules(), q).ok()) << window.term;
  }
}

TEST(Refusals, SayWhatWasGivenTheLimitTheDayAndTheProvision) {
  Request q = sound();
  q.income = 1400000_dong;
  const auto below = assess(built_in_rules(), q);
  ASSERT_EQ(below.code(), Errc::income_below_floor);
  EXPECT_EQ(below.fault().given, Datum{1400000_dong});
  EXPECT_EQ(below.fault().limit, Datum{1500000_dong});
  EXPECT_TRUE(below.fault().has_day);
  EXPECT_EQ(below.fault().day, q.paid_on);
  EXPECT_TRUE(below.fault().rule != nullptr || below.fault().value != nullptr);
  q.income = 46900000_dong;
  const auto above = assess(built_in_rules(), q);
  ASSERT_EQ(above.code(), Errc::income_above_ceiling);
  EXPECT_EQ(above.fault().limit, Datum{46800000_dong});
}

TEST(Refusals, AStrictCallerRefusesWhatIsNotSettled) {
  Request q = sound();
  q.place = {};
  EXPECT_FALSE(not_settled(q, *assess(built_in_rules(), q)).has_value());
  q.place.province = ProvinceCode::from_text("20");
  const auto unknown = not_settled(q, *assess(built_in_rules(), q));
  ASSERT_TRUE(unknown.has_value());
  EXPECT_EQ(unknown->code, Errc::not_settled);
  q = sound();
  q.paid_on = Day{2012, 1, 1};
  q.term = 1_months;
  q.income = 830000_dong;
  q.place = {};
  const auto unsettled = not_settled(q, *assess(built_in_rules(), q));
  ASSERT_TRUE(unsettled.has_value());
  EXPECT_EQ(unsettled->code, Errc::not_settled);
}

}  // namespace
