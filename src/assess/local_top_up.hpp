// Local top-ups: layers stack; in each, of the programmes that fit, the rule that gives this payment the most counts.
// Source: Decree 159/2025/ND-CP art. 5(1) (localities may add); Law on Promulgation of Legal Documents art. 54(2)(b)
// (a merged province's acts go on, on its own ground). That a rule without a limit of its own gives for the months that
// the State supports is assumed (practice).
#pragma once

#include <algorithm>
#include <span>

#include "assess/working.hpp"

namespace ansinh {

// Months for which a rule gives.
inline int rule_months(const CompiledRule& rule, int covered, int central, int used) {
  switch (rule.months) {
    case RuleMonths::Kind::central: return central;
    case RuleMonths::Kind::all: return covered;
    case RuleMonths::Kind::limit: return std::min(covered, std::max(0, rule.limit - used));
  }
  return 0;
}

template <class Arithmetic>
RoundedMoney rule_amount(const CompiledRule& rule, const Regime& regime, Money income, int months) {
  switch (rule.base) {
    case CompiledRule::Base::floor_contribution:
      return Arithmetic::share_of_floor_contribution(regime, rule.share, months);
    case CompiledRule::Base::own_contribution:
      return Arithmetic::share_of_contribution(regime, rule.share, income, months);
    case CompiledRule::Base::stated_income:
      return Arithmetic::share_of_contribution(regime, rule.share, rule.amount, months);
    case CompiledRule::Base::fixed_sum: return Arithmetic::fixed(rule.amount, months);
  }
  return {};
}

// Whether `a` counts rather than `b` where both give the same: the later first day, then the smaller id (programmes are
// numbered in the order of their ids).
inline bool precedes(const Candidate& a, const Candidate& b) {
  return a.from != b.from ? b.from < a.from : a.programme < b.programme;
}

// Whether the former provinces' programmes of a layer no longer apply to this participant.
inline bool former_displaced(const Rules::Data& data, std::span<const Candidate> candidates, unsigned layer,
                             GroupSet held) {
  for (const Candidate& candidate : candidates) {
    if (candidate.layer != layer || candidate.matched != Matched::present_province) continue;
    if (candidate.displaces == Displaces::all) return true;
    if (candidate.displaces == Displaces::none) continue;
    for (std::uint32_t r = candidate.rules_begin; r < candidate.rules_end; ++r) {
      if (data.rules[r].holds_for(held)) return true;
    }
  }
  return false;
}

inline std::span<const Candidate> candidates_of(const Rules::Data& data, const Cell* cell) {
  if (cell == nullptr || cell->layers == 0) return {};
  return std::span{data.candidates}.subspan(cell->begin, cell->end - cell->begin);
}

template <class Arithmetic>
class LayerPricer {
 public:
  LayerPricer(const Rules::Data& data, const Request& request, const Working& work)
      : data_{data}, request_{request}, work_{work} {}

  // Whether a rule that rests on the poverty line holds on a day for which the book has none.
  bool needs_poverty_line = false;

  LayerWork price(unsigned layer) {
    LayerWork best{};
    best.layer = static_cast<std::uint8_t>(layer);
    const auto ground = candidates_of(data_, work_.ground);
    consider(ground, layer, !ground.empty() && former_displaced(data_, ground, layer, request_.groups), best);
    consider(candidates_of(data_, work_.locality), layer, false, best);
    return best;
  }

 private:
  void consider(std::span<const Candidate> candidates, unsigned layer, bool without_former, LayerWork& best) {
    for (const Candidate& candidate : candidates) {
      if (candidate.layer != layer) continue;
      if (without_former && candidate.matched == Matched::former_province) continue;
      for (std::uint32_t r = candidate.rules_begin; r < candidate.rules_end; ++r) {
        if (data_.rules[r].holds_for(request_.groups)) consider(candidate, data_.rules[r], best);
      }
    }
  }

  void consider(const Candidate& candidate, const CompiledRule& rule, LayerWork& best) {
    if (rule.base == CompiledRule::Base::floor_contribution && !work_.regime->has_poverty_line) {
      needs_poverty_line = true;
      return;
    }
    const int used = request_.local_months_used.value_or(0);
    const int months = rule_months(rule, work_.months, work_.supported, used);
    const RoundedMoney amount = rule_amount<Arithmetic>(rule, *work_.regime, request_.income, months);
    if (best.candidate == nullptr || best.top_up.dong < amount.dong ||
        (best.top_up.dong == amount.dong && precedes(candidate, *best.candidate))) {
      best.candidate = &candidate;
      best.rule = &rule;
      best.months = months;
      best.top_up = amount;
    }
    if (work_.supported < work_.months) {
      const int other_reading = rule.months == RuleMonths::Kind::central ? work_.months : months;
      const Money if_all = rule_amount<Arithmetic>(rule, *work_.regime, request_.income, other_reading).dong;
      best.if_all_months = std::max(best.if_all_months, if_all);
    }
  }

  const Rules::Data& data_;
  const Request& request_;
  const Working& work_;
};

}  // namespace ansinh
