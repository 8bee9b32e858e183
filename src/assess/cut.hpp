// The cut: where the parts exceed the contribution, be it by one dong of rounding, other support is reduced first, then
// the layers from the last to the first, then the State's part, until they fit. Assumed: no law says what happens.
#pragma once

#include <algorithm>

#include "assess/working.hpp"

namespace ansinh {

inline void cut(Working& work, Money other_support) {
  Money parts = work.central.dong + other_support;
  for (int i = 0; i < work.layer_count; ++i) parts += work.layers[static_cast<std::size_t>(i)].top_up.dong;
  Money excess = std::max(Money{}, parts - work.contribution.dong);
  work.cut = Money{} < excess;
  const auto reduce = [&excess](Money part) {
    const Money taken = std::min(part, excess);
    excess -= taken;
    return part - taken;
  };
  work.other_after_cut = reduce(other_support);
  for (int i = work.layer_count - 1; i >= 0; --i) {
    auto& layer = work.layers[static_cast<std::size_t>(i)];
    layer.after_cut = reduce(layer.top_up.dong);
  }
  work.central_after_cut = reduce(work.central.dong);
}

}  // namespace ansinh
