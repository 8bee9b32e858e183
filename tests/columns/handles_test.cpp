// Codes and handles in columns.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "ansinh/columns.hpp"
#include "columns/columns_of.hpp"

namespace {

using namespace ansinh;

TEST(ColumnCodes, EveryTermAndNoOther) {
  std::set<std::string> terms;
  for (int code = 0; code <= 0xff; ++code) {
    const auto term = term_from_code(static_cast<std::uint8_t>(code));
    if (!term) continue;
    EXPECT_EQ(term_code(*term), code);
    terms.insert(term->text());
  }
  EXPECT_EQ(terms.size(), 4U + 4U + 4U + 120U);
  EXPECT_EQ(term_code(*Term::from_text("12")), 12);
  EXPECT_EQ(term_code(*Term::from_text("VS5")), 25);
  EXPECT_EQ(term_code(*Term::from_text("DB12")), 42);
  EXPECT_EQ(term_code(*Term::from_text("TH1")), 101);
  EXPECT_EQ(term_code(*Term::from_text("TH120")), 220);
}

TEST(ColumnCodes, DaysAndMonths) {
  EXPECT_EQ(day_code(Day{2008, 1, 1}), 0);
  EXPECT_EQ(day_code(Day{2030, 12, 31}), 8400);
  EXPECT_EQ(month_code(Month{2008, 1}), 0);
  EXPECT_EQ(month_code(Month{2030, 12}), 275);
}

TEST(PlaceHandles, AreTheirPlacesAlone) {
  const ColumnRules rules{built_in_rules()};
  std::set<int> handles;
  const auto handle = [&](const Place& place) {
    const auto found = rules.place(place);
    EXPECT_TRUE(found.ok());
    return static_cast<int>(*found);
  };
  EXPECT_EQ(handle({}), 0);
  handles.insert(0);
  for (const ProvinceCode province : provinces()) EXPECT_TRUE(handles.insert(handle({province, {}, {}})).second);
  for (const FormerProvinceCode former : former_provinces()) {
    EXPECT_TRUE(handles.insert(handle({{}, former, {}})).second);
    EXPECT_EQ(handle({{}, former, {}}), handle({former.present(), former, {}}));
  }
  const auto long_bien = LocalityCode::from_text("004");
  EXPECT_TRUE(handles.insert(handle({{}, {}, long_bien})).second);
  EXPECT_TRUE(handles.insert(handle({{}, *FormerProvinceCode::from_number(1), long_bien})).second);
  // A locality that the law never names adds nothing.
  EXPECT_EQ(handle({{}, {}, LocalityCode::from_text("999")}), 0);
}

TEST(PlaceHandles, ProvincesApartAreRefused) {
  const ColumnRules rules{built_in_rules()};
  const auto found = rules.place({*ProvinceCode::from_number(1), *FormerProvinceCode::from_number(79), {}});
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.fault().code, Errc::invalid_argument);
  EXPECT_EQ(found.fault().field, Field::former_province);
  EXPECT_EQ(found.fault().hint, Hint::former_not_in_province);
}

Programme of_localities(int first, int count) {
  Programme programme;
  programme.id = "localities";
  programme.layer = "locality";
  programme.citation = {"a test", ""};
  for (int i = 0; i < count; ++i) {
    std::string text = std::to_string(first + i);
    text.insert(0, 5 - text.size(), '0');
    programme.territory.locality.push_back(*LocalityCode::from_text(text));
  }
  programme.rules.push_back({.groups = {}, .per_month = FixedSum{Money{10'000}}, .months = {}});
  return programme;
}

TEST(PlaceHandles, OfAsManyLocalitiesAsTheyHaveRoomFor) {
  const auto few = LawBook::built_in().with(of_localities(1, 600));
  ASSERT_TRUE(few.ok());
  const ColumnRules with_handles{Rules{*few}};
  const Place place{*ProvinceCode::from_number(1), {}, LocalityCode::from_text("00600")};
  EXPECT_TRUE(with_handles.place(place).ok());

  const auto many = LawBook::built_in().with(of_localities(1, 1'000));
  ASSERT_TRUE(many.ok());
  const ColumnRules without{Rules{*many}};
  const auto found = without.place(place);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.fault().field, Field::locality);
  // A place without a locality has its handle in any case.
  EXPECT_TRUE(without.place({*ProvinceCode::from_number(1), {}, {}}).ok());
}

// The built-in law, and with it a list of the whole country, is looked up in wide words where there are any; a book of
// many localities is looked up as before, with the same answers.
TEST(SmallTables, HoldTheBuiltInLawAndNotEveryBook) {
  EXPECT_TRUE(columns::are_small(ColumnRules{built_in_rules()}));
  const auto few = LawBook::built_in().with(of_localities(1, 5));
  ASSERT_TRUE(few.ok());
  const ColumnRules rules{Rules{*few}};
  EXPECT_FALSE(columns::are_small(rules));
  std::vector<Request> requests;
  for (int i = 0; i < 2000; ++i) {
    Request request;
    request.paid_on = *Day::from_number(first_law_day.number() + i * 4);
    request.income = Money{1'000'000 + 50'000 * (i % 50)};
    request.place = {*ProvinceCode::from_number(1),
                     {},
                     i % 3 == 0 ? std::nullopt : LocalityCode::from_text("0000" + std::to_string(1 + i % 6))};
    request.groups = GroupSet::from_bits(static_cast<std::uint16_t>(i % 128));
    requests.push_back(request);
  }
  EXPECT_TRUE(columns::agree(rules, requests));
}

TEST(PlaceHandles, AreToldFromThoseOfAnotherBook) {
  const auto other = LawBook::built_in().with(of_localities(1, 1));
  ASSERT_TRUE(other.ok());
  const ColumnRules rules{built_in_rules()};
  const ColumnRules others{Rules{*other}};
  EXPECT_NE(rules.book(), others.book());
  EXPECT_EQ(rules.book(), ColumnRules{Rules{LawBook::built_in()}}.book());
}

}  // namespace
