#include "vectors/files.hpp"
#include "vectors/requests.hpp"

namespace vectors {

using namespace ansinh;

File term_and_months() {
  Lines lines{"terms-and-months"};
  for (const int n : {1, 3, 6, 12}) {
    for (int shift = -8; shift <= 13; ++shift) {
      Request q = monthly(Day{2026, 8, 31}, 3'000'000);
      q.term = months(n);
      q.first_month = q.paid_on.month() + shift;
      lines.add("first month", by_reference, q);
    }
    for (const int supported : {0, 1, 107, 108, 109, 114, 115, 117, 118, 119, 120}) {
      Request q = monthly(Day{2026, 8, 1}, 1'500'000, Group::poor);
      q.term = months(n);
      q.months_supported = supported;
      q.place.province = present(1);
      lines.add("months already supported", by_reference, q);
    }
    for (const Month first : {Month{2017, 7}, Month{2017, 10}, Month{2017, 11}, Month{2017, 12}, Month{2018, 1}}) {
      for (const Day day : {Day{2017, 12, 31}, Day{2018, 1, 1}}) {
        Request q = monthly(day, 700'000, Group::poor);
        q.term = months(n);
        q.first_month = first;
        q.months_supported = 117;
        lines.add("support begins", by_reference, q);
      }
    }
    for (const int used : {-1, 0, 1, 6, 11, 12, 600}) {
      Request q = monthly(Day{2024, 5, 5}, 2'000'000, Group::escaped_near_poor);
      q.term = months(n);
      q.place.province = present(1);
      q.place.locality = locality("004");
      if (used >= 0) q.local_months_used = used;
      lines.add("a programme's own limit", by_reference, q);
    }
  }
  return lines.file();
}

File refusals() {
  Lines lines{"refusals"};
  const struct {
    const char* what;
    Day day;
    const char* term;
    std::int64_t income;
    const char* first_month;
    const char* r;
  } cases[] = {
      {"before the law", {2007, 12, 31}, "1", 540'000, "", ""},
      {"after the law", {2031, 1, 1}, "1", 2'200'000, "", ""},
      {"12 months before 2016", {2015, 12, 31}, "12", 1'150'000, "", ""},
      {"VS before 2016", {2015, 12, 31}, "VS2", 1'150'000, "", "0.003"},
      {"DB before 2016", {2015, 12, 31}, "DB1", 1'150'000, "2015-10", "0.003"},
      {"DB from 2025-07-01", {2025, 7, 1}, "DB1", 1'500'000, "2025-05", "0.003"},
      {"DB while the window is open", {2025, 6, 30}, "DB6", 1'500'000, "2025-03", "0.003"},
      {"TH61 before 2016", {2015, 12, 31}, "TH61", 1'150'000, "", "0.003"},
      {"TH61 from 2025-07-01", {2025, 7, 1}, "TH61", 1'500'000, "", "0.003"},
      {"TH120 to 2025-06-30 is a term", {2025, 6, 30}, "TH120", 1'500'000, "", "0.003"},
      {"below the floor", {2026, 11, 22}, "1", 1'499'999, "", ""},
      {"below the floor of 2027", {2027, 1, 1}, "1", 2'199'999, "", ""},
      {"below the floor of 2015", {2015, 12, 31}, "1", 1'149'999, "", ""},
      {"above the ceiling", {2026, 6, 30}, "1", 46'800'001, "", ""},
      {"off the step", {2025, 6, 30}, "1", 1'500'001, "", ""},
      {"the ceiling off the grid", {2008, 1, 1}, "1", 10'800'000, "", ""},
      {"late", {2026, 11, 1}, "1", 1'500'000, "2026-10", ""},
      {"late, 3 months", {2026, 11, 1}, "3", 1'500'000, "2026-08", ""},
      {"late, 6 months", {2026, 11, 1}, "6", 1'500'000, "2026-07", ""},
      {"late, 12 months", {2026, 11, 1}, "12", 1'500'000, "2026-04", ""},
      {"VS later than its first month", {2026, 11, 1}, "VS2", 1'500'000, "2026-10", ""},
      {"VS without a published r", {2025, 12, 31}, "VS2", 1'500'000, "", ""},
      {"TH without a published r", {2027, 1, 1}, "TH12", 2'200'000, "", ""},
      {"DB without a published r", {2024, 6, 30}, "DB1", 1'500'000, "2024-05", ""},
      {"VS with the published r", {2026, 11, 22}, "VS5", 1'500'000, "", ""},
      {"TH with the published r", {2026, 11, 22}, "TH60", 1'500'000, "", ""},
      {"DB with an r of its own", {2024, 6, 30}, "DB1", 1'500'000, "2024-05", "0.00826"},
      {"r = 0 is accepted", {2025, 12, 31}, "VS2", 1'500'000, "", "0"},
  };
  for (const auto& c : cases) {
    Request q = monthly(c.day, c.income);
    q.term = *Term::from_text(c.term);
    if (*c.first_month != 0) q.first_month = read_month(c.first_month);
    if (*c.r != 0) q.fund_return_rate = Rate::from_text(c.r);
    lines.add(c.what, by_reference, q);
  }
  Request q = monthly(Day{2026, 11, 22}, 1'500'000);
  q.first_month = Month{2027, 12};
  lines.add("first month more than 12 months ahead", by_reference, q);
  q.first_month = Month{2007, 12};
  lines.add("first month before 2008", by_reference, q);
  q.first_month.reset();
  q.place.province = present(1);
  q.place.former_province = former(79);
  lines.add("former province elsewhere", by_reference, q);
  return lines.file();
}

}  // namespace vectors
