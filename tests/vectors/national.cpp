#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "reference/csv.hpp"
#include "vectors/files.hpp"
#include "vectors/requests.hpp"

namespace vectors {

using namespace ansinh;

namespace {

// Whether the reference gives every amount that the row prints; an empty cell prints nothing. Otherwise the program
// ends.
void must_agree(const reference::CsvRow& row, const Request& q) {
  const reference::Outcome outcome = reference::assess(law(), q);
  const auto prints = [&](const char* column, std::int64_t value) {
    return row.at(column).empty() || std::stoll(row.at(column)) == value;
  };
  if (prints("gross_vnd", outcome.contribution) && prints("central_support_vnd", outcome.central_support) &&
      prints("local_support_vnd", outcome.local_top_up) && prints("participant_pays_vnd", outcome.participant_share)) {
    return;
  }
  std::cerr << row.at("id") << ": the reference contradicts the worked example\n";
  std::exit(1);
}

}  // namespace

File worked_examples() {
  Lines lines{"worked-examples"};
  for (const reference::CsvRow& row : reference::read_csv("official/data/contribution.csv")) {
    if (row.at("id") == "W37") continue;  // contradicts W36; see tests/official
    const std::string& as_of = row.at("as_of_date");
    Request q =
        monthly(reference::day_of(as_of.size() == 7 ? as_of + "-01" : as_of, Day{}), std::stoll(row.at("income_vnd")));
    const std::string& category = row.at("category");
    if (category == "poor") q.groups = Group::poor;
    if (category == "near-poor") q.groups = Group::near_poor;
    if (category == "ethnic minority") q.groups = Group::ethnic_minority;
    q.term = months(std::stoi(row.at("months")));
    if (row.at("province") == "Hà Nội") q.place.province = present(1);
    must_agree(row, q);
    lines.add(row.at("id"), row.at("source"), q);
  }
  for (const reference::CsvRow& row : reference::read_csv("reference/data/worked-long-terms.csv")) {
    if (!row.at("remaining").empty()) continue;  // a refund
    const Request q = request_of(row);
    must_agree(row, q);
    lines.add(row.at("id"), row.at("source"), q);
  }
  return lines.file();
}

File national() {
  Lines lines{"national"};
  std::vector<Day> days;
  for (const char* name : {"contribution_rate", "base_salary", "rural_poverty_line", "support_rate.other"}) {
    for (const reference::Value& value : law().values.at(name)) days.push_back(value.from);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (const Day first : days) {
    for (const Day day : {first.previous(), first}) {
      if (day < first_law_day) continue;
      const std::int64_t floor = floor_on(day);
      const std::int64_t last = floor + (ceiling_on(day) - floor) / 50'000 * 50'000;
      lines.add("floor", by_reference, monthly(day, floor));
      lines.add("floor, poor", by_reference, monthly(day, floor, Group::poor));
      Request q = monthly(day, last, Group::near_poor);
      q.term = months(6);
      lines.add("last level, 6 months", by_reference, q);
      lines.add("ceiling", by_reference, monthly(day, ceiling_on(day)));
      lines.add("above the ceiling", by_reference, monthly(day, ceiling_on(day) + 1));
      lines.add("below the floor", by_reference, monthly(day, floor - 1));
      lines.add("between two levels", by_reference, monthly(day, floor + 49'999));
    }
  }
  for (const GroupSet groups : single_groups) {
    for (const Day day : {Day{2017, 12, 31}, Day{2018, 1, 1}, Day{2025, 6, 30}, Day{2025, 7, 1}, Day{2027, 1, 1}}) {
      lines.add("groups", by_reference, monthly(day, floor_on(day), groups));
    }
  }
  for (const GroupSet groups :
       {GroupSet(Group::poor) | Group::near_poor, GroupSet(Group::near_poor) | Group::ethnic_minority,
        GroupSet(Group::island) | Group::ethnic_minority, GroupSet::from_bits(0x7F)}) {
    lines.add("several groups, the highest rate", by_reference, monthly(Day{2026, 11, 22}, 1'500'000, groups));
  }
  lines.add("last day verified", by_reference, monthly(Day{2026, 11, 22}, 1'500'000));
  lines.add("projected", by_reference, monthly(Day{2026, 11, 23}, 1'500'000));
  lines.add("last day of the law", by_reference, monthly(Day{2030, 12, 31}, 2'200'000));
  return lines.file();
}

}  // namespace vectors
