// Checks of a call with columns, before anything of it is written.
#pragma once

#include <optional>

#include "ansinh/columns.hpp"

namespace ansinh {

// Lengths, alignment, overlaps, the book of the handles and the keys.
template <class Amount>
[[nodiscard]] std::optional<ColumnsFault> check_columns(const ColumnRules::Tables& tables, const ColumnsIn<Amount>& in,
                                                        const ColumnsOut<Amount>& out, const ColumnTallies& tallies);

}  // namespace ansinh
