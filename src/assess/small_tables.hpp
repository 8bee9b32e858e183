// The tables of columns once more, for a book whose tables are small, as every book of today is: made so that wide
// words hold most of them, and one look-up in memory a row is left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "assess/column_tables.hpp"

namespace ansinh {

struct SmallTables {
  static constexpr std::size_t most_spans = 32;
  static constexpr std::size_t most_places = 256;
  static constexpr std::size_t most_groups = 128;
  static constexpr std::size_t most_supports = 32;
  static constexpr std::size_t most_locals = 128;

  // Days of one kind follow each other: a span begins with the first day whose code is not below `from`.
  std::size_t span_count = 0;
  alignas(64) std::uint16_t from[most_spans] = {};
  alignas(64) std::uint16_t kind[most_spans] = {};
  // By kind of day: what all its entries share.
  alignas(64) std::uint32_t floor[most_spans] = {};
  alignas(64) std::uint32_t incomes[most_spans] = {};

  // An entry's place in `ids`: by group set, after the begin of the row that the day and the place lead to, which is
  // that of kind * place_kinds + by place.
  static constexpr std::size_t most_rows = 256;
  std::uint16_t place_kinds = 0;
  alignas(64) std::uint16_t by_place[most_places] = {};
  std::uint16_t other_places = 0;
  alignas(64) std::uint16_t begin_of_row[most_rows] = {};
  alignas(64) std::uint16_t by_groups[most_groups] = {};
  std::uint16_t other_groups = 0;

  // Which support, and above it which local sum an entry has: 0 of these is that of entries that speak for nothing.
  static constexpr unsigned local_shift = 5;
  std::vector<std::uint16_t> ids;
  alignas(64) std::uint32_t support[most_supports] = {};  // as ColumnEntry::support and ::local
  alignas(64) std::uint32_t local[most_locals] = {};
};

// Empty where the tables are larger.
[[nodiscard]] std::optional<SmallTables> small_tables(const ColumnRules::Tables& tables);

}  // namespace ansinh
