// Requests as columns, and the proof that each row is answered as `assess` answers it: by every kernel that this
// processor can run, in 32 and in 64 bit, with every output and with the four that kernels know, whole and in pieces.
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <vector>

#include "ansinh/columns.hpp"

namespace columns {

// Whether columns can say it at all: days, months and counts have codes for less than a request can hold.
[[nodiscard]] bool can_say(const ansinh::ColumnRules& rules, const ansinh::Request& request);

// Success, or the first difference. Only of requests that columns can say.
// Whether wide words can hold the tables of these rules.
[[nodiscard]] bool are_small(const ansinh::ColumnRules& rules);

[[nodiscard]] testing::AssertionResult agree(const ansinh::ColumnRules& rules,
                                             std::span<const ansinh::Request> requests);

template <class Amount>
struct In {
  std::vector<Amount> income;
  std::vector<std::uint16_t> paid_on, groups, place;
  std::vector<std::uint8_t> term, months_supported;
  std::vector<std::uint16_t> first_month, local_months_used;
  std::vector<std::int32_t> fund_return_rate;
  std::vector<Amount> other_support;
  std::vector<std::uint8_t> th_support;

  In() = default;
  In(const ansinh::ColumnRules& rules, std::span<const ansinh::Request> requests);
  // Rows first ... first + rows.
  [[nodiscard]] ansinh::ColumnsIn<Amount> columns(const ansinh::ColumnRules& rules, std::size_t first,
                                                  std::size_t rows) const;
};

template <class Amount>
struct Out {
  std::vector<Amount> contribution, central_support, local_top_up, province_top_up, locality_top_up, other_support,
      participant_share;
  std::vector<std::uint8_t> months, supported_months, flags, status;

  explicit Out(std::size_t rows);
  [[nodiscard]] ansinh::ColumnsOut<Amount> all(std::size_t first, std::size_t rows);
  // What lists of money ask for: no flags, and nothing of whose money it is.
  [[nodiscard]] ansinh::ColumnsOut<Amount> amounts(std::size_t first, std::size_t rows);
};

}  // namespace columns
