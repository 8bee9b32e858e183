#include "reference/schedule.hpp"

#include <algorithm>

#include "reference/price.hpp"

namespace reference {
namespace {

std::int64_t up_to(const Part& part, const Weights& weights, int month) {
  const Months so_far = common(part.months, {1, month});
  return std::min(nearest(part.per_month * weights.sum(so_far)).dong, part.after_cut);
}

}  // namespace

Schedule schedule(const Law& law, const ansinh::Request& request) {
  const Priced paid = price(law, request);
  Schedule out{paid.outcome, {}};
  if (paid.outcome.status != ansinh::Errc::ok) return out;
  const Part own{paid.own_per_month, paid.all, paid.outcome.contribution, false};
  ScheduleMonth before;
  before.cumulative_layers.assign(paid.layers.size(), 0);
  for (int number = 1; number <= paid.all.last; ++number) {
    ScheduleMonth row;
    row.number = number;
    if (paid.first) row.month = *paid.first + (number - 1);
    row.cumulative_contribution = up_to(own, paid.own, number);
    row.contribution = row.cumulative_contribution - before.cumulative_contribution;
    row.cumulative_central_support = up_to(paid.central, paid.support, number);
    row.central_support = row.cumulative_central_support - before.cumulative_central_support;
    for (std::size_t i = 0; i < paid.layers.size(); ++i) {
      row.cumulative_layers.push_back(up_to(paid.layers[i], paid.support, number));
      row.layers.push_back(row.cumulative_layers[i] - before.cumulative_layers[i]);
    }
    out.months.push_back(row);
    before = row;
  }
  return out;
}

}  // namespace reference
