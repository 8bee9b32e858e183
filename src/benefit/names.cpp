#include "ansinh/benefit.hpp"

namespace ansinh {

std::string_view name(Scheme scheme) { return scheme == Scheme::voluntary ? "voluntary" : "compulsory"; }

std::string_view name(SpanKind kind) {
  switch (kind) {
    case SpanKind::monthly: return "monthly";
    case SpanKind::ahead: return "ahead";
    case SpanKind::missing: return "missing";
  }
  return {};
}

std::string_view name(BenefitFlag flag) {
  switch (flag) {
    case BenefitFlag::illustration: return "illustration";
    case BenefitFlag::estimated_indexation: return "estimated_indexation";
    case BenefitFlag::income_raised: return "income_raised";
    case BenefitFlag::support_exhausted: return "support_exhausted";
    case BenefitFlag::local_unknown: return "local_unknown";
    case BenefitFlag::unsettled: return "unsettled";
  }
  return {};
}

std::string_view name(BenefitReading reading) {
  switch (reading) {
    case BenefitReading::indexation_standing: return "indexation_standing";
    case BenefitReading::age_before_2021: return "age_before_2021";
    case BenefitReading::rate_standing: return "rate_standing";
    case BenefitReading::ahead_by_its_month: return "ahead_by_its_month";
    case BenefitReading::years_above_cap_split: return "years_above_cap_split";
    case BenefitReading::contributions_paid: return "contributions_paid";
    case BenefitReading::support_at_payment: return "support_at_payment";
    case BenefitReading::local_top_up_kept: return "local_top_up_kept";
    case BenefitReading::net_below_zero: return "net_below_zero";
    case BenefitReading::twelve_months_idle: return "twelve_months_idle";
    case BenefitReading::twelve_months_before: return "twelve_months_before";
    case BenefitReading::bridge_months: return "bridge_months";
    case BenefitReading::value_standing: return "value_standing";
  }
  return {};
}

std::string_view name(NotEligible reason) {
  switch (reason) {
    case NotEligible::none: return "none";
    case NotEligible::age: return "age";
    case NotEligible::months: return "months";
    case NotEligible::age_and_months: return "age_and_months";
    case NotEligible::has_pension_rights: return "has_pension_rights";
    case NotEligible::not_idle: return "not_idle";
    case NotEligible::joined_after_2025: return "joined_after_2025";
    case NotEligible::enough_years: return "enough_years";
    case NotEligible::under_compulsory: return "under_compulsory";
    case NotEligible::social_pension_age: return "social_pension_age";
    case NotEligible::not_in_force: return "not_in_force";
    case NotEligible::pensioner: return "pensioner";
  }
  return {};
}

std::string_view name(OneTimeCase why) {
  switch (why) {
    case OneTimeCase::no_pension_rights: return "no_pension_rights";
    case OneTimeCase::emigration: return "emigration";
    case OneTimeCase::terminal_illness: return "terminal_illness";
    case OneTimeCase::disability_81: return "disability_81";
    case OneTimeCase::stopped_before_2025: return "stopped_before_2025";
  }
  return {};
}

}  // namespace ansinh
