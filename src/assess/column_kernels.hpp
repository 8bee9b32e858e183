// What the kernels of columns share.
#pragma once

#include <cstdint>

#include "assess/column_arithmetic.hpp"

namespace ansinh {

// Multiples of the step among 32-bit numbers: the step is 2^4 x 3125, and a number is a multiple of 3125 exactly if its
// product with the inverse of 3125 modulo 2^32 is at most (2^32 - 1) / 3125; turned right by four, the same holds of
// the whole step and most_steps.
static_assert(column_step == 16 * 3125);
inline constexpr std::uint32_t step_inverse = [] {
  std::uint32_t inverse = 3125;
  for (int i = 0; i < 5; ++i) inverse *= 2 - 3125 * inverse;
  return inverse;
}();
static_assert(step_inverse * 3125U == 1);
inline constexpr std::uint32_t most_steps = 0xffff'ffff / column_step;

// Flags of an entry that are not those of every term: no answer has all six.
inline constexpr std::uint32_t flags_differ = 63;

// Bit n: whether n months are a term.
inline constexpr std::uint32_t ordinary_terms = 1U << 1U | 1U << 3U | 1U << 6U | 1U << 12U;

// Rows that are not payable may say any number of months; what is looked up for them does not count.
inline constexpr std::uint32_t months_mask = ColumnRules::Tables::sums_row - 1;

// Of no use where has_avx2() says no.
void run_block_by_avx2(ColumnBlock& block, const ColumnSums& sums, ColumnWants wants);
[[nodiscard]] bool has_avx2();

// Of no use where has_avx512() says no.
void run_small_by_avx512(ColumnBlock& block, const ColumnCodes& codes, const SmallTables& tables,
                         const ColumnSums& sums, ColumnWants wants);
[[nodiscard]] bool has_avx512();

}  // namespace ansinh
