// Payments over years and their schedules against amounts worked out apart, with plain fractions.
#include <gtest/gtest.h>

#include <string>

#include "reference/schedule.hpp"

namespace {

using namespace ansinh;
using reference::Outcome;

const reference::Law& law() {
  static const reference::Law of_files = reference::Law::from_files();
  return of_files;
}

Rate rate(const char* text) { return *Rate::from_text(text); }

Request payment(Day paid_on, std::int64_t income, const char* term, const char* r = "") {
  Request q;
  q.paid_on = paid_on;
  q.income = Money{income};
  q.term = *Term::from_text(term);
  if (*r != 0) q.fund_return_rate = rate(r);
  return q;
}

constexpr unsigned cut = 4, exhausted = 8, local_unknown = 16, unsettled = 32;

struct Case {
  const char* what;
  Request request;
  std::int64_t contribution, central, province, locality, share;
  int supported;
  unsigned flags;
};

Request with(Request q, void (*change)(Request&)) {
  change(q);
  return q;
}
void used_100(Request& q) { q.months_supported = 100; }
void used_110(Request& q) { q.months_supported = 110; }
void used_120(Request& q) { q.months_supported = 120; }
void nominal(Request& q) { q.th_support = ThSupport::nominal; }
void compounded(Request& q) { q.th_support = ThSupport::compounded; }
void poor(Request& q) { q.groups = Group::poor; }
void ha_noi(Request& q) { q.place.province = ProvinceCode::from_number(1); }
void long_bien(Request& q) {
  ha_noi(q);
  q.place.locality = LocalityCode::from_text("004");
  q.groups = Group::escaped_near_poor;
}
void long_bien_4(Request& q) {
  long_bien(q);
  q.local_months_used = 4;
}
void near_poor_in_ha_noi(Request& q) {
  ha_noi(q);
  q.groups = Group::near_poor;
}
void from_2024_03(Request& q) { q.first_month = Month{2024, 3}; }

std::vector<Case> cases() {
  const Day h1{2025, 6, 30};
  const Day h2{2025, 7, 1};
  const Request th60 = with(payment(h1, 1'500'000, "TH60", "0.005"), used_100);
  const Request db3 = with(payment({2024, 7, 10}, 1'500'000, "DB3", "0.005"), from_2024_03);
  const Request vs2 = payment({2025, 12, 31}, 1'500'000, "VS2", "0");
  return {
      // Months 1 to 20 of 60 carry the exponents 60 down to 41.
      {"the 120 months run out, compounded", th60, 23'139'231, 849'395, 0, 0, 22'289'836, 20, exhausted | unsettled},
      {"nominal before its day", with(th60, nominal), 23'139'231, 660'000, 0, 0, 22'479'231, 20, exhausted | unsettled},
      {"TH12, poor", with(payment(h1, 1'500'000, "TH12", "0.005"), poor), 4'091'089, 1'227'327, 0, 0, 2'863'762, 12, 0},
      {"TH12, the day's edition stated", with(with(payment(h1, 1'500'000, "TH12", "0.005"), poor), compounded),
       4'091'089, 1'227'327, 0, 0, 2'863'762, 12, 0},
      {"TH12 from 2025-07-01", payment(h2, 1'500'000, "TH12", "0.005"), 4'091'089, 818'218, 0, 0, 3'272'871, 12,
       unsettled},
      {"TH12 without support", with(payment(h2, 1'500'000, "TH12", "0.005"), used_120), 4'091'089, 0, 0, 0, 4'091'089,
       0, exhausted},
      {"TH12, last day of compounding", payment({2026, 4, 30}, 1'500'000, "TH12", "0.005"), 4'091'089, 818'218, 0, 0,
       3'272'871, 12, unsettled},
      {"TH12, first nominal day", payment({2026, 5, 1}, 1'500'000, "TH12", "0.005"), 4'091'089, 792'000, 0, 0,
       3'299'089, 12, unsettled},
      {"TH12 before support", payment({2017, 12, 31}, 1'500'000, "TH12", "0.005"), 4'091'089, 0, 0, 0, 4'091'089, 0, 0},
      {"the series' r is reported by one source", payment({2026, 8, 1}, 1'500'000, "VS2"), 7'644'801, 1'584'000, 0, 0,
       6'060'801, 24, unsettled},
      {"a request's own r", payment({2026, 8, 1}, 1'500'000, "VS2", "0.0031"), 7'644'801, 1'584'000, 0, 0, 6'060'801,
       24, 0},
      {"r = 0", vs2, 7'920'000, 1'584'000, 0, 0, 6'336'000, 24, unsettled},
      // Nominal support does not depend on which of the months are supported.
      {"the 120 months run out, years ahead", with(payment({2026, 8, 1}, 1'500'000, "VS2", "0.0031"), used_110),
       7'644'801, 660'000, 0, 0, 6'984'801, 10, exhausted},
      {"years ahead in Ha Noi, above 100 %",
       with(payment({2026, 8, 1}, 1'500'000, "VS3", "0.0031"), near_poor_in_ha_noi), 11'259'443, 4'752'000, 6'507'443,
       0, 0, 36, cut | unsettled},
      {"central months or all, years ahead",
       with(with(payment({2026, 8, 1}, 1'500'000, "VS2", "0.0031"), ha_noi), used_110), 7'644'801, 660'000, 330'000, 0,
       6'654'801, 10, exhausted | unsettled},
      // Its first 8 months of 24 carry the exponents 24 down to 17.
      {"a programme's own limit, compounded", with(payment(h1, 1'500'000, "TH24", "0.005"), long_bien_4), 8'434'508,
       843'451, 843'451, 877'320, 5'870'286, 24, 0},
      {"DB3, 2 months late", db3, 999'925, 0, 0, 0, 999'925, 0, unsettled},
      {"DB3, nothing left to support", with(db3, used_120), 999'925, 0, 0, 0, 999'925, 0, 0},
      {"DB3 in Ha Noi", with(with(db3, ha_noi), used_120), 999'925, 0, 0, 0, 999'925, 0, unsettled},
  };
}

TEST(LongTerms, AmountsWorkedOutApart) {
  for (const Case& c : cases()) {
    const Outcome out = reference::assess(law(), c.request);
    SCOPED_TRACE(std::string(c.what) + ": " + describe(out));
    EXPECT_EQ(out.status, Errc::ok);
    EXPECT_EQ(out.contribution, c.contribution);
    EXPECT_EQ(out.central_support, c.central);
    EXPECT_EQ(out.province_top_up, c.province);
    EXPECT_EQ(out.locality_top_up, c.locality);
    EXPECT_EQ(out.participant_share, c.share);
    EXPECT_EQ(out.supported_months, c.supported);
    EXPECT_EQ(out.flags, c.flags);
  }
}

Programme laid(const char* id, const char* layer, PerMonth per_month, RuleMonths months) {
  Programme p;
  p.id = id;
  p.layer = layer;
  p.territory.province = {*ProvinceCode::from_number(4)};
  p.from = first_law_day;
  p.to = open_end;
  p.standing = Standing::text;
  p.confidence = Confidence::high;
  p.rules = {{{}, per_month, months}};
  return p;
}

// Rules that give for all months need no central support: 10,000 and 10 % of the own contribution per month.
TEST(LongTerms, RulesForAllMonths) {
  reference::Law more = law();
  more.lay(laid("fixed", "province", FixedSum{Money{10'000}}, {RuleMonths::Kind::all, 0}));
  more.lay(laid("own", "locality", OwnShare{rate("0.1")}, {RuleMonths::Kind::limit, 2}));
  Request q = with(payment({2024, 7, 10}, 1'500'000, "DB3", "0.005"), from_2024_03);
  q.place.province = ProvinceCode::from_number(4);
  q.months_supported = 120;
  q.local_months_used = 0;
  Outcome out = reference::assess(more, q);
  EXPECT_EQ(out.province_top_up, 30'000);
  EXPECT_EQ(out.locality_top_up, 66'000);
  EXPECT_EQ(out.supported_months, 0);
  EXPECT_EQ(out.flags, 0U);
  // 1.005 x 10,000 + 1.005^2 x 10,000 + 1.005^3 x 10,000 = 30,301.00125; 33,000 x (1.005^3 + 1.005^2) = 66,828.304...
  q = payment({2017, 12, 31}, 1'500'000, "TH3", "0.005");
  q.place.province = ProvinceCode::from_number(4);
  q.local_months_used = 0;
  out = reference::assess(more, q);
  EXPECT_EQ(out.central_support, 0);
  EXPECT_EQ(out.province_top_up, 30'301);
  EXPECT_EQ(out.locality_top_up, 66'828);
  EXPECT_EQ(out.flags, 0U);
  q.th_support = ThSupport::nominal;
  out = reference::assess(more, q);
  EXPECT_EQ(out.province_top_up, 30'000);
  EXPECT_EQ(out.locality_top_up, 66'000);
  EXPECT_EQ(out.flags, unsettled);
}

TEST(LongTerms, NoTermIsLeftUnpriced) {
  for (int n = 2; n <= 5; ++n) {
    EXPECT_EQ(assess(law(), payment({2026, 7, 1}, 1'500'000, ("VS" + std::to_string(n)).c_str())).months, 12 * n);
  }
  for (int n = 1; n <= 120; ++n) {
    const Request q = payment({2025, 6, 30}, 1'500'000, ("TH" + std::to_string(n)).c_str(), "0.003");
    EXPECT_EQ(assess(law(), q).months, n);
  }
  for (const int n : {1, 3, 6, 12}) {
    Request q = payment({2025, 6, 30}, 1'500'000, ("DB" + std::to_string(n)).c_str(), "0.003");
    q.first_month = Month{2024, 1};
    EXPECT_EQ(assess(law(), q).months, n);
  }
}

// The months of a schedule add up to the answer, each part by itself, and never go back.
TEST(Schedule, AddsUpToTheAnswer) {
  std::vector<Request> requests;
  for (const Case& c : cases()) requests.push_back(c.request);
  requests.push_back(with(payment({2025, 8, 1}, 1'500'000, "12"), long_bien_4));
  requests.push_back(payment({2018, 1, 15}, 700'000, "6"));
  requests.back().first_month = Month{2017, 11};
  for (const Request& q : requests) {
    SCOPED_TRACE(reference::describe(q));
    const reference::Schedule schedule = reference::schedule(law(), q);
    const Outcome& answer = schedule.outcome;
    ASSERT_EQ(answer.status, Errc::ok);
    ASSERT_TRUE(same(answer, reference::assess(law(), q)));
    ASSERT_EQ(schedule.months.size(), static_cast<std::size_t>(answer.months));
    std::int64_t contribution = 0;
    std::int64_t central = 0;
    std::vector<std::int64_t> layers(answer.layers.size());
    for (const reference::ScheduleMonth& row : schedule.months) {
      contribution += row.contribution;
      central += row.central_support;
      EXPECT_GT(row.contribution, 0);
      EXPECT_GE(row.central_support, 0);
      EXPECT_EQ(row.cumulative_contribution, contribution);
      EXPECT_EQ(row.cumulative_central_support, central);
      for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i] += row.layers[i];
        EXPECT_GE(row.layers[i], 0);
        EXPECT_EQ(row.cumulative_layers[i], layers[i]);
      }
    }
    EXPECT_EQ(contribution, answer.contribution);
    EXPECT_EQ(central, answer.central_support);
    for (std::size_t i = 0; i < layers.size(); ++i) EXPECT_EQ(layers[i], answer.layers[i].amount);
  }
}

TEST(Schedule, NamesItsMonths) {
  Request q = payment({2016, 9, 1}, 3'000'000, "VS2", "0.00628");
  auto rows = reference::schedule(law(), q).months;
  EXPECT_EQ(rows[0].month, (Month{2016, 9}));
  EXPECT_EQ(rows[23].month, (Month{2018, 8}));
  EXPECT_EQ(rows[0].contribution, 660'000);
  EXPECT_EQ(rows[1].contribution, 655'881);  // 660,000 / 1.00628 = 655,881.06...
  EXPECT_EQ(rows[0].number, 1);
  // The earliest of 3 missing months comes first and carries the most: 330,000 x 1.005^3 = 334,974.80...
  rows = reference::schedule(law(), payment({2025, 6, 30}, 1'500'000, "TH3", "0.005")).months;
  EXPECT_EQ(rows[0].month, std::nullopt);
  EXPECT_EQ(rows[0].contribution, 334'975);
  EXPECT_EQ(rows[0].central_support, 33'497);
  // Support begins within the period.
  q = payment({2018, 1, 15}, 700'000, "6");
  q.first_month = Month{2017, 11};
  rows = reference::schedule(law(), q).months;
  EXPECT_EQ(rows[1].central_support, 0);
  EXPECT_EQ(rows[2].central_support, 15'400);
}

}  // namespace
