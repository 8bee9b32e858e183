// What is done with every row of a long list, as a loop for every processor, and once more in wide words for those that
// have them (list_avx512.cpp). Which of them runs is asked of the processor once. Both do the same to the last bit.
// Only what wide words do in half the time is here (bench_csv, csv/step).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace ansinh::lists {

// Where delimiters and line feeds stand.
struct Marks {
  std::size_t count = 0;
  std::size_t line_feeds = 0;  // among them
  bool ascii = true;           // all bytes that were looked at
};

// A column of cells, of which one is `stride` begins after the other. 32 bytes from the begin of each may be read.
struct CellColumn {
  const char* bytes;
  const std::uint32_t* begins;  // of a cell; the next one, of the cell behind it, is after one more byte
  std::size_t stride;

  [[nodiscard]] std::string_view cell(std::size_t row) const {
    const std::uint32_t* const at = begins + row * stride;
    return {bytes + at[0], static_cast<std::size_t>(at[1] - at[0] - 1)};
  }
};

// Instead of what was read, where a cell holds something else.
inline constexpr std::uint32_t no_digits = 0xffff'ffff;
inline constexpr std::uint16_t no_iso_day = 0xffff;

// Columns of answers of which all that is local is the province's, and nothing is given by others.
struct UsualAnswers {
  const std::uint32_t* contribution;
  const std::uint32_t* central_support;
  const std::uint32_t* local_top_up;
  const std::uint32_t* participant_share;
  const std::uint8_t* months;
  const std::uint8_t* supported_months;
};
// The text of one, from `status` to `supported_months` and with the delimiter after it: fits in so many bytes, all of
// which may be written to.
inline constexpr std::size_t answer_room = 64;

struct ListKernels {
  std::string_view name;

  // Writes for each mark the place after it, counted from `begin`. Looks at windows of 64 bytes, the last of them
  // before `end`, and stops at the first quote, return or NUL, and after the window in which `most` marks are reached.
  // `to` has room for 64 more than that.
  Marks (*find_marks)(const char* begin, const char* end, char delimiter, std::uint32_t* to, std::size_t most);

  // Numbers of one to eight digits.
  void (*read_digits)(const CellColumn& cells, std::size_t rows, std::uint32_t* to);
  // Days as 2026-11-22, as day_code.
  void (*read_iso_days)(const CellColumn& cells, std::size_t rows, std::uint16_t* to);

  // The text of each answer in a room of its own, and its size, by one of the `delimiters` of a list: 0 where the
  // contribution has more than eight digits.
  void (*put_answers)(const UsualAnswers& answers, std::size_t count, char delimiter, char* to, std::uint8_t* sizes);
};

// Those that this processor can run, the fastest first; the last one runs on every processor.
[[nodiscard]] std::span<const ListKernels> list_kernels();

// Of no use where has_avx512() says no.
extern const ListKernels kernels_by_avx512;
[[nodiscard]] bool has_avx512();

}  // namespace ansinh::lists
