// Rows of a list read column by column, into codes as ansinh/columns.hpp has them. The rest is for rows read one by
// one: a row that is refused here, or that says something in a field that few rows have, is left to them as `odd`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ansinh/columns.hpp"
#include "ansinh/lists.hpp"
#include "lists/group_texts.hpp"
#include "lists/list_field.hpp"
#include "lists/regular_rows.hpp"

namespace ansinh::lists {

// The codes of some rows.
struct RequestRows {
  template <class T>
  using Of = std::array<T, RegularRows::most_rows>;

  Of<std::int32_t> income;
  Of<std::uint16_t> paid_on;
  Of<std::uint16_t> groups;
  Of<std::uint16_t> place;
  Of<std::uint8_t> term;
  Of<std::uint8_t> months_supported;
  Of<std::uint8_t> odd;   // 1 where the row is not read
  std::size_t odd_count;  // then the others stand together in front, in their order

  // For places in several columns.
  Of<std::uint8_t> province, former_province;
  Of<std::uint32_t> numbers;  // while they are read
};

// An amount that 32 bit do not hold is for those who read the row by itself; it must not stay in a tally.
[[nodiscard]] inline bool is_for_64_bit(std::uint8_t status) {
  return status == static_cast<std::uint8_t>(Errc::does_not_fit);
}
inline void take_out(Tally& tally) {
  --tally.rows;
  --tally.by_status[Tally::index(Errc::does_not_fit)];
}

class RequestColumns {
 public:
  // Empty where a default cannot be read, or would be one of every row in a field that few rows have.
  static std::optional<RequestColumns> from(const ColumnRules& rules, std::span<const ListField> fields);

  [[nodiscard]] const ColumnRules& rules() const { return rules_; }

  // Reads the rows; those that are `odd` before stay so.
  void read(const RegularRows& rows, RequestRows& into, const ListKernels& kernels) const;
  // What the rows read are priced by; valid as long as `rows`.
  [[nodiscard]] ColumnsIn<std::int32_t> columns(const RequestRows& rows, std::size_t count) const;

 private:
  RequestColumns(const ColumnRules& rules, const Request& otherwise);

  [[nodiscard]] bool has(Field field) const { return columns_[static_cast<std::size_t>(field)].has_value(); }
  [[nodiscard]] bool has_place_column() const;
  template <class Code, class Usual, class CodeOf>
  void read_field(const RegularRows& rows, Field field, Code* to, RequestRows& into, Usual usual, CodeOf code_of) const;
  [[nodiscard]] bool read_cell(Field field, std::string_view text, Request& request) const;
  void read_place(const RegularRows& rows, RequestRows& into) const;
  [[nodiscard]] static Place place_of(int province, int former, std::optional<LocalityCode> locality);
  static void put_together(std::size_t count, RequestRows& into);

  ColumnRules rules_;
  Request otherwise_;
  std::shared_ptr<const TextCodes> group_texts_;
  std::uint32_t most_months_supported_ = 0;
  std::array<std::optional<std::size_t>, request_field_count> columns_;
  std::array<bool, request_field_count> has_default_{};
  // Handles by the numbers of former province and province, 0 for none; no_place where there is none.
  static constexpr std::size_t code_numbers = 100;
  std::vector<std::uint32_t> places_;
};

}  // namespace ansinh::lists
