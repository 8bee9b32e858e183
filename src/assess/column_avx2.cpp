// The arithmetic of columns in 256-bit words, eight rows at a time: line by line what run_block in
// column_arithmetic.cpp says, which tests hold it to. Only for processors that have AVX2; this file alone is compiled
// for them.
#include "assess/column_kernels.hpp"

#if defined(__AVX2__)
#include <immintrin.h>

namespace ansinh {
namespace {

using Words = __m256i;

Words all(std::uint32_t word) { return _mm256_set1_epi32(static_cast<int>(word)); }
Words at_most(Words a, Words b) { return _mm256_cmpeq_epi32(_mm256_min_epu32(a, b), a); }
// Whether a bit of each word is set.
template <int bit>
Words has_bit(Words words) {
  return _mm256_srai_epi32(_mm256_slli_epi32(words, 31 - bit), 31);
}

// The fields of eight entries, each in their order.
struct Fields {
  Words support, local, floor, incomes;
};
Fields fields_of(const ColumnEntry* entries) {
  const auto* const from = reinterpret_cast<const __m128i*>(entries);
  const auto rows = [from](int low) __attribute__((always_inline)) {
    return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_load_si128(from + low)), _mm_load_si128(from + low + 4),
                                   1);
  };
  const Words a = rows(0);
  const Words b = rows(1);
  const Words c = rows(2);
  const Words d = rows(3);
  const Words ab_low = _mm256_unpacklo_epi32(a, b);
  const Words cd_low = _mm256_unpacklo_epi32(c, d);
  const Words ab_high = _mm256_unpackhi_epi32(a, b);
  const Words cd_high = _mm256_unpackhi_epi32(c, d);
  return {_mm256_unpacklo_epi64(ab_low, cd_low), _mm256_unpackhi_epi64(ab_low, cd_low),
          _mm256_unpacklo_epi64(ab_high, cd_high), _mm256_unpackhi_epi64(ab_high, cd_high)};
}

Words eight_bytes(const std::uint8_t* bytes) {
  return _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(bytes)));
}

// (base * multiplier + 2^33) >> 34: the even words, and the odd ones beside them.
Words contribution_of(Words base, Words multiplier) {
  const Words half = _mm256_set1_epi64x(std::int64_t{1} << 33);
  const Words even = _mm256_add_epi64(_mm256_mul_epu32(base, multiplier), half);
  const Words odd = _mm256_add_epi64(_mm256_mul_epu32(_mm256_srli_epi64(base, 32), multiplier), half);
  return _mm256_blend_epi32(_mm256_srli_epi64(even, 34), _mm256_srli_epi64(odd, 2), 0b1010'1010);
}

// What is given for so many months.
template <bool by_months>
Words sum_of(Words held, Words months, const std::uint32_t* sums) {
  const Words sum = _mm256_and_si256(held, all(ColumnEntry::largest_sum));
  if constexpr (!by_months) return _mm256_mullo_epi32(sum, months);
  static_assert(ColumnRules::Tables::sums_row == 1U << 4U);
  const Words at = _mm256_or_si256(_mm256_slli_epi32(sum, 4), _mm256_and_si256(months, all(months_mask)));
  return _mm256_i32gather_epi32(reinterpret_cast<const int*>(sums), at, 4);
}

template <bool by_months, bool more>
void run_block_for(ColumnBlock& block, const ColumnSums& sums, ColumnWants wants) {
  const Words multiplier = all(sums.rate.multiplier);
  const Words wants_flags = all(wants.flags ? ~0U : 0U);
  const Words wants_sources = all(wants.sources ? ~0U : 0U);
  for (std::size_t i = 0; i < column_block; i += 8) {
    const Fields entry = fields_of(block.entries + i);
    const Words income = _mm256_loadu_si256(reinterpret_cast<const Words*>(block.income + i));
    const Words months = eight_bytes(block.term + i);
    const Words used = eight_bytes(block.used + i);
    const Words above = _mm256_sub_epi32(income, entry.floor);

    const Words product = _mm256_mullo_epi32(above, all(step_inverse));
    const Words turned = _mm256_or_si256(_mm256_srli_epi32(product, 4), _mm256_slli_epi32(product, 28));
    const Words on_step = at_most(turned, all(most_steps));
    const Words one = all(1);
    const Words term = _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_srlv_epi32(all(ordinary_terms), months), one), one);
    const Words off_required_step = _mm256_andnot_si256(on_step, has_bit<ColumnEntry::step_required_bit>(entry.local));
    // Not one of them: as many as there are, or more, above the floor.
    Words speaks = _mm256_andnot_si256(at_most(entry.incomes, above), term);
    speaks = _mm256_andnot_si256(_mm256_cmpgt_epi32(used, all(120)), speaks);
    speaks = _mm256_andnot_si256(off_required_step, speaks);

    const Words left = _mm256_sub_epi32(_mm256_max_epu32(_mm256_srli_epi32(entry.support, 24), used), used);
    const Words supported = _mm256_min_epu32(months, left);
    const Words contribution = contribution_of(_mm256_mullo_epi32(income, months), multiplier);
    const Words central_uncut = sum_of<by_months>(entry.support, supported, sums.by_months);
    const Words central = _mm256_min_epu32(central_uncut, contribution);
    const Words rest = _mm256_sub_epi32(contribution, central);
    const Words local_uncut = sum_of<by_months>(entry.local, supported, sums.by_months);
    const Words local = _mm256_min_epu32(local_uncut, rest);

    if constexpr (more) {
      const Words uncut =
          _mm256_and_si256(_mm256_cmpeq_epi32(local, local_uncut), _mm256_cmpeq_epi32(central, central_uncut));
      const Words flags = _mm256_and_si256(_mm256_srli_epi32(entry.local, 24), all(flags_differ));
      const Words differ = _mm256_cmpeq_epi32(flags, all(flags_differ));
      const Words flagged = _mm256_andnot_si256(
          differ, _mm256_and_si256(_mm256_and_si256(on_step, uncut), _mm256_cmpeq_epi32(supported, months)));
      const Words apart = has_bit<ColumnEntry::apart_bit>(entry.local);
      speaks = _mm256_andnot_si256(_mm256_andnot_si256(flagged, wants_flags), speaks);
      speaks = _mm256_andnot_si256(_mm256_and_si256(apart, wants_sources), speaks);
      alignas(32) std::uint32_t words[8];
      _mm256_store_si256(reinterpret_cast<Words*>(words), _mm256_and_si256(supported, speaks));
      for (std::size_t j = 0; j < 8; ++j) block.supported_months[i + j] = static_cast<std::uint8_t>(words[j]);
    }
    const auto put = [i](ColumnBlock::Of<std::uint32_t> & to, Words words) __attribute__((always_inline)) {
      _mm256_store_si256(reinterpret_cast<Words*>(to + i), words);
    };
    put(block.contribution, _mm256_and_si256(contribution, speaks));
    put(block.central_support, _mm256_and_si256(central, speaks));
    put(block.local_top_up, _mm256_and_si256(local, speaks));
    put(block.participant_share, _mm256_and_si256(_mm256_sub_epi32(rest, local), speaks));
    put(block.kernel, _mm256_xor_si256(speaks, all(~0U)));
  }
}

}  // namespace

void run_block_by_avx2(ColumnBlock& block, const ColumnSums& sums, ColumnWants wants) {
  const bool more = wants.flags || wants.sources || wants.supported_months;
  if (sums.by_months != nullptr) {
    more ? run_block_for<true, true>(block, sums, wants) : run_block_for<true, false>(block, sums, wants);
  } else {
    more ? run_block_for<false, true>(block, sums, wants) : run_block_for<false, false>(block, sums, wants);
  }
}

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }

}  // namespace ansinh

#else

namespace ansinh {

void run_block_by_avx2(ColumnBlock&, const ColumnSums&, ColumnWants) {}
bool has_avx2() { return false; }

}  // namespace ansinh

#endif
