#include <algorithm>

#include "ansinh/schedule.hpp"
#include "assess/proof.hpp"
#include "reference/refund.hpp"
#include "reference/replay.hpp"
#include "reference/schedule.hpp"

namespace proof {

namespace {

reference::RefundOutcome outcome_of(const ansinh::Result<ansinh::Refund>& result) {
  reference::RefundOutcome out;
  out.status = result.code();
  if (!result.ok()) {
    const ansinh::Fault& fault = result.fault();
    out.parameter = std::string{fault.parameter.empty() ? name(fault.field) : fault.parameter};
    out.given = fault.given.text();
    return out;
  }
  out.gross = result->gross.dong();
  out.central_support = result->central_support.dong();
  out.local_top_up = result->local_top_up.dong();
  out.province_top_up = result->province_top_up.dong();
  out.locality_top_up = result->locality_top_up.dong();
  out.other_support = result->other_support.dong();
  out.refund = result->refund.dong();
  out.months = result->months;
  out.flags = result->flags.bits();
  return out;
}

bool same(const ansinh::Result<ansinh::Refund>& a, const ansinh::Result<ansinh::Refund>& b) {
  if (a.ok() != b.ok()) return false;
  return a.ok() ? *a == *b : same_fault(a.fault(), b.fault());
}

}  // namespace

testing::AssertionResult agrees(const ansinh::Rules& rules, const reference::Law& law,
                                const ansinh::RefundRequest& request) {
  reference::RefundRequest asked{request.payment, request.remaining, request.on,
                                 static_cast<reference::Reason>(request.reason), std::nullopt};
  if (request.support_refunded) asked.support_refunded = request.support_refunded->dong();
  const reference::RefundOutcome expected = reference::refund(law, asked);
  const auto fast = ansinh::refund(rules, request);
  const reference::RefundOutcome given = outcome_of(fast);
  const auto fails = [&](const std::string& what) {
    return testing::AssertionFailure() << what << "\n  request:   " << reference::describe(request.payment)
                                       << "\n  remaining " << request.remaining << " on " << request.on.text() << ", "
                                       << name(request.reason) << ", stated "
                                       << (request.support_refunded ? request.support_refunded->dong() : -1)
                                       << "\n  reference: " << reference::describe(expected)
                                       << "\n  refund:    " << reference::describe(given);
  };
  // Of a refused payment the faults of `assess` are compared elsewhere.
  const bool refused_payment = !ansinh::assess(rules, request.payment).ok();
  if (refused_payment ? expected.status != given.status : !(expected == given)) {
    return fails("the refund differs from the reference");
  }
  if (!same(fast, ansinh::refund_exact(rules, request))) return fails("refund_exact differs");
  const ansinh::RefundExplanation explanation = explain(rules, request);
  if (!same(fast, explanation.outcome)) return fails("explain differs");
  if (!fast.ok()) return testing::AssertionSuccess();
  if (const std::string fault = reference::fault_of_replay(explanation); !fault.empty()) return fails(fault);
  if (fast->flags.has(ansinh::Flag::unsettled) == explanation.payment.doubts.empty()) {
    return fails("the flag and the doubts do not agree");
  }
  return testing::AssertionSuccess();
}

testing::AssertionResult schedule_agrees(const ansinh::Rules& rules, const reference::Law& law,
                                         const ansinh::Request& request) {
  const reference::Schedule expected = reference::schedule(law, request);
  const auto given = ansinh::schedule(rules, request);
  const auto fails = [&](const std::string& what) {
    return testing::AssertionFailure() << what << "\n  request: " << reference::describe(request);
  };
  const auto answer = ansinh::assess(rules, request);
  if (!given.ok()) return same_fault(given.fault(), answer.fault()) ? testing::AssertionSuccess() : fails("refused");
  if (!(given->assessment == *answer)) return fails("the schedule's answer differs");
  if (given->months.size() != expected.months.size()) return fails("another number of months");
  ansinh::ScheduleAmounts sum;
  for (std::size_t i = 0; i < expected.months.size(); ++i) {
    const reference::ScheduleMonth& e = expected.months[i];
    const ansinh::ScheduleMonth& g = given->months[i];
    const auto total = [](const std::vector<std::int64_t>& layers) {
      std::int64_t all = 0;
      for (const std::int64_t layer : layers) all += layer;
      return all;
    };
    const bool same = e.month == g.month && e.contribution == g.amounts.contribution.dong() &&
                      e.central_support == g.amounts.central_support.dong() &&
                      total(e.layers) == g.amounts.local_top_up.dong() &&
                      e.cumulative_contribution == g.cumulative.contribution.dong() &&
                      e.cumulative_central_support == g.cumulative.central_support.dong() &&
                      total(e.cumulative_layers) == g.cumulative.local_top_up.dong();
    if (!same) return fails("month " + std::to_string(i + 1) + " differs");
    sum.contribution += g.amounts.contribution;
    sum.central_support += g.amounts.central_support;
    sum.local_top_up += g.amounts.local_top_up;
  }
  if (sum.contribution != answer->contribution || sum.central_support != answer->central_support ||
      sum.local_top_up != answer->local_top_up) {
    return fails("the columns do not add up to the answer");
  }
  return testing::AssertionSuccess();
}

}  // namespace proof
