// Reading of fields whose text is already trimmed and not empty.
#pragma once

#include <string_view>

#include "ansinh/lists.hpp"

namespace ansinh::lists {

// False where the text is refused: `fault` says why, and the request is unchanged. A fault is large, and the rows of a
// list are many: it is written only where there is one.
[[nodiscard]] bool read_trimmed(const LawBook& book, Field field, std::string_view text, Request& request,
                                Fault& fault);

// What is wrong with the text of a field, or of what a form states besides.
[[nodiscard]] Fault fault_of(Field field, Hint hint, std::string_view given);

// The fault of a required field without a text.
[[nodiscard]] Fault missing(Field field);

[[nodiscard]] constexpr bool required(Field field) { return field == Field::paid_on || field == Field::income; }

}  // namespace ansinh::lists
