#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "reference/csv.hpp"
#include "vectors/files.hpp"
#include "vectors/requests.hpp"

namespace vectors {

using namespace ansinh;
using reference::Reason;
using reference::RefundRequest;

namespace {

RefundRequest of(Request payment, int remaining, Day on, Reason reason = Reason::compulsory) {
  return {std::move(payment), remaining, on, reason, std::nullopt};
}

// First day of the month in which `remaining` months are left, that month among them.
Day when_left(const Request& payment, int remaining) {
  const Month first = payment.first_month.value_or(payment.paid_on.month());
  return (first + (payment.term.covered_months() - remaining)).first_day();
}

void add_printed(Lines& lines) {
  for (const reference::CsvRow& row : reference::read_csv("reference/data/worked-long-terms.csv")) {
    if (row.at("remaining").empty()) continue;
    RefundRequest request = of(request_of(row), std::stoi(row.at("remaining")), reference::day_of(row.at("on"), Day{}));
    request.support_refunded = std::stoll(row.at("support_refunded"));
    if (reference::refund(law(), request).refund != std::stoll(row.at("participant_pays_vnd"))) {
      std::cerr << row.at("id") << ": the reference contradicts the printed refund\n";
      std::exit(1);
    }
    lines.add(row.at("id"), row.at("source"), request);
  }
}

Request sound(const char* term) {
  Request q = monthly(Day{2026, 8, 1}, 1'500'000);
  q.term = *Term::from_text(term);
  if (q.term.kind() != Term::Kind::months) q.fund_return_rate = Rate::from_text("0.0031");
  return q;
}

// Every remaining number of months at the edges of its range, in the month that leaves so many.
void add_remaining(Lines& lines) {
  for (const char* term : {"1", "3", "6", "12", "VS2", "VS3", "VS4", "VS5"}) {
    const Request q = sound(term);
    const int months = q.term.covered_months();
    for (const int remaining : {0, 1, 2, months / 2, months - 1, months}) {
      lines.add("remaining months", by_reference,
                of(q, remaining, when_left(q, std::min(std::max(remaining, 1), months))));
    }
    Request later = q;
    later.first_month = q.paid_on.month() + 1;
    lines.add("the whole period, before it", by_reference, of(later, months, Day{2026, 8, 31}));
    lines.add("more than the whole period", by_reference, of(later, months + 1, Day{2026, 8, 31}));
    lines.add("the whole period, on its first day", by_reference, of(later, months, Day{2026, 9, 1}));
  }
}

// What goes back of each part: places, groups, months already supported, other support, cuts.
void add_parts(Lines& lines) {
  for (const char* term : {"12", "VS2"}) {
    for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}, GroupSet{Group::near_poor}}) {
      for (const int remaining : {3, 11}) {
        Request q = sound(term);
        q.groups = groups;
        lines.add("no place", by_reference, of(q, remaining, when_left(q, remaining)));
        q.place.province = present(1);
        lines.add("Ha Noi", by_reference, of(q, remaining, when_left(q, remaining)));
        q.months_supported = 110;
        lines.add("Ha Noi, 10 months left to support", by_reference, of(q, remaining, when_left(q, remaining)));
        q.other_support = Money{100'001};
        lines.add("other support", by_reference, of(q, remaining, when_left(q, remaining)));
        q.other_support = Money{1'000'000'000};
        lines.add("other support is cut", by_reference, of(q, remaining, when_left(q, remaining)));
      }
    }
  }
  for (const int used : {-1, 0, 4, 12}) {
    Request q = monthly(Day{2024, 5, 5}, 2'000'000, Group::escaped_near_poor);
    q.term = months(12);
    q.place.province = present(1);
    q.place.locality = locality("004");
    if (used >= 0) q.local_months_used = used;
    for (const int remaining : {2, 6, 11}) {
      lines.add("a programme's own limit", by_reference, of(q, remaining, when_left(q, remaining)));
    }
  }
  Request begins = monthly(Day{2018, 1, 15}, 700'000, Group::poor);
  begins.first_month = Month{2017, 11};
  begins.term = months(6);
  for (const int remaining : {1, 3, 4, 5}) {
    lines.add("support begins within the period", by_reference, of(begins, remaining, Day{2018, 2, 1}));
  }
  for (const int supported : {0, 60, 100, 111, 119, 120}) {
    Request q = sound("12");
    q.months_supported = supported;
    lines.add("months already supported", by_reference, of(q, 4, when_left(q, 4)));
  }
}

void add_stated_support(Lines& lines) {
  for (const char* term : {"12", "VS5"}) {
    for (const std::int64_t stated :
         {std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, std::int64_t{726'000}, std::int64_t{3'630'000},
          std::int64_t{3'630'001}, std::int64_t{1'000'000'000'000'000}, std::int64_t{1'000'000'000'000'001}}) {
      const Request q = sound(term);
      RefundRequest request = of(q, 11, when_left(q, 11));
      request.support_refunded = stated;
      lines.add("support as stated", by_reference, request);
    }
  }
}

void add_refusals(Lines& lines) {
  Request q = sound("12");
  for (const Reason reason : {Reason::compulsory, Reason::withdrawal, Reason::death, Reason::pension}) {
    Request before = q;
    before.paid_on = Day{2025, 3, 1};
    lines.add("reason", by_reference, of(before, 5, Day{2025, 6, 30}, reason));
    lines.add("reason", by_reference, of(before, 5, Day{2025, 7, 1}, reason));
  }
  lines.add("the last day of the period", by_reference, of(q, 1, Day{2027, 7, 31}));
  lines.add("after the period", by_reference, of(q, 1, Day{2027, 8, 1}));
  Request last = q;
  last.paid_on = Day{2030, 12, 31};
  last.income = Money{2'200'000};
  lines.add("the last day of the law", by_reference, of(last, 11, Day{2030, 12, 31}));
  lines.add("after the law", by_reference, of(last, 11, Day{2031, 1, 1}));
  lines.add("before the law", by_reference, of(q, 12, Day{2007, 12, 31}));
  lines.add("a pension before the law", by_reference, of(q, 12, Day{2007, 12, 31}, Reason::pension));
  for (const char* term : {"TH12", "TH60"})
    lines.add("missing months", by_reference, of(sound(term), 6, Day{2026, 9, 1}));
  Request late = sound("DB3");
  late.paid_on = Day{2025, 6, 30};
  late.first_month = Month{2025, 1};
  lines.add("late make-up", by_reference, of(late, 1, Day{2025, 7, 1}));
  q.income = Money{1'499'999};
  lines.add("the payment itself is refused first", by_reference, of(q, 0, Day{2031, 1, 1}));
  late.income = Money{1'499'999};
  lines.add("the payment itself is refused first", by_reference, of(late, 0, Day{2031, 1, 1}));
  Request no_r = sound("VS2");
  no_r.paid_on = Day{2025, 12, 31};
  no_r.fund_return_rate.reset();
  lines.add("no published r", by_reference, of(no_r, 3, Day{2027, 1, 1}));
}

}  // namespace

File refunds() {
  Lines lines{"refunds"};
  add_printed(lines);
  add_remaining(lines);
  add_parts(lines);
  add_stated_support(lines);
  add_refusals(lines);
  return lines.file();
}

}  // namespace vectors
