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
  end_of_window,  // last day of the month that lies input[1]-1 months after input[0]
};

struct Step {
  static constexpr int max_inputs = 12;

  Quantity quantity;
  Operation operation;
  Datum value;
  std::array<std::uint16_t, max_inputs> inputs{};  // indices of earlier steps
  std::uint8_t input_count = 0;
  bool is_default = false;      // of `given`: the request did not say it
  bool tie = false;             // of `nearest_dong`: exactly between two dong
  std::uint8_t layer = 0;       // index into LawBook::layers(), of the local quantities
  GroupSet groups;              // of support_rate and of the rule's steps: by which of the groups held; empty: everyone
  const LawRow* row = nullptr;  // national law
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
};

struct Doubt {
  Reading reading;
  const LawRow* row = nullptr;
  const Programme* programme = nullptr;
  std::optional<std::uint8_t> layer;
  // By how much at most the participant's share would differ under another reading; absent where nothing bounds it.
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
