#include "plain_columns.hpp"

#include <algorithm>

// The name of the function, where another compiler makes a second one of this source.
#ifndef ANSINH_PLAIN_COLUMNS
#define ANSINH_PLAIN_COLUMNS assess_columns
#endif

namespace plain {

// Refused rows are branched on: they are rare, so that the processor foresees them, and selects instead were slower by
// either compiler. Nothing else is branched on.
void ANSINH_PLAIN_COLUMNS(const ColumnLaw& law, const PlainColumns& columns) {
  // Neither the tables nor the inputs change while outputs are written; that the compiler cannot see by itself.
  const std::uint8_t* const period_of_day = law.period_of_day.data();
  const std::uint8_t* const ground_of_place = law.ground_of_place.data();
  const ColumnPeriod* const periods = law.periods.data();
  const std::uint32_t* const centrals = law.central.data();
  const std::uint32_t* const locals = law.local.data();
  const auto grounds = static_cast<std::uint32_t>(law.grounds);
  const std::int32_t* const __restrict incomes = columns.income;
  const std::uint16_t* const __restrict days = columns.paid_on;
  const std::uint16_t* const __restrict group_sets = columns.groups;
  const std::uint16_t* const __restrict places = columns.place;
  const std::uint8_t* const __restrict terms = columns.term;
  const std::uint8_t* const __restrict months_used = columns.used;
  std::int32_t* const __restrict contribution_of = columns.contribution;
  std::int32_t* const __restrict central_of = columns.central;
  std::int32_t* const __restrict local_of = columns.local;
  std::int32_t* const __restrict share_of = columns.share;
  std::uint8_t* const __restrict status_of = columns.status;

  constexpr std::uint32_t ordinary = 1U << 1U | 1U << 3U | 1U << 6U | 1U << 12U;

  const std::size_t rows = columns.rows;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint32_t period = period_of_day[days[i]];
    const ColumnPeriod& p = periods[period];
    const auto income = static_cast<std::uint32_t>(incomes[i]);
    const std::uint32_t groups = group_sets[i];
    const std::uint32_t used = months_used[i];
    const std::uint32_t months = terms[i];
    const std::uint32_t term = 1U << (months & 31U);
    const std::uint32_t ground = ground_of_place[places[i]];

    std::uint8_t status = 0;
    if (incomes[i] < 0 || groups >= ColumnLaw::group_sets || used > 120 || ground == ColumnLaw::no_place ||
        months > 12 || (ordinary & term) == 0) {
      status = 1;
    } else if (period == 0) {
      status = 2;
    } else if ((p.terms & term) == 0) {
      status = 3;
    } else if (income < p.floor) {
      status = 4;
    } else if (income > p.ceiling) {
      status = 5;
    } else if ((income - p.floor) % ColumnLaw::step != 0 && p.step_required != 0) {
      status = 6;
    }
    status_of[i] = status;
    if (status != 0) {
      contribution_of[i] = central_of[i] = local_of[i] = share_of[i] = 0;
      continue;
    }

    const auto contribution = static_cast<std::uint32_t>((std::uint64_t{income} * months * p.rate + 50) / 100);
    const std::uint32_t supported = std::min(months, std::max(p.cap, used) - used);
    const std::uint32_t central_sum = centrals[period * 16 + (groups & 15U)] * supported;
    const std::uint32_t local_sum = locals[(period * grounds + ground) * ColumnLaw::group_sets + groups] * supported;
    const std::uint32_t central = std::min(central_sum, contribution);
    const std::uint32_t local = std::min(local_sum, contribution - central);
    contribution_of[i] = static_cast<std::int32_t>(contribution);
    central_of[i] = static_cast<std::int32_t>(central);
    local_of[i] = static_cast<std::int32_t>(local);
    share_of[i] = static_cast<std::int32_t>(contribution - central - local);
  }
}

}  // namespace plain
