// What goes back of each part of a payment: worked out from the kernel's own working, where the months and rules are
// still known.
// Source: Decree 159/2025/ND-CP art. 8(2); Decision 595/QD-BHXH (2017) art. 10(6), example 8 (the month of the event is
// among those given back; support goes back by its months, nominally). That a local layer and other support go back by
// their months is assumed.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "ansinh/refund.hpp"
#include "assess/arithmetic.hpp"
#include "assess/working.hpp"

namespace ansinh {

// Months of a payment are counted from 0. A part is for the `months` months from `from` on.
struct RefundPart {
  Money amount;  // after the cut
  int months = 0;
  int given_back_months = 0;
  RoundedMoney back;
  Money
      back_if_last;  // what would go back were its months the last ones of the payment, where the law leaves that open

  [[nodiscard]] bool order_matters() const { return back_if_last != back.dong; }
};

struct RefundWork {
  int covered = 0;
  int used = 0;              // months before those given back
  int supportable_from = 0;  // months before the first one that the State can support
  RoundedMoney gross;
  RefundPart central;
  RefundPart other;
  Money back;  // all parts together
  Money before_limit;
  Money refund;
  int layer_count = 0;
  // Only the first layer_count are alive.
  union {
    std::array<RefundPart, max_layers> layers;
  };
  RefundWork() {}
  [[nodiscard]] std::span<const RefundPart> layer_parts() const {
    return {layers.data(), static_cast<std::size_t>(layer_count)};
  }
};

// amount x months / of, rounded once.
inline RoundedMoney prorated(Money amount, int months, int of) {
  if (of == 0) return {};
  return detail::divide<Int128>(static_cast<Int128>(amount.dong()) * months, of);
}

inline RefundPart refund_part(Money amount, int months, int from, const RefundWork& work, bool order_is_open) {
  RefundPart part{amount, months, 0, {}, {}};
  part.given_back_months = std::max(0, months - std::max(0, work.used - from));
  part.back = prorated(amount, part.given_back_months, months);
  const int if_last = std::min(months, work.covered - work.used);
  part.back_if_last = order_is_open ? prorated(amount, if_last, months).dong : part.back.dong;
  return part;
}

template <class Arithmetic>
void work_out_refund(const RefundRequest& request, const Working& paid, Money participant_share,
                     const Arithmetic& arithmetic, RefundWork& work) {
  const int last = request.remaining;
  work.covered = paid.months;
  work.used = paid.months - last;
  work.supportable_from = paid.months - paid.supportable;
  const bool ahead = request.payment.term.kind() == Term::Kind::years_ahead;
  const Weight weight = ahead ? Weight::of(ReturnSeries::discounted(paid.r, work.used, last)) : Weight::of(last);
  work.gross = arithmetic.contribution(*paid.regime, request.payment.income, weight);

  work.central = refund_part(paid.central_after_cut, paid.supported, work.supportable_from, work, true);
  if (request.support_refunded) {
    work.central.back = {*request.support_refunded, false};
    work.central.back_if_last = *request.support_refunded;
  }
  work.back = work.central.back.dong;
  for (int i = 0; i < paid.layer_count; ++i) {
    const LayerWork& layer = paid.layers[static_cast<std::size_t>(i)];
    const bool central = layer.rule->months == RuleMonths::Kind::central;
    const RefundPart part =
        refund_part(layer.after_cut, layer.months, central ? work.supportable_from : 0, work, central);
    std::construct_at(&work.layers[static_cast<std::size_t>(work.layer_count++)], part);
    work.back += part.back.dong;
  }
  work.other = refund_part(paid.other_after_cut, paid.months, 0, work, false);
  work.back += work.other.back.dong;

  work.before_limit = std::max(Money{}, work.gross.dong - work.back);
  work.refund = std::min(work.before_limit, participant_share);
}

// Another admissible reading, or an exact tie, gives another refund.
inline bool unsettled_refund(const RefundWork& work) {
  const auto of_the_state = [](const RefundPart& part) { return part.back.tie || part.order_matters(); };
  const auto of_others = [&](const RefundPart& part) { return of_the_state(part) || Money{} < part.back.dong; };
  return work.gross.tie || of_the_state(work.central) || of_others(work.other) ||
         std::ranges::any_of(work.layer_parts(), of_others);
}

}  // namespace ansinh
