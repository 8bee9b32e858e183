// What a D05-TS states of a row, compared with the answer.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lists/d05_form.hpp"

namespace ansinh::lists {

// Absent where the cell is empty: then nothing is compared.
struct Stated {
  std::optional<std::int64_t> months;
  std::optional<Money> contribution, participant_share, central_support, local_top_up, other_support;
  std::optional<Rate> support_rate, local_rate, other_rate;

  [[nodiscard]] bool local() const {
    return (local_top_up && *local_top_up != Money{}) || (local_rate && !local_rate->is_zero());
  }
};

// False: `fault` and `column` (from 1) say which cell is no amount and no rate.
[[nodiscard]] bool read_stated(const D05Form& form, std::span<const std::string_view> cells, Stated& stated,
                               Fault& fault, std::size_t& column);

// What one row's comparison found.
struct Findings {
  std::string text;  // "ok", or the findings joined by "; "
  bool disagrees = false;
  // By Checked: whether it disagrees, and by how much (stated less right, dong).
  std::array<std::optional<Money>, checked_count> differences{};
};

// Local law that is not known (Flag::local_unknown) is never wrong: the share is then compared after taking the stated
// local amount. A request without a place is not such a one: local money stated there is compared with 0.
void compare(const LawBook& book, const Stated& stated, const Request& request, const Assessment& answer,
             Findings& findings);

// Whether the stated local figures are what this answer gives; for choosing between groups of one rate.
[[nodiscard]] bool local_fits(const LawBook& book, const Stated& stated, const Request& request,
                              const Assessment& answer);

}  // namespace ansinh::lists
