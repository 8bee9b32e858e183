// The tables of columns: what the exact kernel says of a day, place and group set, in one entry. The kernel is asked
// when the tables are made; days, places and group sets that it does not tell apart share a row. What an entry does not
// speak for is left to the kernel, row by row; so is every row of a book whose tables would be large.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ansinh/columns.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

// Of a payment of 1, 3, 6 or 12 months from the month of payment on, with nothing given by others. The default speaks
// for no payment: no income is payable.
struct alignas(16) ColumnEntry {
  static constexpr std::uint32_t largest_sum = 0xff'ffff;

  // Sums are those of one month, or where they stand in the tables by months, 24 bits.
  std::uint32_t support = 0;  // the State's sum; above, how many months it supports in a lifetime
  std::uint32_t local = 0;    // the local sum; above, Flags (all months supported, on the step, uncut) and two bits
  std::uint32_t floor = 0;
  std::uint32_t incomes = 0;  // so many are payable, from the floor on

  // In `local`, beside the flags.
  static constexpr int step_required_bit = 30;  // an income off the step is refused
  static constexpr int apart_bit = 31;          // the local sum is not all the budget's in the first layer

  friend bool operator==(const ColumnEntry&, const ColumnEntry&) = default;
};

// The step of all entries, and their contribution rate as a multiplication: (x * multiplier + 2^33) >> 34 is the
// nearest dong of rate * x for every x up to largest_base.
struct ColumnRate {
  std::uint32_t multiplier = 0;
  std::uint32_t largest_base = 0;
};
[[nodiscard]] ColumnRate column_rate(Rate rate);

inline constexpr std::uint32_t column_step = 50'000;

struct SmallTables;

struct ColumnRules::Tables {
  explicit Tables(Rules made) : rules{std::move(made)} {}

  Rules rules;
  std::uint64_t book = 0;
  std::vector<Place> places;  // by handle
  ColumnRate rate;

  // An entry stands at the sum of the three.
  static constexpr std::size_t codes = 0x1'0000;
  std::vector<std::uint32_t> by_day;    // by day code
  std::vector<std::uint32_t> by_place;  // by handle
  std::vector<std::uint32_t> by_groups;
  std::vector<ColumnEntry> entries;

  // Whether the sums of entries stand by months: where some sum of several months is not so many times that of one.
  bool by_months = false;
  static constexpr std::size_t sums_row = 16;  // 0 to 12 months, in one line of the cache
  std::vector<std::uint32_t> sums;

  std::shared_ptr<const SmallTables> small;  // null where there are too many of something
};

}  // namespace ansinh
