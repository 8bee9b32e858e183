// The account of one payment month by month, whose sum is the answer to the dong.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reference/reference.hpp"

namespace reference {

// One month: what it adds to each part, and each part up to and including it. A part up to a month is the nearest dong
// of its exact sum up to there, at most the amount after the cut; the month's own is the difference to the month
// before.
struct ScheduleMonth {
  int number = 0;                      // from 1, in time order
  std::optional<ansinh::Month> month;  // none in missing months: the law does not name them
  std::int64_t contribution = 0;
  std::int64_t central_support = 0;
  std::vector<std::int64_t> layers;  // as Outcome::layers of the answer
  std::int64_t cumulative_contribution = 0;
  std::int64_t cumulative_central_support = 0;
  std::vector<std::int64_t> cumulative_layers;
};

struct Schedule {
  Outcome outcome;  // the answer or refusal of `assess`
  std::vector<ScheduleMonth> months;
};

Schedule schedule(const Law& law, const ansinh::Request& request);

}  // namespace reference
