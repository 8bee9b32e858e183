// law_text: values, programmes and records of the book as sentences and as cells, for the listings of the law.
#pragma once

#include <string>

#include "ansinh/law.hpp"
#include "ansinh/report.hpp"

namespace ansinh::report {

[[nodiscard]] std::string period_text(Day from, Day to, Language language);  // 01/07/2025 – nay
[[nodiscard]] std::string rule_text(const LawBook& book, const Rule& rule, Language language);
[[nodiscard]] std::string row_text(const LawRow& row, Language language);  // period, value, source
[[nodiscard]] std::string record_line(const LawBook& book, const Record& record, Language language);
[[nodiscard]] std::string programme_block(const LawBook& book, const Programme& programme, Language language);

// Bare forms for CSV: "floor_share 0.50"; "central", "all", "12"; "01|former 15|locality 004"; empty where open.
[[nodiscard]] std::string per_month_cell(const PerMonth& per_month);
[[nodiscard]] std::string months_cell(RuleMonths months);
[[nodiscard]] std::string territory_cell(const Territory& territory);
[[nodiscard]] std::string last_day_cell(Day to);

}  // namespace ansinh::report
