// What is paid back of a period paid ahead when the participant comes under compulsory insurance, withdraws, dies or
// claims a pension before its end (Decision 595/QD-BHXH art. 10(6); Decree 159/2025/ND-CP art. 8).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "reference/reference.hpp"

namespace reference {

enum class Reason { compulsory, withdrawal, death, pension };
std::string name(Reason reason);

struct RefundRequest {
  ansinh::Request payment;
  int remaining = 0;  // months of the period that are left: its last ones
  ansinh::Day on;     // day of the event
  Reason reason = Reason::compulsory;
  std::optional<std::int64_t> support_refunded;  // central support that goes back, where it is stated; VND
};

struct RefundOutcome {
  // A refusal: what it is; the name of the value of law that set the limit or of the field at fault ("remaining", "on",
  // "reason", "support_refunded" or a field of the payment); what was given, as a cell would hold it.
  ansinh::Errc status = ansinh::Errc::ok;
  std::string parameter;
  std::string given;

  // An answer, in VND: the contribution of the last months, what goes back of each part, and what the participant gets.
  std::int64_t gross = 0;
  std::int64_t central_support = 0;
  std::int64_t local_top_up = 0;  // of every layer
  std::int64_t province_top_up = 0;
  std::int64_t locality_top_up = 0;
  std::int64_t other_support = 0;
  std::int64_t refund = 0;
  int months = 0;      // refunded
  unsigned flags = 0;  // bits as in ansinh::Flag: those of the payment, and `unsettled` where this refund adds it

  friend bool operator==(const RefundOutcome&, const RefundOutcome&) = default;
};

// First everything that refuses the payment itself, then: missing months and late make-up have no rule; what is stated
// as support within 0...10^15; the day within the law; a reason that the law of that day knows (a pension from
// 2025-07-01); 1 <= remaining < months, or = months if the event is before the period; the event not after the period.
RefundOutcome refund(const Law& law, const RefundRequest& request);

std::string describe(const RefundOutcome& outcome);

}  // namespace reference
