// Whether the law of a place is known: what `local_unknown` is decided by.
#pragma once

#include "assess/rules_data.hpp"

namespace ansinh {

// Whether all hold, without a branch between them: for conditions of which each is cheap, and as good as random.
template <class... Condition>
constexpr bool all_hold(Condition... conditions) {
  return (static_cast<unsigned>(conditions) & ...) != 0;
}

// Whether any holds, in the same way.
template <class... Condition>
constexpr bool any_holds(Condition... conditions) {
  return (static_cast<unsigned>(conditions) | ...) != 0;
}

// Whether the law of a ground is known for the groups held: a programme, or a confirmed none for everyone or for each
// of them; and no record says of one of them that its rate is not known.
inline bool known_for(const Cell& cell, GroupSet held, bool has_programme) {
  const bool none = all_hold(!held.empty(), cell.none_for.contains(held));
  return all_hold(has_programme | none, !cell.unknown_for.intersects(held));
}

// A locality that the law names at some time is unknown on every other day.
inline bool locality_known_for(const Cell& locality, GroupSet held) {
  return known_for(locality, held, locality.layers != 0 || locality.known);
}

}  // namespace ansinh
