// population_report: what is asked of a population, as text, CSV, JSON and a chart.
//
// Promise: as report.hpp: rendering only, the same arguments give the same bytes; amounts in text as 1.500.000 đ, bare
// in CSV and JSON, where sums are decimal strings, exact beyond 64 bit. Texts of an overlay are escaped. What is
// assumed and what was refused is said in every form. Units: VND, months, persons.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/cost.hpp"
#include "ansinh/diff.hpp"
#include "ansinh/export.hpp"
#include "ansinh/goals.hpp"
#include "ansinh/report.hpp"

namespace ansinh {

// One sentence: line, column, what was given and the limit. No line feed.
[[nodiscard]] ANSINH_API std::string goal_fault_text(const GoalFault& fault, Language language);

// A sentence for each, as an answer lists it.
[[nodiscard]] ANSINH_API std::string words(CostAssumption assumption, const Cost& cost, Language language);

// The table by year and group, what goals take and cost, what is not settled and what is assumed.
[[nodiscard]] ANSINH_API std::string cost_text(const Cost& cost, const std::vector<GoalCost>& goals, Language language);
// A line for each year and group set (`kind` population) and for each goal and year (`kind` new): kind, joined, year,
// groups, persons, supported, run_out, raised, lowered, unsettled, local_unknown, payments, months, supported_months,
// contribution, central_support, province_top_up, locality_top_up, further_top_up, budget, fund, other_support,
// participant_share.
[[nodiscard]] ANSINH_API std::string cost_csv(const Cost& cost, const std::vector<GoalCost>& goals);
// {"law_digest","from","to","persons","refused":{...},"years":[{"year",...,"groups":[...]}],"total","goals":[...],
// "assumed":[{"name","text"}]}; no line feed.
[[nodiscard]] ANSINH_API std::string cost_json(const Cost& cost, const std::vector<GoalCost>& goals, Language language);
// Who pays what, a bar a year, the new participants hatched; and the persons supported beneath. A whole SVG document
// of 960 x 600 for a report; texts are escaped, nothing is loaded from elsewhere.
[[nodiscard]] ANSINH_API std::string cost_chart(const Cost& cost, const std::vector<GoalCost>& goals,
                                                std::string_view title, Language language);

// ---------------------------------------------------------------------------------------------- two laws compared

// A row that changes, as an answer shows it.
struct DiffExample {
  std::uint64_t row = 0;  // data row of the input, from 1
  std::string id;
  DiffRow change;
};

// A short phrase: "pays less", "đóng ít hơn".
[[nodiscard]] ANSINH_API std::string_view words(DiffClass, Language);

// Classes of rows, what each payer pays under both and the difference, by layer, source, province and group, then the
// rows given, which are the first that change.
[[nodiscard]] ANSINH_API std::string diff_text(const Diff& diff, const std::vector<DiffExample>& first,
                                               Language language);
// A line for each breakdown (`all`, `layer`, `source`, `province`, `groups`) and value: by, value, the rows of each
// class, gained, lost, then the sums under the law, under the other (`against_`) and their difference (`difference_`).
[[nodiscard]] ANSINH_API std::string diff_csv(const Diff& diff);
// {"law_digest","against_digest","same_law","changes_nothing","rows","classes":{...},"gained","lost","refused":{...},
// "sums":{"law","against","difference"},"by_source","by_layer","by_province","by_groups","only_law","only_against",
// "groups_left_out"}; no line feed.
[[nodiscard]] ANSINH_API std::string diff_json(const Diff& diff);
// The file of rows that change: its header and one row, LF at the end. Amounts of a law that refuses are empty.
[[nodiscard]] ANSINH_API std::string diff_rows_header();
ANSINH_API void append_diff_row(std::string& out, std::uint64_t row, std::string_view id, const DiffRow& change);

}  // namespace ansinh
