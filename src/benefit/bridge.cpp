// The allowance of those short of a pension, until the social pension.
#include <algorithm>

#include "benefit/benefit_of.hpp"

namespace ansinh {
namespace {

using namespace benefit;

constexpr int least_months = 12;
// Decree 176/2025/ND-CP art. 2.
constexpr int social_pension_age = 75 * 12;
constexpr int social_pension_age_if_poor = 70 * 12;

class BridgeOf : BenefitOf<Bridge> {
 public:
  BridgeOf(const BenefitRules& rules, const BridgeRequest& request, ContributionRecord record, Bridge& out,
           Fault& fault)
      : BenefitOf{rules.data(), record, request.options, out, fault}, request_{request} {}

  bool run() {
    BenefitLaw::Retirement retirement{};
    if (refuse(check_event(request_.on, first_law_day.month())) || refuse(check_person(request_.person, request_.on)) ||
        refuse(find_retirement(data_, request_.person, retirement)) || refuse(unknown_group())) {
      return false;
    }
    if (!count(request_.on)) return false;
    out_.age_months = retirement.age_months;
    out_.age_reached = retirement.reached;
    out_.sum_row = data_.law.social_pension(request_.on.first_day());
    out_.months_to_social_pension = request_.person.birth + age_of_social_pension() - request_.on;
    out_.reason = reason();
    out_.eligible = out_.reason == NotEligible::none;
    set_illustration(out_.flags, request_.on);
    if (out_.eligible && !amounts()) return false;
    set_unsettled(out_.flags, out_.readings);
    return true;
  }

 private:
  [[nodiscard]] std::optional<Fault> unknown_group() const {
    if (data_.rules.data().known_groups.contains(request_.groups)) return std::nullopt;
    Fault fault;
    fault.field = Field::groups;
    fault.hint = Hint::unknown_name;
    fault.given = Datum{request_.groups};
    return fault;
  }

  [[nodiscard]] int age_of_social_pension() const {
    return request_.groups.intersects(GroupSet{Group::poor, Group::near_poor}) ? social_pension_age_if_poor
                                                                               : social_pension_age;
  }

  [[nodiscard]] NotEligible reason() const {
    if (out_.sum_row == nullptr) return NotEligible::not_in_force;
    if (request_.on < out_.age_reached) return NotEligible::age;
    if (data_.law.pension_months(request_.on.first_day())->months <= out_.sums.months()) {
      return NotEligible::has_pension_rights;
    }
    if (out_.sums.months() < least_months) return NotEligible::months;
    return out_.months_to_social_pension <= 0 ? NotEligible::social_pension_age : NotEligible::none;
  }

  bool amounts() {
    ExactAmount average;
    if (!index(request_.on.year(), average)) return false;
    out_.halves = half_years(out_.sums.months());
    const Money social_pension = out_.sum_row->amount;
    out_.readings.set(BenefitReading::bridge_months);
    out_.readings.set(BenefitReading::age_before_2021, out_.age_reached.year() < 2021);
    // Two averages a year; a part of a month counts as one.
    const Int128 dividend = average.numerator * out_.halves;
    const Int128 divisor = static_cast<Int128>(average.denominator) * social_pension.dong();
    out_.funded_months = static_cast<int>(std::min<Int128>((dividend + divisor - 1) / divisor, 1'000'000));
    const int needed = out_.months_to_social_pension;
    if (out_.funded_months <= needed) {
      out_.allowance = social_pension;
      out_.allowance_months = out_.funded_months;
      out_.may_pay_once = social_pension * (needed - out_.funded_months);
      return true;
    }
    out_.allowance_months = needed;
    return fits({social_pension.dong(), 1}, out_.funded_months, needed, out_.allowance, fault_);
  }

  const BridgeRequest& request_;
};

}  // namespace

Result<Bridge> bridge(const BenefitRules& rules, const BridgeRequest& request, ContributionRecord record) noexcept {
  return worked_out<BridgeOf, Bridge>(rules, request, record);
}

}  // namespace ansinh
