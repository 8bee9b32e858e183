#include "lists/list_kernels.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "ansinh/columns.hpp"
#include "core/iso_day.hpp"
#include "lists/byte_chunk.hpp"
#include "lists/csv_text.hpp"
#include "lists/numbers.hpp"

namespace ansinh::lists {
namespace {

Marks find_marks_by_chunks(const char* begin, const char* end, char delimiter, std::uint32_t* to, std::size_t most) {
  constexpr std::ptrdiff_t window = 64;
  Marks found;
  std::uint32_t* const first = to;
  std::uint32_t beyond_ascii = 0;
  bool more = true;
  for (const char* at = begin; more && end - at >= window && static_cast<std::size_t>(to - first) < most;
       at += window) {
    std::uint64_t rows = 0;
    std::uint64_t marks = 0;
    std::uint64_t low = 0;  // what lies as low in ASCII as the marks, and the space; letters and digits do not
    for (std::size_t i = 0; i < std::size_t{window}; i += Chunk::size) {
      const Chunk chunk{at + i};
      rows |= std::uint64_t{chunk.equal('\n')} << i;
      marks |= std::uint64_t{chunk.equal(delimiter)} << i;
      low |= std::uint64_t{chunk.at_or_below('"')} << i;
      beyond_ascii |= chunk.beyond_ascii();
    }
    marks |= rows;
    if ((low & ~marks) != 0) {
      std::uint64_t others = 0;
      for (std::size_t i = 0; i < std::size_t{window}; i += Chunk::size) {
        const Chunk chunk{at + i};
        others |= std::uint64_t{chunk.equal('"') | chunk.equal('\r') | chunk.equal('\0')} << i;
      }
      if (others != 0) {
        const std::uint64_t before = (others & (0 - others)) - 1;
        marks &= before;
        rows &= before;
        more = false;
      }
    }
    const auto after = static_cast<std::uint32_t>(at - begin) + 1;
    for (; marks != 0; marks &= marks - 1) *to++ = after + static_cast<std::uint32_t>(std::countr_zero(marks));
    for (; rows != 0; rows &= rows - 1) ++found.line_feeds;
  }
  found.count = static_cast<std::size_t>(to - first);
  found.ascii = beyond_ascii == 0;
  return found;
}

void read_digits_one_by_one(const CellColumn& cells, std::size_t rows, std::uint32_t* to) {
  for (std::size_t i = 0; i < rows; ++i) {
    std::int64_t number = 0;
    const bool read = read_roomy_digits(cells.cell(i), number);
    to[i] = read ? static_cast<std::uint32_t>(number) : no_digits;
  }
}

void read_iso_days_one_by_one(const CellColumn& cells, std::size_t rows, std::uint16_t* to) {
  for (std::size_t i = 0; i < rows; ++i) {
    const auto day = read_iso_day(cells.cell(i));
    to[i] = day && !(*day < first_law_day) ? day_code(*day) : no_iso_day;
  }
}
// None of the days that are read so lies beyond the codes.
static_assert(Day::from(FirstDays::first_year + FirstDays::years, 1, 1)->number() - first_law_day.number() <
              std::numeric_limits<std::uint16_t>::max());

char* put_amount(char* at, std::uint32_t amount, char delimiter) {
  at = put_number(at, amount);
  *at = delimiter;
  return at + 1;
}

void put_answers_one_by_one(const UsualAnswers& answers, std::size_t count, char delimiter, char* to,
                            std::uint8_t* sizes) {
  for (std::size_t i = 0; i < count; ++i, to += answer_room) {
    if (answers.contribution[i] >= detail::ten_to_8) {
      sizes[i] = 0;
      continue;
    }
    char* at = to;
    *at++ = 'o';
    *at++ = 'k';
    *at++ = delimiter;
    at = put_amount(at, answers.contribution[i], delimiter);
    at = put_amount(at, answers.central_support[i], delimiter);
    at = put_amount(at, answers.local_top_up[i], delimiter);
    at = put_amount(at, answers.local_top_up[i], delimiter);
    at = put_amount(at, 0, delimiter);
    at = put_amount(at, 0, delimiter);
    at = put_amount(at, answers.participant_share[i], delimiter);
    at = put_amount(at, answers.months[i], delimiter);
    at = put_amount(at, answers.supported_months[i], delimiter);
    sizes[i] = static_cast<std::uint8_t>(at - to);
  }
}

constexpr ListKernels kernels_for_all{"baseline", find_marks_by_chunks, read_digits_one_by_one,
                                      read_iso_days_one_by_one, put_answers_one_by_one};

}  // namespace

std::span<const ListKernels> list_kernels() {
  static const std::array kernels{kernels_by_avx512, kernels_for_all};
  static const std::size_t first = has_avx512() ? 0 : 1;
  return std::span{kernels}.subspan(first);
}

}  // namespace ansinh::lists
