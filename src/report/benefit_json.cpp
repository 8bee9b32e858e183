// Benefits as JSON.
#include "report/benefit_parts.hpp"

namespace ansinh {
namespace {

using report::Json;

void write_age(Json& json, int age_months, Month reached) {
  if (age_months == 0) return;
  json.member("age_years", std::int64_t{age_months / 12});
  json.member("age_months", std::int64_t{age_months % 12});
  json.member("age_reached", reached.text());
}

void write_right(Json& json, bool eligible, NotEligible reason) {
  json.key("eligible");
  json.value(eligible);
  json.key("reason");
  eligible ? json.null() : json.value(name(reason));
}

void write_months(Json& json, const RecordSums& sums) {
  json.member("months", std::int64_t{sums.months()});
  json.member("voluntary_months", std::int64_t{sums.voluntary_months});
  json.member("compulsory_months", std::int64_t{sums.compulsory_months});
}

void write_stages(Json& json, const Stages& stages) {
  json.member("months_before_2014", std::int64_t{stages.months_before_2014});
  json.member("months_from_2014", std::int64_t{stages.months_from_2014});
  json.member("years_before_2014", half_years_text(stages.halves_before_2014));
  json.member("years_from_2014", half_years_text(stages.halves_from_2014));
}

// write(json) writes the members of the answer.
template <class Request, class Answer, class Write>
std::string object(const BenefitRules& rules, const Request& request, ContributionRecord record, const Answer& answer,
                   Language language, const Write& write) {
  Json json;
  json.begin_object();
  json.member("status", name(Errc::ok));
  write_right(json, answer.eligible, answer.reason);
  write(json);
  write_benefit_end(json, rules, answer.flags, answer.readings, steps(rules, request, record, answer), language);
  json.end_object();
  return json.text();
}

}  // namespace

std::string benefit_json(const BenefitRules& rules, const PensionRequest& request, ContributionRecord record,
                         const Pension& answer, Language language) {
  return object(rules, request, record, answer, language, [&](Json& json) {
    write_age(json, answer.age_months, answer.age_reached);
    json.member("eligible_from", answer.eligible_from.text());
    write_months(json, answer.sums);
    json.member("missing_months", std::int64_t{answer.missing_months});
    if (!answer.eligible) return;
    json.member("benefit_years", half_years_text(answer.halves));
    json.member("rate", answer.rate.text());
    json.member("average_income", answer.average_income);
    json.member("pension", answer.pension);
    json.member("lump_sum_above_cap", answer.lump_sum_above_cap);
  });
}

std::string benefit_json(const BenefitRules& rules, const OneTimeRequest& request, ContributionRecord record,
                         const OneTime& answer, Language language) {
  return object(rules, request, record, answer, language, [&](Json& json) {
    json.member("case", name(request.why));
    write_age(json, answer.age_months, answer.age_reached);
    write_months(json, answer.sums);
    if (!answer.eligible) return;
    if (!answer.under_one_year) write_stages(json, answer.sums.stages);
    if (!request.drawn) json.member("average_income", answer.average_income);
    json.member("gross", answer.gross);
    json.member("support_deducted", answer.support_deducted);
    json.member("net", answer.net);
  });
}

std::string benefit_json(const BenefitRules& rules, const DeathRequest& request, ContributionRecord record,
                         const Death& answer, Language language) {
  return object(rules, request, record, answer, language, [&](Json& json) {
    write_months(json, answer.sums);
    if (!answer.eligible) return;
    if (!request.drawn) {
      if (!answer.under_sixty_months) write_stages(json, answer.sums.stages);
      json.member("average_income", answer.average_income);
    }
    json.member("funeral_grant", answer.funeral_grant);
    json.member("survivor_lump_sum", answer.survivor_lump_sum);
  });
}

std::string benefit_json(const BenefitRules& rules, const MaternityRequest& request, ContributionRecord record,
                         const Maternity& answer, Language language) {
  return object(rules, request, record, answer, language, [&](Json& json) {
    json.member("months_before_birth", std::int64_t{answer.months_before});
    json.member("children", std::int64_t{answer.children});
    if (answer.eligible) json.member("allowance", answer.allowance);
  });
}

std::string benefit_json(const BenefitRules& rules, const BridgeRequest& request, ContributionRecord record,
                         const Bridge& answer, Language language) {
  return object(rules, request, record, answer, language, [&](Json& json) {
    write_age(json, answer.age_months, answer.age_reached);
    write_months(json, answer.sums);
    if (!answer.eligible) return;
    json.member("benefit_years", half_years_text(answer.halves));
    json.member("average_income", answer.average_income);
    json.member("funded_months", std::int64_t{answer.funded_months});
    json.member("months_to_social_pension", std::int64_t{answer.months_to_social_pension});
    json.member("allowance", answer.allowance);
    json.member("allowance_months", std::int64_t{answer.allowance_months});
    json.member("may_pay_once", answer.may_pay_once);
  });
}

std::string plan_json(const BenefitRules& rules, const PlanExplanation& plan, Language language) {
  if (!plan.outcome.ok()) return fault_json(rules.rules(), plan.outcome.fault(), language);
  const Plan& answer = *plan.outcome;
  Json json;
  json.begin_object();
  json.member("status", name(Errc::ok));
  json.member("income", answer.income);
  json.member("contribution_total", answer.contribution_total);
  json.member("participant_total", answer.participant_total);
  json.member("central_total", answer.central_total);
  json.member("local_total", answer.local_total);
  json.member("months", std::int64_t{answer.months});
  json.member("months_total", std::int64_t{answer.months_total});
  json.member("supported_months", std::int64_t{answer.supported_months});
  write_age(json, answer.age_months, answer.age_reached);
  json.member("months_at_age", std::int64_t{answer.months_at_age});
  json.member("last_month", answer.last_month.text());
  json.member("eligible_from", answer.eligible_from.text());
  json.member("benefit_years", half_years_text(answer.halves));
  json.member("rate", answer.rate.text());
  json.member("average_income", answer.average_income);
  json.member("pension", answer.pension);
  json.member("lump_sum_above_cap", answer.lump_sum_above_cap);
  json.member("break_even_months", answer.break_even_months);
  json.member("first_participant_share", answer.first_share);
  json.member("highest_share_per_month", answer.highest_share_per_month);
  if (!plan.request.fixed_factor.is_one()) json.member("fixed_factor", plan.request.fixed_factor.text());
  write_benefit_end(json, rules, answer.flags, {}, steps(rules, plan), language);
  json.end_object();
  return json.text();
}

}  // namespace ansinh
