// Reading of a file of goals.
#include "ansinh/goals.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "ansinh/calendar.hpp"
#include "ansinh/law.hpp"
#include "lists/cell.hpp"
#include "lists/column_name.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"
#include "lists/numbers.hpp"
#include "lists/utf8.hpp"

namespace ansinh {
namespace {

constexpr std::array<std::string_view, 3> columns{"year", "workforce", "rate"};
constexpr std::size_t most_cells = 16;
constexpr int first_law_year = first_law_day.month().year();
constexpr int last_law_year = last_law_day.month().year();

GoalFault fault_of(GoalFault::Kind kind, std::uint64_t line, std::string_view column = {}, std::string_view given = {},
                   std::string limit = {}, std::string other_limit = {}) {
  return {kind, line, std::string{column}, std::string{given}, std::move(limit), std::move(other_limit)};
}

class GoalReader {
 public:
  explicit GoalReader(std::string_view bytes) : bytes_{bytes} {
    if (bytes_.starts_with(lists::byte_order_mark)) bytes_.remove_prefix(lists::byte_order_mark.size());
  }

  std::variant<std::vector<Goal>, GoalFault> read() {
    if (bytes_.find('\0') != std::string_view::npos || !lists::valid_utf8(bytes_)) {
      return fault_of(GoalFault::Kind::malformed, 0);
    }
    const auto begin = bytes_.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return fault_of(GoalFault::Kind::empty, 0);
    const char delimiter = lists::most_frequent_delimiter(bytes_.substr(begin, bytes_.find('\n', begin) - begin));
    std::array<std::string_view, most_cells> cells;
    std::vector<char> unquoted;
    std::uint64_t line = 1;
    bool header_read = false;
    for (lists::RowSplitter splitter{bytes_, delimiter}; !splitter.at_end();) {
      const lists::CsvRow row = splitter.next(cells, unquoted);
      const std::uint64_t at = line;
      line += row.lines;
      if (row.blank || row.bytes.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      if (row.malformed || row.open_quote) return fault_of(GoalFault::Kind::malformed, at);
      const std::span kept{cells.data(), std::min(row.cell_count, cells.size())};
      std::optional<GoalFault> fault;
      if (header_read) {
        fault = row.cell_count == cell_count_ ? read_goal(kept, at) : wrong_cell_count(row.cell_count, at);
      } else {
        fault = row.cell_count > cells.size() ? wrong_cell_count(row.cell_count, at) : read_header(kept, at);
        header_read = true;
      }
      if (fault) return *fault;
    }
    if (goals_.empty()) return fault_of(GoalFault::Kind::empty, line);
    return std::move(goals_);
  }

 private:
  std::optional<GoalFault> read_header(std::span<const std::string_view> cells, std::uint64_t line) {
    cell_count_ = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view written = lists::trimmed(cells[i]);
      const auto known = std::find(columns.begin(), columns.end(), lists::folded(written));
      if (known == columns.end()) return fault_of(GoalFault::Kind::unknown_column, line, written);
      auto& at = at_[static_cast<std::size_t>(known - columns.begin())];
      if (at) return fault_of(GoalFault::Kind::duplicate_column, line, written);
      at = i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!at_[i]) return fault_of(GoalFault::Kind::missing_column, line, columns[i]);
    }
    return std::nullopt;
  }

  [[nodiscard]] GoalFault wrong_cell_count(std::size_t cells, std::uint64_t line) const {
    return fault_of(GoalFault::Kind::cell_count, line, {}, std::to_string(cells), std::to_string(columns.size()));
  }

  std::optional<GoalFault> read_goal(std::span<const std::string_view> cells, std::uint64_t line) {
    using Kind = GoalFault::Kind;
    const auto cell = [&](std::size_t column) { return lists::trimmed(cells[*at_[column]]); };
    const std::string_view year_text = cell(0), workforce_text = cell(1), rate_text = cell(2);

    const lists::Number year = lists::read_digits(year_text);
    if (year.form == lists::Number::Form::malformed || year_text.size() != 4) {
      return fault_of(Kind::malformed, line, columns[0], year_text);
    }
    if (year.value < first_law_year || year.value > last_law_year) {
      return fault_of(Kind::out_of_range, line, columns[0], year_text, std::to_string(first_law_year),
                      std::to_string(last_law_year));
    }
    if (!goals_.empty() && year.value <= goals_.back().year) {
      return fault_of(Kind::unordered, line, columns[0], year_text, std::to_string(goals_.back().year));
    }
    const lists::Number workforce = lists::read_amount(workforce_text);
    if (workforce.form == lists::Number::Form::malformed) {
      return fault_of(Kind::malformed, line, columns[1], workforce_text);
    }
    if (workforce.form == lists::Number::Form::beyond || workforce.value < 1 ||
        static_cast<std::uint64_t>(workforce.value) > max_workforce) {
      return fault_of(Kind::out_of_range, line, columns[1], workforce_text, "1", std::to_string(max_workforce));
    }
    const auto rate = PublishedRate::from_text(rate_text);
    if (!rate) return fault_of(Kind::malformed, line, columns[2], rate_text);
    goals_.push_back({static_cast<int>(year.value), static_cast<std::uint64_t>(workforce.value), *rate, line});
    return std::nullopt;
  }

  std::string_view bytes_;
  std::size_t cell_count_ = 0;
  std::array<std::optional<std::size_t>, columns.size()> at_{};
  std::vector<Goal> goals_;
};

}  // namespace

std::variant<std::vector<Goal>, GoalFault> read_goals(std::string_view bytes) { return GoalReader{bytes}.read(); }

std::optional<GoalFault> check_goals(const std::vector<Goal>& goals, int first_year, int last_year,
                                     std::uint64_t participants) {
  for (const Goal& goal : goals) {
    if (goal.year < first_year || goal.year > last_year) {
      return fault_of(GoalFault::Kind::outside_period, goal.line, columns[0], std::to_string(goal.year),
                      std::to_string(first_year), std::to_string(last_year));
    }
    if (goal.workforce < participants) {
      return fault_of(GoalFault::Kind::below_participants, goal.line, columns[1], std::to_string(goal.workforce),
                      std::to_string(participants));
    }
  }
  return std::nullopt;
}

std::string_view name(GoalFault::Kind kind) {
  using Kind = GoalFault::Kind;
  switch (kind) {
    case Kind::empty: return "empty";
    case Kind::missing_column: return "missing_column";
    case Kind::unknown_column: return "unknown_column";
    case Kind::duplicate_column: return "duplicate_column";
    case Kind::cell_count: return "cell_count";
    case Kind::malformed: return "malformed";
    case Kind::out_of_range: return "out_of_range";
    case Kind::unordered: return "unordered";
    case Kind::outside_period: return "outside_period";
    case Kind::below_participants: return "below_participants";
  }
  return {};
}

}  // namespace ansinh
