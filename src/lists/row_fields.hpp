// Reading of the fields of a list's rows.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ansinh/lists.hpp"
#include "lists/group_names.hpp"

namespace ansinh::lists {

// What the header of a list settled about the fields of a request, made ready for its rows.
class RowFields {
 public:
  explicit RowFields(const LawBook& book);

  // The field's column, if it has one, and its trimmed default, empty if it has none.
  void give(Field field, std::optional<std::size_t> column, std::string_view otherwise);

  // Reads a row's cells into a fresh request, as read_request would. False where one is
  // refused: `fault` says why. `roomy`: of the cells' bytes, CsvRow::room more may be looked at.
  [[nodiscard]] bool read(const LawBook& book, std::span<const std::string_view> cells, bool roomy, Request& request,
                          Fault& fault) const {
    return roomy ? read_each<true>(book, cells, request, fault) : read_each<false>(book, cells, request, fault);
  }

 private:
  struct Given {
    bool has_column = false;
    std::size_t column = 0;
    std::string otherwise;  // the default, and CsvRow::room beyond it
    std::size_t otherwise_size = 0;
  };

  template <bool roomy>
  bool read_each(const LawBook& book, std::span<const std::string_view> cells, Request& request, Fault& fault) const;

  // The codes of one list of provinces, by their two digits.
  template <class Code>
  using Codes = std::array<std::optional<Code>, 100>;

  std::int64_t most_months_supported_ = 0;
  GroupNames groups_;
  Codes<ProvinceCode> provinces_{};
  Codes<FormerProvinceCode> former_provinces_{};
  std::array<Given, request_field_count> given_;
};

}  // namespace ansinh::lists
