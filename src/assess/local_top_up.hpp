// Local top-ups: layers stack; in each, of the programmes that fit, the rule that gives this payment the most counts.
// Source: Decree 159/2025/ND-CP art. 5(1) (localities may add); Law on Promulgation of Legal Documents art. 54(2)(b)
// (a merged province's acts go on, on its own ground). That a rule without a limit of its own gives for the months that
// the State supports is assumed (practice).
#pragma once

#include <algorithm>
#include <span>

#include "assess/working.hpp"

namespace ansinh {

// Months for which a rule gives under a reading.
inline int rule_months(const CompiledRule& rule, const SupportReading& how, int covered, int used) {
  switch (rule.months) {
    case RuleMonths::Kind::central: return how.local_for_all ? covered : how.supported;
    case RuleMonths::Kind::all: return covered;
    case RuleMonths::Kind::limit: return std::min(covered, std::max(0, rule.limit - used));
  }
  return 0;
}

// What a rule gives for the months of a weight.
template <class Arithmetic>
RoundedMoney rule_amount(const Arithmetic& arithmetic, const CompiledRule& rule, const Request& request,
                         const Working& work, const Weight& weight) {
  switch (rule.base) {
    case CompiledRule::Base::floor_contribution:
      return arithmetic.share_of_floor_contribution(*work.regime, rule.share, weight);
    case CompiledRule::Base::own_contribution:
      return arithmetic.share_of_contribution(*work.regime, rule.share, request.income, weight);
    case CompiledRule::Base::stated_income:
      return arithmetic.share_of_contribution(*work.regime, rule.share, rule.amount, weight);
    case CompiledRule::Base::fixed_sum: return arithmetic.fixed(rule.amount, weight);
  }
  return {};
}

// What a rule gives under a reading. Which months are the last ones is asked of the State's months only: an own limit
// of months counts from the first month on.
template <class Arithmetic>
RoundedMoney rule_amount(const Arithmetic& arithmetic, const CompiledRule& rule, const Request& request,
                         const Working& work, const SupportReading& how) {
  const int months = rule_months(rule, how, work.months, request.local_months_used.value_or(0));
  const bool last_months = how.last_months && rule.months == RuleMonths::Kind::central;
  return rule_amount(arithmetic, rule, request, work, support_weight(how, work.r, work.months, months, last_months));
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
  LayerPricer(const Rules::Data& data, const Arithmetic& arithmetic, const Request& request, const Working& work)
      : data_{data}, arithmetic_{arithmetic}, request_{request}, work_{work} {}

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
    const RoundedMoney amount = rule_amount(arithmetic_, rule, request_, work_, work_.reading);
    if (best.candidate == nullptr || best.top_up.dong < amount.dong ||
        (best.top_up.dong == amount.dong && precedes(candidate, *best.candidate))) {
      best.candidate = &candidate;
      best.rule = &rule;
      best.months = rule_months(rule, work_.reading, work_.months, request_.local_months_used.value_or(0));
      best.top_up = amount;
    }
    for (std::size_t i = 0; i < work_.others().size(); ++i) {
      const Money otherwise = rule_amount(arithmetic_, rule, request_, work_, work_.others()[i].how).dong;
      best.otherwise[i] = std::max(best.otherwise[i], otherwise);
    }
  }

  const Rules::Data& data_;
  const Arithmetic& arithmetic_;
  const Request& request_;
  const Working& work_;
};

}  // namespace ansinh
