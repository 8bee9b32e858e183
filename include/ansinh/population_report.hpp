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

}  // namespace ansinh
