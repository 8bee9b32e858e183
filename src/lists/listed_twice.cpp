// The same participant with the same first month, a second time in one list.
#include "ansinh/d05.hpp"

namespace ansinh {

std::optional<ListedTwice::Place> ListedTwice::add(ParticipantKey participant, Month first_month, Place at) {
  if (participant == 0) return std::nullopt;
  // A key is below 2 x 10^12 + 2 and a month below 12 x 9999: both fit, so that no two pairs share a number.
  constexpr std::uint64_t months = 12 * 9999;
  const std::uint64_t pair = participant * months + static_cast<std::uint64_t>(first_month.number());
  if (const auto found = first_.find(pair); found != first_.end()) return found->second;
  if (first_.size() >= most_) {
    if (!stopped_at_) stopped_at_ = at;
    return std::nullopt;
  }
  first_.emplace(pair, at);
  return std::nullopt;
}

}  // namespace ansinh
