// schedule: the month-by-month account of a payment, whose columns add up to its answer.
//
// Promise: for every month in the order of time what its contribution is (discounted in years ahead, with the fund's
// return in missing months and late make-up), and what the State and the local layers give for it. A cumulative amount
// is the nearest dong of the exact sum up to that month; a month's amount is the difference of two cumulative ones. So
// the last cumulative amounts, and the sums of the columns, are exactly those of the assessment, and a month's amount
// lies within one dong of its own exact value. Where support was cut to fit the contribution, it ends with the month in
// which what is left of it is used up (assumed, as the cut itself is). Support by others is given for the payment as a
// whole and stands in the assessment only. Units: VND. Faults: those of `assess`. Source in law: as assess.hpp.
#pragma once

#include <optional>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/calendar.hpp"
#include "ansinh/export.hpp"
#include "ansinh/money.hpp"
#include "ansinh/result.hpp"

namespace ansinh {

struct ScheduleAmounts {
  Money contribution;
  Money central_support;
  Money local_top_up;

  friend bool operator==(const ScheduleAmounts&, const ScheduleAmounts&) = default;
};

struct ScheduleMonth {
  // The calendar month; empty in missing months, of which only the number is known, the earliest first.
  std::optional<Month> month{};
  // To which power of 1 + r the month's contribution is multiplied: 0, -1, -2 ... in years ahead, t ... 1 in t missing
  // months, the months of delay in late make-up, 0 elsewhere.
  int exponent = 0;
  ScheduleAmounts amounts{};     // of this month
  ScheduleAmounts cumulative{};  // up to and including this month

  friend bool operator==(const ScheduleMonth&, const ScheduleMonth&) = default;
};

struct Schedule {
  Assessment assessment;
  std::vector<ScheduleMonth> months;
};

[[nodiscard]] ANSINH_API Result<Schedule> schedule(const Rules& rules, const Request& request);

}  // namespace ansinh
