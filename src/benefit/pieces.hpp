// A span in pieces within which the law stays the same.
#pragma once

#include <algorithm>

#include "benefit/benefit_data.hpp"

namespace ansinh::benefit {

struct Piece {
  const Regime* regime;
  Month first;  // of notional months, that of the payment
  int months;
};

// Calls visit(piece) until it says false; whether it never did. The span has passed the checks of record.hpp: its
// months, or its day of payment, lie within the law. Where the day of payment is known its law holds for the whole
// span, else that of each month's first day.
template <class Visit>
bool each_piece(const BenefitRules::Data& data, const ContributionSpan& span, const Visit& visit) {
  if (span.paid_on) return visit(Piece{&data.rules.data().regime_on(*span.paid_on), span.from, span.months});
  const int first = month_index(span.from);
  if (span.kind == SpanKind::missing) {
    return visit(Piece{data.months[static_cast<std::size_t>(first)].regime, span.from, span.months});
  }
  const int end = first + span.months;
  for (int at = first; at < end;) {
    const MonthLaw& month = data.months[static_cast<std::size_t>(at)];
    const int next = std::min(end, month.same_until);
    if (!visit(Piece{month.regime, first_law_day.month() + at, next - at})) return false;
    at = next;
  }
  return true;
}

}  // namespace ansinh::benefit
