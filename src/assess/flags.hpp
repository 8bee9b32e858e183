// The flags of an answer: what it rests on or should be read with.
#pragma once

#include <algorithm>

#include "assess/known.hpp"
#include "assess/local_top_up.hpp"
#include "assess/working.hpp"

namespace ansinh {

inline bool local_unknown(const Working& work, GroupSet held) {
  const Cell& ground = *work.ground;
  const bool unknown = !known_for(ground, held, ground.known);
  if (work.locality == nullptr) [[likely]]
    return unknown;
  return unknown || !locality_known_for(*work.locality, held);
}

inline bool rests_on_poverty_line(const Working& work) {
  if (Money{} < work.central.dong) return true;
  for (int i = 0; i < work.layer_count; ++i) {
    if (work.layers[static_cast<std::size_t>(i)].rule->base == CompiledRule::Base::floor_contribution) return true;
  }
  return false;
}

// Local support from a programme that is not well established, an exact tie, or an own limit of months of which it is
// not known how many were used.
inline bool unsettled_layer(const Request& request, const LayerWork& layer) {
  if (layer.top_up.dong == Money{}) return false;
  return !layer.candidate->settled || layer.top_up.tie ||
         (layer.rule->months == RuleMonths::Kind::limit && !request.local_months_used);
}

inline bool some_reading_differs(const Working& work) {
  return std::ranges::any_of(work.others(), [](const Alternative& other) { return other.differs; });
}

// A term over years rests on r: on the law's where none is given; and that r may be 0 is assumed.
inline bool uses_return(const Request& request) { return request.term.kind() != Term::Kind::months; }
inline bool rests_on_published_return(const Request& request) {
  return uses_return(request) && !request.fund_return_rate;
}

inline bool unsettled_values(const Request& request, const Working& work) {
  const Regime& regime = *work.regime;
  if (!regime.contribution_rate_settled) return true;
  if (uses_return(request) && work.r.is_zero()) return true;
  if (rests_on_published_return(request) && !regime.fund_return_settled) return true;
  if (!work.central_rate->settled && Money{} < work.central.dong) return true;
  return !regime.poverty_line_settled && rests_on_poverty_line(work);
}

}  // namespace ansinh
