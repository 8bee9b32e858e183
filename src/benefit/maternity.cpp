// The maternity allowance.
#include <algorithm>

#include "benefit/common.hpp"
#include "benefit/record.hpp"

namespace ansinh {
namespace {

using namespace benefit;

constexpr int months_needed = 6;

struct MonthsWithin {
  int all = 0;
  int compulsory = 0;
};

// Months of contributions from `first` up to twelve months later.
MonthsWithin within_a_year(ContributionRecord record, Month first) {
  MonthsWithin found;
  for (const ContributionSpan& span : record) {
    if (span.kind == SpanKind::missing) continue;
    const int from = std::max(0, first - span.from);
    const int to = std::min(span.months, first + 12 - span.from);
    const int months = std::max(0, to - from);
    found.all += months;
    if (span.scheme == Scheme::compulsory) found.compulsory += months;
  }
  return found;
}

NotEligible reason_of(const MonthsWithin& months) {
  if (months.compulsory >= months_needed) return NotEligible::under_compulsory;
  return months.all >= months_needed ? NotEligible::none : NotEligible::months;
}

}  // namespace

Result<Maternity> maternity(const BenefitRules& rules, const MaternityRequest& request,
                            ContributionRecord record) noexcept {
  constexpr int most_children = 10;
  if (auto fault = check_event(request.on, first_law_day.month())) return *fault;
  if (auto fault =
          out_of_range(Field::children, Datum::count(request.children), Datum::count(1), Datum::count(most_children))) {
    return *fault;
  }
  RecordSums sums;
  Fault fault;
  if (!count_months(rules.data(), record, request.on, sums, fault)) return fault;
  Maternity out;
  const MonthsWithin before = within_a_year(record, request.on - 12);
  out.months_before = before.all;
  out.compulsory_before = before.compulsory;
  out.children = request.children;
  out.sum_row = rules.law().maternity_allowance(request.on.first_day());
  out.reason = out.sum_row == nullptr ? NotEligible::not_in_force : reason_of(before);
  out.eligible = out.reason == NotEligible::none;
  if (out.eligible) out.allowance = out.sum_row->amount * request.children;
  // Whether the month of the birth is one of the twelve is not said.
  out.readings.set(BenefitReading::twelve_months_before,
                   out.sum_row != nullptr && reason_of(within_a_year(record, request.on - 11)) != out.reason);
  set_illustration(out.flags, request.on);
  set_unsettled(out.flags, out.readings);
  return out;
}

}  // namespace ansinh
