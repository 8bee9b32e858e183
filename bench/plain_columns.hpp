// A plain loop over columns: what a good programmer would write by hand for the built-in law, with the same refusals
// and answers as `ansinh::assess` over columns of 32 bit. The yardstick of bench_columns.
//
// It holds what such a list has: terms of 1, 3, 6 and 12 months from the month of payment on, places without a
// locality, sums of whole dong. The tables are made by plain_columns_law.cpp; the loop alone stands in
// plain_columns.cpp, which includes nothing else, so that two compilers can be asked for it in one program.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace plain {

// What holds on the days of one period.
struct ColumnPeriod {
  std::uint32_t floor = 0;
  std::uint32_t ceiling = 0;
  std::uint32_t rate = 0;   // hundredths
  std::uint32_t terms = 0;  // bit n: n months are a term
  std::uint32_t cap = 0;    // months of support in a lifetime
  std::uint32_t step_required = 0;
};

struct ColumnLaw {
  static constexpr std::size_t codes = 0x1'0000;
  static constexpr std::size_t group_sets = 128;
  static constexpr std::uint32_t step = 50'000;
  static constexpr std::uint8_t no_place = 0xff;

  // Period 0 is for days outside the law.
  std::vector<ColumnPeriod> periods;
  std::array<std::uint8_t, codes> period_of_day{};
  // By handle: ground 0 is of places without a programme.
  std::array<std::uint8_t, codes> ground_of_place{};
  std::size_t grounds = 1;
  std::vector<std::uint32_t> central;  // dong a month, by period x the four lowest bits of the group set
  std::vector<std::uint32_t> local;    // dong a month, by (period x grounds + ground) x group set
};

struct PlainColumns {
  std::size_t rows = 0;
  const std::int32_t* income = nullptr;
  const std::uint16_t* paid_on = nullptr;
  const std::uint16_t* groups = nullptr;
  const std::uint16_t* place = nullptr;
  const std::uint8_t* term = nullptr;
  const std::uint8_t* used = nullptr;
  std::int32_t* contribution = nullptr;
  std::int32_t* central = nullptr;
  std::int32_t* local = nullptr;
  std::int32_t* share = nullptr;
  std::uint8_t* status = nullptr;
};

void assess_columns(const ColumnLaw& law, const PlainColumns& columns);
// The same source by clang++, where the build has it.
void assess_columns_by_clang(const ColumnLaw& law, const PlainColumns& columns);

}  // namespace plain
