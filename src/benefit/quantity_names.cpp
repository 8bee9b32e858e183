// The names of quantities in JSON: as in benefit_steps.hpp. Append-only.
#include <array>

#include "ansinh/benefit_steps.hpp"

namespace ansinh {

std::string_view name(BenefitQuantity quantity) {
  static constexpr std::array<std::string_view, benefit_quantity_count> names{
      "birth",
      "event",
      "voluntary_months",
      "compulsory_months",
      "retirement_age",
      "age_reached",
      "early_choice",
      "pension_months",
      "missing_months",
      "first_payment",
      "coefficient",
      "missing_income",
      "average_income",
      "benefit_years",
      "pension_rate",
      "pension",
      "years_above_cap",
      "years_after_age",
      "lump_sum_above_cap",
      "months_before_2014",
      "months_from_2014",
      "moved_months",
      "years_before_2014",
      "years_from_2014",
      "contributions_paid",
      "two_averages",
      "gross",
      "supported_months",
      "support_deducted",
      "net",
      "months_of_pension",
      "lump_of_pension",
      "reference_level",
      "funeral_grant",
      "three_averages",
      "survivor_lump_sum",
      "months_before_birth",
      "allowance_per_child",
      "maternity_allowance",
      "social_pension",
      "funded_months",
      "months_to_social_pension",
      "bridge_allowance",
      "may_pay_once",
      "plan_payments",
      "fixed_factor",
      "plan_months",
      "participant_total",
      "break_even_months",
  };
  return names[static_cast<std::size_t>(quantity)];
}

}  // namespace ansinh
