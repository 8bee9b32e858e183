// Overlays that are read: what they say is what the book then holds.
#include "ansinh/overlay.hpp"

#include <gtest/gtest.h>

#include <string>

#include "ansinh/assess.hpp"

namespace {

using namespace ansinh;

Overlay laid(std::string_view json, const LawBook& over = LawBook::built_in()) {
  const OverlayResult result = read_overlay(json, over);
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.faults().front().key);
  return result.ok() ? *result : *read_overlay("{}", over);
}

std::string with_programme(const std::string& rest, const std::string& id = "test") {
  return R"({"programmes":[{"id":")" + id + R"(","territory":{"province":["38"]},"from":"2026-01-01",)" + rest + "}]}";
}

const Programme* programme(const LawBook& book, std::string_view id) {
  for (const Programme& p : book.programmes()) {
    if (p.id == id) return &p;
  }
  return nullptr;
}

TEST(Overlay, NothingChangesNothing) {
  EXPECT_EQ(laid("{}").book.digest(), LawBook::built_in().digest());
  EXPECT_EQ(laid(R"({"base":"built_in","overrides":[],"programmes":[],"records":[]})").book.digest(),
            LawBook::built_in().digest());
}

TEST(Overlay, ThePrintedBookReadBackIsTheBook) {
  const LawBook& book = LawBook::built_in();
  const Overlay again = laid(book.canonical_json());
  EXPECT_TRUE(again.alone);
  EXPECT_EQ(again.book.digest(), book.digest());
  EXPECT_EQ(again.book.canonical_json(), book.canonical_json());
  EXPECT_TRUE(std::ranges::equal(again.book.rows(), book.rows()));
  EXPECT_TRUE(std::ranges::equal(again.book.programmes(), book.programmes()));
  EXPECT_TRUE(std::ranges::equal(again.book.records(), book.records()));
}

TEST(Overlay, APrintedBookOfEveryShapeReadBackIsTheBook) {
  const Overlay every = laid(R"({"name":"every shape",
    "groups":[{"name":"village_activist","vi":"hoạt động ở thôn","en":"village activist"}],"layers":["commune","donor"],
    "overrides":[
      {"parameter":"contribution_rate","value":"0.25","from":"2028-01-01","to":"2028-06-30"},
      {"parameter":"rural_poverty_line","value":2500000,"from":"2028-01-01","standing":"draft","sources":"none"},
      {"parameter":"income_floor_basis","value":"base_salary","from":"2029-01-01"},
      {"parameter":"income_ceiling_multiple","value":30,"from":"2029-01-01"},
      {"parameter":"income_step_rule","value":"required","from":"2029-01-01"},
      {"parameter":"payment_terms","value":"1,12,TH","from":"2029-01-01"},
      {"parameter":"support_from","value":"2017-01","from":"2029-01-01"},
      {"parameter":"th_support","value":"compounded","from":"2029-01-01"},
      {"parameter":"refund_reasons","value":"death,pension","from":"2029-01-01"},
      {"parameter":"fund_return_rate","value":0,"from":"2029-01-01"}],
    "programmes":[{"id":"a","layer":"donor","territory":{"province":["01"],"former_province":["30"],
      "locality":["004","00004"]},"from":"2026-01-01","to":"2026-12-31","displaces":"all","standing":"draft",
      "confidence":"low","citation":{"instrument":"\"x\" <b>","provision":"art. 1"},"source_of_money":"fund",
      "conditions":["one","two"],"rules":[
        {"groups":["village_activist","poor"],"per_month":{"own_share":"0.123456789"},"months":"all"},
        {"groups":["poor"],"per_month":{"stated_income":6000000,"share":"1"},"months":12},
        {"per_month":{"fixed":50000}}]}],
    "records":[{"territory":{"former_province":["17"]},"from":"2026-01-01","kind":"draft","groups":["island"]}]})");
  const Overlay again = laid(every.book.canonical_json());
  EXPECT_EQ(again.book.digest(), every.book.digest());
  EXPECT_TRUE(std::ranges::equal(again.book.groups(), every.book.groups()));
  EXPECT_TRUE(std::ranges::equal(again.book.layers(), every.book.layers()));
  EXPECT_TRUE(std::ranges::equal(again.book.rows(), every.book.rows()));
  EXPECT_TRUE(std::ranges::equal(again.book.programmes(), every.book.programmes()));
}

TEST(Overlay, WhatIsAbsent) {
  const Overlay overlay = laid(R"({"overrides":[{"parameter":"rural_poverty_line","value":2000000,"from":"2026-01-01"}],
    "programmes":[{"id":"p","territory":{"province":["38"]},"from":"2026-01-01","rules":[{"per_month":{"fixed":1}}]}],
    "records":[{"territory":{"province":["38"]},"from":"2026-01-01","kind":"none"}]})");
  ASSERT_EQ(overlay.values.size(), 1U);
  EXPECT_EQ(overlay.values[0].to, open_end);
  EXPECT_EQ(overlay.values[0].sources, Sources::two_or_more);
  EXPECT_EQ(overlay.values[0].standing, Standing::assumed);
  const Programme& p = overlay.programmes.at(0);
  EXPECT_EQ(p.layer, "province");
  EXPECT_EQ(p.to, open_end);
  EXPECT_EQ(p.displaces, Displaces::fitting);
  EXPECT_EQ(p.standing, Standing::assumed);
  EXPECT_EQ(p.confidence, Confidence::high);
  EXPECT_EQ(p.source_of_money, SourceOfMoney::budget);
  EXPECT_EQ(p.rules.at(0).months, RuleMonths{});
  EXPECT_TRUE(p.rules.at(0).groups.empty());
  EXPECT_EQ(overlay.records.at(0).standing, Standing::assumed);
}

TEST(Overlay, AnOverrideReplacesTheValueOnItsOwnDays) {
  const Overlay overlay = laid(R"({"overrides":[
    {"parameter":"rural_poverty_line","value":1600000,"from":"2026-03-01","to":"2026-03-31"},
    {"parameter":"rural_poverty_line","value":1700000,"from":"2026-02-01","to":"2026-02-28"},
    {"parameter":"rural_poverty_line","value":1800000,"from":"2026-12-31","to":"2027-01-01"}]})");
  const auto line = [&](Day day) {
    return std::get<Money>(overlay.book.on(Parameter::rural_poverty_line, day)->value).dong();
  };
  EXPECT_EQ(line(Day{2026, 1, 31}), 1'500'000);
  EXPECT_EQ(line(Day{2026, 2, 1}), 1'700'000);
  EXPECT_EQ(line(Day{2026, 2, 28}), 1'700'000);
  EXPECT_EQ(line(Day{2026, 3, 1}), 1'600'000);
  EXPECT_EQ(line(Day{2026, 3, 31}), 1'600'000);
  EXPECT_EQ(line(Day{2026, 4, 1}), 1'500'000);
  EXPECT_EQ(line(Day{2026, 12, 30}), 1'500'000);
  EXPECT_EQ(line(Day{2026, 12, 31}), 1'800'000);
  EXPECT_EQ(line(Day{2027, 1, 1}), 1'800'000);
  EXPECT_EQ(line(Day{2027, 1, 2}), 2'200'000);
}

TEST(Overlay, AProgrammeWithAnIdThatExistsIsReplacedWhole) {
  const std::string other = with_programme(R"("rules":[{"per_month":{"floor_share":"0.05"}}])", "ha_noi_2026");
  const Overlay overlay = laid(other);
  EXPECT_EQ(overlay.book.programmes().size(), LawBook::built_in().programmes().size());
  const Programme* p = programme(overlay.book, "ha_noi_2026");
  ASSERT_NE(p, nullptr);
  EXPECT_EQ(*p, overlay.programmes.at(0));
  EXPECT_EQ(p->territory.province.at(0).text(), "38");
}

TEST(Overlay, SeveralFilesApplyInTheirOrder) {
  const std::string first = with_programme(R"("rules":[{"per_month":{"fixed":1}}])");
  const std::string second = with_programme(R"("rules":[{"per_month":{"fixed":2}}])");
  const auto fixed = [](const LawBook& book) {
    return std::get<FixedSum>(programme(book, "test")->rules.at(0).per_month).amount.dong();
  };
  EXPECT_EQ(fixed(laid(second, laid(first).book).book), 2);
  EXPECT_EQ(fixed(laid(first, laid(second).book).book), 1);
  // A group and a layer of an earlier file are known, and may be named again in the same words.
  const std::string names = R"("groups":[{"name":"g","vi":"v","en":"e"}],"layers":["donor"])";
  const LawBook named = laid('{' + names + '}').book;
  EXPECT_EQ(laid('{' + names + '}', named).book.digest(), named.digest());
  EXPECT_TRUE(read_overlay(R"({"programmes":[{"id":"q","layer":"donor","territory":{"province":["38"]},
    "from":"2026-01-01","rules":[{"groups":["g"],"per_month":{"fixed":1}}]}]})",
                           named)
                  .ok());
  EXPECT_FALSE(read_overlay(R"({"groups":[{"name":"g","vi":"w","en":"e"}]})", named).ok());
}

TEST(Overlay, WithoutABaseThereIsNoLaw) {
  const Overlay overlay = laid(R"({"base":"none","overrides":[
    {"parameter":"rural_poverty_line","value":1500000,"from":"2026-01-01"}]})");
  EXPECT_EQ(overlay.book.rows().size(), 1U);
  EXPECT_TRUE(overlay.book.programmes().empty());
  EXPECT_TRUE(overlay.book.records().empty());
  EXPECT_EQ(overlay.book.groups().size(), LawBook::built_in().groups().size());
  Request request;
  request.paid_on = Day{2026, 11, 22};
  request.income = 1'500'000_dong;
  EXPECT_EQ(assess(Rules{overlay.book}, request).code(), Errc::value_not_published);
}

TEST(Overlay, OwnGroupsAndLayersArePriced) {
  const Overlay overlay = laid(R"({"groups":[{"name":"age_75","vi":"từ 75 tuổi","en":"75 or older"}],"layers":["donor"],
    "programmes":[
     {"id":"p","territory":{"province":["38"]},"from":"2026-01-01",
      "rules":[{"groups":["age_75"],"per_month":{"floor_share":"0.30"}}]},
     {"id":"d","layer":"donor","territory":{"province":["38"]},"from":"2026-01-01","source_of_money":"fund",
      "rules":[{"groups":["age_75"],"per_month":{"fixed":50000}}]}]})");
  Request request;
  request.paid_on = Day{2026, 11, 22};
  request.income = 1'500'000_dong;
  request.place.province = ProvinceCode::from_text("38");
  request.groups = *overlay.book.group("age_75");
  const auto due = assess(Rules{overlay.book}, request);
  ASSERT_TRUE(due.ok());
  EXPECT_EQ(due->central_support, 66'000_dong);
  EXPECT_EQ(due->province_top_up, 99'000_dong);
  EXPECT_EQ(due->local_top_up, 149'000_dong);
  EXPECT_EQ(due->participant_share, 115'000_dong);
  ASSERT_EQ(due->layers().size(), 2U);
  EXPECT_EQ(overlay.book.layers()[due->layers()[1].layer], "donor");
  EXPECT_EQ(due->layers()[1].source, SourceOfMoney::fund);
}

TEST(Overlay, TenThousandProgrammesAreReadAndOneMoreIsNot) {
  const auto file = [](std::size_t count) {
    std::string json = R"({"programmes":[)";
    for (std::size_t i = 0; i < count; ++i) {
      json += (i == 0 ? "" : ",");
      json += R"({"id":"p)" + std::to_string(i) +
              R"(","territory":{"locality":["00004"]},"from":"2026-01-01","rules":[{"per_month":{"fixed":1}}]})";
    }
    return json + R"(],"base":"none"})";
  };
  EXPECT_EQ(laid(file(most_programmes)).book.programmes().size(), most_programmes);
  const OverlayResult more = read_overlay(file(most_programmes + 1), LawBook::built_in());
  ASSERT_FALSE(more.ok());
  EXPECT_EQ(more.faults().front().error, OverlayError::too_large);
  EXPECT_EQ(more.faults().front().key, "programmes");
  // As many may be laid over the built-in book, and the book that comes of it can be printed and read back.
  std::string over_book = file(most_programmes);
  over_book.replace(over_book.find(R"("none")"), 6, R"("built_in")");
  const LawBook full = laid(over_book).book;
  EXPECT_EQ(full.programmes().size(), most_programmes + LawBook::built_in().programmes().size());
  EXPECT_EQ(laid(full.canonical_json()).book.digest(), full.digest());
  // No more of its own than that, whether in one file or in several.
  const std::string one_more = with_programme(R"("rules":[])");
  EXPECT_EQ(read_overlay(one_more, full).faults().front().error, OverlayError::too_large);
  EXPECT_FALSE(full.with(laid(one_more).programmes.front()).ok());
  EXPECT_TRUE(read_overlay(with_programme(R"("rules":[])", "p0"), full).ok());
  EXPECT_TRUE(full.with(LawBook::built_in().programmes().front()).ok());
}

// What the reader would refuse no book takes, so that every book can be printed and read back.
TEST(Overlay, WhatABookTakesCanBeReadBack) {
  const LawBook& book = LawBook::built_in();
  const std::vector<std::string> bad{"\x01",   "\x7F", "\xC2\x9B",     "\u202E",
                                     "\u2028", "\xFF", "\xED\xB0\x80", std::string(most_overlay_text + 1, 'a')};
  Programme programme = book.programmes().front();
  programme.id = "test";
  Record record = book.records().front();
  LawRow row = book.rows().front();
  for (const std::string& text : bad) {
    Programme named = programme, cited = programme, conditional = programme;
    named.id = text;
    cited.citation.provision = text;
    conditional.conditions = {text};
    for (const Programme& one : {named, cited, conditional}) EXPECT_FALSE(book.with(one).ok()) << text;
    record.citation.instrument = text;
    EXPECT_FALSE(book.with(record).ok()) << text;
    row.citation.instrument = text;
    EXPECT_FALSE(book.with(row).ok()) << text;
    EXPECT_FALSE(book.with_group({"x", text, "x"}).ok()) << text;
    EXPECT_FALSE(book.with_group({"x", "x", text}).ok()) << text;
  }
  programme.territory.province = {*ProvinceCode::from_text("01"), *ProvinceCode::from_text("01")};
  EXPECT_EQ(book.with(programme).fault().hint, Hint::duplicate);
  EXPECT_FALSE(book.with_group({std::string(101, 'a'), "x", "x"}).ok());
  EXPECT_FALSE(book.with_layer(std::string(101, 'a')).ok());

  programme.territory = book.programmes().front().territory;
  programme.conditions = {std::string(most_overlay_text, 'a'), "", "\"<ễ\\"};
  const auto taken = book.with(programme)->with_group({std::string(100, 'a'), "", "x"});
  ASSERT_TRUE(taken.ok());
  EXPECT_EQ(laid(taken->canonical_json()).book.digest(), taken->digest());
}

}  // namespace
