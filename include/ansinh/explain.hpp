// explain: the same answer as `assess`, with every step that led to it.
//
// Promise: the steps are values, not text: each says which quantity, from which earlier steps, by which operation, with
// which row of law. Evaluating the operations again gives the same values (replay), and the last step of an answered
// request is the participant's share. Text is made by report.hpp.
// It runs the same kernel as `assess`; only the recording differs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/datum.hpp"
#include "ansinh/export.hpp"
#include "ansinh/law.hpp"

namespace ansinh {

enum class Quantity : std::uint8_t {
  // given
  paid_on,
  first_month,
  income,
  covered_months,
  months_supported,
  local_months_used,
  other_support_given,
  // bounds
  base_salary,
  rural_poverty_line,
  income_floor,
  income_ceiling_multiple,
  income_ceiling,
  income_step,
  due_window,
  last_day_in_time,
  // contribution
  contribution_rate,
  contribution,
  // central support
  support_rate,  // row: the rate that counts; group: whose it is (empty: everyone's)
  support_from,
  supportable_months,
  support_cap_months,
  remaining_months,
  supported_months,
  central_support,
  // local layers; `layer` says which
  rule_share,   // share of the floor contribution, of the own contribution or of a stated one
  rule_sum,     // VND per month
  rule_income,  // stated income, VND per month
  rule_limit,   // the rule's own number of months
  rule_remaining_months,
  rule_months,
  layer_top_up,
  // cut: what is left of a part after reducing it, in the order other, layers from the last, central
  parts_total,
  excess,
  other_support,
  layer_top_up_after_cut,
  central_support_after_cut,
  // result
  participant_share,
  // terms over years
  fund_return_rate,  // r, given or looked up
  late_months,       // months after the due window
  th_support,        // how support for missing months is counted
  // refund (refund.hpp)
  refund_day,
  refund_months,            // the last months of the period, which are given back
  used_months,              // those before them
  supportable_from,         // months of the payment before the first one that the State can support
  used_supportable_months,  // of the used months, those that the State can support
  refund_gross,
  months_given_back,  // of one part's months, those among the last
  central_support_refund,
  layer_refund,
  other_support_refund,
  refund_before_limit,
  refund,
};

// How a step's value follows from its inputs.
enum class Operation : std::uint8_t {
  given,               // from the request, or its default
  looked_up,           // a row of law, or a term of a programme
  same,                // the value of the one input
  product,             // all inputs multiplied, exactly
  nearest_dong,        // all inputs multiplied exactly, then rounded once (rounding.hpp)
  sum,                 // all inputs added
  difference,          // the first less all the others
  least,               // the smallest input
  difference_or_zero,  // the first less all the others, but not below 0
  // One input: nothing, because the input leaves nothing (support not begun, no supported months). Three inputs
  // (months, first month, first supported month): the months of the payment from then on.
  counted,
  end_of_window,  // last day of the month that lies input[1]-1 months after input[0]; of input[0] where it is the only
                  // one
  // All inputs but those named multiplied exactly, times a sum of powers of 1 + r, then rounded once:
  nearest_dong_discounted,  // ..., r, n, m: sum for i = n-m ... n-1 of (1+r)^-i, the last m of n months
  nearest_dong_compounded,  // ..., r, t, m: sum for i = t-m+1 ... t of (1+r)^i, the first m of t missing months
  nearest_dong_late,        // ..., r, t: (1+r)^t
  months_after,             // months from that of the day input[1] to that of the day input[0]
  prorated,                 // input[0] x input[1] / input[2], rounded once
};

// Where the law writes the formula of a step, where that is a provision of its own.
struct Formula {
  Citation citation;
  Standing standing;
};

struct Step {
  static constexpr int max_inputs = 12;

  Quantity quantity;
  Operation operation;
  Datum value;
  std::array<std::uint16_t, max_inputs> inputs{};  // indices of earlier steps
  std::uint8_t input_count = 0;
  bool is_default = false;      // of `given`: the request did not say it
  bool tie = false;             // of what is rounded: exactly between two dong
  std::uint8_t layer = 0;       // index into LawBook::layers(), of the local quantities
  GroupSet groups;              // of support_rate and of the rule's steps: by which of the groups held; empty: everyone
  const LawRow* row = nullptr;  // national law
  const Formula* formula = nullptr;
  const Programme* programme = nullptr;  // local law
  const Rule* rule = nullptr;
};

// Why an answer is flagged `unsettled`.
enum class Reading : std::uint8_t {
  value_standing,          // rests on a national value that is assumed, draft, practice, or reported by one source
  programme_standing,      // rests on a local programme that is not well established
  central_or_all_months,   // whether local support ends with the State's months or covers the whole payment
  local_months_not_given,  // a rule has its own limit, and the months used were not given
  tie,                     // an amount lay exactly between two dong
  cut,                     // how the parts are reduced when they exceed the contribution
  order_of_months,         // missing months: whether the first or the last ones are the supported ones
  th_support,              // missing months: whether support bears the fund's return
  late_support,            // late make-up: whether its months are supported at all
  zero_return,             // whether a return of the fund of 0 may be taken
  refund_order,            // refund: whether the State's months are the first or the last ones
  refund_to_supporters,    // refund: whether local layers and others get their months back
};

struct Doubt {
  Reading reading;
  const LawRow* row = nullptr;
  const Programme* programme = nullptr;
  std::optional<std::uint8_t> layer;
  // By how much at most the participant's share, of the two readings of a refund the refund, would differ under another
  // reading; absent where nothing bounds it.
  std::optional<Money> effect;
};

struct Explanation {
  Request request;
  Result<Assessment> outcome;
  std::vector<Step> steps;                // up to the refusal, if refused
  std::vector<Doubt> doubts;              // what makes the answer `unsettled`
  std::vector<const Record*> unknown;     // records that make it `local_unknown`; may be empty then: no record at all
  std::vector<const Programme*> counted;  // programmes whose rule counts, for their conditions
};

// The pointers live as long as `rules`.
[[nodiscard]] ANSINH_API Explanation explain(const Rules& rules, const Request& request);

}  // namespace ansinh
