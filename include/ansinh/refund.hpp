// refund: what is given back of a payment whose last months are not used (Vietnamese: hoan tra mot phan so tien da
// dong).
//
// Promise: exact to the dong, rounded once an amount. The payment is assessed first, with every refusal of `assess`;
// income, r, poverty line and rates are those of its day. Then
//   gross   what was paid for the last `remaining` months: in the sum for years ahead its last terms, else rate x
//   income
//           x months;
//   parts   of the State's support, of each local layer and of support by others (after the cut) the share of its own
//           months that lies among the last ones: part x months given back / its months. Its months are the first in
//           time. `support_refunded`, if stated, replaces the State's part;
//   refund  gross - parts, never below 0 and never above the participant's share: the participant's money.
// That local layers and others are paid back by their months, and which of the State's months they are, is assumed:
// where it matters the flag `unsettled` is set. No allocation, no exception. Faults: those of `assess`;
// invalid_argument (support_refunded out of its range; `reason` unknown to the law of the day `on`; `remaining` not
// within 1 ... months - 1, or 1 ... months where `on` lies before the first month; `on` after the last month);
// day_outside_law (`on`); term_not_allowed (TH, DB: the law has no refund for them); value_not_published. Units: VND;
// months. Source in law: Decree 159/2025/ND-CP art. 8; Decision 595/QD-BHXH (2017) art. 10(6) and example 8.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "ansinh/assess.hpp"
#include "ansinh/explain.hpp"
#include "ansinh/export.hpp"
#include "ansinh/law.hpp"
#include "ansinh/money.hpp"
#include "ansinh/result.hpp"

namespace ansinh {

struct RefundRequest {
  Request payment{};
  int remaining = 0;  // the last months of the period, that of the event included
  Day on{};           // day of the event
  RefundReason reason = RefundReason::compulsory;
  std::optional<Money> support_refunded{};  // the State's part, VND 0...10^15, where the authority has stated it
};

struct Refund {
  Money gross;
  // What goes back to those who supported the payment.
  Money central_support;
  Money local_top_up;  // province_top_up + locality_top_up + further layers
  Money province_top_up;
  Money locality_top_up;
  Money other_support;
  Money refund;              // what goes back to the participant
  std::uint16_t months = 0;  // those given back
  // Those of the payment, and `unsettled` also where another reading gives another refund.
  Flags flags;
  LayerAmounts layer_amounts;

  Refund() {}

  // The layers of the payment, in order, each with what goes back to it.
  [[nodiscard]] std::span<const LayerAmount> layers() const { return layer_amounts.list(); }
  ANSINH_API friend bool operator==(const Refund& a, const Refund& b);
};

[[nodiscard]] ANSINH_API Result<Refund> refund(const Rules& rules, const RefundRequest& request) noexcept;
// By the reference arithmetic.
[[nodiscard]] ANSINH_API Result<Refund> refund_exact(const Rules& rules, const RefundRequest& request);

// The same refund with every step that led to it.
struct RefundExplanation {
  RefundRequest request;
  Result<Refund> outcome;
  // The payment's, with the refund's steps and doubts after its own; its last step is the refund. Refused where either
  // is.
  Explanation payment;
  // Months of the period from that of the event on: what `remaining` would be by the official example. 0 where refused.
  int months_from_event = 0;
};

// The pointers live as long as `rules`.
[[nodiscard]] ANSINH_API RefundExplanation explain(const Rules& rules, const RefundRequest& request);

// For a strict caller, as of an assessment.
[[nodiscard]] ANSINH_API std::optional<Fault> not_settled(const RefundRequest& request, const Refund& refund);

// The range of one field, for callers that read fields one by one. Nothing if it is in range.
[[nodiscard]] ANSINH_API std::optional<Fault> check_support_refunded(Money amount);

}  // namespace ansinh
