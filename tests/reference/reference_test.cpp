// The reference against amounts worked out by hand, so that two wrong programs cannot agree unnoticed. Monthly amounts
// of the local programmes: 22 % of 700,000 is 154,000, of 1,500,000 is 330,000 and of 2,200,000 is 484,000.
#include "reference/reference.hpp"

#include <gtest/gtest.h>

namespace {

using namespace ansinh;
using namespace ansinh::literals;

struct Case {
  const char* what;
  Day paid_on;
  std::int64_t income;
  GroupSet groups;
  Place place;
  std::int64_t contribution, central, province, locality, share;
  unsigned flags;
};

constexpr unsigned projected = 1, cut = 4, local_unknown = 16, unsettled = 32;

Place province(int code) { return {ProvinceCode::from_number(code), std::nullopt, std::nullopt}; }
Place former(int code) { return {std::nullopt, FormerProvinceCode::from_number(code), std::nullopt}; }
Place long_bien() { return {ProvinceCode::from_number(1), std::nullopt, LocalityCode::from_text("004")}; }

const Case cases[] = {
    {"near poor, central only, 40 %", {2026, 11, 22}, 1500000, Group::near_poor, {}, 330000, 132000, 0, 0, 198000, 0},
    {"near poor, central only, 25 %", {2024, 11, 22}, 1500000, Group::near_poor, {}, 330000, 82500, 0, 0, 247500, 0},
    {"Ha Noi 2022", {2025, 6, 30}, 1500000, Group::poor, province(1), 330000, 99000, 99000, 0, 132000, 0},
    {"Ha Noi under new central rates",
     {2025, 7, 1},
     1500000,
     Group::poor,
     province(1),
     330000,
     165000,
     99000,
     0,
     66000,
     0},
    {"Ha Noi 2026, poor", {2026, 1, 1}, 1500000, Group::poor, province(1), 330000, 165000, 165000, 0, 0, 0},
    {"Ha Noi 2026, near poor", {2026, 1, 1}, 1500000, Group::near_poor, province(1), 330000, 132000, 198000, 0, 0, 0},
    {"Ha Noi 2027, other", {2027, 1, 1}, 2200000, {}, province(1), 484000, 96800, 48400, 0, 338800, projected},
    {"Long Bien to 2025-06", {2025, 6, 30}, 1500000, Group::poor, long_bien(), 330000, 99000, 99000, 132000, 0, 0},
    // 165,000 + 99,000 + 132,000 = 396,000: the district's layer is cut by 66,000.
    {"Long Bien above 100 %",
     {2025, 7, 1},
     1500000,
     Group::poor,
     long_bien(),
     330000,
     165000,
     99000,
     66000,
     0,
     cut | unsettled},
    {"Long Bien ended", {2026, 1, 1}, 1500000, Group::poor, long_bien(), 330000, 165000, 165000, 0, 0, local_unknown},
    {"Long Bien, months used not given",
     {2025, 8, 1},
     1500000,
     Group::escaped_near_poor,
     long_bien(),
     330000,
     66000,
     33000,
     99000,
     132000,
     unsettled},
    {"Quang Ninh", {2025, 6, 1}, 1500000, Group::near_poor, former(22), 330000, 82500, 99000, 0, 148500, 0},
    {"Ha Tinh, held", {2021, 5, 5}, 700000, Group::informal_worker, province(42), 154000, 15400, 30800, 0, 107800, 0},
    {"Ha Tinh, a known zero", {2021, 5, 5}, 700000, {}, province(42), 154000, 15400, 0, 0, 138600, 0},
    {"Khanh Hoa, each layer its best",
     {2026, 2, 3},
     1500000,
     {Group::near_poor, Group::ethnic_minority},
     former(58),
     330000,
     132000,
     82500,
     0,
     115500,
     unsettled},
    {"Khanh Hoa, the day before",
     {2026, 2, 2},
     1500000,
     Group::near_poor,
     former(58),
     330000,
     132000,
     0,
     0,
     198000,
     local_unknown},
    {"Ho Chi Minh City, confirmed none", {2025, 6, 30}, 1500000, {}, former(79), 330000, 33000, 0, 0, 297000, 0},
    {"Ho Chi Minh City, after", {2025, 7, 1}, 1500000, {}, former(79), 330000, 66000, 0, 0, 264000, local_unknown},
    {"Ho Chi Minh City, security force",
     {2023, 1, 1},
     1500000,
     Group::security_force,
     former(79),
     330000,
     33000,
     0,
     0,
     297000,
     local_unknown},
    {"security force in Ha Noi before the law",
     {2024, 6, 30},
     1500000,
     Group::security_force,
     province(1),
     330000,
     33000,
     33000,
     0,
     264000,
     0},
    {"security force in Ha Noi",
     {2024, 7, 1},
     1500000,
     Group::security_force,
     province(1),
     330000,
     33000,
     33000,
     0,
     264000,
     local_unknown},
    {"16 %, no support yet", {2008, 1, 1}, 540000, Group::poor, {}, 86400, 0, 0, 0, 86400, unsettled},
    {"last day without support", {2017, 12, 31}, 700000, Group::poor, {}, 154000, 0, 0, 0, 154000, 0},
    {"first day of support", {2018, 1, 1}, 700000, Group::poor, {}, 154000, 46200, 0, 0, 107800, 0},
};

TEST(Reference, AmountsWorkedOutByHand) {
  const reference::Law law = reference::Law::from_files();
  for (const Case& c : cases) {
    Request q;
    q.paid_on = c.paid_on;
    q.income = Money{c.income};
    q.groups = c.groups;
    q.place = c.place;
    const reference::Outcome out = reference::assess(law, q);
    SCOPED_TRACE(std::string(c.what) + ": " + describe(out));
    EXPECT_EQ(out.status, Errc::ok);
    EXPECT_EQ(out.contribution, c.contribution);
    EXPECT_EQ(out.central_support, c.central);
    EXPECT_EQ(out.province_top_up, c.province);
    EXPECT_EQ(out.locality_top_up, c.locality);
    EXPECT_EQ(out.participant_share, c.share);
    EXPECT_EQ(out.flags, c.flags);
  }
}

TEST(Reference, LifetimeMonthsRunOutInsideAPayment) {
  const reference::Law law = reference::Law::from_files();
  Request q;
  q.paid_on = Day{2026, 8, 1};
  q.income = 1500000_dong;
  q.term = 12_months;
  q.months_supported = 115;
  const reference::Outcome out = reference::assess(law, q);
  EXPECT_EQ(out.supported_months, 5);
  EXPECT_EQ(out.central_support, 5 * 66000);
  EXPECT_EQ(out.flags, static_cast<unsigned>(Flag::support_exhausted));
}

TEST(Reference, MonthsBefore2018AreNotSupported) {
  const reference::Law law = reference::Law::from_files();
  Request q;
  q.paid_on = Day{2018, 1, 15};
  q.first_month = Month{2017, 11};
  q.income = 700000_dong;
  q.term = 6_months;
  const reference::Outcome out = reference::assess(law, q);
  EXPECT_EQ(out.contribution, 924000);
  EXPECT_EQ(out.supported_months, 4);
  EXPECT_EQ(out.central_support, 61600);
  EXPECT_EQ(out.flags, 0U);
}

TEST(Reference, Refusals) {
  const reference::Law law = reference::Law::from_files();
  Request q;
  q.paid_on = Day{2025, 6, 30};
  q.income = 1500000_dong;
  EXPECT_EQ(assess(law, q).status, Errc::ok);
  q.income = 1499999_dong;
  EXPECT_EQ(assess(law, q).status, Errc::income_below_floor);
  q.income = 46800001_dong;
  EXPECT_EQ(assess(law, q).status, Errc::income_above_ceiling);
  q.income = 1500001_dong;
  EXPECT_EQ(assess(law, q).status, Errc::income_off_step);
  q.paid_on = Day{2025, 7, 1};
  EXPECT_EQ(assess(law, q).flags, static_cast<unsigned>(Flag::off_step));
  q.first_month = Month{2025, 6};
  EXPECT_EQ(assess(law, q).status, Errc::payment_late);
  q.term = 6_months;
  q.first_month = Month{2025, 4};
  EXPECT_EQ(assess(law, q).status, Errc::ok);
  q.first_month = Month{2025, 3};
  EXPECT_EQ(assess(law, q).status, Errc::payment_late);
  q.first_month = Month{2026, 8};
  EXPECT_EQ(assess(law, q).status, Errc::invalid_argument);
  q.first_month.reset();
  q.term = *Term::late(6);
  EXPECT_EQ(assess(law, q).status, Errc::term_not_allowed);
  q.term = *Term::missing_months(61);
  EXPECT_EQ(assess(law, q).status, Errc::term_not_allowed);
  q.term = *Term::years_ahead(2);
  EXPECT_EQ(assess(law, q).status, Errc::value_not_published);
  q.paid_on = Day{2026, 7, 1};
  EXPECT_EQ(assess(law, q).status, Errc::ok);
  q.paid_on = Day{2007, 12, 31};
  EXPECT_EQ(assess(law, q).status, Errc::day_outside_law);
}

}  // namespace
