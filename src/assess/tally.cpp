#include "ansinh/tally.hpp"

namespace ansinh {

void Tally::add(Errc status, const Assessment& assessment) {
  ++rows;
  ++by_status[index(status)];
  if (status != Errc::ok) return;
  contribution += assessment.contribution.dong();
  central_support += assessment.central_support.dong();
  local_top_up += assessment.local_top_up.dong();
  province_top_up += assessment.province_top_up.dong();
  locality_top_up += assessment.locality_top_up.dong();
  other_support += assessment.other_support.dong();
  participant_share += assessment.participant_share.dong();
  for (const LayerAmount& layer : assessment.layers()) {
    by_source[static_cast<std::size_t>(layer.source)] += layer.amount.dong();
  }
}

void Tally::add(const Tally& other) {
  rows += other.rows;
  for (std::size_t i = 0; i < by_status.size(); ++i) by_status[i] += other.by_status[i];
  contribution += other.contribution;
  central_support += other.central_support;
  local_top_up += other.local_top_up;
  province_top_up += other.province_top_up;
  locality_top_up += other.locality_top_up;
  other_support += other.other_support;
  participant_share += other.participant_share;
  for (std::size_t i = 0; i < by_source.size(); ++i) by_source[i] += other.by_source[i];
  check_disagreements += other.check_disagreements;
}

std::string sum_text(Int128 sum) {
  __extension__ using UInt128 = unsigned __int128;
  std::array<char, 40> digits;
  std::size_t first = digits.size();
  const bool negative = sum < 0;
  UInt128 rest = negative ? -static_cast<UInt128>(sum) : static_cast<UInt128>(sum);
  do {
    digits[--first] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  } while (rest != 0);
  if (negative) digits[--first] = '-';
  return {digits.data() + first, digits.size() - first};
}

}  // namespace ansinh
