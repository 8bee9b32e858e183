// Every field's form and range, as program options and cells share them.
#include <gtest/gtest.h>

#include <string>

#include "ansinh/lists.hpp"

namespace {

using ansinh::Errc;
using ansinh::Fault;
using ansinh::Field;
using ansinh::Hint;
using ansinh::LawBook;
using ansinh::Request;
using ansinh::RequestCells;

const LawBook& book() { return LawBook::built_in(); }

// The request with this one field read, or a failure.
Request read(Field field, std::string_view text) {
  Request request;
  const auto fault = ansinh::read_field(book(), field, text, request);
  EXPECT_FALSE(fault) << name(field) << " '" << text << "'";
  return request;
}

Hint hint_of(Field field, std::string_view text) {
  Request request;
  request.income = ansinh::Money{7};
  request.months_supported = 7;
  const auto fault = ansinh::read_field(book(), field, text, request);
  if (!fault) {
    ADD_FAILURE() << name(field) << " accepts '" << text << "'";
    return Hint::none;
  }
  EXPECT_EQ(fault->code, Errc::invalid_argument) << text;
  EXPECT_EQ(fault->field, field) << text;
  EXPECT_EQ(request.income, ansinh::Money{7}) << "a refused text must leave the request alone";
  EXPECT_EQ(request.months_supported, 7) << "a refused text must leave the request alone";
  return fault->hint;
}

TEST(Fields, Days) {
  for (const char* text : {"2026-11-22", "22/11/2026", " 22/11/2026", "\t2026-11-22 \t"}) {
    EXPECT_EQ(read(Field::paid_on, text).paid_on, (ansinh::Day{2026, 11, 22})) << text;
  }
  EXPECT_EQ(read(Field::paid_on, "1/2/2026").paid_on, (ansinh::Day{2026, 2, 1}));
  EXPECT_EQ(read(Field::paid_on, "29/02/2024").paid_on, (ansinh::Day{2024, 2, 29}));
  for (const char* text : {"30/02/2026", "2026-02-29", "31/04/2026",       "2026-13-01", "2026-00-10",
                           "2026-11-00", "22-11-2026", "2026/11/22",       "22/11/26",   "2026-1-2",
                           "22.11.2026", "20261122",   "2026-11-22T00:00", "0000-01-01", "001/1/2026",
                           "1/1/02026",  "+1/1/2026",  "22/ 11/2026",      "x",          "22/11",
                           "2026-11-2x", "/ /"}) {
    EXPECT_EQ(hint_of(Field::paid_on, text), Hint::malformed) << text;
  }
}

TEST(Fields, Months) {
  for (const char* text : {"2026-11", "11/2026", " 11/2026 "}) {
    EXPECT_EQ(read(Field::first_month, text).first_month, (ansinh::Month{2026, 11})) << text;
  }
  EXPECT_EQ(read(Field::first_month, "1/2026").first_month, (ansinh::Month{2026, 1}));
  for (const char* text :
       {"2026-13", "13/2026", "00/2026", "2026-1", "2026-11-22", "11-2026", "2026/11", "11/26", "2026"}) {
    EXPECT_EQ(hint_of(Field::first_month, text), Hint::malformed) << text;
  }
}

TEST(Fields, Amounts) {
  const auto income = [](std::string_view text) { return read(Field::income, text).income.dong(); };
  EXPECT_EQ(income("1500000"), 1'500'000);
  EXPECT_EQ(income("1.500.000"), 1'500'000);
  EXPECT_EQ(income("1.500"), 1'500);
  EXPECT_EQ(income("15.000"), 15'000);
  EXPECT_EQ(income("001500"), 1'500);
  EXPECT_EQ(income("001.500"), 1'500);
  EXPECT_EQ(income("0"), 0);
  EXPECT_EQ(income(" \t 1500000\t"), 1'500'000);
  EXPECT_EQ(income("1000000000000000"), 1'000'000'000'000'000);
  EXPECT_EQ(income("1.000.000.000.000.000"), 1'000'000'000'000'000);
  EXPECT_EQ(income(std::string(1000, '0') + "1500000"), 1'500'000) << "leading zeros are accepted, however many";
  EXPECT_EQ(read(Field::other_support, "1.000").other_support, ansinh::Money{1'000});

  for (const char* text : {"1.5",
                           "1,5",
                           "1,500",
                           "1.50",
                           "1.5000",
                           "1500.000",
                           ".500",
                           "1.500.",
                           "1..500",
                           "1.500.00",
                           "1.500.0000",
                           "1.500,0",
                           "-1",
                           "+1",
                           "1e6",
                           "1 500 000",
                           "1_500",
                           "0x10",
                           "\xC2\xA0"
                           "1",
                           "1500000 đ",
                           "NaN",
                           ".",
                           "1.",
                           "1500000.000"}) {
    EXPECT_EQ(hint_of(Field::income, text), Hint::malformed) << text;
    EXPECT_EQ(hint_of(Field::other_support, text), Hint::malformed) << text;
  }
  for (const std::string& text :
       {std::string{"1000000000000001"}, std::string{"1.000.000.000.000.001"}, std::string{"9223372036854775807"},
        std::string{"9223372036854775808"}, std::string{"18446744073709551616"}, std::string{"18446744073709551617"},
        std::string(1000, '9'), "1" + std::string(999, '0')}) {
    EXPECT_EQ(hint_of(Field::income, text), Hint::out_of_range) << text;
    EXPECT_EQ(hint_of(Field::other_support, text), Hint::out_of_range) << text;
  }
}

// A value too large for any integer is refused with the same limits as one that is merely too large, and repeats what
// was written.
TEST(Fields, BeyondEveryIntegerNamesTheSameLimits) {
  const auto fault_of = [](Field field, std::string_view text) {
    Request request;
    const auto fault = ansinh::read_field(book(), field, text, request);
    EXPECT_TRUE(fault) << name(field) << text;
    return fault ? *fault : Fault{};
  };
  const std::string huge(1000, '9');
  for (const Field field : {Field::income, Field::other_support, Field::months_supported, Field::local_months_used,
                            Field::fund_return_rate}) {
    const Fault large = fault_of(field, field == Field::fund_return_rate ? "0.9" : "1000000000000001");
    const Fault beyond = fault_of(field, huge);
    EXPECT_EQ(beyond.limit, large.limit) << name(field);
    EXPECT_EQ(beyond.other_limit, large.other_limit) << name(field);
    EXPECT_EQ(beyond.hint, large.hint) << name(field);
    EXPECT_EQ(beyond.given.raw_text(), huge) << name(field);
    EXPECT_NE(large.limit.kind(), ansinh::Datum::Kind::none) << name(field);
  }
}

TEST(Fields, Terms) {
  EXPECT_EQ(read(Field::term, "12").term, ansinh::Term::months(12));
  EXPECT_EQ(read(Field::term, " VS2 ").term, ansinh::Term::years_ahead(2));
  EXPECT_EQ(read(Field::term, "TH120").term, ansinh::Term::missing_months(120));
  EXPECT_EQ(read(Field::term, "DB3").term, ansinh::Term::late(3));
  for (const char* text :
       {"VS02", "vs2", "VS1", "VS6", "TH0", "TH121", "TH012", "DB2", "DB", "2", "012", "12m", "0", "-1"}) {
    EXPECT_EQ(hint_of(Field::term, text), Hint::unknown_name) << text;
  }
}

TEST(Fields, Groups) {
  using ansinh::Group;
  EXPECT_EQ(read(Field::groups, "near_poor").groups, Group::near_poor);
  EXPECT_EQ(read(Field::groups, "poor|island|informal_worker").groups,
            (ansinh::GroupSet{Group::poor, Group::island, Group::informal_worker}));
  EXPECT_EQ(read(Field::groups, "poor|near_poor|poor").groups, (ansinh::GroupSet{Group::poor, Group::near_poor}));
  for (const char* text : {"|", "poor|", "|poor", "poor||island"}) {
    EXPECT_EQ(hint_of(Field::groups, text), Hint::malformed) << text;
  }
  for (const char* text :
       {"other", "Poor", "POOR", "poor,island", "poor | island", "poor;island", "hộ nghèo", "poo", "poorer"}) {
    EXPECT_EQ(hint_of(Field::groups, text), Hint::unknown_name) << text;
  }
  Request request;
  const auto fault = ansinh::read_field(book(), Field::groups, "poor|rich|island", request);
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->given.raw_text(), "rich") << "the name that is not known, not the whole cell";
}

TEST(Fields, GroupsOfTheBook) {
  const auto wider = book().with_group({"fisher", "ngư dân", "fisher"});
  ASSERT_TRUE(wider.ok());
  Request request;
  EXPECT_FALSE(ansinh::read_field(*wider, Field::groups, "fisher|poor", request));
  EXPECT_EQ(request.groups, *wider->group("fisher") | ansinh::Group::poor);
  EXPECT_EQ(hint_of(Field::groups, "fisher"), Hint::unknown_name);
}

TEST(Fields, Places) {
  EXPECT_EQ(read(Field::province, "01").place.province, ansinh::ProvinceCode::from_number(1));
  EXPECT_EQ(read(Field::former_province, "02").place.former_province, ansinh::FormerProvinceCode::from_number(2));
  EXPECT_EQ(read(Field::locality, "004").place.locality, ansinh::LocalityCode::from_text("004"));
  EXPECT_EQ(read(Field::locality, "00004").place.locality, ansinh::LocalityCode::from_text("00004"));
  for (const char* text : {"1", "001", "1a", "Hà Nội", "-1", "+1"}) {
    EXPECT_EQ(hint_of(Field::province, text), Hint::malformed) << text;
    EXPECT_EQ(hint_of(Field::former_province, text), Hint::malformed) << text;
  }
  for (const char* text : {"4", "04", "0004", "000004", "00a", "-04"}) {
    EXPECT_EQ(hint_of(Field::locality, text), Hint::malformed) << text;
  }
  EXPECT_EQ(hint_of(Field::province, "99"), Hint::unknown_code);
  EXPECT_EQ(hint_of(Field::former_province, "99"), Hint::unknown_code);
  EXPECT_EQ(hint_of(Field::province, "00"), Hint::unknown_code);
  EXPECT_EQ(hint_of(Field::province, "02"), Hint::code_of_former_list) << "Hà Giang, merged into Tuyên Quang (08)";
}

// Each of the hundred codes, against the two lists themselves.
TEST(Fields, EveryProvinceCode) {
  for (int n = 0; n < 100; ++n) {
    const std::string text{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    bool present = false;
    bool former = false;
    for (const auto code : ansinh::provinces()) present = present || code.number() == n;
    for (const auto code : ansinh::former_provinces()) former = former || code.number() == n;
    if (present) {
      EXPECT_EQ(read(Field::province, text).place.province->number(), n);
    } else {
      EXPECT_EQ(hint_of(Field::province, text), former ? Hint::code_of_former_list : Hint::unknown_code) << text;
    }
    if (former) {
      EXPECT_EQ(read(Field::former_province, text).place.former_province->number(), n);
    } else {
      EXPECT_EQ(hint_of(Field::former_province, text), present ? Hint::code_of_present_list : Hint::unknown_code)
          << text;
    }
  }
}

TEST(Fields, Counts) {
  EXPECT_EQ(read(Field::months_supported, "0").months_supported, 0);
  EXPECT_EQ(read(Field::months_supported, "120").months_supported, 120);
  EXPECT_EQ(read(Field::months_supported, "012").months_supported, 12);
  EXPECT_EQ(read(Field::local_months_used, "600").local_months_used, 600);
  for (const Field field : {Field::months_supported, Field::local_months_used}) {
    for (const char* text : {"-1", "+1", "1.0", "1,0", "12 tháng", "1e1", "0.012"}) {
      EXPECT_EQ(hint_of(field, text), Hint::malformed) << text;
    }
    for (const char* text : {"601", "4294967297", "18446744073709551617", "99999999999999999999999999"}) {
      EXPECT_EQ(hint_of(field, text), Hint::out_of_range) << text;
    }
  }
  EXPECT_EQ(hint_of(Field::months_supported, "121"), Hint::out_of_range);
}

TEST(Fields, Rates) {
  const auto rate = [](std::string_view text) { return read(Field::fund_return_rate, text).fund_return_rate; };
  const auto r = ansinh::Rate::from_text("0.0031");
  for (const char* text :
       {"0.0031", "0,0031", "0.31%", "0,31%", "0.00310000000000000", "0000.0031", " 0.0031 ", "00,310%"}) {
    EXPECT_EQ(rate(text), r) << text;
  }
  for (const char* text : {"0", "0.0", "0%", "0,000000000000000000000", "000"})
    EXPECT_EQ(rate(text), ansinh::Rate{}) << text;
  EXPECT_EQ(rate("5%"), ansinh::Rate::from_text("0.05"));
  EXPECT_EQ(rate("0.05"), ansinh::Rate::from_text("0.05"));
  EXPECT_EQ(rate("0.050"), ansinh::Rate::from_text("0.05"));
  EXPECT_EQ(rate("0.000000001"), ansinh::Rate::from_text("0.000000001"));
  EXPECT_EQ(rate("0.0000001%"), ansinh::Rate::from_text("0.000000001"));
  EXPECT_EQ(rate("0.0000001000%"), ansinh::Rate::from_text("0.000000001"));

  for (const char* text :
       {"0.0000000001", "0.00000001%", "0.0031000001234", ".0031", "0.", "0,", "%", ".%", "0.31 %", "0.3.1", "0,3,1",
        "0.3,1", "-0.0031", "+0.0031", "3.1e-3", "0.31%%", "%0.31", "0.0031\xE2\x80\xB0", "1/300"}) {
    EXPECT_EQ(hint_of(Field::fund_return_rate, text), Hint::malformed) << text;
  }
  for (const std::string& text :
       {std::string{"0.050000001"}, std::string{"5.0000001%"}, std::string{"0.31"}, std::string{"1"},
        std::string{"100%"}, std::string{"1.5"}, std::string{"10000%"}, std::string(1000, '9'),
        std::string(1000, '9') + "%", "1" + std::string(500, '0') + ".5"}) {
    EXPECT_EQ(hint_of(Field::fund_return_rate, text), Hint::out_of_range) << text;
  }
}

TEST(Fields, EditionsOfTheSupport) {
  EXPECT_EQ(read(Field::th_support, "compounded").th_support, ansinh::ThSupport::compounded);
  EXPECT_EQ(read(Field::th_support, " nominal").th_support, ansinh::ThSupport::nominal);
  for (const char* text : {"Nominal", "COMPOUNDED", "simple"}) {
    EXPECT_EQ(hint_of(Field::th_support, text), Hint::unknown_name) << text;
  }
}

TEST(Fields, AnEmptyTextLeavesTheField) {
  for (int i = 0; i < ansinh::request_field_count; ++i) {
    Request request;
    request.paid_on = ansinh::Day{2026, 11, 22};
    request.income = ansinh::Money{1};
    EXPECT_FALSE(ansinh::read_field(book(), static_cast<Field>(i), " \t ", request));
    EXPECT_EQ(request.paid_on, (ansinh::Day{2026, 11, 22}));
    EXPECT_EQ(request.income, ansinh::Money{1});
  }
}

TEST(Requests, DefaultsOfTheSpec) {
  RequestCells cells;
  cells[Field::paid_on] = "2026-11-22";
  cells[Field::income] = "1500000";
  const auto request = ansinh::read_request(book(), cells);
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request->paid_on, (ansinh::Day{2026, 11, 22}));
  EXPECT_EQ(request->income, ansinh::Money{1'500'000});
  EXPECT_FALSE(request->first_month);
  EXPECT_EQ(request->term, ansinh::Term{});
  EXPECT_TRUE(request->groups.empty());
  EXPECT_EQ(request->place, ansinh::Place{});
  EXPECT_EQ(request->months_supported, 0);
  EXPECT_FALSE(request->local_months_used);
  EXPECT_FALSE(request->fund_return_rate);
  EXPECT_EQ(request->other_support, ansinh::Money{});
  EXPECT_FALSE(request->th_support);
}

TEST(Requests, TheRequiredFieldsMustBeThere) {
  RequestCells cells;
  cells[Field::income] = "1500000";
  for (const char* blank : {"", " \t"}) {
    cells[Field::paid_on] = blank;
    const auto request = ansinh::read_request(book(), cells);
    ASSERT_FALSE(request.ok());
    EXPECT_EQ(request.fault().field, Field::paid_on);
    EXPECT_EQ(request.fault().hint, Hint::missing);
  }
  cells[Field::paid_on] = "2026-11-22";
  cells[Field::income] = " ";
  const auto request = ansinh::read_request(book(), cells);
  ASSERT_FALSE(request.ok());
  EXPECT_EQ(request.fault().field, Field::income);
  EXPECT_EQ(request.fault().hint, Hint::missing);
}

// With every field wrong, mending them one after another meets the faults in the order of the fields, whether they are
// faults of form or of range.
TEST(Requests, TheFirstFieldAtFaultIsReported) {
  struct Case {
    Field field;
    const char* wrong;
    const char* right;
  };
  const Case cases[] = {
      {Field::paid_on, "30/02/2026", "2026-11-22"},   {Field::first_month, "2026-13", "2026-11"},
      {Field::income, "1000000000000001", "1500000"}, {Field::term, "2", "3"},
      {Field::groups, "other", "near_poor"},          {Field::province, "02", "08"},
      {Field::former_province, "99", "02"},           {Field::locality, "1", "024"},
      {Field::months_supported, "121", "12"},         {Field::local_months_used, "x", "0"},
      {Field::fund_return_rate, "0.06", "0.0031"},    {Field::other_support, "1,5", "1000"},
      {Field::th_support, "none", "nominal"},
  };
  static_assert(std::size(cases) == ansinh::request_field_count);
  RequestCells cells;
  for (const Case& c : cases) cells[c.field] = c.wrong;
  for (const Case& c : cases) {
    const auto request = ansinh::read_request(book(), cells);
    ASSERT_FALSE(request.ok());
    EXPECT_EQ(request.fault().field, c.field) << name(c.field) << " before " << name(request.fault().field);
    cells[c.field] = c.right;
  }
  EXPECT_TRUE(ansinh::read_request(book(), cells).ok());
}

// Relations between fields are left to `assess`, which reports them only after every field has been read.
TEST(Requests, RelationsAreLeftToAssess) {
  RequestCells cells;
  cells[Field::paid_on] = "2026-11-22";
  cells[Field::first_month] = "2007-12";
  cells[Field::income] = "1500000";
  cells[Field::province] = "01";
  cells[Field::former_province] = "79";
  const auto request = ansinh::read_request(book(), cells);
  ASSERT_TRUE(request.ok());
  const auto answer = ansinh::assess(ansinh::built_in_rules(), *request);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.fault().field, Field::first_month);
}

// The text that a Datum prints for a value is one that the reader takes for the same value.
TEST(Requests, CanonicalTextsReadBack) {
  Request request;
  for (const char* text : {"0", "1500000", "1000000000000000"}) {
    ASSERT_FALSE(ansinh::read_field(book(), Field::income, text, request));
    EXPECT_EQ(ansinh::Datum{request.income}.text(), text);
  }
  for (const char* text : {"0", "0.05", "0.0031", "0.000000001"}) {
    ASSERT_FALSE(ansinh::read_field(book(), Field::fund_return_rate, text, request));
    EXPECT_EQ(ansinh::Datum{*request.fund_return_rate}.text(), text);
  }
  for (const char* text : {"1", "12", "VS5", "TH7", "DB6"}) {
    ASSERT_FALSE(ansinh::read_field(book(), Field::term, text, request));
    EXPECT_EQ(ansinh::Datum{request.term}.text(), text);
  }
}

}  // namespace
