// The flags of an answer: what it rests on or should be read with.
#pragma once

#include <algorithm>

#include "assess/local_top_up.hpp"
#include "assess/working.hpp"

namespace ansinh {

// A record of a confirmed none for everyone, or for every group held.
inline bool confirmed_none(const Cell& cell, GroupSet held) {
  return cell.none_for_everyone || (!held.empty() && cell.none_for.contains(held));
}

inline bool local_unknown(const Rules::Data& data, const Request& request, const Working& work) {
  const GroupSet held = request.groups;
  if (!work.ground->programme_in_first_layer && !confirmed_none(*work.ground, held)) return true;
  if (work.ground->unknown_for.intersects(held)) return true;
  if (work.locality != nullptr) {
    // A locality that the law names at some time is unknown on every other day.
    if (candidates_of(data, work.locality).empty() && !confirmed_none(*work.locality, held)) return true;
    if (work.locality->unknown_for.intersects(held)) return true;
  }
  return false;
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
