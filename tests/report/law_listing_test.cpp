// The listing of the law and of what is open in it.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

const LawBook& book() { return LawBook::built_in(); }

std::size_t in_force(const LawFilter& filter) {
  std::size_t rows = 0;
  for (const LawRow& row : book().rows()) {
    if (filter.parameter && row.parameter != *filter.parameter) continue;
    if (!filter.on || (row.from <= *filter.on && *filter.on <= row.to)) ++rows;
  }
  return rows;
}

TEST(LawListing, JsonOfTheWholeBookIsCanonical) {
  EXPECT_EQ(law_listing(book(), {}, Format::json, Language::vi), book().canonical_json());
  EXPECT_EQ(law_listing(book(), {}, Format::json, Language::en), book().canonical_json());
}

TEST(LawListing, OneParameterAsText) {
  EXPECT_EQ(law_listing(book(), {Parameter::support_rate_near_poor, {}, {}}, Format::text, Language::vi),
            "Luật bảo hiểm xã hội tự nguyện: tỷ lệ hỗ trợ hộ cận nghèo\n"
            "\n"
            "Tỷ lệ hỗ trợ hộ cận nghèo [support_rate.near_poor]\n"
            "  01/01/2018 – 30/06/2025: 25% (Nghị định 134/2015/NĐ-CP, Điều 14)\n"
            "  từ 01/07/2025: 40% (Nghị định 159/2025/NĐ-CP, Điều 5 khoản 1)\n"
            "\n"
            "Dữ liệu luật " +
                book().digest() + ", rà soát gần nhất ngày 22/11/2026.\n");
  EXPECT_EQ(law_listing(book(), {Parameter::support_rate_near_poor, Day{2026, 11, 22}, {}}, Format::text, Language::en),
            "Law of voluntary social insurance: support rate, near-poor households, on 2026-11-22\n"
            "\n"
            "Support rate, near-poor households [support_rate.near_poor]\n"
            "  from 2025-07-01: 40% (Decree 159/2025/NĐ-CP, art. 5(1))\n"
            "\n"
            "Law " +
                book().digest() + ", last verified on 2026-11-22.\n");
}

TEST(LawListing, EveryParameterOnEveryKindOfDay) {
  for (int p = 0; p < parameter_count; ++p) {
    for (const std::optional<Day> day :
         {std::optional<Day>{}, std::optional{Day{2012, 5, 1}}, std::optional{Day{2026, 11, 22}}}) {
      const LawFilter filter{static_cast<Parameter>(p), day, {}};
      const auto csv = lines_of(law_listing(book(), filter, Format::csv, Language::en));
      ASSERT_EQ(csv.size(), 1 + in_force(filter));
      for (std::size_t i = 1; i < csv.size(); ++i) EXPECT_EQ(cells_of(csv[i])[1], name(*filter.parameter));
      const auto json = parsed(law_listing(book(), filter, Format::json, Language::en));
      EXPECT_EQ(json["overrides"].Size(), in_force(filter));
      EXPECT_TRUE(json["programmes"].Empty());
      EXPECT_TRUE(json["records"].Empty());
    }
  }
}

TEST(LawListing, ValuesKeepTheirKindInJson) {
  const auto rate =
      parsed(law_listing(book(), {Parameter::contribution_rate, Day{2026, 1, 1}, {}}, Format::json, Language::en));
  EXPECT_EQ(string_at(rate["overrides"][0], "value"), "0.22");
  EXPECT_FALSE(rate["overrides"][0].HasMember("to"));
  const auto line =
      parsed(law_listing(book(), {Parameter::rural_poverty_line, Day{2026, 1, 1}, {}}, Format::json, Language::en));
  EXPECT_EQ(line["overrides"][0]["value"].GetInt64(), 1'500'000);
  EXPECT_EQ(string_at(line["overrides"][0], "to"), "2026-12-31");
  EXPECT_EQ(string_at(line["overrides"][0], "standing"), "reported");
  EXPECT_EQ(string_at(line["overrides"][0]["citation"], "instrument"), "Decree 351/2025/NĐ-CP");
}

TEST(LawListing, OneProvince) {
  const LawFilter hanoi{{}, Day{2026, 11, 22}, ProvinceCode::from_number(1)};
  const std::string text = law_listing(book(), hanoi, Format::text, Language::vi);
  EXPECT_NE(text.find("\n  ha_noi_2026: tỉnh hỗ trợ thêm, Hà Nội (mã 01), từ 01/01/2026\n"
                      "    Hộ nghèo: 50% mức đóng theo chuẩn hộ nghèo, theo số tháng Nhà nước hỗ trợ\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("ha_noi_2022"), std::string::npos);
  EXPECT_EQ(text.find("khanh_hoa"), std::string::npos);
  const auto json = parsed(law_listing(book(), hanoi, Format::json, Language::vi));
  ASSERT_EQ(json["programmes"].Size(), 1U);
  EXPECT_EQ(string_at(json["programmes"][0], "id"), "ha_noi_2026");
  EXPECT_EQ(string_at(json["programmes"][0]["rules"][1]["per_month"], "floor_share"), "0.6");
  EXPECT_TRUE(json["overrides"].Empty());
}

TEST(LawListing, AFormerProvinceLiesInThePresentOne) {
  const std::string text =
      law_listing(book(), {{}, Day{2020, 1, 1}, ProvinceCode::from_number(25)}, Format::text, Language::en);
  EXPECT_NE(text.find("Hòa Bình (former code 17)"), std::string::npos) << text;
}

TEST(LawListing, NothingRecordedIsNotNone) {
  const LawFilter thanh_hoa{{}, Day{2020, 1, 1}, ProvinceCode::from_number(38)};
  const std::string text = law_listing(book(), thanh_hoa, Format::text, Language::en);
  EXPECT_NE(text.find("Nothing is recorded; that does not mean that there is no rule."), std::string::npos) << text;
}

TEST(OpenListing, OpensWithItsNumber) {
  const std::string count = std::to_string(open_count(book()));
  EXPECT_EQ(open_listing(book(), Format::text, Language::en).find(count + " points are open.\n"), 0U);
  EXPECT_EQ(open_listing(book(), Format::text, Language::vi).find("Có " + count + " điểm chưa chắc chắn.\n"), 0U);
}

TEST(OpenListing, EveryFormatHoldsEveryItem) {
  const std::size_t count = open_count(book());
  EXPECT_GT(count, open_items(book()).size());
  for (const Language language : both_languages) {
    const auto json = parsed(open_listing(book(), Format::json, language));
    EXPECT_EQ(json["count"].GetUint64(), count);
    ASSERT_EQ(json["items"].Size(), count);
    std::size_t readings = 0, of_benefits = 0;
    for (const auto& item : json["items"].GetArray()) {
      EXPECT_FALSE(string_at(item, "text").empty());
      if (string_at(item, "kind") == "benefit_value") ++of_benefits;
      if (string_at(item, "kind") != "reading") continue;
      ++readings;
      EXPECT_EQ(string_at(item, "standing"), "assumed");
      EXPECT_FALSE(string_at(item["citation"], "instrument").empty());
      EXPECT_FALSE(string_at(item["citation"], "provision").empty());
    }
    EXPECT_EQ(of_benefits, 4U);  // the tables of 2021 and 2023, the ages of women and men before 2021
    EXPECT_EQ(readings + of_benefits, count - open_items(book()).size());
    EXPECT_EQ(lines_of(open_listing(book(), Format::csv, language)).size(), count + 1);
    std::size_t bullets = 0;
    for (const std::string& line : lines_of(open_listing(book(), Format::text, language))) {
      if (line.starts_with("  - ")) ++bullets;
    }
    EXPECT_EQ(bullets, count);
  }
}

TEST(OpenListing, CountsWhatIsLaidOverTheBook) {
  const auto with_draft = book().with(LawRow{Parameter::rural_poverty_line,
                                             2'500'000_dong,
                                             Day{2029, 1, 1},
                                             Day{2030, 12, 31},
                                             {"Draft decree", ""},
                                             Standing::draft,
                                             Sources::one});
  ASSERT_TRUE(with_draft.ok());
  EXPECT_EQ(open_count(*with_draft), open_count(book()) + 1);
}

}  // namespace
}  // namespace ansinh::test
