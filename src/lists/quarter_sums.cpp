// What is settled by quarters.
#include "ansinh/lists.hpp"

namespace ansinh {

void QuarterSums::add(const Assessment& a) {
  ++rows;
  contribution += a.contribution.dong();
  central_support += a.central_support.dong();
  other_support += a.other_support.dong();
  participant_share += a.participant_share.dong();
  for (const LayerAmount& layer : a.layers()) {
    local[layer.layer][static_cast<std::size_t>(layer.source)] += layer.amount.dong();
  }
}

void QuarterSums::add(const QuarterSums& other) {
  rows += other.rows;
  contribution += other.contribution;
  central_support += other.central_support;
  other_support += other.other_support;
  participant_share += other.participant_share;
  for (std::size_t layer = 0; layer < local.size(); ++layer) {
    for (std::size_t source = 0; source < local[layer].size(); ++source)
      local[layer][source] += other.local[layer][source];
  }
}

std::string quarter_text(int quarter) { return std::to_string(quarter / 4) + "-Q" + std::to_string(quarter % 4 + 1); }

}  // namespace ansinh
