#include "report/explanation_parts.hpp"

namespace ansinh::report {

std::string_view quantity_name(Quantity quantity) {
  switch (quantity) {
    case Quantity::paid_on: return "paid_on";
    case Quantity::first_month: return "first_month";
    case Quantity::income: return "income";
    case Quantity::covered_months: return "covered_months";
    case Quantity::months_supported: return "months_supported";
    case Quantity::local_months_used: return "local_months_used";
    case Quantity::other_support_given: return "other_support_given";
    case Quantity::base_salary: return "base_salary";
    case Quantity::rural_poverty_line: return "rural_poverty_line";
    case Quantity::income_floor: return "income_floor";
    case Quantity::income_ceiling_multiple: return "income_ceiling_multiple";
    case Quantity::income_ceiling: return "income_ceiling";
    case Quantity::income_step: return "income_step";
    case Quantity::due_window: return "due_window";
    case Quantity::last_day_in_time: return "last_day_in_time";
    case Quantity::contribution_rate: return "contribution_rate";
    case Quantity::contribution: return "contribution";
    case Quantity::support_rate: return "support_rate";
    case Quantity::support_from: return "support_from";
    case Quantity::supportable_months: return "supportable_months";
    case Quantity::support_cap_months: return "support_cap_months";
    case Quantity::remaining_months: return "remaining_months";
    case Quantity::supported_months: return "supported_months";
    case Quantity::central_support: return "central_support";
    case Quantity::rule_share: return "rule_share";
    case Quantity::rule_sum: return "rule_sum";
    case Quantity::rule_income: return "rule_income";
    case Quantity::rule_limit: return "rule_limit";
    case Quantity::rule_remaining_months: return "rule_remaining_months";
    case Quantity::rule_months: return "rule_months";
    case Quantity::layer_top_up: return "layer_top_up";
    case Quantity::other_support: return "other_support";
    case Quantity::parts_total: return "parts_total";
    case Quantity::excess: return "excess";
    case Quantity::layer_top_up_after_cut: return "layer_top_up_after_cut";
    case Quantity::central_support_after_cut: return "central_support_after_cut";
    case Quantity::participant_share: return "participant_share";
  }
  return "";
}

std::string_view operation_name(Operation operation) {
  switch (operation) {
    case Operation::given: return "given";
    case Operation::looked_up: return "looked_up";
    case Operation::same: return "same";
    case Operation::product: return "product";
    case Operation::nearest_dong: return "nearest_dong";
    case Operation::sum: return "sum";
    case Operation::difference: return "difference";
    case Operation::least: return "least";
    case Operation::difference_or_zero: return "difference_or_zero";
    case Operation::counted: return "counted";
    case Operation::end_of_window: return "end_of_window";
  }
  return "";
}

std::string_view reading_name(Reading reading) {
  switch (reading) {
    case Reading::value_standing: return "value_standing";
    case Reading::programme_standing: return "programme_standing";
    case Reading::central_or_all_months: return "central_or_all_months";
    case Reading::local_months_not_given: return "local_months_not_given";
    case Reading::tie: return "tie";
    case Reading::cut: return "cut";
  }
  return "";
}

}  // namespace ansinh::report
