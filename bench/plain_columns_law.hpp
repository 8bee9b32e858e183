// The tables of the plain loop over columns.
#pragma once

#include "ansinh/columns.hpp"
#include "plain_columns.hpp"

namespace plain {

// Ends the program where the book holds more than the plain loop can say.
[[nodiscard]] ColumnLaw column_law(const ansinh::ColumnRules& rules);

}  // namespace plain
