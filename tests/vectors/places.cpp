#include "vectors/files.hpp"
#include "vectors/requests.hpp"

namespace vectors {

using namespace ansinh;

File programmes() {
  Lines lines{"programmes"};
  for (const Programme& p : law().programmes) {
    std::vector<Day> days{p.from.previous(), p.from};
    if (p.to < open_end) {
      days.push_back(p.to);
      days.push_back(p.to.next());
    }
    Place place;
    if (!p.territory.province.empty()) place.province = p.territory.province.front();
    if (!p.territory.locality.empty()) {
      place.province = present(1);  // Long Bien lies in Ha Noi
      place.locality = p.territory.locality.front();
    }
    int turn = 0;
    for (const Day day : days) {
      for (const GroupSet groups : single_groups) {
        Request q = monthly(day, floor_on(day) + 50'000 * (turn % 3), groups);
        q.place = place;
        q.term = months(turn % 2 == 0 ? 1 : 12);
        if (turn % 5 == 0) q.local_months_used = 4;
        ++turn;
        lines.add(p.id, by_reference, q);
      }
    }
  }
  Request trap = monthly(Day{2026, 3, 1}, 1'500'000, GroupSet(Group::near_poor) | Group::ethnic_minority);
  trap.place.province = present(56);
  lines.add("each layer takes its own best", by_reference, trap);
  return lines.file();
}

File places() {
  Lines lines{"places"};
  for (const ProvinceCode code : provinces()) {
    Request q = monthly(Day{2026, 11, 22}, 1'500'000, Group::poor);
    q.place.province = code;
    lines.add("province", by_reference, q);
  }
  for (const FormerProvinceCode code : former_provinces()) {
    Request q = monthly(Day{2025, 6, 30}, 1'500'000, Group::near_poor);
    q.place.former_province = code;
    lines.add("former province", by_reference, q);
  }
  for (const int code : {15, 24, 44, 52, 80, 82, 91}) {
    Request q = monthly(Day{2026, 11, 22}, 1'500'000);
    q.place.province = present(code);
    q.place.former_province = former(code);
    lines.add("a code that changed meaning, in both lists", by_reference, q);
  }
  const struct {
    int province, former;
  } pairs[] = {{56, 56}, {56, 58}, {79, 79}, {79, 74}, {79, 77}, {31, 30},
               {25, 17}, {66, 54}, {1, 1},   {1, 79},  {56, 54}};
  for (const auto& pair : pairs) {
    for (const Day day : {Day{2025, 6, 30}, Day{2026, 2, 3}}) {
      Request q = monthly(day, 1'500'000, Group::ethnic_minority);
      q.place.province = present(pair.province);
      q.place.former_province = former(pair.former);
      lines.add("both lists", by_reference, q);
    }
  }
  for (const char* code : {"004", "005", "00004"}) {
    for (const int province : {0, 1, 22}) {
      for (const Day day : {Day{2022, 7, 31}, Day{2024, 1, 1}, Day{2026, 1, 1}}) {
        Request q = monthly(day, 1'500'000, Group::near_poor);
        q.place.locality = locality(code);
        if (province != 0) q.place.province = present(province);
        lines.add("locality", by_reference, q);
      }
    }
  }
  for (const Day day : {Day{2023, 1, 1}, Day{2024, 6, 30}, Day{2024, 7, 1}, Day{2025, 6, 30}, Day{2025, 7, 1}}) {
    for (const int code : {1, 22, 42, 79}) {
      Request q = monthly(day, 1'500'000, Group::security_force);
      q.place.former_province = former(code);
      lines.add("security force", by_reference, q);
    }
  }
  return lines.file();
}

File cuts() {
  Lines lines{"cuts"};
  for (const std::int64_t other : {0, 1, 65'999, 66'000, 66'001, 1'000'000, 1'000'000'000}) {
    for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}, GroupSet{Group::near_poor}}) {
      Request q = monthly(Day{2025, 8, 1}, 1'500'000, groups);
      q.place.province = present(1);
      q.other_support = Money{other};
      lines.add("other support in Ha Noi", by_reference, q);
      q.place.locality = locality("004");
      lines.add("other support in Long Bien", by_reference, q);
      q.term = months(12);
      q.months_supported = 115;
      lines.add("other support in Long Bien, 12 months", by_reference, q);
    }
  }
  Request q = monthly(Day{2026, 11, 22}, 1'500'000);
  q.other_support = Money{264'000};
  lines.add("other support pays the whole share", by_reference, q);
  q.other_support = Money{264'001};
  lines.add("one dong too many", by_reference, q);
  q.income = Money{1'512'345};
  q.other_support = Money{};
  lines.add("between two levels", by_reference, q);
  for (const std::int64_t income : {1'500'001, 1'500'002, 1'500'003, 1'500'025, 1'500'075, 12'345'678, 50'599'999}) {
    lines.add("between two levels", by_reference, monthly(Day{2026, 11, 22}, income));
  }
  return lines.file();
}

}  // namespace vectors
