// A call with columns by chosen arithmetic: what the public call does with the processor's own, and tests with each.
#pragma once

#include <optional>

#include "ansinh/columns.hpp"
#include "assess/column_arithmetic.hpp"

namespace ansinh {

template <class Amount>
[[nodiscard]] std::optional<ColumnsFault> assess_columns(const ColumnRules& rules, const ColumnsIn<Amount>& in,
                                                         const ColumnsOut<Amount>& out, const ColumnTallies& tallies,
                                                         Workspace& workspace, const ColumnTarget& target) noexcept;

// As ColumnRules::place.
[[nodiscard]] Result<std::uint16_t> place_handle(const ColumnRules::Tables& tables, const Place& place);

}  // namespace ansinh
