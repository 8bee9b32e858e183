// A record checked and summed.
#pragma once

#include "benefit/benefit_data.hpp"

namespace ansinh::benefit {

inline constexpr Month from_2014{2014, 1};
inline constexpr int max_span_months = 1200;

// Checks a record as of a month, and counts its months. False where it is refused: `fault` says why. A fault is large
// and records are many: it is written only where there is one.
[[nodiscard]] bool count_months(const BenefitRules::Data& data, ContributionRecord record, Month on, RecordSums& sums,
                                Fault& fault) noexcept;

// Sums the incomes of a record that has passed, each with the coefficient of its year for benefits of `benefit_year`.
// Sets readings and flags. False where no coefficient is published: `fault` says which.
[[nodiscard]] bool index_incomes(const BenefitRules::Data& data, ContributionRecord record, int benefit_year,
                                 const BenefitOptions& options, RecordSums& sums, BenefitFlags& flags,
                                 BenefitReadings& readings, Fault& fault) noexcept;

// What was paid for the months of a record, nominally, before any support: the sum of income x contribution rate.
struct Contributions {
  ExactAmount amount;
  bool settled = true;  // every rate well established
};
[[nodiscard]] bool contributions(const BenefitRules::Data& data, ContributionRecord record, Contributions& out,
                                 Fault& fault) noexcept;

// What the State gave for the voluntary months of a record, nominally: as stated, else from groups and law.
struct SupportGiven {
  ExactAmount amount;
  int months = 0;
  bool settled = true;           // every value well established
  bool paid_in_advance = false;  // some of it for months paid ahead or missing
};
// Decree 159/2025/ND-CP art. 9(2): each month with the poverty line and the rate of its own time; the first months in
// time are the supported ones, up to the months of a lifetime.
[[nodiscard]] bool support_given(const BenefitRules::Data& data, ContributionRecord record, SupportGiven& out,
                                 Fault& fault) noexcept;

}  // namespace ansinh::benefit
