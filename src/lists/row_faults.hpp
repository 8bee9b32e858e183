// Why a row of a list cannot be read at all, whatever its cells mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ansinh/lists.hpp"

namespace ansinh::lists {

[[nodiscard]] inline Fault row_fault(Hint hint, Datum given = {}, Datum limit = {}) {
  Fault fault;
  fault.code = Errc::invalid_argument;
  fault.field = Field::row;
  fault.hint = hint;
  fault.given = given;
  fault.limit = limit;
  return fault;
}

[[nodiscard]] inline Fault too_long(std::uint64_t bytes) {
  return row_fault(Hint::too_long, Datum::count(static_cast<std::int64_t>(bytes)),
                   Datum::count(static_cast<std::int64_t>(Batch::max_row_bytes)));
}

[[nodiscard]] inline Fault wrong_cell_count(std::size_t cells, std::size_t columns) {
  return row_fault(Hint::cell_count, Datum::count(static_cast<std::int64_t>(cells)),
                   Datum::count(static_cast<std::int64_t>(columns)));
}

// A carriage return before the line feed belongs to the line end.
[[nodiscard]] inline bool is_too_long(std::string_view row) {
  return row.size() > Batch::max_row_bytes && (row.size() > Batch::max_row_bytes + 1 || row.back() != '\r');
}

}  // namespace ansinh::lists
