// leaflet: the one page that an agent lays on the table (Vietnamese: to roi): for a group, a place and a day the
// incomes that may be chosen, who pays what of them, and the pension that they lead to.
//
// Promise: every amount is an assessment, or a pension by the rate of the law at constant prices: coefficients 1.00,
// which is what the law lets one say of the future. A fixed price factor, as agencies print it, is an option that the
// page names as having no basis in law. An illustration, never a decision.
// Units: VND per month, or per payment of 3, 6 and 12 months.
// Source in law: Law 41/2024/QH15 art. 31, 36, 99, 104; Decree 159/2025/ND-CP art. 5, 10.
#pragma once

#include <array>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/benefit.hpp"
#include "ansinh/export.hpp"
#include "ansinh/plan.hpp"
#include "ansinh/result.hpp"

namespace ansinh {

struct LeafletRequest {
  Day paid_on{};
  GroupSet groups{};
  Place place{};
  int months_supported = 0;
  PriceFactor fixed_factor{};
  int rows = 12;  // incomes shown, 4...16
};

// The terms and the years of contributions that a leaflet shows.
inline constexpr std::array<int, 4> leaflet_terms{1, 3, 6, 12};
inline constexpr std::array<int, 4> leaflet_years{15, 20, 25, 30};

struct LeafletRow {
  Money income{};
  std::array<Assessment, leaflet_terms.size()> payments{};
  std::array<Money, leaflet_years.size()> pension_women{};  // per month
  std::array<Money, leaflet_years.size()> pension_men{};
};

struct Leaflet {
  LeafletRequest request{};
  IncomeBrackets brackets{};
  std::vector<LeafletRow> rows{};  // the floor, round incomes above it, the ceiling
  std::array<Rate, leaflet_years.size()> rate_women{};
  std::array<Rate, leaflet_years.size()> rate_men{};
  std::size_t chart_row = 0;  // the income that the chart shows
  Flags flags{};              // of any payment
  std::vector<const LawRow*> sources{};
  std::vector<const Programme*> programmes{};  // whose rules count in some payment
  const PensionRate* rate_row = nullptr;
};

// Faults: those of `assess` and `income_brackets`; invalid_argument for rows.
[[nodiscard]] ANSINH_API Result<Leaflet> leaflet(const BenefitRules& rules, const LeafletRequest& request);

}  // namespace ansinh
