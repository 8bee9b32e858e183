// The loops of list_kernels.cpp in 512-bit words, which tests hold to them. Only for processors that have AVX-512 with
// its byte permutation and compression (VBMI, VBMI2); this file alone of its room is compiled for them, so it must not
// use a function of the standard library that would be compiled here for all.
#include "lists/list_kernels.hpp"

#if defined(__AVX512VBMI2__)
#include <immintrin.h>

#include "ansinh/columns.hpp"
#include "core/iso_day.hpp"

namespace ansinh::lists {
namespace {

constexpr std::size_t at_once = 8;

__m512i every(std::uint64_t word) { return _mm512_set1_epi64(static_cast<long long>(word)); }

Marks find_marks(const char* begin, const char* end, char delimiter, std::uint32_t* to, std::size_t most) {
  constexpr std::ptrdiff_t window = 64;
  const __m512i delimiters = _mm512_set1_epi8(delimiter);
  const __m512i line_feeds = _mm512_set1_epi8('\n');
  const __m512i quotes = _mm512_set1_epi8('"');
  const __m512i returns = _mm512_set1_epi8('\r');
  alignas(64) static constexpr unsigned char places[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i all_places = _mm512_load_si512(places);

  Marks found;
  std::uint32_t* const first = to;
  std::uint64_t beyond_ascii = 0;
  bool more = true;
  for (const char* at = begin; more && end - at >= window && static_cast<std::size_t>(to - first) < most;
       at += window) {
    const __m512i bytes = _mm512_loadu_si512(at);
    std::uint64_t rows = _mm512_cmpeq_epi8_mask(bytes, line_feeds);
    std::uint64_t marks = _mm512_cmpeq_epi8_mask(bytes, delimiters) | rows;
    beyond_ascii |= _mm512_movepi8_mask(bytes);
    const std::uint64_t others = _mm512_cmpeq_epi8_mask(bytes, quotes) | _mm512_cmpeq_epi8_mask(bytes, returns) |
                                 _mm512_testn_epi8_mask(bytes, bytes);
    if (others != 0) {
      const std::uint64_t before = (others & (0 - others)) - 1;
      marks &= before;
      rows &= before;
      more = false;
    }
    const auto after = _mm512_set1_epi32(static_cast<int>(at - begin) + 1);
    const auto count = static_cast<std::size_t>(__builtin_popcountll(marks));
    __m512i marked = _mm512_maskz_compress_epi8(marks, all_places);
    for (std::size_t written = 0;;) {
      _mm512_storeu_si512(to + written, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_castsi512_si128(marked)), after));
      written += 16;
      if (written >= count) break;
      marked = _mm512_alignr_epi32(marked, marked, 4);
    }
    to += count;
    found.line_feeds += static_cast<std::size_t>(__builtin_popcountll(rows));
  }
  found.count = static_cast<std::size_t>(to - first);
  found.ascii = beyond_ascii == 0;
  return found;
}

// What wide words take of many cells, first gathered one by one: faster than the processor's own gathering.
constexpr std::size_t gathered = 64;

std::uint64_t eight_bytes_at(const char* at) {
  std::uint64_t word;
  __builtin_memcpy(&word, at, sizeof word);
  return word;
}

struct Gathered {
  alignas(64) std::uint64_t front[gathered];
  alignas(64) std::uint64_t back[gathered];  // from the third byte on
  alignas(64) std::uint64_t sizes[gathered];

  template <bool with_back>
  void take(const CellColumn& cells, std::size_t row, std::size_t rows) {
    const std::uint32_t* at = cells.begins + row * cells.stride;
    for (std::size_t i = 0; i < rows; ++i, at += cells.stride) {
      front[i] = eight_bytes_at(cells.bytes + at[0]);
      if constexpr (with_back) back[i] = eight_bytes_at(cells.bytes + at[0] + 2);
      sizes[i] = std::uint64_t{at[1]} - at[0] - 1;
    }
    // The rest of the last word.
    for (std::size_t i = rows; i % at_once != 0; ++i) front[i] = back[i] = sizes[i] = 0;
  }
};

__mmask8 all_digits(__m512i values) {
  const __m512i sixes = every(0x0606'0606'0606'0606U);
  return _mm512_testn_epi64_mask(_mm512_or_si512(values, _mm512_add_epi64(values, sixes)),
                                 every(0xf0f0'f0f0'f0f0'f0f0U));
}
// Each two bytes as a number, in 16 bits.
__m512i pairs(__m512i values) { return _mm512_maddubs_epi16(values, _mm512_set1_epi16(0x010a)); }

__mmask8 rows_from(std::size_t row, std::size_t rows) {
  return rows - row >= at_once ? static_cast<__mmask8>(0xff) : static_cast<__mmask8>((1U << (rows - row)) - 1U);
}

void read_digits(const CellColumn& cells, std::size_t rows, std::uint32_t* to) {
  Gathered texts;
  for (std::size_t first = 0; first < rows; first += gathered) {
    const std::size_t count = rows - first < gathered ? rows - first : gathered;
    texts.take<false>(cells, first, count);
    for (std::size_t i = 0; i < count; i += at_once) {
      const __m512i sizes = _mm512_load_si512(texts.sizes + i);
      const __mmask8 fit = _mm512_cmplt_epu64_mask(_mm512_sub_epi64(sizes, every(1)), every(8));
      // The digits, moved to the end of the word, after as many zeros as they lack.
      const __m512i lacking = _mm512_slli_epi64(_mm512_sub_epi64(every(8), sizes), 3);
      const __m512i values = _mm512_xor_si512(_mm512_sllv_epi64(_mm512_load_si512(texts.front + i), lacking),
                                              _mm512_sllv_epi64(every(eight_bytes::zeros), lacking));
      const __m512i fours = _mm512_madd_epi16(pairs(values), _mm512_set1_epi32(100 | 1 << 16));
      const __m512i numbers = _mm512_add_epi64(_mm512_mul_epu32(fours, every(10'000)), _mm512_srli_epi64(fours, 32));
      const auto read = static_cast<__mmask8>(fit & all_digits(values));
      const __m256i found = _mm256_mask_mov_epi32(_mm256_set1_epi32(-1), read, _mm512_cvtepi64_epi32(numbers));
      _mm256_mask_storeu_epi32(to + first + i, rows_from(i, count), found);
    }
  }
}

void read_iso_days(const CellColumn& cells, std::size_t rows, std::uint16_t* to) {
  Gathered texts;
  for (std::size_t first = 0; first < rows; first += gathered) {
    const std::size_t count = rows - first < gathered ? rows - first : gathered;
    texts.take<true>(cells, first, count);
    for (std::size_t i = 0; i < count; i += at_once) {
      const __m512i front = _mm512_load_si512(texts.front + i);  // 2026-11-
      const __m512i back = _mm512_load_si512(texts.back + i);    // 26-11-22
      const __m512i values = _mm512_xor_si512(                   // 20261122
          _mm512_or_si512(_mm512_or_si512(_mm512_and_si512(front, every(0xffff'ffffU)),
                                          _mm512_and_si512(_mm512_srli_epi64(front, 8), every(0xffff'0000'0000U))),
                          _mm512_and_si512(back, every(0xffff'0000'0000'0000U))),
          every(eight_bytes::zeros));
      const __mmask8 dashed = _mm512_cmpeq_epi64_mask(_mm512_and_si512(front, every(0xff00'00ff'0000'0000U)),
                                                      every(0x2d00'002d'0000'0000U));
      const __mmask8 long_enough = _mm512_cmpeq_epi64_mask(_mm512_load_si512(texts.sizes + i), every(10));
      // The year; above it, month and day.
      const __m512i parts =
          _mm512_madd_epi16(pairs(values), every(100 | 1U << 16 | std::uint64_t{128} << 32 | std::uint64_t{1} << 48));
      const __m256i year = _mm256_sub_epi32(_mm512_cvtepi64_epi32(parts), _mm256_set1_epi32(FirstDays::first_year));
      const __m256i month_and_day = _mm512_cvtepi64_epi32(_mm512_srli_epi64(parts, 32));
      const __m256i month = _mm256_sub_epi32(_mm256_srli_epi32(month_and_day, 7), _mm256_set1_epi32(1));
      const __m256i day = _mm256_and_si256(month_and_day, _mm256_set1_epi32(127));
      const auto read = static_cast<__mmask8>(all_digits(values) & dashed & long_enough &
                                              _mm256_cmplt_epu32_mask(year, _mm256_set1_epi32(FirstDays::years)) &
                                              _mm256_cmplt_epu32_mask(month, _mm256_set1_epi32(12)) &
                                              _mm256_test_epi32_mask(day, day));
      const __m256i at = _mm256_add_epi32(_mm256_mullo_epi32(year, _mm256_set1_epi32(12)), month);
      const std::int32_t* const table = &first_days.number[0];
      const __m256i none = _mm256_setzero_si256();
      const __m256i number = _mm256_add_epi32(_mm256_mmask_i32gather_epi32(none, read, at, table, 4),
                                              _mm256_sub_epi32(day, _mm256_set1_epi32(1)));
      const __m256i next = _mm256_mmask_i32gather_epi32(none, read, at, table + 1, 4);
      constexpr int first_number = first_law_day.number();
      const auto is_day = static_cast<__mmask8>(read & _mm256_cmplt_epi32_mask(number, next) &
                                                _mm256_cmpge_epi32_mask(number, _mm256_set1_epi32(first_number)));
      const __m256i code =
          _mm256_mask_sub_epi32(_mm256_set1_epi32(no_iso_day), is_day, number, _mm256_set1_epi32(first_number));
      _mm_mask_storeu_epi16(to + first + i, rows_from(i, count), _mm256_cvtepi32_epi16(code));
    }
  }
}

// The eight digits of eight numbers below 10^8, each a byte from 0 to 9: by halves, as eight_digits does.
__m512i digits_of(__m256i numbers) {
  const __m512i wide = _mm512_cvtepu32_epi64(numbers);
  const __m512i high = _mm512_srli_epi64(_mm512_mul_epu32(wide, every(3'518'437'209U)), 45);
  const __m512i low = _mm512_sub_epi64(wide, _mm512_mul_epu32(high, every(10'000)));
  const __m512i fours = _mm512_or_si512(high, _mm512_slli_epi64(low, 32));
  const __m512i hundreds = _mm512_and_si512(_mm512_srli_epi32(_mm512_mullo_epi32(fours, _mm512_set1_epi32(10'486)), 20),
                                            _mm512_set1_epi32(0x7f));
  const __m512i rest = _mm512_sub_epi32(fours, _mm512_mullo_epi32(hundreds, _mm512_set1_epi32(100)));
  const __m512i twos = _mm512_or_si512(hundreds, _mm512_slli_epi32(rest, 16));
  const __m512i tens = _mm512_srli_epi16(_mm512_mullo_epi16(twos, _mm512_set1_epi16(103)), 10);
  const __m512i units = _mm512_sub_epi16(twos, _mm512_mullo_epi16(tens, _mm512_set1_epi16(10)));
  return _mm512_or_si512(tens, _mm512_slli_epi16(units, 8));
}

// An answer with all eight digits of its numbers: what is written of it is then pressed together.
//   ok,CCCCCCCC,SSSSSSSS,LLLLLLLL,LLLLLLLL,0,0,PPPPPPPP,
struct AnswerForm {
  static constexpr int size = 52;
  static constexpr int first_digits[5] = {3, 12, 21, 30, 43};
  static constexpr int number_of[5] = {0, 1, 2, 2, 3};  // contribution, central, local twice, share

  alignas(64) unsigned char digit[64] = {};  // which digit of the four numbers stands there
  alignas(64) char fixed[64] = {};           // or what else
  std::uint64_t digits = 0;                  // where digits stand
  std::uint64_t others = 0;

  constexpr explicit AnswerForm(char delimiter) {
    for (int i = 0; i < size; ++i) fixed[i] = delimiter;
    fixed[0] = 'o';
    fixed[1] = 'k';
    fixed[39] = fixed[41] = '0';
    for (int n = 0; n < 5; ++n) {
      for (int i = 0; i < 8; ++i) {
        const int at = first_digits[n] + i;
        digit[at] = static_cast<unsigned char>(8 * number_of[n] + i);
        fixed[at] = '0';
        digits |= std::uint64_t{1} << at;
      }
    }
    others = ~digits & ((std::uint64_t{1} << size) - 1);
  }
};

// Small numbers with the delimiter, and how long they are.
struct Counts {
  std::uint64_t text[256] = {};
  std::uint8_t size[256] = {};

  constexpr explicit Counts(char delimiter) {
    for (unsigned n = 0; n < 256; ++n) {
      std::uint64_t bytes = static_cast<unsigned char>(delimiter);
      unsigned length = 1;
      unsigned left = n;
      do {
        bytes = bytes << 8 | ('0' + left % 10);
        ++length;
        left /= 10;
      } while (left != 0);
      text[n] = bytes;
      size[n] = static_cast<std::uint8_t>(length);
    }
  }
};

struct Written {
  AnswerForm form;
  Counts counts;

  constexpr explicit Written(char delimiter) : form{delimiter}, counts{delimiter} {}
};
constexpr Written by_comma{','};
constexpr Written by_semicolon{';'};
constexpr Written by_tab{'\t'};

void put_answers(const UsualAnswers& answers, std::size_t count, char delimiter, char* to, std::uint8_t* sizes) {
  const Written& written = delimiter == ',' ? by_comma : delimiter == ';' ? by_semicolon : by_tab;
  const AnswerForm& form = written.form;
  const Counts& counts = written.counts;
  const __m512i fixed = _mm512_load_si512(form.fixed);
  const __m512i first_row = _mm512_load_si512(form.digit);
  const __m512i second_row = _mm512_add_epi8(first_row, _mm512_set1_epi8(32));
  const __m512i first_two = _mm512_setr_epi64(0, 1, 8, 9, 2, 3, 10, 11);
  const __m512i last_two = _mm512_setr_epi64(4, 5, 12, 13, 6, 7, 14, 15);

  for (std::size_t first = 0; first < count; first += at_once) {
    const __mmask8 kept = rows_from(first, count);
    const auto load = [&](const std::uint32_t* column) { return _mm256_maskz_loadu_epi32(kept, column + first); };
    const __m256i contribution = load(answers.contribution);
    const __mmask8 is_short = _mm256_cmplt_epu32_mask(contribution, _mm256_set1_epi32(100'000'000));
    const __m512i c = digits_of(contribution);
    const __m512i s = digits_of(load(answers.central_support));
    const __m512i l = digits_of(load(answers.local_top_up));
    const __m512i p = digits_of(load(answers.participant_share));
    // Of each row its four numbers together: rows 0 and 2, 4 and 6, 1 and 3, 5 and 7.
    const __m512i cs_even = _mm512_unpacklo_epi64(c, s);
    const __m512i lp_even = _mm512_unpacklo_epi64(l, p);
    const __m512i cs_odd = _mm512_unpackhi_epi64(c, s);
    const __m512i lp_odd = _mm512_unpackhi_epi64(l, p);
    const auto put_row = [&](std::size_t i, __m512i numbers, __m512i row, std::uint64_t kept_digits) {
      if (i >= count - first) return;
      // The local top-up once more.
      const std::uint64_t digits =
          (kept_digits & 0xff'ffffU) | (kept_digits & 0xff'0000U) << 8 | (kept_digits & 0xff00'0000U) << 8;
      const std::uint64_t pressed = _pdep_u64(digits, form.digits) | form.others;
      const __m512i text = _mm512_mask_add_epi8(fixed, form.digits, fixed, _mm512_permutexvar_epi8(row, numbers));
      char* const begin = to + (first + i) * answer_room;
      _mm512_storeu_si512(begin, _mm512_maskz_compress_epi8(pressed, text));
      std::size_t size = static_cast<std::size_t>(__builtin_popcountll(pressed));
      const std::uint8_t months = answers.months[first + i];
      const std::uint8_t supported = answers.supported_months[first + i];
      __builtin_memcpy(begin + size, &counts.text[months], 8);
      size += counts.size[months];
      __builtin_memcpy(begin + size, &counts.text[supported], 8);
      size += counts.size[supported];
      sizes[first + i] = static_cast<std::uint8_t>((is_short >> i & 1U) != 0 ? size : 0);
    };
    const auto put_two = [&](std::size_t i, __m512i numbers) {
      // In each byte all bits from the lowest on that stands for a digit above 0; the last digit is always written.
      const std::uint64_t above_0 = _mm512_test_epi8_mask(numbers, numbers) | 0x8080'8080'8080'8080U;
      const std::uint64_t from_there = above_0 | (~above_0 + 0x0101'0101'0101'0101U);
      put_row(i, numbers, first_row, from_there & 0xffff'ffffU);
      put_row(i + 2, numbers, second_row, from_there >> 32);
    };
    put_two(0, _mm512_permutex2var_epi64(cs_even, first_two, lp_even));
    put_two(4, _mm512_permutex2var_epi64(cs_even, last_two, lp_even));
    put_two(1, _mm512_permutex2var_epi64(cs_odd, first_two, lp_odd));
    put_two(5, _mm512_permutex2var_epi64(cs_odd, last_two, lp_odd));
  }
}

}  // namespace

constexpr ListKernels kernels_by_avx512{"avx512", find_marks, read_digits, read_iso_days, put_answers};

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
         __builtin_cpu_supports("bmi2");
}

}  // namespace ansinh::lists

#else

namespace ansinh::lists {

constexpr ListKernels kernels_by_avx512{};

bool has_avx512() { return false; }

}  // namespace ansinh::lists

#endif
