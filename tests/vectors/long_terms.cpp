#include <algorithm>

#include "vectors/files.hpp"
#include "vectors/requests.hpp"

namespace vectors {

using namespace ansinh;

namespace {

const char* const some_r[] = {"0",       "0.000000001", "0.0031",      "0.00363", "0.00628",
                              "0.00826", "0.01",        "0.012345678", "0.05"};
// Texts that are no r: too large, too many decimals, negative, none at all; and what a refusal repeats of each.
const struct {
  const char* text;
  const char* given;
} no_r[] = {{"0.051", "0.051"},
            {"0.050000001", "0.050000001"},
            {"5.1%", "0.051"},
            {"1", "1"},
            {"1.2", "1.2"},
            {"0.0000000031", "0.0000000031"},
            {"0.0031000001", "0.0031000001"},
            {"-0.0031", "-0.0031"},
            {"r", "r"}};

Request with_r(Request q, Term term, const char* r) {
  q.term = term;
  q.fund_return_rate = Rate::from_text(r);
  return q;
}

Term ahead_by(int years) { return *Term::years_ahead(years); }
Term missing_of(int months) { return *Term::missing_months(months); }
Term late_of(int months) { return *Term::late(months); }

void add_r(Lines& lines, const Request& sound) {
  for (const char* r : some_r) lines.add("r", by_reference, with_r(sound, sound.term, r));
  Cells cells = cells_of(sound);
  std::erase_if(cells, [](const auto& cell) { return cell.first == "fund_return_rate"; });
  cells.emplace_back("fund_return_rate", "");
  for (const auto& wrong : no_r) {
    cells.back().second = wrong.text;
    lines.refuse("r is refused", "by hand, from the forms of the fields (README.md)", cells, "fund_return_rate",
                 wrong.given);
  }
}

// The published r of 2026 and the days around it, without an r of one's own.
void add_published_r(Lines& lines, Term term) {
  for (const Day day : {Day{2025, 12, 31}, Day{2026, 1, 1}, Day{2026, 11, 22}, Day{2026, 12, 31}, Day{2027, 1, 1}}) {
    Request q = monthly(day, floor_on(day));
    q.term = term;
    lines.add("published r", by_reference, q);
  }
}

// Every programme on a day of its own, for everyone's group and each that it names; some with support left for only a
// part of the months, some with months already used.
void add_programmes(Lines& lines, Term term, int remaining, Day latest) {
  for (const Programme& p : law().programmes) {
    const Day day = std::max(p.from, std::min(p.to, latest));
    if (day > latest) continue;
    Place place;
    if (!p.territory.province.empty()) place.province = p.territory.province.front();
    if (!p.territory.locality.empty()) {
      place.province = present(1);  // Long Bien lies in Ha Noi
      place.locality = p.territory.locality.front();
    }
    int turn = 0;
    for (const GroupSet groups : single_groups) {
      Request q = with_r(monthly(day, floor_on(day) + 50'000 * (turn % 4), groups), term, "0.0031");
      q.place = place;
      if (turn % 2 == 1) q.months_supported = 120 - remaining;
      if (turn % 3 != 1) q.local_months_used = 4;
      if (term.kind() == Term::Kind::late) q.first_month = q.paid_on.month() - 14;
      ++turn;
      lines.add(p.id, by_reference, q);
    }
  }
}

// Other support around what the participant would pay.
void add_other_support(Lines& lines, Request q) {
  q.place.province = present(1);
  for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}, GroupSet{Group::near_poor}}) {
    q.groups = groups;
    q.other_support = Money{};
    const std::int64_t share = reference::assess(law(), q).participant_share;
    for (const std::int64_t other : {std::int64_t{1}, share, share + 1, std::int64_t{1'000'000'000}}) {
      q.other_support = Money{other};
      lines.add("other support", by_reference, q);
    }
  }
}

}  // namespace

File ahead() {
  Lines lines{"ahead"};
  const Day days[] = {{2015, 12, 31}, {2016, 1, 1}, {2017, 12, 31}, {2018, 1, 1},   {2021, 12, 31}, {2022, 1, 1},
                      {2025, 6, 30},  {2025, 7, 1}, {2026, 11, 22}, {2026, 11, 23}, {2027, 1, 1},   {2030, 12, 31}};
  int turn = 0;
  for (const Day day : days) {
    for (int years = 2; years <= 5; ++years) {
      const GroupSet groups = single_groups.at(static_cast<std::size_t>(turn++) % 5);
      lines.add("day", by_reference, with_r(monthly(day, floor_on(day) + 50'000, groups), ahead_by(years), "0.00628"));
    }
  }
  const Day today{2026, 11, 22};
  for (const GroupSet groups : single_groups) {
    lines.add("group", by_reference, with_r(monthly(today, 1'500'000, groups), ahead_by(3), "0.0031"));
  }
  for (int years = 2; years <= 5; ++years) {
    for (const int shift : {-1, 0, 1, 12, 13}) {
      Request q = with_r(monthly(today, 3'000'000), ahead_by(years), "0.0031");
      q.first_month = today.month() + shift;
      lines.add("first month", by_reference, q);
    }
    for (const int supported : {0, 60, 61, 72, 84, 96, 97, 100, 119, 120}) {
      Request q = with_r(monthly(today, 1'550'000, Group::near_poor), ahead_by(years), "0.0031");
      q.months_supported = supported;
      lines.add("months already supported", by_reference, q);
    }
    for (const std::int64_t income : {1'499'999, 1'500'001, 12'345'678, 50'600'000, 50'600'001}) {
      lines.add("income", by_reference, with_r(monthly(today, income), ahead_by(years), "0.0031"));
    }
    add_r(lines, with_r(monthly(today, 1'500'000), ahead_by(years), "0.0031"));
    add_published_r(lines, ahead_by(years));
  }
  add_programmes(lines, ahead_by(2), 10, today);
  add_other_support(lines, with_r(monthly(today, 1'500'000), ahead_by(5), "0.0031"));
  return lines.file();
}

File missing() {
  Lines lines{"missing"};
  const Day changes[] = {{2015, 12, 31}, {2016, 1, 1}, {2017, 12, 31}, {2018, 1, 1},
                         {2025, 6, 30},  {2025, 7, 1}, {2026, 4, 30},  {2026, 5, 1}};
  int turn = 0;
  for (const Day day : changes) {
    for (const int t : {1, 2, 12, 59, 60, 61, 119, 120}) {
      const GroupSet groups = single_groups.at(static_cast<std::size_t>(turn++) % 5);
      Request q = with_r(monthly(day, floor_on(day), groups), missing_of(t), "0.00826");
      lines.add("the day's edition", by_reference, q);
      if (t != 12 && t != 60) continue;
      q.th_support = ThSupport::compounded;
      lines.add("compounded", by_reference, q);
      q.th_support = ThSupport::nominal;
      lines.add("nominal", by_reference, q);
    }
  }
  for (const Day day : {Day{2025, 6, 30}, Day{2025, 7, 1}, Day{2026, 5, 1}}) {
    for (const int supported : {0, 60, 61, 100, 119, 120}) {
      for (const auto edition : {ThSupport::compounded, ThSupport::nominal}) {
        Request q = with_r(monthly(day, 1'500'000, Group::poor), missing_of(60), "0.0031");
        q.months_supported = supported;
        q.th_support = edition;
        lines.add("months already supported", by_reference, q);
      }
    }
    for (const int t : {1, 60}) add_r(lines, with_r(monthly(day, 1'500'000), missing_of(t), "0.0031"));
    add_other_support(lines, with_r(monthly(day, 1'500'000), missing_of(24), "0.0031"));
  }
  add_published_r(lines, missing_of(36));
  // The month from which it counts has no effect, but is checked.
  for (const Month first : {Month{2007, 12}, Month{2008, 1}, Month{2026, 11}, Month{2027, 11}, Month{2027, 12}}) {
    Request q = with_r(monthly(Day{2026, 11, 22}, 1'500'000), missing_of(12), "0.0031");
    q.first_month = first;
    lines.add("first month", by_reference, q);
  }
  for (const std::int64_t income : {1'499'999, 1'500'001, 12'345'678, 46'800'000, 46'800'001}) {
    for (const Day day : {Day{2025, 6, 30}, Day{2025, 7, 1}}) {
      lines.add("income", by_reference, with_r(monthly(day, income), missing_of(48), "0.0031"));
    }
  }
  add_programmes(lines, missing_of(24), 10, Day{2025, 6, 30});
  add_programmes(lines, missing_of(24), 10, Day{2026, 5, 1});
  return lines.file();
}

File late() {
  Lines lines{"late"};
  for (const int n : {1, 3, 6, 12}) {
    const Month first{2023, 5};
    const int window = static_cast<int>(law().on("due_window." + std::to_string(n), Day{2024, 1, 1})->digits);
    // The window's last day, and payments 1, 2 ... months after it.
    for (const int t : {0, 1, 2, 4, 7}) {
      for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}}) {
        const Month month = first + (window - 1 + t);
        Request q = with_r(monthly(month.last_day(), 1'500'000, groups), late_of(n), "0.00826");
        q.first_month = first;
        lines.add("months late", by_reference, q);
        if (t != 1) continue;
        q.paid_on = month.first_day();
        lines.add("first day after the window", by_reference, q);
      }
    }
    for (const Day day : {Day{2015, 12, 31}, Day{2016, 1, 1}, Day{2017, 12, 31}, Day{2018, 1, 1}, Day{2018, 6, 1},
                          Day{2025, 6, 30}, Day{2025, 7, 1}}) {
      for (const int supported : {0, 120}) {
        Request q = with_r(monthly(day, floor_on(day), Group::near_poor), late_of(n), "0.00628");
        q.first_month = day.month() - 8;
        q.months_supported = supported;
        lines.add("day", by_reference, q);
      }
    }
    Request q = with_r(monthly(Day{2025, 6, 30}, 1'500'000), late_of(n), "0.0031");
    lines.add("the month of payment is not late", by_reference, q);
    q.first_month = Month{2008, 1};
    lines.add("the first month there is", by_reference, q);
    q.first_month = Month{2007, 12};
    lines.add("a month before there was any", by_reference, q);
    q.first_month = Month{2024, 1};
    for (const int supported : {60, 100, 117, 119}) {
      q.months_supported = supported;
      lines.add("months already supported", by_reference, q);
    }
    q.months_supported = 0;
    for (const std::int64_t income : {1'499'999, 1'500'001, 1'550'000, 46'800'000, 46'800'001}) {
      q.income = Money{income};
      lines.add("income", by_reference, q);
    }
    q.income = Money{1'500'000};
    q.fund_return_rate.reset();
    lines.add("no published r", by_reference, q);
  }
  Request q = with_r(monthly(Day{2025, 6, 30}, 1'500'000), late_of(6), "0.0031");
  q.first_month = Month{2024, 1};
  add_r(lines, q);
  add_other_support(lines, q);
  add_programmes(lines, late_of(12), 10, Day{2025, 6, 30});
  return lines.file();
}

}  // namespace vectors
