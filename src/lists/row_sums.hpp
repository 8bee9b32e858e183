// Sums of answered rows in 64 bit, which are handed on to those of a Tally, in 128, before they could overflow.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "ansinh/lists.hpp"

namespace ansinh::lists {

class RowSums {
 public:
  void add(const Assessment& a) {
    // No part of an answer is below 0 or above the contribution: while that sum holds, they all do.
    if (a.contribution.dong() > std::numeric_limits<std::int64_t>::max() - contribution_) [[unlikely]]
      hand_on();
    ++rows_;
    contribution_ += a.contribution.dong();
    central_support_ += a.central_support.dong();
    local_top_up_ += a.local_top_up.dong();
    province_top_up_ += a.province_top_up.dong();
    locality_top_up_ += a.locality_top_up.dong();
    other_support_ += a.other_support.dong();
    participant_share_ += a.participant_share.dong();
    for (const LayerAmount& layer : a.layers()) {
      by_source_[static_cast<std::size_t>(layer.source)] += layer.amount.dong();
    }
  }

  // Of all rows since the beginning.
  [[nodiscard]] const Tally& tally() {
    hand_on();
    return whole_;
  }

 private:
  void hand_on() {
    Tally part;
    part.rows = rows_;
    part.by_status[Tally::index(Errc::ok)] = rows_;
    part.contribution = contribution_;
    part.central_support = central_support_;
    part.local_top_up = local_top_up_;
    part.province_top_up = province_top_up_;
    part.locality_top_up = locality_top_up_;
    part.other_support = other_support_;
    part.participant_share = participant_share_;
    part.by_source = {by_source_[0], by_source_[1]};
    RowSums fresh;
    fresh.whole_ = whole_;
    fresh.whole_.add(part);
    *this = fresh;
  }

  Tally whole_;  // of the rows before those summed below
  std::uint64_t rows_ = 0;
  std::int64_t contribution_ = 0;
  std::int64_t central_support_ = 0;
  std::int64_t local_top_up_ = 0;
  std::int64_t province_top_up_ = 0;
  std::int64_t locality_top_up_ = 0;
  std::int64_t other_support_ = 0;
  std::int64_t participant_share_ = 0;
  std::array<std::int64_t, 2> by_source_{};
};

}  // namespace ansinh::lists
