// table_cells: the contribution table as values, before any format. Every cell is an answer of `assess`.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/report.hpp"

namespace ansinh::report {

// The columns of the table: the State's groups and everyone else.
struct TableGroup {
  std::string_view name;  // as in CSV and JSON
  GroupSet groups;
};
inline constexpr std::array<TableGroup, 5> table_groups{{{"poor", Group::poor},
                                                         {"island", Group::island},
                                                         {"near_poor", Group::near_poor},
                                                         {"ethnic_minority", Group::ethnic_minority},
                                                         {"other", GroupSet{}}}};

struct Table {
  TableRequest request;
  IncomeBrackets brackets;
  std::vector<Term> terms;              // ordinary ones, then years ahead
  const LawRow* fund_return = nullptr;  // the published r that years ahead rest on; null where it was given
  // Why years ahead, which the law of the day has, are left out.
  enum class LeftOut : std::uint8_t { nothing, no_return_known, not_settled };
  LeftOut years_ahead_left_out = LeftOut::nothing;
  std::vector<Assessment> cells;        // by term, then level, then group
  std::vector<const LawRow*> sources;   // the national values that the cells rest on
  std::vector<const Programme*> local;  // the programmes whose rules count in some cell

  [[nodiscard]] std::size_t levels() const { return static_cast<std::size_t>(brackets.count); }
  [[nodiscard]] const Assessment& cell(std::size_t term, std::size_t level, std::size_t group) const {
    return cells[(term * levels() + level) * table_groups.size() + group];
  }
  [[nodiscard]] Money income(std::size_t level) const { return brackets.level(static_cast<int>(level)); }
};

[[nodiscard]] Result<Table> make_table(const Rules& rules, const TableRequest& request);

// A flag and the columns that carry it somewhere; every column is said as such. Years ahead are asked by themselves,
// since they alone rest on the fund's return.
struct FlagOfColumns {
  Flag flag;
  std::array<bool, table_groups.size()> columns{};
  friend bool operator==(const FlagOfColumns&, const FlagOfColumns&) = default;
};
[[nodiscard]] std::vector<FlagOfColumns> flags_of(const Table& table, Term::Kind kind);

// What the heads and feet of the formats share, as lines.
[[nodiscard]] std::string_view table_title(Language language);
[[nodiscard]] std::string column_title(const LawBook& book, std::size_t group, Language language);
[[nodiscard]] std::vector<std::string> table_head(const Rules& rules, const Table& table, Language language);
[[nodiscard]] std::vector<std::string> table_foot(const Rules& rules, const Table& table, Language language);

// An amount that is the same on every level of one term and group, or nothing.
[[nodiscard]] std::optional<Money> common(const Table& table, std::size_t term, std::size_t group,
                                          Money Assessment::*amount);

[[nodiscard]] std::string table_as_text(const Rules& rules, const Table& table, Language language);
[[nodiscard]] std::string table_as_csv(const Rules& rules, const Table& table);
[[nodiscard]] std::string table_as_html(const Rules& rules, const Table& table, Language language);
[[nodiscard]] std::string table_as_json(const Rules& rules, const Table& table, Language language);

}  // namespace ansinh::report
