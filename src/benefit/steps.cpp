#include <algorithm>
#include <initializer_list>
#include <map>

#include "ansinh/benefit_steps.hpp"
#include "benefit/benefit_data.hpp"
#include "benefit/benefit_provisions.hpp"
#include "benefit/common.hpp"

namespace ansinh {
namespace {

using namespace benefit;
using Q = BenefitQuantity;

Datum halves(int number) { return Datum::count(number); }

class Steps {
 public:
  explicit Steps(const BenefitRules& rules) : data_{rules.data()} {}

  BenefitStep& add(Q quantity, Datum value, std::initializer_list<Datum> parts = {},
                   const Provision* provision = nullptr) {
    BenefitStep step{quantity, value, {}, 0, provision, nullptr};
    for (const Datum& part : parts) step.parts[static_cast<std::size_t>(step.part_count++)] = part;
    return steps_.emplace_back(step);
  }

  void record(const RecordSums& sums) {
    add(Q::voluntary_months, Datum::months(sums.voluntary_months));
    if (sums.compulsory_months > 0) add(Q::compulsory_months, Datum::months(sums.compulsory_months));
  }

  void age(const Person& person, int age_months, Month reached, const RetirementAge* row) {
    add(Q::birth, Datum{person.birth});
    add(Q::retirement_age, Datum::months(age_months), {}, row == nullptr ? nullptr : &row->provision);
    add(Q::age_reached, Datum{reached}, {Datum{person.birth}, Datum::months(age_months)});
  }

  void age(const Person& person, int age_months, Month reached) {
    const auto found = data_.law.retirement(person.sex, person.birth);
    age(person, age_months, reached, found ? found->row : nullptr);
  }

  // The coefficient of every year, then the average.
  void average(ContributionRecord record, const RecordSums& sums, Money rounded) {
    if (sums.table == nullptr) return;
    struct Year {
      int months = 0;
      Money income;
    };
    std::map<int, Year> years;
    Year missing;
    for (const ContributionSpan& span : record) {
      for (int i = 0; i < span.months; ++i) {
        Year& year = span.kind == SpanKind::missing ? missing : years[(span.from + i).year()];
        ++year.months;
        year.income += span.income;
      }
    }
    for (const auto& [number, year] : years) {
      add(Q::coefficient, Datum::count(sums.table->of(number).value_or(100)),
          {Datum::count(number), Datum::months(year.months), Datum{year.income}}, &sums.table->provision);
    }
    if (missing.months > 0) {
      add(Q::missing_income, Datum::count(100), {Datum::months(missing.months), Datum{missing.income}},
          &provisions::missing_months);
    }
    add(Q::average_income, Datum{rounded}, {Datum::months(sums.months())},
        sums.compulsory_months > 0 ? &provisions::mixed_average : &provisions::average_income);
  }

  void stages(const Stages& stages) {
    add(Q::months_before_2014, Datum::months(stages.months_before_2014));
    add(Q::months_from_2014, Datum::months(stages.months_from_2014));
    if (stages.moved > 0) add(Q::moved_months, Datum::months(stages.moved), {}, &provisions::one_time);
    add(Q::years_before_2014, halves(stages.halves_before_2014), {}, &provisions::odd_months);
    add(Q::years_from_2014, halves(stages.halves_from_2014), {}, &provisions::odd_months);
  }

  void of_pension(const DrawnPension& drawn, int half_months, const Provision& provision) {
    add(Q::months_of_pension, halves(half_months), {Datum{drawn.pension}, Datum::months(drawn.months_drawn)},
        &provision);
  }

  [[nodiscard]] std::vector<BenefitStep> take() { return std::move(steps_); }

 private:
  const BenefitRules::Data& data_;
  std::vector<BenefitStep> steps_;
};

}  // namespace

std::vector<BenefitStep> steps(const BenefitRules& rules, const PensionRequest& request, ContributionRecord record,
                               const Pension& answer) {
  Steps out{rules};
  out.add(Q::event, Datum{request.on});
  out.record(answer.sums);
  out.age(request.person, answer.age_months, answer.age_reached, answer.early_choice ? nullptr : answer.age_row);
  if (answer.early_choice) out.add(Q::early_choice, Datum::months(answer.age_months), {}, &provisions::early_choice);
  out.add(Q::pension_months, Datum::months(answer.months_row->months), {}, &answer.months_row->provision);
  if (!answer.eligible) {
    out.add(Q::missing_months, Datum::months(answer.missing_months),
            {Datum::months(answer.months_row->months), Datum::months(answer.sums.months())});
    return out.take();
  }
  out.add(Q::first_payment, Datum{answer.eligible_from}, {}, &provisions::first_payment);
  out.average(record, answer.sums, answer.average_income);
  out.add(Q::benefit_years, halves(answer.halves), {Datum::months(answer.sums.months())}, &provisions::odd_months);
  out.add(Q::pension_rate, Datum{answer.rate}, {halves(answer.halves)}, &answer.rate_row->provision);
  if (answer.halves_above_cap > 0) {
    out.add(Q::years_above_cap, halves(answer.halves_above_cap),
            {halves(answer.halves), halves(answer.halves - answer.halves_above_cap)}, &provisions::lump_sum_above_cap);
    out.add(Q::years_after_age, halves(answer.halves_above_cap_after), {}, &provisions::lump_sum_above_cap);
    out.add(Q::lump_sum_above_cap, Datum{answer.lump_sum_above_cap},
            {Datum{answer.average_income}, halves(answer.halves_above_cap - answer.halves_above_cap_after),
             halves(answer.halves_above_cap_after)},
            &provisions::lump_sum_above_cap);
  }
  out.add(Q::pension, Datum{answer.pension}, {Datum{answer.average_income}, Datum{answer.rate}},
          &provisions::pension_rate);
  return out.take();
}

std::vector<BenefitStep> steps(const BenefitRules& rules, const OneTimeRequest& request, ContributionRecord record,
                               const OneTime& answer) {
  Steps out{rules};
  out.add(Q::event, Datum{request.on});
  out.record(answer.sums);
  if (answer.age_months > 0) out.age(request.person, answer.age_months, answer.age_reached);
  if (!answer.eligible) return out.take();
  if (request.drawn) {
    out.stages(answer.sums.stages);
    out.of_pension(*request.drawn, answer.half_months, provisions::pensioner_abroad);
    out.add(Q::gross, Datum{answer.gross}, {Datum{request.drawn->pension}, halves(answer.half_months)},
            &provisions::pensioner_abroad);
    out.add(Q::net, Datum{answer.net}, {Datum{answer.gross}, Datum{answer.support_deducted}});
    return out.take();
  }
  out.average(record, answer.sums, answer.average_income);
  if (answer.under_one_year) {
    out.add(Q::contributions_paid, Datum{answer.paid});
    out.add(Q::two_averages, Datum{std::max(answer.gross, answer.average_income + answer.average_income)},
            {Datum{answer.average_income}}, &provisions::one_time);
    out.add(Q::gross, Datum{answer.gross}, {}, &provisions::one_time);
  } else {
    out.stages(answer.sums.stages);
    out.add(Q::gross, Datum{answer.gross},
            {Datum{answer.average_income}, halves(answer.sums.stages.halves_before_2014),
             halves(answer.sums.stages.halves_from_2014)},
            &provisions::one_time);
  }
  if (answer.takes_support) {
    out.add(Q::supported_months, Datum::months(answer.supported_months), {}, &provisions::support_taken_out);
    out.add(Q::support_deducted, Datum{answer.support_deducted}, {}, &provisions::support_taken_out);
  }
  out.add(Q::net, Datum{answer.net}, {Datum{answer.gross}, Datum{answer.support_deducted}},
          answer.takes_support ? &provisions::support_taken_out : &provisions::one_time);
  return out.take();
}

std::vector<BenefitStep> steps(const BenefitRules& rules, const DeathRequest& request, ContributionRecord record,
                               const Death& answer) {
  Steps out{rules};
  out.add(Q::event, Datum{request.on});
  out.record(answer.sums);
  if (!answer.eligible) return out.take();
  if (Money{} < answer.funeral_grant) {
    const LawRow* row = rules.book().on(Parameter::base_salary, request.on.first_day());
    out.add(Q::reference_level, Datum{std::get<Money>(row->value)}).row = row;
    out.add(Q::funeral_grant, Datum{answer.funeral_grant}, {Datum{std::get<Money>(row->value)}},
            answer.sums.compulsory_months > 0 ? &provisions::funeral_mixed : &provisions::funeral);
  }
  if (request.drawn) {
    out.of_pension(*request.drawn, answer.half_months, provisions::survivors_of_pensioner);
    out.add(Q::lump_of_pension, Datum{answer.survivor_lump_sum},
            {Datum{request.drawn->pension}, halves(answer.half_months)}, &provisions::survivors_of_pensioner);
    return out.take();
  }
  out.average(record, answer.sums, answer.average_income);
  if (answer.under_sixty_months) {
    out.add(Q::contributions_paid, Datum{answer.survivor_lump_sum}, {}, &provisions::survivors);
  } else {
    out.stages(answer.sums.stages);
  }
  const Stages& stages = answer.sums.stages;
  BenefitStep& last = out.add(Q::survivor_lump_sum, Datum{answer.survivor_lump_sum}, {}, &provisions::survivors);
  if (answer.under_sixty_months) return out.take();
  last.parts = {Datum{answer.average_income}, halves(stages.halves_before_2014), halves(stages.halves_from_2014)};
  last.part_count = 3;
  return out.take();
}

std::vector<BenefitStep> steps(const BenefitRules& rules, const MaternityRequest& request, ContributionRecord,
                               const Maternity& answer) {
  Steps out{rules};
  out.add(Q::event, Datum{request.on});
  out.add(Q::months_before_birth, Datum::months(answer.months_before), {}, &provisions::maternity);
  if (!answer.eligible) return out.take();
  out.add(Q::allowance_per_child, Datum{answer.sum_row->amount}, {}, &answer.sum_row->provision);
  out.add(Q::maternity_allowance, Datum{answer.allowance},
          {Datum{answer.sum_row->amount}, Datum::count(answer.children)}, &answer.sum_row->provision);
  return out.take();
}

std::vector<BenefitStep> steps(const BenefitRules& rules, const BridgeRequest& request, ContributionRecord record,
                               const Bridge& answer) {
  Steps out{rules};
  out.add(Q::event, Datum{request.on});
  out.record(answer.sums);
  out.age(request.person, answer.age_months, answer.age_reached);
  if (!answer.eligible) return out.take();
  const Money social_pension = answer.sum_row->amount;
  out.average(record, answer.sums, answer.average_income);
  out.add(Q::benefit_years, halves(answer.halves), {Datum::months(answer.sums.months())}, &provisions::odd_months);
  out.add(Q::social_pension, Datum{social_pension}, {}, &answer.sum_row->provision);
  out.add(Q::funded_months, Datum::months(answer.funded_months),
          {Datum{answer.average_income}, halves(answer.halves), Datum{social_pension}}, &provisions::bridge_months);
  out.add(Q::months_to_social_pension, Datum::months(answer.months_to_social_pension), {},
          &provisions::social_pension_age);
  if (Money{} < answer.may_pay_once) {
    out.add(Q::may_pay_once, Datum{answer.may_pay_once},
            {Datum::months(answer.months_to_social_pension - answer.funded_months), Datum{social_pension}},
            &provisions::bridge_months);
  }
  out.add(Q::bridge_allowance, Datum{answer.allowance},
          {Datum{social_pension}, Datum::months(answer.funded_months), Datum::months(answer.allowance_months)},
          &provisions::bridge_months);
  return out.take();
}

std::vector<BenefitStep> steps(const BenefitRules& rules, const PlanExplanation& plan) {
  Steps out{rules};
  const Plan& answer = *plan.outcome;
  const PlanRequest& request = plan.request;
  out.age(request.person, answer.age_months, answer.age_reached);
  for (const PlanStretch& stretch : plan.stretches) {
    out.add(Q::plan_payments, Datum{stretch.each.participant_share},
            {Datum{stretch.from}, Datum::count(stretch.payments), Datum{stretch.income},
             Datum{stretch.each.central_support}, Datum{stretch.each.local_top_up}});
  }
  out.add(Q::plan_months, Datum::months(answer.months), {Datum::months(request.months_so_far)});
  out.add(Q::participant_total, Datum{answer.participant_total},
          {Datum{answer.contribution_total}, Datum{answer.central_total}, Datum{answer.local_total}});
  out.add(Q::first_payment, Datum{answer.eligible_from}, {}, &provisions::first_payment);
  if (!request.fixed_factor.is_one()) {
    out.add(Q::fixed_factor, Datum::count(request.fixed_factor.digits()), {Datum::count(request.fixed_factor.one())});
  }
  out.add(Q::average_income, Datum{answer.average_income}, {Datum::months(answer.months_total)},
          &provisions::average_income);
  out.add(Q::benefit_years, halves(answer.halves), {Datum::months(answer.months_total)}, &provisions::odd_months);
  out.add(Q::pension_rate, Datum{answer.rate}, {halves(answer.halves)}, &provisions::pension_rate);
  if (Money{} < answer.lump_sum_above_cap) {
    const PensionRate* edition = rules.law().pension_rate(request.person.sex, answer.eligible_from.first_day());
    const int above = answer.halves - halves_at_cap(*edition);
    out.add(Q::lump_sum_above_cap, Datum{answer.lump_sum_above_cap},
            {Datum{answer.average_income}, halves(above), halves(0)}, &provisions::lump_sum_above_cap);
  }
  out.add(Q::pension, Datum{answer.pension}, {Datum{answer.average_income}, Datum{answer.rate}},
          &provisions::pension_rate);
  out.add(Q::break_even_months, Datum::months(answer.break_even_months),
          {Datum{answer.participant_total}, Datum{answer.pension}});
  return out.take();
}

}  // namespace ansinh
