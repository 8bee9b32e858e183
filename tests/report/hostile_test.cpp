// Names, citations and conditions that somebody else wrote are text, wherever they are printed.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

// A quote, markup and a formula in every text of a programme. What turns a text or ends its line no book takes.
Programme hostile_programme() {
  Programme programme;
  programme.id = "<script>alert(\"x\")</script>";
  programme.territory.province = {*ProvinceCode::from_number(38)};
  programme.from = Day{2026, 1, 1};
  programme.citation = {"=HYPERLINK(\"http://x\") & <b>law</b>, {0} %s", "art. 1\" onload='x"};
  programme.conditions = {"</p><img src=x onerror=alert(1)>", "a, \"b\"c"};
  Rule rule;
  rule.per_month = FloorShare{"0.10"_rate};
  programme.rules = {rule};
  return programme;
}

Rules hostile_rules() {
  const auto book = LawBook::built_in().with(hostile_programme());
  EXPECT_TRUE(book.ok());
  return Rules{book.ok() ? *book : LawBook::built_in()};
}

Request in_thanh_hoa() {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.place.province = ProvinceCode::from_number(38);
  return request;
}

TEST(Hostile, HtmlIsEscaped) {
  const Rules rules = hostile_rules();
  for (const Language language : both_languages) {
    const auto table = contribution_table(rules, {Day{2026, 11, 22}, in_thanh_hoa().place, 0}, Format::html, language);
    ASSERT_TRUE(table.ok());
    const std::string law = law_listing(rules.book(), {{}, {}, ProvinceCode::from_number(38)}, Format::html, language);
    const std::string open = open_listing(rules.book(), Format::html, language);
    for (const std::string& page : {*table, law, open}) {
      EXPECT_EQ(page.find("<script"), std::string::npos);
      EXPECT_EQ(page.find("<b>"), std::string::npos);
      EXPECT_EQ(page.find("<img"), std::string::npos);
    }
    EXPECT_NE(table->find("=HYPERLINK(&quot;http://x&quot;) &amp; &lt;b&gt;law&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(law.find("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"), std::string::npos);
  }
}

TEST(Hostile, PlainTextIsShownAsItIs) {
  const Rules rules = hostile_rules();
  const Explanation explanation = explain(rules, in_thanh_hoa());
  for (const Language language : both_languages) {
    for (const std::string& text :
         {assessment_text(rules, explanation, language), explanation_text(rules, explanation, language),
          law_listing(rules.book(), {}, Format::text, language)}) {
      EXPECT_NE(text.find("<b>law</b>, {0} %s"), std::string::npos);
    }
  }
}

TEST(Hostile, JsonReadsBackAsItWas) {
  const Rules rules = hostile_rules();
  const Request request = in_thanh_hoa();
  const auto answer = assess(rules, request);
  ASSERT_TRUE(answer.ok());
  const auto json = parsed(assessment_json(rules, *answer));
  ASSERT_TRUE(json.IsObject());
  EXPECT_EQ(string_at(json["layers"][0], "programme"), hostile_programme().id);
  const auto explained = parsed(explanation_json(rules, explain(rules, request), Language::vi));
  ASSERT_TRUE(explained.IsObject());
  const auto law = parsed(
      law_listing(rules.book(), {{}, Day{2026, 11, 22}, ProvinceCode::from_number(38)}, Format::json, Language::vi));
  ASSERT_TRUE(law.IsObject());
  ASSERT_EQ(law["programmes"].Size(), 1U);
  EXPECT_EQ(string_at(law["programmes"][0], "id"), hostile_programme().id);
  EXPECT_EQ(string_at(law["programmes"][0]["citation"], "instrument"), hostile_programme().citation.instrument);
  EXPECT_EQ(law["programmes"][0]["conditions"][1].GetString(), hostile_programme().conditions[1]);
}

TEST(Hostile, CsvIsQuotedAndHoldsNoFormula) {
  const Rules rules = hostile_rules();
  const auto lines = lines_of(
      law_listing(rules.book(), {{}, Day{2026, 11, 22}, ProvinceCode::from_number(38)}, Format::csv, Language::vi));
  ASSERT_GE(lines.size(), 2U);
  const auto header = cells_of(lines[0]);
  const auto row = cells_of(lines[1]);
  ASSERT_EQ(row.size(), header.size());
  EXPECT_EQ(row[1], hostile_programme().id);
  EXPECT_EQ(row[10], "'=HYPERLINK(\"http://x\") & <b>law</b>, {0} %s");
  EXPECT_EQ(row[11], "art. 1\" onload='x");
}

TEST(Hostile, WhatWasGivenIsShortAndOnOneLine) {
  const std::string given = "\x1b[31m\n\xff\u202E\u2028" + std::string(100'000, 'x');
  Fault fault;
  fault.field = Field::income;
  fault.hint = Hint::malformed;
  fault.given = Datum{std::string_view{given}};
  for (const Language language : both_languages) {
    const std::string message = fault_message(built_in_rules(), fault, language);
    EXPECT_LT(message.size(), 400U);
    EXPECT_NE(message.find("“\uFFFD[31m\uFFFD\uFFFD\uFFFD\uFFFDxxx"), std::string::npos) << message;
    const auto json = parsed(fault_json(built_in_rules(), fault, language));
    ASSERT_TRUE(json.IsObject());
    EXPECT_EQ(string_at(json, "given"), "\x1b[31m\n\uFFFD\u202E\u2028" + std::string(100'000, 'x'));
  }
}

TEST(Hostile, OverlongAndBrokenUtf8) {
  // Overlong, surrogate, beyond U+10FFFF, cut off: one replacement a byte.
  for (const std::string& bytes : {std::string{"\xC0\xAF"}, std::string{"\xED\xA0\x80"}, std::string{"\xF5\x80"},
                                   std::string{"\xE1\xBB"}, std::string{"\xF0\x9F\x98"}}) {
    Fault fault;
    fault.field = Field::income;
    fault.hint = Hint::malformed;
    fault.given = Datum{std::string_view{bytes}};
    std::string replaced;
    for (std::size_t i = 0; i < bytes.size(); ++i) replaced += "\uFFFD";
    EXPECT_EQ(string_at(parsed(fault_json(built_in_rules(), fault, Language::en)), "given"), replaced);
  }
}

}  // namespace
}  // namespace ansinh::test
