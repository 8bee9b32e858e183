// The arithmetic of columns: what is looked up of a block of rows, made into amounts. One kernel is a loop for every
// processor, the other the same in wide words (column_avx2.cpp). Which of them runs is asked of the processor once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "assess/column_tables.hpp"

namespace ansinh {

inline constexpr std::size_t column_block = 512;

// A block of rows, column by column. Everything lies in the first cache. Plain arrays: a kernel for some processors
// only must not leave a function of the standard library compiled for them where others would call it.
struct ColumnBlock {
  template <class T>
  using Of = T[column_block];

  // Looked up, unless the kernel does that itself.
  alignas(64) Of<ColumnEntry> entries;
  // Given: a whole block of each.
  const std::uint32_t* income;
  const std::uint8_t* term;  // code
  const std::uint8_t* used;  // months supported before
  // Worked out; all 0 in a row that is the kernel's.
  alignas(64) Of<std::uint32_t> contribution;
  alignas(64) Of<std::uint32_t> central_support;
  alignas(64) Of<std::uint32_t> local_top_up;
  alignas(64) Of<std::uint32_t> participant_share;
  alignas(64) Of<std::uint8_t> supported_months;  // only where wanted
  alignas(64) Of<std::uint8_t> flags;             // only where wanted; of rows that are not the kernel's
  alignas(64) Of<std::uint32_t> kernel;           // all bits in a row that the entry does not speak for
};

// What is asked of a row besides its amounts. An entry speaks for the rows of which it knows all that is asked: the
// flags, and whose the local money is.
struct ColumnWants {
  bool flags = false;
  bool sources = false;
  bool supported_months = false;
};

// What a kernel needs of the tables besides the entries.
struct ColumnSums {
  ColumnRate rate;
  const std::uint32_t* by_months = nullptr;  // null where the sums are those of one month
};

// What a kernel that looks up for itself needs besides: whole blocks of the codes.
struct ColumnCodes {
  const std::uint16_t* paid_on;
  const std::uint16_t* place;
  const std::uint16_t* groups;
  const std::uint16_t* ids;  // SmallTables::ids
};

// A way to work out a block: from entries that were looked up, or, where the tables are small, from the codes.
struct ColumnTarget {
  std::string_view name;
  void (*run)(ColumnBlock& block, const ColumnSums& sums, ColumnWants wants);
  void (*run_small)(ColumnBlock& block, const ColumnCodes& codes, const SmallTables& tables, const ColumnSums& sums,
                    ColumnWants wants) = nullptr;  // null where there is none
};

// Those that this processor can run, the fastest first; the last one runs on every processor.
[[nodiscard]] std::span<const ColumnTarget> column_targets();

}  // namespace ansinh
