// The built-in law against the copy that the tests keep (tests/reference/data): every value on every day, its standing,
// the programmes, the two lists of provinces and the merger map.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ansinh/law.hpp"
#include "reference/csv.hpp"
#include "reference/law.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

const reference::Law& copy() {
  static const reference::Law law = reference::Law::from_files();
  return law;
}

// The copy's value as the library prints values: no trailing zeros after a decimal point.
std::string canonical(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  return text;
}

TEST(Values, EqualTheCopyOnEveryDay) {
  const LawBook& book = LawBook::built_in();
  // Rows that follow from other rows: their values are compared, the standing is that of the reading.
  const std::set<std::string> derived{"income_floor_basis", "income_step_rule", "support_from"};
  for (int p = 0; p < parameter_count; ++p) {
    const auto parameter = static_cast<Parameter>(p);
    const std::string parameter_name{name(parameter)};
    ASSERT_TRUE(copy().values.contains(parameter_name)) << parameter_name;
    for (Day day = first_law_day; day <= last_law_day; day = day.next()) {
      const LawRow* row = book.on(parameter, day);
      const reference::Value* value = copy().on(parameter_name, day);
      // Before its first month the State supports nothing, whether or not a row says so.
      if (parameter == Parameter::support_from && row == nullptr && day < Day{2018, 1, 1}) continue;
      ASSERT_EQ(row != nullptr, value != nullptr) << parameter_name << " on " << day.text();
      if (row == nullptr) continue;
      ASSERT_EQ(text(row->value), canonical(value->text)) << parameter_name << " on " << day.text();
      if (derived.contains(parameter_name)) continue;
      ASSERT_EQ(name(row->standing), value->standing) << parameter_name << " on " << day.text();
      ASSERT_EQ(name(row->sources), value->corroboration) << parameter_name << " on " << day.text();
      ASSERT_EQ(row->settled(), value->settled) << parameter_name << " on " << day.text();
    }
  }
}

TEST(Values, OfOneParameterDoNotOverlap) {
  const LawBook& book = LawBook::built_in();
  std::size_t rows = 0;
  for (int p = 0; p < parameter_count; ++p) {
    const auto series = book.series(static_cast<Parameter>(p));
    rows += series.size();
    for (std::size_t i = 0; i < series.size(); ++i) {
      EXPECT_EQ(series[i].parameter, static_cast<Parameter>(p));
      EXPECT_LE(series[i].from, series[i].to);
      if (i > 0) {
        EXPECT_LT(series[i - 1].to, series[i].from) << name(series[i].parameter);
      }
    }
  }
  EXPECT_EQ(rows, book.rows().size());
}

TEST(Values, AllHaveInstrumentAndStanding) {
  for (const LawRow& row : LawBook::built_in().rows()) {
    SCOPED_TRACE(std::string(name(row.parameter)) + " from " + row.from.text());
    EXPECT_FALSE(row.citation.instrument.empty());
    EXPECT_FALSE(name(row.standing).empty());
    EXPECT_NE(row.standing, Standing::draft);
    EXPECT_NE(row.standing, Standing::none_found);
    // A value that nobody prints is assumed, and nothing else is.
    EXPECT_EQ(row.standing == Standing::assumed, row.sources == Sources::none);
  }
  for (const Programme& p : LawBook::built_in().programmes()) {
    EXPECT_FALSE(p.citation.instrument.empty()) << p.id;
    EXPECT_FALSE(p.rules.empty()) << p.id;
    EXPECT_NE(p.standing, Standing::draft) << p.id;
    EXPECT_NE(p.standing, Standing::none_found) << p.id;
  }
  for (const Record& r : LawBook::built_in().records()) EXPECT_FALSE(r.citation.instrument.empty());
}

// Numbers of decrees that no source confirmed are not to be cited as if they were.
TEST(Values, CiteNoUnconfirmedNumberAsConfirmed) {
  std::set<Day> unconfirmed;
  for (const reference::CsvRow& row : reference::read_csv("reference/data/national.csv")) {
    if (row.at("parameter") == "base_salary" && row.at("source").find("(number unconfirmed)") != std::string::npos) {
      unconfirmed.insert(reference::day_of(row.at("from"), first_law_day));
    }
  }
  ASSERT_EQ(unconfirmed.size(), 8U);
  for (const LawRow& row : LawBook::built_in().series(Parameter::base_salary)) {
    if (!unconfirmed.contains(row.from)) continue;
    const std::string cited = row.citation.instrument + " " + row.citation.provision;
    const bool numbered = cited.find("/20") != std::string::npos;
    EXPECT_TRUE(!numbered || cited.find("unconfirmed") != std::string::npos) << cited;
  }
}

// One entry for each group that a rule names, and "everyone" for the empty set.
std::map<std::string, std::pair<PerMonth, RuleMonths>> by_group(const std::vector<Rule>& rules) {
  std::map<std::string, std::pair<PerMonth, RuleMonths>> found;
  for (const Rule& rule : rules) {
    if (rule.groups.empty()) {
      EXPECT_TRUE(found.emplace("everyone", std::pair{rule.per_month, rule.months}).second);
    }
    for (const GroupName& group : LawBook::built_in().groups()) {
      if (!rule.groups.intersects(*LawBook::built_in().group(group.name))) continue;
      EXPECT_TRUE(found.emplace(group.name, std::pair{rule.per_month, rule.months}).second) << group.name;
    }
  }
  return found;
}

TEST(Programmes, EqualTheCopy) {
  const auto programmes = LawBook::built_in().programmes();
  ASSERT_EQ(programmes.size(), copy().programmes.size());
  for (const Programme& expected : copy().programmes) {
    SCOPED_TRACE(expected.id);
    const auto held =
        std::find_if(programmes.begin(), programmes.end(), [&](const Programme& p) { return p.id == expected.id; });
    ASSERT_NE(held, programmes.end());
    EXPECT_EQ(held->layer, expected.layer);
    EXPECT_EQ(held->territory, expected.territory);
    EXPECT_EQ(held->from, expected.from);
    EXPECT_EQ(held->to, expected.to);
    EXPECT_EQ(held->displaces, Displaces::fitting);
    EXPECT_EQ(held->standing, expected.standing);
    EXPECT_EQ(held->confidence, expected.confidence);
    EXPECT_EQ(held->source_of_money, expected.source_of_money);
    EXPECT_EQ(by_group(held->rules), by_group(expected.rules));
  }
}

// Confirmed nones turn a doubt into a zero, so there must be no other than the one that is known.
TEST(Records, TheOnlyConfirmedNoneIsFormerHoChiMinhCity) {
  int confirmed = 0;
  for (const Record& r : LawBook::built_in().records()) {
    if (r.kind != RecordKind::none) continue;
    ++confirmed;
    EXPECT_EQ(r.territory.former_province, std::vector{*FormerProvinceCode::from_text("79")});
    EXPECT_TRUE(r.territory.province.empty());
    EXPECT_TRUE(r.territory.locality.empty());
    EXPECT_EQ(r.to, (Day{2025, 6, 30}));
    EXPECT_TRUE(r.groups.empty());
  }
  EXPECT_EQ(confirmed, 1);
}

TEST(Records, NameEveryProgrammeProvinceAndItsSuccessor) {
  std::set<int> former;
  std::set<int> present;
  for (const Record& r : LawBook::built_in().records()) {
    if (!r.groups.empty()) continue;
    for (const auto code : r.territory.former_province) former.insert(code.number());
    for (const auto code : r.territory.province) present.insert(code.number());
  }
  for (const Programme& p : LawBook::built_in().programmes()) {
    for (const auto code : p.territory.province) present.insert(code.number());
  }
  // Hoa Binh, Phu Yen, Hai Duong and former Khanh Hoa; Lang Son, Phu Tho, Dak Lak, Hai Phong and Khanh Hoa.
  for (const int code : {17, 54, 30, 56}) EXPECT_TRUE(former.contains(code)) << code;
  for (const int code : {20, 25, 66, 31, 56}) EXPECT_TRUE(present.contains(code)) << code;
}

TEST(Provinces, CountsAndMap) {
  EXPECT_EQ(former_provinces().size(), 63U);
  EXPECT_EQ(provinces().size(), 34U);
  std::map<int, int> parts;
  int unmerged = 0;
  for (const FormerProvinceCode code : former_provinces()) {
    ++parts[code.present().number()];
    if (code.unmerged()) ++unmerged;
  }
  std::map<int, int> sizes;
  for (const auto& [code, count] : parts) ++sizes[count];
  EXPECT_EQ(unmerged, 11);
  EXPECT_EQ(sizes, (std::map<int, int>{{1, 11}, {2, 17}, {3, 6}}));
}

TEST(Provinces, EqualTheCopy) {
  std::set<std::string> former;
  std::set<std::string> present;
  for (const reference::CsvRow& row : reference::read_csv("reference/data/provinces.csv")) {
    const auto code = FormerProvinceCode::from_text(row.at("old_code"));
    ASSERT_TRUE(code.has_value()) << row.at("old_code");
    EXPECT_EQ(code->name(), row.at("old_name"));
    EXPECT_EQ(code->text(), row.at("old_code"));
    EXPECT_EQ(code->present().text(), row.at("new_code"));
    EXPECT_EQ(code->present().name(), row.at("new_name"));
    EXPECT_EQ(code->unmerged(), row.at("merged_on").empty());
    former.insert(row.at("old_code"));
    present.insert(row.at("new_code"));
  }
  EXPECT_EQ(former.size(), 63U);
  EXPECT_EQ(present.size(), 34U);
  // No other code is held, in either list; seven codes name another place in each.
  int changed = 0;
  for (int code = -1; code <= 101; ++code) {
    const std::string text = (code < 10 ? "0" : "") + std::to_string(code);
    EXPECT_EQ(FormerProvinceCode::from_number(code).has_value(), former.contains(text)) << code;
    EXPECT_EQ(ProvinceCode::from_number(code).has_value(), present.contains(text)) << code;
    if (former.contains(text) && present.contains(text) &&
        FormerProvinceCode::from_number(code)->name() != ProvinceCode::from_number(code)->name()) {
      ++changed;
    }
  }
  EXPECT_EQ(changed, 8);  // 15, 24, 44, 52, 80, 82, 91, and 46, which changed its name only
}

}  // namespace
