// Leaflets: every figure is an assessment or a pension, both papers and languages say what must be said.
#include "ansinh/leaflet.hpp"

#include <gtest/gtest.h>

#include <string>

#include "ansinh/leaflet_report.hpp"
#include "benefit/slow_benefits.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;
using reference::nearest;
using reference::Number;

const BenefitRules& rules() { return built_in_benefit_rules(); }

LeafletRequest near_poor_in_ha_noi() {
  LeafletRequest request;
  request.paid_on = Day{2026, 11, 22};
  request.groups = Group::near_poor;
  request.place.province = ProvinceCode::from_text("01");
  return request;
}

Leaflet made(const LeafletRequest& request) {
  const auto page = leaflet(rules(), request);
  EXPECT_TRUE(page.ok()) << name(page.code());
  return page.ok() ? *page : Leaflet{};
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Leaflet, EveryCellIsAnAssessmentOrAPension) {
  for (const Day day : {Day{2026, 11, 22}, Day{2027, 1, 1}, Day{2024, 11, 22}, Day{2018, 3, 1}}) {
    LeafletRequest request = near_poor_in_ha_noi();
    request.paid_on = day;
    const Leaflet page = made(request);
    ASSERT_EQ(page.rows.size(), 12U);
    EXPECT_EQ(page.rows.front().income, page.brackets.floor);
    EXPECT_EQ(page.rows.back().income, page.brackets.level(page.brackets.count - 1));
    for (const LeafletRow& row : page.rows) {
      EXPECT_TRUE(page.brackets.number_of(row.income)) << row.income.dong();
      for (std::size_t i = 0; i < leaflet_terms.size(); ++i) {
        Request q;
        q.paid_on = day;
        q.income = row.income;
        q.groups = request.groups;
        q.place = request.place;
        q.term = *Term::months(leaflet_terms[i]);
        EXPECT_EQ(row.payments[i], *assess(rules().rules(), q));
      }
      for (std::size_t i = 0; i < leaflet_years.size(); ++i) {
        const Number income{row.income.dong()}, years{leaflet_years[i]};
        EXPECT_EQ(row.pension_women[i].dong(), nearest(income * slow::Benefits::rate(true, years)).dong);
        EXPECT_EQ(row.pension_men[i].dong(), nearest(income * slow::Benefits::rate(false, years)).dong);
      }
    }
  }
}

TEST(Leaflet, EveryAmountIsOnThePageInBothForms) {
  for (const Paper paper : {Paper::a4, Paper::a5}) {
    LeafletRequest request = near_poor_in_ha_noi();
    request.rows = leaflet_rows(paper);
    const Leaflet page = made(request);
    for (const Language language : {Language::vi, Language::en}) {
      for (const std::string& text :
           {leaflet_html(rules(), page, paper, language), leaflet_svg(rules(), page, paper, language)}) {
        for (const LeafletRow& row : page.rows) {
          std::vector<Money> amounts{row.income, row.payments[0].contribution, row.payments[0].central_support,
                                     row.payments[0].local_top_up};
          for (const Assessment& payment : row.payments) amounts.push_back(payment.participant_share);
          amounts.insert(amounts.end(), row.pension_women.begin(), row.pension_women.end());
          amounts.insert(amounts.end(), row.pension_men.begin(), row.pension_men.end());
          for (const Money amount : amounts) {
            std::string bare = printed(amount);
            bare.resize(bare.size() - std::string_view{" đ"}.size());
            EXPECT_TRUE(contains(text, ">" + bare + "<")) << bare;
          }
        }
        EXPECT_TRUE(contains(text, rules().book().digest()));
        EXPECT_TRUE(contains(
            text, language == Language::vi ? "Minh họa, không phải quyết định" : "An illustration, not a decision"));
        EXPECT_TRUE(contains(text, language == Language::vi ? "Nghị định 159/2025/NĐ-CP" : "Decree 159/2025/NĐ-CP"));
        EXPECT_TRUE(contains(text, language == Language::vi ? "22/11/2026" : "2026-11-22"));
        EXPECT_FALSE(contains(text, "<script"));
      }
    }
  }
}

// A table that an agency prints with one factor comes out under its own name, and differs from the law's.
TEST(Leaflet, AFixedFactorIsNamedAsNoLaw) {
  LeafletRequest request = near_poor_in_ha_noi();
  const Leaflet legal = made(request);
  request.fixed_factor = *PriceFactor::from_text("1.35");
  const Leaflet with_factor = made(request);
  EXPECT_EQ(legal.rows[0].pension_women[0], 675'000_dong);
  EXPECT_EQ(with_factor.rows[0].pension_women[0], 911'250_dong);
  EXPECT_EQ(with_factor.rows[0].payments, legal.rows[0].payments);
  EXPECT_TRUE(contains(leaflet_html(rules(), with_factor, Paper::a4, Language::vi),
                       "Hệ số trượt giá cố định không có trong luật"));
  EXPECT_TRUE(contains(leaflet_html(rules(), with_factor, Paper::a4, Language::vi), "hệ số trượt giá cố định 1,35"));
  EXPECT_FALSE(contains(leaflet_html(rules(), legal, Paper::a4, Language::vi), "Hệ số trượt giá"));
}

TEST(Leaflet, WhatIsNotKnownOfThePlaceIsSaid) {
  LeafletRequest request = near_poor_in_ha_noi();
  EXPECT_FALSE(
      contains(leaflet_html(rules(), made(request), Paper::a4, Language::vi), "Chưa có dữ liệu về hỗ trợ của tỉnh"));
  request.place.province = ProvinceCode::from_text("79");
  EXPECT_TRUE(
      contains(leaflet_html(rules(), made(request), Paper::a4, Language::vi), "Chưa có dữ liệu về hỗ trợ của tỉnh"));
}

TEST(Leaflet, TextsOfAnOverlayAreEscaped) {
  const auto book =
      LawBook::built_in().with(Programme{.id = "x",
                                         .territory = {.province = {*ProvinceCode::from_text("79")}},
                                         .from = Day{2026, 1, 1},
                                         .citation = {"<script>alert(1)</script>", "\"&'"},
                                         .rules = {{{}, FixedSum{10'000_dong}, {RuleMonths::Kind::all}}}});
  ASSERT_TRUE(book.ok());
  const BenefitRules overlaid{Rules{*book}};
  LeafletRequest request = near_poor_in_ha_noi();
  request.place.province = ProvinceCode::from_text("79");
  const auto page = leaflet(overlaid, request);
  ASSERT_TRUE(page.ok());
  for (const std::string& text : {leaflet_html(overlaid, *page, Paper::a4, Language::vi),
                                  leaflet_svg(overlaid, *page, Paper::a5, Language::en)}) {
    EXPECT_FALSE(contains(text, "<script"));
    EXPECT_TRUE(contains(text, "&lt;script&gt;"));
  }
}

TEST(Leaflet, Refusals) {
  LeafletRequest request = near_poor_in_ha_noi();
  request.rows = 3;
  EXPECT_EQ(leaflet(rules(), request).fault().field, Field::row);
  request = near_poor_in_ha_noi();
  request.paid_on = Day{2031, 1, 1};
  EXPECT_EQ(leaflet(rules(), request).code(), Errc::day_outside_law);
  request = near_poor_in_ha_noi();
  request.months_supported = -1;
  EXPECT_EQ(leaflet(rules(), request).fault().field, Field::months_supported);
}

}  // namespace
