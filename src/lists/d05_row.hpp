// One row under the number row of a D05-TS: whether it is a participant's, what it says of the request, and what it
// states besides.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "lists/d05_form.hpp"

namespace ansinh::lists {

// How a sum row opens. Signed letters as Windows and the forms write them, composed.
inline constexpr std::array<std::string_view, 6> sum_labels{"Cộng", "cộng", "CỘNG", "Tổng", "tổng", "TỔNG"};

enum class D05RowKind : std::uint8_t {
  participant,
  heading,    // a numbered sub-heading, or a row without content
  sum,        // "Cộng"
  signature,  // after the sum row, without months and income
};
// `after_sum`: a sum row came before. Rows after it count only where they give months or income, so that a signature
// below the list is no participant and a list with sums in between loses none. `whole`: the row has as many cells as
// the number row; one that has not may be the beginning of a participant's and is no heading.
[[nodiscard]] D05RowKind kind_of_row(const D05Form& form, std::span<const std::string_view> cells, bool whole,
                                     bool after_sum);

// Whether a block of whole rows holds a sum row.
[[nodiscard]] bool holds_sum_row(const D05Form& form, std::string_view rows, char delimiter);

// A fault and the cell it stands in: the number of the column from 1, 0 where it is none.
struct CellFault {
  Fault fault;
  std::size_t column = 0;
};

// The text that the form gives for a field, as a cell of the batch would write it; empty where it gives none. `paid_on`
// must be known for `groups`. False: the cell is refused.
[[nodiscard]] bool text_of(const LawBook& book, const D05Form& form, Field field,
                           std::span<const std::string_view> cells, Day paid_on, std::string_view& text, Fault& fault);

// The participant's number. False where it is no number of 10 or 12 digits; an empty cell is none.
[[nodiscard]] bool read_participant(std::string_view cell, ParticipantKey& key, Fault& fault);

// Whether a row that has no ordinal holds nothing but a name: the rest of a row that was split over two lines.
[[nodiscard]] bool is_split(const D05Form& form, std::span<const std::string_view> cells);

}  // namespace ansinh::lists
