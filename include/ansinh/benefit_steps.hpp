// The steps of a benefit: what led to the answer, as values.
//
// Promise: text is made by benefit_report.hpp; each step says which quantity, its value, what it was made of, and where
// the law writes it. The last step is the answer. Units by quantity: VND; months; halves of a benefit year; hundredths.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ansinh/benefit.hpp"
#include "ansinh/datum.hpp"
#include "ansinh/export.hpp"
#include "ansinh/plan.hpp"

namespace ansinh {

enum class BenefitQuantity : std::uint8_t {
  // given
  birth,              // month
  event,              // month
  voluntary_months,   // months
  compulsory_months,  // months
  // age and right
  retirement_age,  // months; of: -
  age_reached,     // month; of: birth, age
  early_choice,    // months: the age taken
  pension_months,  // months that a pension takes
  missing_months,  // months; of: needed, there
  first_payment,   // month
  // average
  coefficient,     // hundredths; of: year, months of it, their incomes together
  missing_income,  // hundredths (100); of: missing months, their incomes together
  average_income,  // VND; of: months
  benefit_years,   // halves; of: months
  // pension
  pension_rate,        // rate; of: halves
  pension,             // VND/month; of: average, rate
  years_above_cap,     // halves; of: halves, halves at the cap
  years_after_age,     // halves, of those above the cap
  lump_sum_above_cap,  // VND; of: average, halves before, halves after
  // one-time, survivors
  months_before_2014,  // months
  months_from_2014,    // months
  moved_months,        // odd months moved to the later stage
  years_before_2014,   // halves
  years_from_2014,     // halves
  contributions_paid,  // VND
  two_averages,        // VND; of: average
  gross,               // VND; of: average, halves before, halves from
  supported_months,    // months whose support is taken out
  support_deducted,    // VND
  net,                 // VND; of: gross, deducted
  months_of_pension,   // halves; of: pension, months drawn
  lump_of_pension,     // VND; of: pension, halves
  reference_level,     // VND/month
  funeral_grant,       // VND; of: reference level
  three_averages,      // VND; of: average
  survivor_lump_sum,   // VND; of: average, halves before, halves from
  // maternity
  months_before_birth,  // months
  allowance_per_child,  // VND
  maternity_allowance,  // VND; of: per child, children
  // bridge
  social_pension,            // VND/month
  funded_months,             // months; of: average, halves, social pension
  months_to_social_pension,  // months
  bridge_allowance,          // VND/month; of: social pension, funded, months
  may_pay_once,              // VND; of: months short, social pension
  // plan
  plan_payments,      // VND participant's share; of: month, payments, income, State, local
  fixed_factor,       // digits; of: the power of ten that they are divided by
  plan_months,        // months; of: months so far
  participant_total,  // VND; of: contribution, State, local
  break_even_months,  // months; of: participant_total, pension
};
inline constexpr int benefit_quantity_count = 49;
[[nodiscard]] ANSINH_API std::string_view name(BenefitQuantity);

struct BenefitStep {
  static constexpr int max_parts = 5;

  BenefitQuantity quantity;
  Datum value;
  std::array<Datum, max_parts> parts{};
  int part_count = 0;
  const Provision* provision = nullptr;  // null where it is given, or plain arithmetic
  const LawRow* row = nullptr;           // of the book
};

// The pointers live as long as `rules`.
[[nodiscard]] ANSINH_API std::vector<BenefitStep> steps(const BenefitRules& rules, const PensionRequest& request,
                                                        ContributionRecord record, const Pension& answer);
[[nodiscard]] ANSINH_API std::vector<BenefitStep> steps(const BenefitRules& rules, const OneTimeRequest& request,
                                                        ContributionRecord record, const OneTime& answer);
[[nodiscard]] ANSINH_API std::vector<BenefitStep> steps(const BenefitRules& rules, const DeathRequest& request,
                                                        ContributionRecord record, const Death& answer);
[[nodiscard]] ANSINH_API std::vector<BenefitStep> steps(const BenefitRules& rules, const MaternityRequest& request,
                                                        ContributionRecord record, const Maternity& answer);
[[nodiscard]] ANSINH_API std::vector<BenefitStep> steps(const BenefitRules& rules, const BridgeRequest& request,
                                                        ContributionRecord record, const Bridge& answer);
[[nodiscard]] ANSINH_API std::vector<BenefitStep> steps(const BenefitRules& rules, const PlanExplanation& plan);

}  // namespace ansinh
