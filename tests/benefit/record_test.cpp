// Records that are refused, each for its reason, with the span, the field and the limit.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ansinh/benefit_list.hpp"
#include "ansinh/benefit_report.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const BenefitRules& rules() { return built_in_benefit_rules(); }
constexpr Month on{2026, 8};

Fault refused(const std::vector<ContributionSpan>& record, Month event = on) {
  const auto found = pension(rules(), {{Sex::female, Month{1960, 1}}, event}, record);
  EXPECT_FALSE(found.ok());
  return found.ok() ? Fault{} : found.fault();
}

void expect(const Fault& fault, int span, Errc code, Field field, Hint hint) {
  EXPECT_EQ(fault.span, span);
  EXPECT_EQ(fault.code, code);
  EXPECT_EQ(name(fault.field), name(field));
  EXPECT_EQ(static_cast<int>(fault.hint), static_cast<int>(hint));
  for (const Language language : {Language::vi, Language::en}) {
    EXPECT_FALSE(fault_message(rules().rules(), fault, language).empty());
  }
}

TEST(Record, SpansThatDoNotStandInTheOrderOfTime) {
  const Fault fault = refused({{Month{2020, 1}, 12, 2'000'000_dong}, {Month{2018, 1}, 12, 2'000'000_dong}});
  expect(fault, 2, Errc::invalid_argument, Field::from, Hint::before_previous);
  EXPECT_EQ(fault.limit, Datum(Month{2020, 1}));
}

TEST(Record, MonthsThatAnotherSpanHas) {
  const Fault fault = refused({{Month{2020, 1}, 12, 2'000'000_dong}, {Month{2020, 12}, 12, 2'000'000_dong}});
  expect(fault, 2, Errc::invalid_argument, Field::from, Hint::month_taken);
  EXPECT_EQ(fault.limit, Datum(Month{2021, 1}));
}

TEST(Record, MonthsUnderTwoSchemes) {
  const Fault fault =
      refused({{Month{2020, 1}, 12, 5'000'000_dong, Scheme::compulsory}, {Month{2020, 6}, 1, 2'000'000_dong}});
  expect(fault, 2, Errc::invalid_argument, Field::from, Hint::two_schemes);
}

TEST(Record, MonthsAfterTheEvent) {
  const Fault fault = refused({{Month{2026, 1}, 9, 2'000'000_dong}});
  expect(fault, 1, Errc::invalid_argument, Field::months, Hint::after_event);
  EXPECT_EQ(fault.given, Datum(Month{2026, 9}));
  EXPECT_EQ(fault.limit, Datum(on));
}

TEST(Record, MonthsOutsideTheLaw) {
  expect(refused({{Month{2007, 12}, 9, 2'000'000_dong}}), 1, Errc::day_outside_law, Field::from, Hint::out_of_range);
  expect(refused({{Month{2030, 6}, 9, 2'200'000_dong}}, Month{2032, 1}), 1, Errc::day_outside_law, Field::from,
         Hint::out_of_range);
}

TEST(Record, SpansOfNoMonthsOrTooMany) {
  for (const int months : {0, -3, 1201, 2'000'000'000}) {
    expect(refused({{Month{2020, 1}, months, 2'000'000_dong}}), 1, Errc::invalid_argument, Field::months,
           Hint::out_of_range);
  }
}

// The floor of each month: 700,000 to 2021, 1,500,000 from 2022 on, 2,200,000 from 2027 on.
TEST(Record, IncomesOutsideTheLawOfTheirMonth) {
  Fault fault = refused({{Month{2021, 1}, 12, 700'000_dong}, {Month{2022, 1}, 1, 1'499'999_dong}});
  expect(fault, 2, Errc::income_below_floor, Field::income, Hint::none);
  EXPECT_EQ(fault.limit, Datum(1'500'000_dong));
  EXPECT_EQ(fault.parameter, "rural_poverty_line");
  ASSERT_NE(fault.value, nullptr);
  fault = refused({{Month{2021, 12}, 2, 700'000_dong}});
  expect(fault, 1, Errc::income_below_floor, Field::income, Hint::none);
  EXPECT_EQ(fault.day, (Day{2022, 1, 1}));
  fault = refused({{Month{2026, 6}, 1, 46'800'001_dong}});
  expect(fault, 1, Errc::income_above_ceiling, Field::income, Hint::none);
  EXPECT_EQ(fault.limit, Datum(46'800'000_dong));
  EXPECT_EQ(fault.parameter, "base_salary");
}

// Twelve months paid at once before the line rose are paid by the line of that day.
TEST(Record, TheDayOfPaymentSelectsTheFloor) {
  std::vector<ContributionSpan> record{{Month{2021, 7}, 12, 700'000_dong}};
  expect(refused(record), 1, Errc::income_below_floor, Field::income, Hint::none);
  record.front().paid_on = Day{2021, 7, 5};
  EXPECT_TRUE(pension(rules(), {{Sex::female, Month{1960, 1}}, on}, record).ok());
}

TEST(Record, PaymentsAfterTheEventOrBeforeTheLaw) {
  for (const Day day : {Day{2026, 9, 1}, Day{2007, 12, 31}}) {
    expect(refused({{Month{2020, 1}, 12, 2'000'000_dong, Scheme::voluntary, SpanKind::monthly, day}}), 1,
           Errc::invalid_argument, Field::paid_on, Hint::out_of_range);
  }
}

TEST(Record, WhatACompulsorySpanCannotBe) {
  expect(refused({{Month{2020, 1}, 12, 2'000'000_dong, Scheme::compulsory, SpanKind::ahead}}), 1,
         Errc::invalid_argument, Field::kind, Hint::unknown_name);
  expect(refused({{Month{2020, 1}, 12, 2'000'000_dong, Scheme::compulsory, SpanKind::monthly, {}, {}, 1_dong}}), 1,
         Errc::invalid_argument, Field::central_support, Hint::out_of_range);
  expect(refused({{Month{2020, 1}, 12, 0_dong, Scheme::compulsory}}), 1, Errc::income_below_floor, Field::income,
         Hint::none);
}

TEST(Record, GroupsThatTheBookDoesNotKnow) {
  expect(refused({{Month{2020, 1},
                   12,
                   2'000'000_dong,
                   Scheme::voluntary,
                   SpanKind::monthly,
                   {},
                   GroupSet::from_bits(1U << 12)}}),
         1, Errc::invalid_argument, Field::groups, Hint::unknown_name);
}

TEST(Record, ImpossibleBirths) {
  const std::vector<ContributionSpan> record{{Month{2020, 1}, 12, 2'000'000_dong}};
  for (const Month birth : {Month{1900, 1}, Month{2011, 9}, Month{2030, 1}, Month{1, 1}}) {
    const auto found = pension(rules(), {{Sex::female, birth}, on}, record);
    ASSERT_FALSE(found.ok()) << birth.text();
    EXPECT_EQ(found.fault().field, Field::birth);
    EXPECT_EQ(found.fault().span, 0);
  }
}

TEST(Record, ATableThatIsNotPublishedIsAnErrorAndAnEstimateIsLabelled) {
  const std::vector<ContributionSpan> record{{Month{2008, 1}, 200, 2'000'000_dong, Scheme::compulsory}};
  PensionRequest request{{Sex::male, Month{1965, 6}}, Month{2027, 6}};
  const auto none = pension(rules(), request, record);
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.fault().code, Errc::value_not_published);
  EXPECT_EQ(none.fault().parameter, "indexation");
  EXPECT_EQ(none.fault().given, Datum::count(2027));
  request.options.estimate_indexation = true;
  const auto estimate = pension(rules(), request, record);
  ASSERT_TRUE(estimate.ok());
  EXPECT_TRUE(estimate->flags.has(BenefitFlag::estimated_indexation));
  EXPECT_EQ(estimate->sums.table->benefit_year, 2026);
}

// The table of 2017 is known for four years only.
TEST(Record, ACoefficientThatTheTableDoesNotHave) {
  const std::vector<ContributionSpan> record{{Month{2012, 1}, 12, 2'000'000_dong},
                                             {Month{2013, 1}, 12, 2'000'000_dong}};
  IndexationTable partial = *BenefitLaw::built_in().indexation(2017);
  partial.benefit_year = 2026;
  const BenefitRules with_partial{built_in_rules(), BenefitLaw::built_in().with(partial)};
  const auto found = one_time(with_partial, {{Sex::female, Month{1980, 1}}, on, OneTimeCase::emigration}, record);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.fault().span, 1);
  EXPECT_EQ(found.fault().limit, Datum::count(2012));
}

// ------------------------------------------------------------------------------------------ as text

TEST(RecordText, EveryColumnInAnyOrderAndForm) {
  const auto read = read_record(LawBook::built_in(),
                                "\xEF\xBB\xBFincome;from;months;kind;scheme;groups;paid_on;central_support;remark\r\n"
                                "1.500.000;01/2022;12;12;;near_poor;05/01/2022;;x\r\n"
                                "\r\n"
                                "3000000;2023-01;24;VS2;voluntary;;2023-01-02;792.000;\r\n"
                                "9000000;2025-03-01;3;;compulsory;;;;\r\n");
  ASSERT_TRUE(read.ok()) << fault_message(built_in_rules(), read.fault(), Language::en);
  const std::vector<ContributionSpan> expected{
      {Month{2022, 1}, 12, 1'500'000_dong, Scheme::voluntary, SpanKind::monthly, Day{2022, 1, 5}, Group::near_poor, {}},
      {Month{2023, 1}, 24, 3'000'000_dong, Scheme::voluntary, SpanKind::ahead, Day{2023, 1, 2}, {}, 792'000_dong},
      {Month{2025, 3}, 3, 9'000'000_dong, Scheme::compulsory, SpanKind::monthly, {}, {}, {}}};
  EXPECT_EQ(*read, expected);
}

TEST(RecordText, WhatCannotBeRead) {
  struct Case {
    const char* bytes;
    int span;
    Field field;
    Hint hint;
  };
  const std::vector<Case> cases{
      {"", 0, Field::record, Hint::missing},
      {"from,months\n2020-01,12\n", 0, Field::record, Hint::missing},
      {"from,from,months,income\n", 0, Field::record, Hint::duplicate},
      {"from,months,income\n2020-13,12,2000000\n", 1, Field::from, Hint::malformed},
      {"from,months,income\n2020-01,12,2000000\n,12,2000000\n", 2, Field::from, Hint::missing},
      {"from,months,income\n2020-01,x,2000000\n", 1, Field::months, Hint::malformed},
      {"from,months,income\n2020-01,1201,2000000\n", 1, Field::months, Hint::out_of_range},
      {"from,months,income\n2020-01,12,1.5\n", 1, Field::income, Hint::malformed},
      {"from,months,income\n2020-01,12\n", 1, Field::row, Hint::cell_count},
      {"from,months,income,scheme\n2020-01,12,2000000,free\n", 1, Field::scheme, Hint::unknown_name},
      {"from,months,income,kind\n2020-01,12,2000000,DB6\n", 1, Field::kind, Hint::unknown_name},
      {"from,months,income,groups\n2020-01,12,2000000,rich\n", 1, Field::groups, Hint::unknown_name},
      {"from,months,income,paid_on\n2020-01,12,2000000,30/02/2020\n", 1, Field::paid_on, Hint::malformed},
      {"from,months,income,central_support\n2020-01,12,2000000,-1\n", 1, Field::central_support, Hint::malformed},
      {"from,months,income\n2020-01,12,\"2000000\n", 1, Field::row, Hint::malformed},
      {"from,months,income\n2020-01,12,\xff\n", 0, Field::record, Hint::invalid_utf8},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.bytes);
    const auto read = read_record(LawBook::built_in(), one.bytes);
    ASSERT_FALSE(read.ok());
    expect(read.fault(), one.span, Errc::invalid_argument, one.field, one.hint);
  }
  const std::string with_nul("from,months,income\n2020-01,1\0,2\n", 32);
  EXPECT_EQ(read_record(LawBook::built_in(), with_nul).fault().hint, Hint::nul_byte);
}

TEST(RecordText, EventsAndPlansNeedTheirFields) {
  const LawBook& book = LawBook::built_in();
  EXPECT_EQ(read_benefit(book, BenefitKind::pension, {}).fault().field, Field::event);
  BenefitCells event;
  event.on = "2026-06";
  EXPECT_EQ(read_benefit(book, BenefitKind::pension, event).fault().field, Field::sex);
  event.sex = "F";
  EXPECT_EQ(read_benefit(book, BenefitKind::pension, event).fault().field, Field::birth);
  event.birth = "1970";
  EXPECT_EQ(read_benefit(book, BenefitKind::one_time, event).fault().field, Field::one_time_case);
  event.sex = "X";
  EXPECT_EQ(read_benefit(book, BenefitKind::pension, event).fault().hint, Hint::unknown_name);
  event.pension = "3000000";
  EXPECT_EQ(read_benefit(book, BenefitKind::death, event).fault().field, Field::months_drawn);
  const auto read = read_benefit(book, BenefitKind::bridge, {"15/06/2026", "M", "1960", "", "", "", "", "poor|island"});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->on, (Month{2026, 6}));
  EXPECT_EQ(read->person.birth, (Month{1960, 1}));
  EXPECT_EQ(read->groups, (GroupSet{Group::poor, Group::island}));

  PlanCells cells;
  cells.sex = "F";
  cells.birth = "1980-03";
  cells.from = "2026-12";
  EXPECT_EQ(read_plan(book, cells).fault().field, Field::income);
  cells.income = "3000000";
  EXPECT_TRUE(read_plan(book, cells).ok());
  cells.budget = "500000";
  EXPECT_EQ(read_plan(book, cells).fault().hint, Hint::duplicate);
  cells.budget = {};
  cells.months_so_far = "12";
  EXPECT_EQ(read_plan(book, cells).fault().field, Field::average_so_far);
  cells.average_so_far = "2000000";
  cells.fixed_factor = "1,35";
  const auto plan = read_plan(book, cells);
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->request.fixed_factor.text(), "1.35");
  for (const char* factor : {"0", "-1", "101", "1.2345678", "x", "1.", ".5"}) {
    cells.fixed_factor = factor;
    EXPECT_EQ(read_plan(book, cells).fault().field, Field::fixed_factor) << factor;
  }
}

}  // namespace
