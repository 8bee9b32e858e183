// Every overlay of examples/overlays: what its rows in expected.csv say, worked out by hand, is what it prices to.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "ansinh/explain.hpp"
#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"
#include "laid.hpp"
#include "reference/csv.hpp"
#include "reference/reference.hpp"

namespace overlays {
namespace {

using namespace ansinh;

std::vector<reference::CsvRow> expected() { return reference::read_csv("../examples/overlays/expected.csv"); }

std::string flags_of(const Assessment& assessment) {
  std::string all;
  for (const Flag flag : all_flags) {
    if (!assessment.flags.has(flag)) continue;
    if (!all.empty()) all += '|';
    all += name(flag);
  }
  return all;
}

TEST(Examples, PriceToWhatIsWorkedOut) {
  std::map<std::string, Laid> laws;
  std::size_t rows = 0;
  for (const reference::CsvRow& row : expected()) {
    const std::string& name = row.at("overlay");
    if (!laws.contains(name)) laws.emplace(name, laid(example(name)));
    const Laid& law = laws.at(name);
    RequestCells cells;
    for (const Field field :
         {Field::paid_on, Field::income, Field::term, Field::groups, Field::province, Field::former_province,
          Field::locality, Field::months_supported, Field::local_months_used, Field::other_support}) {
      cells[field] = row.at(std::string{ansinh::name(field)});
    }
    const auto request = read_request(law.rules.book(), cells);
    ASSERT_TRUE(request.ok()) << name;
    const auto due = priced(law, *request);
    ASSERT_TRUE(due.ok()) << name << ": " << reference::describe(*request);
    const auto is = [&](const char* column, Money amount) {
      EXPECT_EQ(std::to_string(amount.dong()), row.at(column))
          << name << ", " << column << ": " << reference::describe(*request);
    };
    is("contribution", due->contribution);
    is("central_support", due->central_support);
    is("local_top_up", due->local_top_up);
    is("province_top_up", due->province_top_up);
    is("locality_top_up", due->locality_top_up);
    is("other_support_counted", due->other_support);
    is("participant_share", due->participant_share);
    EXPECT_EQ(flags_of(*due), row.at("flags")) << name << ": " << reference::describe(*request);
    ++rows;
  }
  EXPECT_GE(rows, 81U);
}

TEST(Examples, EachHasRowsAndEachRowItsFile) {
  std::set<std::string> files, priced_ones;
  for (const auto& entry : std::filesystem::directory_iterator{EXAMPLES_DIR "/overlays"}) {
    if (entry.path().extension() == ".json") files.insert(entry.path().stem().string());
  }
  for (const reference::CsvRow& row : expected()) priced_ones.insert(row.at("overlay"));
  files.erase("schema");
  EXPECT_EQ(files, priced_ones);
}

// The page for authors writes this one; what it says is what is built in.
TEST(Examples, KhanhHoaIsTheBuiltInProgramme) {
  EXPECT_EQ(laid(example("khanh_hoa")).overlay.book.digest(), LawBook::built_in().digest());
}

TEST(Examples, AreReadBackFromTheirPrintedBook) {
  for (const reference::CsvRow& row : expected()) {
    const Overlay overlay = laid(example(row.at("overlay"))).overlay;
    const auto again = read_overlay(overlay.book.canonical_json(), LawBook::built_in());
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->book.digest(), overlay.book.digest());
  }
}

// S13 and S20: what a programme asks of residence and age is a text that every explanation lists.
TEST(Examples, ConditionsAreListed) {
  const Laid law = laid(example("s20_age_limit"));
  Request request;
  request.paid_on = Day{2026, 11, 22};
  request.income = 1'500'000_dong;
  request.groups = *law.rules.book().group("aged_65");
  request.place.province = ProvinceCode::from_text("38");
  const Explanation explanation = explain(law.rules, request);
  ASSERT_EQ(explanation.counted.size(), 1U);
  const std::string text = explanation_text(law.rules, explanation, Language::en);
  EXPECT_NE(text.find(law.overlay.programmes.at(0).conditions.at(0)), std::string::npos) << text;
}

// S16: who pays a layer is told.
TEST(Examples, TheFundPays) {
  const Laid law = laid(example("s06_three_layers"));
  Request request;
  request.paid_on = Day{2024, 6, 15};
  request.income = 1'500'000_dong;
  request.groups = Group::poor;
  request.place = {ProvinceCode::from_text("38"), {}, LocalityCode::from_text("380")};
  const auto due = priced(law, request);
  ASSERT_TRUE(due.ok());
  ASSERT_EQ(due->layers().size(), 2U);
  EXPECT_EQ(due->layers()[0].source, SourceOfMoney::budget);
  EXPECT_EQ(due->layers()[1].source, SourceOfMoney::fund);
}

}  // namespace
}  // namespace overlays
