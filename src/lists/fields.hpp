// Reading of fields whose text is already trimmed and not empty.
#pragma once

#include <optional>
#include <string_view>

#include "ansinh/lists.hpp"

namespace ansinh::lists {

[[nodiscard]] std::optional<Fault> read_trimmed(const LawBook& book, Field field, std::string_view text,
                                                Request& request);

// All fields in their order, over a request that holds the defaults. Texts are trimmed; an empty one leaves its field.
[[nodiscard]] std::optional<Fault> read_all(const LawBook& book, const RequestCells& trimmed_cells, Request& request);

}  // namespace ansinh::lists
