// The look-ups and the arithmetic of columns in 512-bit words, sixteen rows at a time, where the tables are small
// enough to be held in them: otherwise line by line what run_block in column_arithmetic.cpp says, which tests hold it
// to. Only for processors that have AVX-512 with word permutation; this file alone of its room is compiled for them.
#include "assess/column_kernels.hpp"
#include "assess/small_tables.hpp"

#if defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
#include <immintrin.h>

namespace ansinh {
namespace {

using Words = __m512i;

Words all(std::uint32_t word) { return _mm512_set1_epi32(static_cast<int>(word)); }
Words all_halves(std::uint16_t half) { return _mm512_set1_epi16(static_cast<short>(half)); }

// Of a table of 64 halves, or of as many times that as there are words, chosen by the bits above.
Words of_64(Words at, const Words* table) { return _mm512_permutex2var_epi16(table[0], at, table[1]); }
Words of_128(Words at, const Words* table) {
  const __mmask32 second = _mm512_test_epi16_mask(at, all_halves(64));
  return _mm512_mask_mov_epi16(of_64(at, table), second, of_64(at, table + 2));
}
Words of_256(Words at, const Words* table) {
  const __mmask32 second = _mm512_test_epi16_mask(at, all_halves(128));
  return _mm512_mask_mov_epi16(of_128(at, table), second, of_128(at, table + 4));
}

// The same of whole words.
Words of_32_words(Words at, const Words* table) { return _mm512_permutex2var_epi32(table[0], at, table[1]); }
Words of_128_words(Words at, const Words* table) {
  const __mmask16 odd = _mm512_test_epi32_mask(at, all(32));
  const __mmask16 high = _mm512_test_epi32_mask(at, all(64));
  const Words low_half = _mm512_mask_mov_epi32(of_32_words(at, table), odd, of_32_words(at, table + 2));
  const Words high_half = _mm512_mask_mov_epi32(of_32_words(at, table + 4), odd, of_32_words(at, table + 6));
  return _mm512_mask_mov_epi32(low_half, high, high_half);
}

const Words* words_of(const void* table) { return static_cast<const Words*>(table); }

// (base * multiplier + 2^33) >> 34: the even words, and the odd ones beside them.
Words contribution_of(Words base, Words multiplier) {
  const Words half = _mm512_set1_epi64(std::int64_t{1} << 33);
  const Words even = _mm512_add_epi64(_mm512_mul_epu32(base, multiplier), half);
  const Words odd = _mm512_add_epi64(_mm512_mul_epu32(_mm512_srli_epi64(base, 32), multiplier), half);
  return _mm512_mask_mov_epi32(_mm512_srli_epi64(even, 34), 0xaaaa, _mm512_srli_epi64(odd, 2));
}

Words sixteen_bytes(const std::uint8_t* bytes) {
  return _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)));
}
Words lower(Words halves) { return _mm512_cvtepu16_epi32(_mm512_castsi512_si256(halves)); }
Words upper(Words halves) { return _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64(halves, 1)); }

// What is given for so many months.
template <bool by_months>
Words sum_of(Words held, Words months, const std::uint32_t* sums) {
  const Words sum = _mm512_and_si512(held, all(ColumnEntry::largest_sum));
  if constexpr (!by_months) return _mm512_mullo_epi32(sum, months);
  static_assert(ColumnRules::Tables::sums_row == 1U << 4U);
  const Words at = _mm512_or_si512(_mm512_slli_epi32(sum, 4), _mm512_and_si512(months, all(months_mask)));
  return _mm512_i32gather_epi32(at, sums, 4);
}

template <bool by_months, bool more>
[[gnu::always_inline]] inline void sixteen_rows(ColumnBlock& block, std::size_t i, Words kind, Words id,
                                                const SmallTables& tables, const ColumnSums& sums, ColumnWants wants) {
  const Words local_id = _mm512_srli_epi32(id, SmallTables::local_shift);
  const Words support = of_32_words(id, words_of(tables.support));
  const Words local_entry = of_128_words(local_id, words_of(tables.local));
  const Words floor = of_32_words(kind, words_of(tables.floor));
  const Words incomes = of_32_words(kind, words_of(tables.incomes));

  const Words income = _mm512_loadu_si512(block.income + i);
  const Words months = sixteen_bytes(block.term + i);
  const Words used = sixteen_bytes(block.used + i);
  const Words above = _mm512_sub_epi32(income, floor);
  const Words turned = _mm512_ror_epi32(_mm512_mullo_epi32(above, all(step_inverse)), 4);
  const __mmask16 on_step = _mm512_cmple_epu32_mask(turned, all(most_steps));
  const __mmask16 term = _mm512_test_epi32_mask(_mm512_srlv_epi32(all(ordinary_terms), months), all(1));
  const __mmask16 step_required = _mm512_test_epi32_mask(local_entry, all(1U << ColumnEntry::step_required_bit));
  auto speaks =
      static_cast<__mmask16>(_mm512_test_epi32_mask(local_id, local_id) & _mm512_cmplt_epu32_mask(above, incomes) &
                             term & _mm512_cmple_epu32_mask(used, all(120)) & (on_step | ~step_required));

  const Words left = _mm512_sub_epi32(_mm512_max_epu32(_mm512_srli_epi32(support, 24), used), used);
  const Words supported = _mm512_min_epu32(months, left);
  const Words contribution = contribution_of(_mm512_mullo_epi32(income, months), all(sums.rate.multiplier));
  const Words central_uncut = sum_of<by_months>(support, supported, sums.by_months);
  const Words central = _mm512_min_epu32(central_uncut, contribution);
  const Words rest = _mm512_sub_epi32(contribution, central);
  const Words local_uncut = sum_of<by_months>(local_entry, supported, sums.by_months);
  const Words local = _mm512_min_epu32(local_uncut, rest);

  if constexpr (more) {
    const Words flags = _mm512_and_si512(_mm512_srli_epi32(local_entry, 24), all(flags_differ));
    const auto flagged = static_cast<__mmask16>(
        on_step & _mm512_cmpeq_epi32_mask(local, local_uncut) & _mm512_cmpeq_epi32_mask(central, central_uncut) &
        _mm512_cmpeq_epi32_mask(supported, months) & _mm512_cmpneq_epi32_mask(flags, all(flags_differ)));
    const __mmask16 apart = _mm512_test_epi32_mask(local_entry, all(1U << ColumnEntry::apart_bit));
    if (wants.flags) speaks = static_cast<__mmask16>(speaks & flagged);
    if (wants.sources) speaks = static_cast<__mmask16>(speaks & ~apart);
    _mm_store_si128(reinterpret_cast<__m128i*>(block.supported_months + i),
                    _mm512_maskz_cvtepi32_epi8(speaks, supported));
    _mm_store_si128(reinterpret_cast<__m128i*>(block.flags + i), _mm512_cvtepi32_epi8(flags));
  }
  _mm512_store_si512(block.contribution + i, _mm512_maskz_mov_epi32(speaks, contribution));
  _mm512_store_si512(block.central_support + i, _mm512_maskz_mov_epi32(speaks, central));
  _mm512_store_si512(block.local_top_up + i, _mm512_maskz_mov_epi32(speaks, local));
  _mm512_store_si512(block.participant_share + i, _mm512_maskz_sub_epi32(speaks, rest, local));
  _mm512_store_si512(block.kernel + i, _mm512_maskz_mov_epi32(static_cast<__mmask16>(~speaks), all(~0U)));
}

// Where the ids of a block's rows stand, and the kinds of their days.
void find_ids(const ColumnCodes& codes, const SmallTables& tables, std::uint16_t* kinds, std::uint16_t* places_of_ids) {
  for (std::size_t i = 0; i < column_block; i += 32) {
    const Words day = _mm512_loadu_si512(codes.paid_on + i);
    Words kind = all_halves(tables.kind[0]);
    for (std::size_t span = 1; span < tables.span_count; ++span) {
      const __mmask32 reached = _mm512_cmpge_epu16_mask(day, all_halves(tables.from[span]));
      kind = _mm512_mask_mov_epi16(kind, reached, all_halves(tables.kind[span]));
    }
    const Words place = _mm512_loadu_si512(codes.place + i);
    const __mmask32 other_place = _mm512_cmpge_epu16_mask(place, all_halves(SmallTables::most_places));
    const Words by_place =
        _mm512_mask_mov_epi16(of_256(place, words_of(tables.by_place)), other_place, all_halves(tables.other_places));
    const Words groups = _mm512_loadu_si512(codes.groups + i);
    const __mmask32 other_groups = _mm512_cmpge_epu16_mask(groups, all_halves(SmallTables::most_groups));
    const Words by_groups = _mm512_mask_mov_epi16(of_128(groups, words_of(tables.by_groups)), other_groups,
                                                  all_halves(tables.other_groups));
    const Words row = _mm512_add_epi16(_mm512_mullo_epi16(kind, all_halves(tables.place_kinds)), by_place);
    _mm512_store_si512(kinds + i, kind);
    _mm512_store_si512(places_of_ids + i, _mm512_add_epi16(of_256(row, words_of(tables.begin_of_row)), by_groups));
  }
}

// One by one, which is faster than the processor's own gathering, and than what g++ makes of it for wide words.
#if defined(__GNUC__) && !defined(__clang__)
[[gnu::noinline, gnu::optimize("no-tree-vectorize")]]
#endif
void look_up(const std::uint16_t* table, std::uint16_t* places) {
  for (std::size_t i = 0; i < column_block; ++i) places[i] = table[places[i]];
}

template <bool by_months, bool more>
void run_for(ColumnBlock& block, const ColumnCodes& codes, const SmallTables& tables, const ColumnSums& sums,
             ColumnWants wants) {
  alignas(64) ColumnBlock::Of<std::uint16_t> kinds;
  alignas(64) ColumnBlock::Of<std::uint16_t> ids;
  find_ids(codes, tables, kinds, ids);
  look_up(codes.ids, ids);
  for (std::size_t i = 0; i < column_block; i += 32) {
    const Words kind = _mm512_load_si512(kinds + i);
    const Words id = _mm512_load_si512(ids + i);
    sixteen_rows<by_months, more>(block, i, lower(kind), lower(id), tables, sums, wants);
    sixteen_rows<by_months, more>(block, i + 16, upper(kind), upper(id), tables, sums, wants);
  }
}

}  // namespace

void run_small_by_avx512(ColumnBlock& block, const ColumnCodes& codes, const SmallTables& tables,
                         const ColumnSums& sums, ColumnWants wants) {
  const bool more = wants.flags || wants.sources || wants.supported_months;
  if (sums.by_months != nullptr) {
    more ? run_for<true, true>(block, codes, tables, sums, wants)
         : run_for<true, false>(block, codes, tables, sums, wants);
  } else {
    more ? run_for<false, true>(block, codes, tables, sums, wants)
         : run_for<false, false>(block, codes, tables, sums, wants);
  }
}

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
}

}  // namespace ansinh

#else

namespace ansinh {

void run_small_by_avx512(ColumnBlock&, const ColumnCodes&, const SmallTables&, const ColumnSums&, ColumnWants) {}
bool has_avx512() { return false; }

}  // namespace ansinh

#endif
