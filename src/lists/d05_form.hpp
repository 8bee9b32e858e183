// The forms of D05-TS that are read: their number rows, and what stands in which column.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ansinh/lists.hpp"

namespace ansinh::lists {

inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

// Positions from 0; no_column where the form has none.
struct D05Form {
  std::span<const std::string_view> labels;  // of the number row
  std::size_t ordinal = 0, name = 1, number = no_column, birth_date = no_column;
  std::size_t first_month = no_column, months = no_column, income = no_column;
  std::size_t contribution = no_column, participant_share = no_column;
  std::size_t support_rate = no_column, central_support = no_column;
  std::size_t local_rate = no_column, local_top_up = no_column;
  std::size_t other_rate = no_column, other_support = no_column;
  std::size_t receipt_date = no_column, result_form = no_column, kind = no_column, note = no_column;
  std::size_t collector = no_column;

  [[nodiscard]] std::size_t columns() const { return labels.size(); }
  // The column that gives a request's field as it stands or translated; no_column where the form gives none.
  [[nodiscard]] std::size_t column_of(Field field) const;
};

// Decision 366/QD-BHXH of 2026-04-29, in force from 2026-05-01.
[[nodiscard]] const D05Form& form_2026();
// Decision 490/QD-BHXH of 2023-03-28, until 2026-04-30.
[[nodiscard]] const D05Form& form_2023();

// Whether a record can only be a number row, be it a damaged one: most of A, B, 1...7 are cells of it.
[[nodiscard]] bool is_number_row(std::span<const std::string_view> cells);

// The form of a number row; null where it is none that is read, and `fault` says why: position and what is there.
[[nodiscard]] const D05Form* form_of(std::span<const std::string_view> number_row, HeaderFault& fault);

// What a first record of a list says of the list.
enum class RecordKind : std::uint8_t {
  batch_header,  // names a required column: no form
  number_row,
  heading_of_form,  // words that only the head of a D05-TS has
  other,
};
[[nodiscard]] RecordKind record_kind(std::string_view record);

}  // namespace ansinh::lists
