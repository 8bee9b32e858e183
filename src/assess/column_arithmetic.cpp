#include "assess/column_arithmetic.hpp"

#include <algorithm>

#include "assess/column_kernels.hpp"

namespace ansinh {
namespace {

std::uint32_t all_bits(bool holds) { return 0U - static_cast<std::uint32_t>(holds); }

// What is given for so many months.
template <bool by_months>
std::uint32_t sum_of(std::uint32_t held, std::uint32_t months, const std::uint32_t* sums) {
  const std::uint32_t sum = held & ColumnEntry::largest_sum;
  return by_months ? sums[sum * ColumnRules::Tables::sums_row + (months & months_mask)] : sum * months;
}

// `more`: whether more than the amounts is asked for.
template <bool by_months, bool more>
void run_block_for(ColumnBlock& b, const ColumnSums& sums, ColumnWants wants) {
  const std::uint32_t wants_flags = all_bits(wants.flags);
  const std::uint32_t wants_sources = all_bits(wants.sources);
  const ColumnEntry* const entries = b.entries;
  // Of one width in the long loop, which is then not held up by bytes.
  alignas(64) ColumnBlock::Of<std::uint32_t> terms;
  alignas(64) ColumnBlock::Of<std::uint32_t> months_used;
  [[maybe_unused]] alignas(64) ColumnBlock::Of<std::uint32_t> supported_months;
  for (std::size_t i = 0; i < column_block; ++i) terms[i] = b.term[i];
  for (std::size_t i = 0; i < column_block; ++i) months_used[i] = b.used[i];
  const std::uint32_t* const income = b.income;
  for (std::size_t i = 0; i < column_block; ++i) {
    const std::uint32_t cap = entries[i].support >> 24U;
    const std::uint32_t months = terms[i];
    const std::uint32_t used = months_used[i];
    const std::uint32_t above = income[i] - entries[i].floor;

    const std::uint32_t product = above * step_inverse;
    const std::uint32_t turned = product >> 4U | product << 28U;
    const std::uint32_t off_step = all_bits(turned > most_steps);
    const std::uint32_t term = all_bits(months <= 12) & (0U - (ordinary_terms >> (months & 31U) & 1U));
    const std::uint32_t payable = all_bits(above < entries[i].incomes) & all_bits(used <= 120) & term &
                                  ~(off_step & (0U - (entries[i].local >> ColumnEntry::step_required_bit & 1U)));

    const std::uint32_t left = std::max(cap, used) - used;
    const std::uint32_t supported = std::min(months, left);
    // The products have room in a payable row: at most ColumnRate::largest_base, and 2^24 x 12.
    const std::uint32_t base = income[i] * months;
    const auto contribution = static_cast<std::uint32_t>(
        (static_cast<std::uint64_t>(base) * sums.rate.multiplier + (std::uint64_t{1} << 33U)) >> 34U);
    const std::uint32_t central_uncut = sum_of<by_months>(entries[i].support, supported, sums.by_months);
    const std::uint32_t central = std::min(central_uncut, contribution);
    const std::uint32_t local_uncut = sum_of<by_months>(entries[i].local, supported, sums.by_months);
    const std::uint32_t local = std::min(local_uncut, contribution - central);
    std::uint32_t speaks = payable;
    if constexpr (more) {
      // A flag of the entry holds of rows with all months supported, uncut and on the step, which cannot be a tie.
      const std::uint32_t cut = all_bits(local != local_uncut) | all_bits(central != central_uncut);
      const std::uint32_t differ = all_bits((entries[i].local >> 24U & 63U) == flags_differ);
      const std::uint32_t unflagged = wants_flags & (off_step | cut | differ | all_bits(supported != months));
      const std::uint32_t unknown_source = wants_sources & (0U - (entries[i].local >> ColumnEntry::apart_bit & 1U));
      speaks &= ~unflagged & ~unknown_source;
      supported_months[i] = supported & speaks;
    }

    b.contribution[i] = contribution & speaks;
    b.central_support[i] = central & speaks;
    b.local_top_up[i] = local & speaks;
    b.participant_share[i] = (contribution - central - local) & speaks;
    b.kernel[i] = ~speaks;
  }
  if constexpr (more) {
    for (std::size_t i = 0; i < column_block; ++i) {
      b.supported_months[i] = static_cast<std::uint8_t>(supported_months[i]);
    }
  }
}

template <bool by_months>
void run_block_for(ColumnBlock& block, const ColumnSums& sums, ColumnWants wants) {
  if (wants.flags || wants.sources || wants.supported_months) return run_block_for<by_months, true>(block, sums, wants);
  run_block_for<by_months, false>(block, sums, wants);
}

void run_block(ColumnBlock& block, const ColumnSums& sums, ColumnWants wants) {
  if (sums.by_months != nullptr) return run_block_for<true>(block, sums, wants);
  run_block_for<false>(block, sums, wants);
}

struct FoundTargets {
  std::array<ColumnTarget, 3> list{};
  std::size_t count = 0;

  FoundTargets() {
    // A book whose tables are not small is worked out as without the widest words.
    if (has_avx512() && has_avx2()) list[count++] = {"avx512", run_block_by_avx2, run_small_by_avx512};
    if (has_avx2()) list[count++] = {"avx2", run_block_by_avx2};
    list[count++] = {"baseline", run_block};
  }
};

}  // namespace

std::span<const ColumnTarget> column_targets() {
  static const FoundTargets found;
  return std::span{found.list}.first(found.count);
}

}  // namespace ansinh
