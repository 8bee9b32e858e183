#include "lists/d05_form.hpp"

#include <algorithm>

#include "lists/cell.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"

namespace ansinh::lists {
namespace {

constexpr std::array required_fields{Field::paid_on, Field::income};
constexpr std::array<std::string_view, d05_columns> labels_2026{"A", "B", "1",  "2",  "3",  "4",  "5",  "6", "7",
                                                                "8", "9", "10", "11", "12", "13", "14", "15"};
constexpr std::array<std::string_view, 20> labels_2023{"A", "B", "C",  "1",  "2",  "3",  "4",  "5",  "6",  "7",
                                                       "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"};
// Decision 595/QD-BHXH (2017): recognised, so that it is called by its name; its guide and its headings disagree on
// which of columns 2 and 3 is the first month, so it cannot be read.
constexpr std::array<std::string_view, 10> labels_2017{"A", "B", "C", "1", "2", "3", "4", "5", "6", "7"};

// Words of the head of every edition.
constexpr std::array<std::string_view, 3> head_words{"D05-TS", "Mã số BHXH", "Phương thức đóng"};

// A required column of the batch, whose names know no ASCII case.
bool is_required_name(std::string_view cell) {
  return std::any_of(required_fields.begin(), required_fields.end(), [=](Field field) {
    const std::string_view wanted = name(field);
    return std::equal(cell.begin(), cell.end(), wanted.begin(), wanted.end(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
  });
}

// How many cells, from the left, are those of a number row.
std::size_t agreeing(std::span<const std::string_view> cells, std::span<const std::string_view> labels) {
  std::size_t i = 0;
  while (i < labels.size() && i < cells.size() && trimmed(cells[i]) == labels[i]) ++i;
  return i;
}

// How many cells are in their place.
std::size_t in_place(std::span<const std::string_view> cells, std::span<const std::string_view> labels) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < labels.size() && i < cells.size(); ++i) count += trimmed(cells[i]) == labels[i] ? 1 : 0;
  return count;
}

}  // namespace

std::size_t D05Form::column_of(Field field) const {
  switch (field) {
    case Field::paid_on: return receipt_date;
    case Field::first_month: return first_month;
    case Field::income: return income;
    case Field::term: return months;
    case Field::groups:
    case Field::months_supported: return support_rate;
    case Field::other_support: return other_support;
    default: return no_column;
  }
}

const D05Form& form_2026() {
  static constexpr D05Form form{.labels = labels_2026,
                                .number = 2,
                                .birth_date = 3,
                                .first_month = 4,
                                .months = 5,
                                .income = 6,
                                .contribution = 7,
                                .participant_share = 8,
                                .support_rate = 9,
                                .central_support = no_column,
                                .local_rate = 10,
                                .local_top_up = 11,
                                .other_rate = 12,
                                .other_support = 13,
                                .receipt_date = no_column,
                                .result_form = 14,
                                .kind = 15,
                                .note = 16,
                                .collector = no_column};
  return form;
}

const D05Form& form_2023() {
  static constexpr D05Form form{.labels = labels_2023,
                                .number = 2,
                                .birth_date = no_column,
                                .first_month = 9,
                                .months = 8,
                                .income = 7,
                                .contribution = 10,
                                .participant_share = 11,
                                .support_rate = 12,
                                .central_support = 13,
                                .local_rate = 14,
                                .local_top_up = 15,
                                .other_rate = 16,
                                .other_support = 17,
                                .receipt_date = 5,
                                .result_form = no_column,
                                .kind = no_column,
                                .note = 19,
                                .collector = 18};
  return form;
}

bool is_number_row(std::span<const std::string_view> cells) {
  constexpr std::size_t enough = 7;  // one may be lost to merged cells, and one more
  static constexpr std::array<std::string_view, 9> common{"A", "B", "1", "2", "3", "4", "5", "6", "7"};
  return enough <= static_cast<std::size_t>(std::count_if(common.begin(), common.end(), [&](std::string_view label) {
           return std::any_of(cells.begin(), cells.end(),
                              [=](std::string_view cell) { return trimmed(cell) == label; });
         }));
}

const D05Form* form_of(std::span<const std::string_view> row, HeaderFault& fault) {
  using Kind = HeaderFault::Kind;
  for (const D05Form* form : {&form_2026(), &form_2023()}) {
    if (agreeing(row, form->labels) == form->columns()) return form;
  }
  const bool nearer_2023 = in_place(row, form_2026().labels) < in_place(row, form_2023().labels);
  const D05Form& nearest = nearer_2023 ? form_2023() : form_2026();
  const auto numbered = [](std::string_view cell) {
    return !cell.empty() && cell.front() >= '0' && cell.front() <= '9';
  };
  if (agreeing(row, labels_2017) == labels_2017.size() &&
      std::none_of(row.begin() + labels_2017.size(), row.end(),
                   [&](std::string_view cell) { return numbered(trimmed(cell)); })) {
    fault = {Kind::older_form, {}, 0};
    return nullptr;
  }
  const std::size_t at = agreeing(row, nearest.labels);
  const std::string_view there = at < row.size() ? trimmed(row[at]) : std::string_view{};
  fault = {there.empty() ? Kind::merged_cell : Kind::moved_column, std::string{nearest.labels[at]}, at + 1};
  return nullptr;
}

RecordKind record_kind(std::string_view record) {
  std::array<std::string_view, 64> cells;
  std::vector<char> unquoted;
  bool of_form = false;
  for (const char delimiter : delimiters) {
    if (record.empty()) break;
    const CsvRow row = RowSplitter{record, delimiter}.next(cells, unquoted);
    const std::span<const std::string_view> kept{cells.data(), std::min(row.cell_count, cells.size())};
    if (is_number_row(kept)) return RecordKind::number_row;
    for (const std::string_view cell : kept) {
      if (is_required_name(trimmed(cell))) return RecordKind::batch_header;
      of_form = of_form || std::any_of(head_words.begin(), head_words.end(), [=](std::string_view words) {
                  return cell.find(words) != std::string_view::npos;
                });
    }
  }
  return of_form ? RecordKind::heading_of_form : RecordKind::other;
}

}  // namespace ansinh::lists
