#include "lists/tallies_by_value.hpp"

#include <functional>

#include "lists/cell.hpp"

namespace ansinh::lists {

std::uint16_t TalliesByValue::key_of(std::string_view value) {
  std::size_t place = std::hash<std::string_view>{}(value) % places;
  for (; at_[place] != free; place = (place + 1) % places) {
    if (values_[at_[place]] == value) return at_[place];
  }
  at_[place] = static_cast<std::uint16_t>(values_.size());
  values_.push_back(value);
  return at_[place];
}

void TalliesByValue::count(const RequestColumns& columns, const RegularRows& rows, std::size_t column,
                           const RequestRows& requests, Workspace& workspace) {
  at_.fill(free);
  values_.clear();
  std::size_t count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (requests.odd[i] == 0) keys_[count++] = key_of(trimmed(rows.cell(i, column)));
  }
  tallies_.assign(values_.size(), Tally{});
  // The columns are this library's own: nothing can be wrong with the call.
  ColumnsOut<std::int32_t> out;
  out.status = std::span{status_.data(), count};
  static_cast<void>(assess(columns.rules(), columns.columns(requests, rows.size()), out,
                           {tallies_, {keys_.data(), count}}, workspace));
  for (std::size_t k = 0; k < count; ++k) {
    if (is_for_64_bit(status_[k])) take_out(tallies_[keys_[k]]);
  }
}

void TalliesByValue::add_to(Totals& totals, std::size_t column) const {
  for (std::size_t key = 0; key < values_.size(); ++key) totals.add(column, values_[key], tallies_[key]);
}

}  // namespace ansinh::lists
