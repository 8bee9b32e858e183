// Every month and every day on which anything changes with the day before, 2008 to 2030, x terms x edge incomes x
// groups x places: all paths give the reference's answer.
//
// Small (default): each day, term and income meets a window of the pairs of a covering choice of groups and the places
// that have a programme; the window moves on, so that every pair is met on days of every period. Full
// (ANSINH_SWEEP=full): all 128 group sets x all places. The other fields take turns on periods without a common
// divisor.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "assess/proof.hpp"

namespace {

using namespace ansinh;

// Every day on which anything changes and the day before, and, where asked for, every first day of a month.
std::vector<Day> days_of(bool every_month) {
  std::set<Day> days;
  const auto edge = [&](Day first) {
    days.insert(first);
    days.insert(first.previous());
  };
  for (Month m{2008, 1}; every_month && m <= Month{2030, 12}; m = m + 1) days.insert(m.first_day());
  const reference::Law& law = proof::built_in_law();
  const auto span = [&](Day from, Day to) {
    edge(from);
    if (to < open_end) edge(to.next());
  };
  for (const auto& [name, series] : law.values) {
    for (const reference::Value& value : series) span(value.from, value.to);
  }
  for (const Programme& p : law.programmes) span(p.from, p.to);
  for (const Record& r : law.records) span(r.from, r.to);
  edge(LawBook::verified_on().next());
  edge(last_law_day.next());
  return {days.begin(), days.end()};
}
std::vector<Day> days_to_try() { return days_of(true); }
std::vector<Day> days_of_change() { return days_of(false); }

std::vector<std::int64_t> incomes_on(Day day) {
  const reference::Law& law = proof::built_in_law();
  const bool inside = first_law_day <= day && day <= last_law_day;
  if (!inside) return {1'500'000};
  const std::int64_t floor = law.on(law.on("income_floor_basis", day)->text, day)->digits;
  const std::int64_t ceiling = 20 * law.on("base_salary", day)->digits;
  const std::int64_t last = floor + (ceiling - floor) / 50'000 * 50'000;
  const std::int64_t middle = floor + (ceiling - floor) / 100'000 * 50'000;
  return {floor - 1,       floor, floor + 1, floor + 49'999, floor + 50'000, middle,
          middle + 12'345, last,  ceiling,   ceiling - 1,    ceiling + 1};
}

std::vector<GroupSet> covering_groups() {
  std::vector<GroupSet> sets{GroupSet{}};
  for (unsigned bit = 0; bit < 7; ++bit) sets.push_back(GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit)));
  // poor + near_poor, near_poor + ethnic_minority, island + ethnic_minority, escaped + informal, poor + security, all.
  constexpr std::array<std::uint16_t, 6> several{0x05, 0x0C, 0x0A, 0x30, 0x41, 0x7F};
  for (const std::uint16_t bits : several) sets.push_back(GroupSet::from_bits(bits));
  return sets;
}

std::vector<GroupSet> all_groups() {
  std::vector<GroupSet> sets;
  for (std::uint16_t bits = 0; bits < 128; ++bits) sets.push_back(GroupSet::from_bits(bits));
  return sets;
}

Place place(int present, int former, const char* locality) {
  Place p;
  if (present != 0) p.province = ProvinceCode::from_number(present);
  if (former != 0) p.former_province = FormerProvinceCode::from_number(former);
  if (*locality != 0) p.locality = LocalityCode::from_text(locality);
  return p;
}

// Nothing, the provinces that have a programme in each way of naming them, merged provinces with and without the former
// one, a locality with a programme, another, and both without a province.
std::vector<Place> programme_places() {
  return {place(0, 0, ""),  place(1, 0, ""),   place(1, 1, "004"),  place(0, 0, "004"),    place(1, 0, "005"),
          place(22, 0, ""), place(0, 22, ""),  place(42, 0, ""),    place(0, 42, "00004"), place(56, 0, ""),
          place(0, 56, ""), place(56, 58, ""), place(79, 0, ""),    place(0, 79, ""),      place(79, 74, ""),
          place(0, 30, ""), place(31, 31, ""), place(22, 0, "004"), place(20, 0, "")};
}

std::vector<Place> all_places() {
  std::vector<Place> places = programme_places();
  for (const ProvinceCode p : provinces()) places.push_back({p, std::nullopt, std::nullopt});
  for (const FormerProvinceCode f : former_provinces()) {
    places.push_back({std::nullopt, f, std::nullopt});
    places.push_back({f.present(), f, LocalityCode::from_text("004")});
  }
  // A former province that does not lie in the present one.
  places.push_back(place(1, 79, ""));
  return places;
}

// The fields that are not crossed take turns.
class Turns {
 public:
  void apply(Request& q) {
    ++n_;
    q.months_supported = months_supported[n_ % months_supported.size()];
    const int used = local_months_used[n_ % local_months_used.size()];
    q.local_months_used = used < 0 ? std::nullopt : std::optional<int>{used};
    q.other_support = Money{other_support[n_ % other_support.size()]};
    const int shift = first_month[n_ % first_month.size()];
    q.first_month = shift == 99 ? std::nullopt : std::optional<Month>{q.paid_on.month() + shift};
    q.fund_return_rate = n_ % 19 == 0 ? Rate::from_text("0.0031") : std::nullopt;
  }

 private:
  static constexpr std::array months_supported{0, 119, 0, 117, 0, 115, 0, 109, 120, 0, 118};
  static constexpr std::array local_months_used{-1, 0, 11, -1, 6, 12, 600};
  static constexpr std::array<std::int64_t, 5> other_support{0, 0, 100'000, 0, 1'000'000'000};
  static constexpr std::array first_month{99, 0,  99, 1,  99, -1, 99, -2, 99, 12, 99, -3,
                                          99, 13, 99, -6, 99, -7, 99, 3,  99, -4, 99};
  std::uint32_t n_ = 0;
};

struct Pair {
  GroupSet groups;
  Place place;
};

std::vector<Pair> cross(const std::vector<GroupSet>& groups, const std::vector<Place>& places) {
  std::vector<Pair> pairs;
  for (const Place& p : places) {
    for (const GroupSet g : groups) pairs.push_back({g, p});
  }
  return pairs;
}

struct Period {
  int first_year;
  int last_year;
};

class Exhaustive : public testing::TestWithParam<std::tuple<int, Period>> {};

TEST_P(Exhaustive, AllPathsGiveTheReferenceAnswer) {
  const auto [months, period] = GetParam();
  const std::vector<Pair> pairs =
      proof::full_sweep() ? cross(all_groups(), all_places()) : cross(covering_groups(), programme_places());
  const std::size_t window = proof::full_sweep() ? pairs.size() : 60;
  Turns turns;
  std::size_t at = 0;
  long answered = 0;
  for (const Day day : days_to_try()) {
    if (day.month().year() < period.first_year || day.month().year() > period.last_year) continue;
    for (const std::int64_t income : incomes_on(day)) {
      for (std::size_t i = 0; i < window; ++i) {
        const Pair& pair = pairs[at++ % pairs.size()];
        Request q;
        q.paid_on = day;
        q.income = Money{income};
        q.term = *Term::months(months);
        q.groups = pair.groups;
        q.place = pair.place;
        turns.apply(q);
        ASSERT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
        if (assess(built_in_rules(), q).ok()) ++answered;
      }
    }
  }
  // A sweep that only saw refusals would prove nothing about amounts; before 2016 there is no term of 12 months.
  if (months != 12 || period.last_year >= 2016) {
    EXPECT_GT(answered, 1000);
  }
}

std::string sweep_name(const testing::TestParamInfo<Exhaustive::ParamType>& of) {
  const Period period = std::get<1>(of.param);
  return "Term" + std::to_string(std::get<0>(of.param)) + "Years" + std::to_string(period.first_year) + "To" +
         std::to_string(period.last_year);
}

INSTANTIATE_TEST_SUITE_P(Sweep, Exhaustive,
                         testing::Combine(testing::Values(1, 3, 6, 12),
                                          testing::Values(Period{2007, 2015}, Period{2016, 2019}, Period{2020, 2024},
                                                          Period{2025, 2026}, Period{2027, 2031})),
                         sweep_name);

// The terms over years, at one return after the other. Small: the days on which anything changes and the days before,
// chosen lengths, two incomes a day that move on. Full: every month too, every length, every income.
class OverYears : public testing::TestWithParam<const char*> {};

TEST_P(OverYears, AllPathsGiveTheReferenceAnswer) {
  const std::optional<Rate> r = *GetParam() == 0 ? std::nullopt : Rate::from_text(GetParam());
  std::vector<Term> terms;
  for (int n = 2; n <= 5; ++n) terms.push_back(*Term::years_ahead(n));
  for (int n = 1; n <= 120; ++n) {
    const bool chosen = n == 1 || n == 2 || n == 59 || n == 60 || n == 61 || n == 119 || n == 120;
    if (proof::full_sweep() || chosen) terms.push_back(*Term::missing_months(n));
  }
  for (const int n : {1, 3, 6, 12}) terms.push_back(*Term::late(n));
  const std::vector<Pair> pairs = cross(covering_groups(), programme_places());
  Turns turns;
  std::size_t at = 0;
  long answered = 0;
  for (const Day day : proof::full_sweep() ? days_to_try() : days_of_change()) {
    const std::vector<std::int64_t> incomes = incomes_on(day);
    for (const Term term : terms) {
      for (std::size_t i = 0; i < (proof::full_sweep() ? incomes.size() : 2); ++i) {
        const Pair& pair = pairs[at % pairs.size()];
        Request q;
        q.paid_on = day;
        q.income = Money{incomes[at++ % incomes.size()]};
        q.term = term;
        q.groups = pair.groups;
        q.place = pair.place;
        turns.apply(q);
        q.fund_return_rate = r;
        if (at % 3 == 0) q.th_support = at % 2 == 0 ? ThSupport::compounded : ThSupport::nominal;
        // A late make-up is one only once its window has closed.
        if (term.kind() == Term::Kind::late && at % 5 != 0) {
          q.first_month = std::max(Month{2008, 1}, q.paid_on.month() - static_cast<int>(4 + at % 29));
        }
        ASSERT_TRUE(proof::agrees(built_in_rules(), proof::built_in_law(), q));
        if (assess(built_in_rules(), q).ok()) ++answered;
      }
    }
  }
  EXPECT_GT(answered, r ? 100 : 20);
}

std::string name_of_return(const testing::TestParamInfo<const char*>& of) {
  const std::string text = of.param;
  return text.empty() ? "Published" : "R" + text.substr(text.find('.') + 1);
}

INSTANTIATE_TEST_SUITE_P(Sweep, OverYears, testing::Values("", "0", "0.0031", "0.00826", "0.05", "0.000000001"),
                         name_of_return);

}  // namespace
