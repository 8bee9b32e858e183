// Reading of the fields of records, events and plans. Each leaves `into` as it is where the text is empty.
#pragma once

#include <optional>
#include <string_view>

#include "ansinh/benefit_list.hpp"

namespace ansinh::lists {

// A month, or a day of which the month is taken.
[[nodiscard]] std::optional<Fault> read_month_cell(Field field, std::string_view text, Month& into);
// The same, or a year, of which January is taken.
[[nodiscard]] std::optional<Fault> read_birth(std::string_view text, Month& into);
[[nodiscard]] std::optional<Fault> read_sex(std::string_view text, Sex& into);
// Whole numbers from 0 to `most`.
[[nodiscard]] std::optional<Fault> read_count_cell(Field field, std::string_view text, int most, int& into);
// Whole dong from 0 to 10^15.
[[nodiscard]] std::optional<Fault> read_amount_cell(Field field, std::string_view text, Money& into);
// A field of a request, by the reader of lists.hpp.
[[nodiscard]] std::optional<Fault> read_into(const LawBook& book, Field field, std::string_view text, Request& request);

}  // namespace ansinh::lists
