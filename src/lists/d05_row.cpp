#include "lists/d05_row.hpp"

#include <algorithm>
#include <array>

#include "lists/cell.hpp"
#include "lists/csv_row.hpp"
#include "lists/fields.hpp"
#include "lists/numbers.hpp"
#include "lists/support_rates.hpp"

namespace ansinh::lists {
namespace {

std::string_view cell_at(std::span<const std::string_view> cells, std::size_t column) {
  return column < cells.size() ? trimmed(cells[column]) : std::string_view{};
}

bool starts_with_digit(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

// "Cộng", "Tổng", in the three ways of writing capitals.
bool is_sum_label(std::string_view text) {
  return std::any_of(sum_labels.begin(), sum_labels.end(),
                     [=](std::string_view label) { return text.starts_with(label); });
}

std::string_view term_of(std::int64_t months) {
  switch (months) {
    case 1: return "1";
    case 3: return "3";
    case 6: return "6";
    case 12: return "12";
    case 24: return "VS2";
    case 36: return "VS3";
    case 48: return "VS4";
    case 60: return "VS5";
    default: return {};
  }
}

}  // namespace

D05RowKind kind_of_row(const D05Form& form, std::span<const std::string_view> cells, bool whole, bool after_sum) {
  const std::string_view ordinal = cell_at(cells, form.ordinal);
  const std::string_view name = cell_at(cells, form.name);
  const bool paying = starts_with_digit(cell_at(cells, form.months)) || starts_with_digit(cell_at(cells, form.income));
  if (paying) return D05RowKind::participant;
  if (is_sum_label(ordinal) || is_sum_label(name)) return D05RowKind::sum;
  if (after_sum) return D05RowKind::signature;
  const bool nothing_else =
      std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(std::min(form.name + 1, cells.size())), cells.end(),
                  [](std::string_view cell) { return trimmed(cell).empty(); });
  if (nothing_else && (name.empty() || !ordinal.empty()) && whole) return D05RowKind::heading;
  return D05RowKind::participant;
}

bool holds_sum_row(const D05Form& form, std::string_view rows, char delimiter) {
  if (std::none_of(sum_labels.begin(), sum_labels.end(),
                   [=](std::string_view label) { return rows.find(label) != std::string_view::npos; })) {
    return false;
  }
  std::vector<std::string_view> cells(form.columns());
  std::vector<char> unquoted;
  for (RowSplitter splitter{rows, delimiter}; !splitter.at_end();) {
    const CsvRow row = splitter.next(cells, unquoted);
    const std::size_t kept = std::min(row.cell_count, cells.size());
    if (kind_of_row(form, std::span{cells}.first(kept), false, false) == D05RowKind::sum) return true;
  }
  return false;
}

bool text_of(const LawBook& book, const D05Form& form, Field field, std::span<const std::string_view> cells,
             Day paid_on, std::string_view& text, Fault& fault) {
  const std::size_t column = form.column_of(field);
  text = cell_at(cells, column);
  switch (field) {
    case Field::term: {
      if (text.empty()) return true;
      const Number months = read_digits(text);
      const std::string_view term = months.form == Number::Form::whole ? term_of(months.value) : std::string_view{};
      if (term.empty()) {
        fault = fault_of(Field::term, Hint::malformed, text);
        return false;
      }
      text = term;
      return true;
    }
    case Field::groups: {
      const auto rate = text.empty() ? std::optional<Rate>{Rate{}} : rate_of_percent(text);
      const bool none = rate && rate->is_zero();
      const auto groups = !rate || none ? std::nullopt : groups_of_rate(book, *rate, paid_on);
      if (!none && !groups) {
        fault = fault_of(Field::stated_rate, rate ? Hint::out_of_range : Hint::malformed, text);
        return false;
      }
      text = none ? std::string_view{} : *groups;
      return true;
    }
    case Field::months_supported: {
      // A rate that is none of the law's is a matter of the groups, and of the check where a column gives them.
      const auto rate = text.empty() ? std::optional<Rate>{Rate{}} : rate_of_percent(text);
      text = rate && rate->is_zero() ? std::string_view{"120"} : std::string_view{};
      return true;
    }
    default: return true;
  }
}

bool read_participant(std::string_view cell, ParticipantKey& key, Fault& fault) {
  constexpr std::uint64_t twelve_digits = 1'000'000'000'000;
  key = 0;
  if (cell.empty()) return true;
  const Number number = read_digits(cell);
  if (number.form == Number::Form::whole && (cell.size() == 10 || cell.size() == 12)) {
    // Apart by length: the two kinds of number are no one's common ground.
    key = static_cast<std::uint64_t>(number.value) + 1 + (cell.size() == 12 ? twelve_digits : 0);
    return true;
  }
  const bool shortened = number.form == Number::Form::whole && cell.size() < 12;
  fault = fault_of(Field::participant_number, shortened ? Hint::lost_leading_zeros : Hint::malformed, cell);
  return false;
}

bool is_split(const D05Form& form, std::span<const std::string_view> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != form.name && !trimmed(cells[i]).empty()) return false;
  }
  return true;
}

}  // namespace ansinh::lists
