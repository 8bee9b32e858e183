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
    case Quantity::fund_return_rate: return "fund_return_rate";
    case Quantity::late_months: return "late_months";
    case Quantity::th_support: return "th_support";
    case Quantity::refund_day: return "refund_day";
    case Quantity::refund_months: return "refund_months";
    case Quantity::used_months: return "used_months";
    case Quantity::supportable_from: return "supportable_from";
    case Quantity::used_supportable_months: return "used_supportable_months";
    case Quantity::refund_gross: return "refund_gross";
    case Quantity::months_given_back: return "months_given_back";
    case Quantity::central_support_refund: return "central_support_refund";
    case Quantity::layer_refund: return "layer_refund";
    case Quantity::other_support_refund: return "other_support_refund";
    case Quantity::refund_before_limit: return "refund_before_limit";
    case Quantity::refund: return "refund";
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
    case Operation::nearest_dong_discounted: return "nearest_dong_discounted";
    case Operation::nearest_dong_compounded: return "nearest_dong_compounded";
    case Operation::nearest_dong_late: return "nearest_dong_late";
    case Operation::months_after: return "months_after";
    case Operation::prorated: return "prorated";
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
    case Reading::order_of_months: return "order_of_months";
    case Reading::th_support: return "th_support";
    case Reading::late_support: return "late_support";
    case Reading::zero_return: return "zero_return";
    case Reading::refund_order: return "refund_order";
    case Reading::refund_to_supporters: return "refund_to_supporters";
  }
  return "";
}

}  // namespace ansinh::report
