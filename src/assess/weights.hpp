// Weights: what months count for in an amount, and which months a reading of the law has supported.
// Source: Law 41/2024/QH15 art. 36(2); Decree 159/2025/ND-CP art. 6, 7; Decision 595/QD-BHXH (2017) art. 10, 11, 12.
#pragma once

#include <algorithm>

#include "ansinh/assess.hpp"
#include "core/return_series.hpp"

namespace ansinh {

// A number of months, each counting once; or a return series that takes their place.
struct Weight {
  bool plain = true;
  int months = 0;
  ReturnSeries series{};

  [[nodiscard]] static constexpr Weight of(int months) { return {true, months, {}}; }
  [[nodiscard]] static constexpr Weight of(const ReturnSeries& series) { return {false, 0, series}; }
};

// What the own contribution of the first `months` months of a payment counts, in the order of time. `late`: months
// after the due window, of a late make-up. The earliest of t missing months bears t months' return.
constexpr Weight contribution_weight(Term term, Rate r, int late, int months) {
  switch (term.kind()) {
    case Term::Kind::months: break;
    case Term::Kind::years_ahead: return Weight::of(ReturnSeries::discounted(r, 0, months));
    case Term::Kind::missing_months: return Weight::of(ReturnSeries::compounded(r, term.n() - months + 1, months));
    case Term::Kind::late: return Weight::of(ReturnSeries::compounded(r, late, 1, months));
  }
  return Weight::of(months);
}

// One reading of which months of a payment are supported and what they count. The law leaves several open; one is taken
// and the others are kept beside it (working.hpp), so that an answer can say whether they would differ.
struct SupportReading {
  int supported = 0;           // months that the State supports
  bool compounded = false;     // every month bears the fund's return, as in the contribution for missing months
  bool last_months = false;    // the last months are the supported ones; the first where false
  bool local_for_all = false;  // a local rule without months of its own goes on for the whole payment
};

// `months` of the `covered` months: the first in time, which bear the most return, or the last.
constexpr Weight support_weight(const SupportReading& reading, Rate r, int covered, int months, bool last_months) {
  if (!reading.compounded) return Weight::of(months);
  return Weight::of(ReturnSeries::compounded(r, last_months ? 1 : covered - months + 1, months));
}

}  // namespace ansinh
