// The one-time payment of a record.
#include <algorithm>

#include "benefit/benefit_of.hpp"

namespace ansinh {
namespace {

using namespace benefit;

constexpr int months_of_20_years = 240;
constexpr int idle_months = 12;

class OneTimeOf : BenefitOf<OneTime> {
 public:
  OneTimeOf(const BenefitRules& rules, const OneTimeRequest& request, ContributionRecord record, OneTime& out,
            Fault& fault)
      : BenefitOf{rules.data(), record, request.options, out, fault}, request_{request} {}

  bool run() {
    if (refuse(check_event(request_.on, in_force_from)) || refuse(check_person(request_.person, request_.on)) ||
        refuse(check_drawn(request_.drawn))) {
      return false;
    }
    if (!count(request_.on)) return false;
    if (!decide()) return false;
    set_illustration(out_.flags, request_.on);
    if (out_.eligible && !(request_.drawn ? of_pensioner() : of_record())) return false;
    set_unsettled(out_.flags, out_.readings);
    return true;
  }

 private:
  // Law 41/2024/QH15 art. 102(1).
  bool decide() {
    const int months = out_.sums.months();
    const auto not_eligible = [&](NotEligible reason) { out_.reason = reason; };
    if (request_.drawn) {
      if (request_.why != OneTimeCase::emigration) not_eligible(NotEligible::pensioner);
    } else if (months == 0) {
      not_eligible(NotEligible::months);
    } else if (request_.why == OneTimeCase::no_pension_rights) {
      if (!age_reached()) return false;
      if (request_.on < out_.age_reached) {
        not_eligible(NotEligible::age);
      } else if (data_.law.pension_months(request_.on.first_day())->months <= months) {
        not_eligible(NotEligible::has_pension_rights);
      }
    } else if (request_.why == OneTimeCase::stopped_before_2025) {
      decide_stopped(months);
    }
    out_.eligible = out_.reason == NotEligible::none;
    return true;
  }

  bool age_reached() {
    BenefitLaw::Retirement retirement{};
    if (refuse(find_retirement(data_, request_.person, retirement))) return false;
    out_.age_months = retirement.age_months;
    out_.age_reached = retirement.reached;
    out_.readings.set(BenefitReading::age_before_2021, !retirement.row->provision.settled());
    return true;
  }

  void decide_stopped(int months) {
    const int idle = request_.on - out_.sums.last - 1;  // whole months without a contribution
    if (!(record_.front().from < in_force_from)) {
      out_.reason = NotEligible::joined_after_2025;
    } else if (idle < idle_months) {
      out_.reason = NotEligible::not_idle;
    } else if (months_of_20_years <= months) {
      out_.reason = NotEligible::enough_years;
    }
    out_.readings.set(BenefitReading::twelve_months_idle, idle == idle_months - 1);
  }

  // Art. 102(2), (3).
  bool of_record() {
    ExactAmount average;
    if (!index(request_.on.year(), average)) return false;
    out_.under_one_year = out_.sums.months() < 12;
    if (out_.under_one_year ? !amount_paid(average)
                            : !fits(average, out_.sums.stages.quarter_averages(), 4, out_.gross, fault_)) {
      return false;
    }
    out_.takes_support = request_.why != OneTimeCase::terminal_illness && request_.why != OneTimeCase::disability_81;
    return !out_.takes_support ? keep_all() : take_support_out();
  }

  bool amount_paid(const ExactAmount& average) {
    Money most;
    if (!pay_back(out_.paid) || !fits(average, 2, 1, most, fault_)) return false;
    out_.gross = std::min(out_.paid, most);
    return true;
  }

  bool keep_all() {
    out_.net = out_.gross;
    return true;
  }

  // Decree 159/2025/ND-CP art. 9. Gross and support are each rounded once, so that the parts add up.
  bool take_support_out() {
    SupportGiven given;
    Money support;
    if (!support_given(data_, record_, given, fault_) || !fits(given.amount, 1, 1, support, fault_)) return false;
    out_.supported_months = given.months;
    out_.support_deducted = std::min(support, out_.gross);
    out_.net = out_.gross - out_.support_deducted;
    out_.readings.set(BenefitReading::net_below_zero, out_.gross < support);
    out_.readings.set(BenefitReading::support_at_payment, given.paid_in_advance);
    out_.readings.set(BenefitReading::value_standing, !given.settled);
    out_.readings.set(BenefitReading::local_top_up_kept);
    return true;
  }

  // Art. 115: as many months of pension as averages, half a month less for each month drawn, at least three.
  bool of_pensioner() {
    const int whole = out_.sums.stages.quarter_averages();  // quarters of a month
    const int quarters = std::max(whole - 2 * request_.drawn->months_drawn, 3 * 4);
    out_.half_months = quarters / 2;
    if (!fits({request_.drawn->pension.dong(), 1}, quarters, 4, out_.gross, fault_)) return false;
    return keep_all();
  }

  const OneTimeRequest& request_;
};

}  // namespace

Result<OneTime> one_time(const BenefitRules& rules, const OneTimeRequest& request, ContributionRecord record) noexcept {
  return worked_out<OneTimeOf, OneTime>(rules, request, record);
}

}  // namespace ansinh
