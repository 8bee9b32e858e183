// Funeral grant and survivors' lump sum.
#include <algorithm>

#include "benefit/benefit_of.hpp"

namespace ansinh {
namespace {

using namespace benefit;

constexpr int sixty_months = 60;
constexpr int compulsory_months_for_funeral = 12;

class DeathOf : BenefitOf<Death> {
 public:
  DeathOf(const BenefitRules& rules, const DeathRequest& request, ContributionRecord record, Death& out, Fault& fault)
      : BenefitOf{rules.data(), record, request.options, out, fault}, rules_{rules}, request_{request} {}

  bool run() {
    if (refuse(check_event(request_.on, in_force_from)) || refuse(check_drawn(request_.drawn))) return false;
    if (!count(request_.on)) return false;
    out_.eligible = request_.drawn || out_.sums.months() > 0;
    set_illustration(out_.flags, request_.on);
    if (!out_.eligible) {
      out_.reason = NotEligible::months;
      return true;
    }
    if (!funeral() || !(request_.drawn ? of_pensioner() : of_record())) return false;
    set_unsettled(out_.flags, out_.readings);
    return true;
  }

 private:
  // Law 41/2024/QH15 art. 109(1); Decree 159/2025/ND-CP art. 12(2).
  bool funeral() {
    const bool due = request_.drawn || out_.sums.months() >= sixty_months ||
                     out_.sums.compulsory_months >= compulsory_months_for_funeral;
    if (!due) return true;
    const Result<Money> grant = funeral_grant(rules_, request_.on);
    if (!grant) {
      fault_ = grant.fault();
      return false;
    }
    out_.funeral_grant = *grant;
    return true;
  }

  // Art. 110(2), (3). No clause takes the State's support out.
  bool of_record() {
    ExactAmount average;
    if (!index(request_.on.year(), average)) return false;
    out_.under_sixty_months = out_.sums.months() < sixty_months;
    if (out_.under_sixty_months
            ? !pay_back(out_.survivor_lump_sum)
            : !fits(average, out_.sums.stages.quarter_averages(), 4, out_.survivor_lump_sum, fault_)) {
      return false;
    }
    if (out_.sums.compulsory_months == 0) return true;
    Money least;
    if (!fits(average, 3, 1, least, fault_)) return false;
    out_.survivor_lump_sum = std::max(out_.survivor_lump_sum, least);
    return true;
  }

  // Art. 110(4): 48 months of pension for a death in the first two months, half a month less for each further one.
  bool of_pensioner() {
    out_.half_months = std::max(2 * 48 - std::max(0, request_.drawn->months_drawn - 2), 2 * 3);
    return fits({request_.drawn->pension.dong(), 1}, out_.half_months, 2, out_.survivor_lump_sum, fault_);
  }

  const BenefitRules& rules_;
  const DeathRequest& request_;
};

}  // namespace

Result<Money> funeral_grant(const BenefitRules& rules, Month of) {
  const Day day = of.first_day();
  Fault fault;
  fault.field = Field::event;
  fault.given = Datum{of};
  if (day < first_law_day || last_law_day < day) {
    fault.code = Errc::day_outside_law;
    fault.limit = Datum{first_law_day.month()};
    fault.other_limit = Datum{last_law_day.month()};
    return fault;
  }
  const LawRow* row = rules.book().on(Parameter::base_salary, day);
  const Money* level = row == nullptr ? nullptr : std::get_if<Money>(&row->value);
  if (level == nullptr) {
    fault.code = Errc::value_not_published;
    fault.parameter = name(Parameter::base_salary);
    return fault;
  }
  return *level * 10;
}

Result<Death> death(const BenefitRules& rules, const DeathRequest& request, ContributionRecord record) noexcept {
  return worked_out<DeathOf, Death>(rules, request, record);
}

}  // namespace ansinh
