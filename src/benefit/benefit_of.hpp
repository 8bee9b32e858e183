// What working out a benefit has in common, whatever it is: a refusal ends it, an average is indexed for a year, an
// amount paid is the whole contribution.
#pragma once

#include "benefit/common.hpp"
#include "benefit/record.hpp"

namespace ansinh::benefit {

// Answer has sums, average_income, flags and readings.
template <class Answer>
class BenefitOf {
 protected:
  BenefitOf(const BenefitRules::Data& data, ContributionRecord record, const BenefitOptions& options, Answer& out,
            Fault& fault)
      : data_{data}, record_{record}, out_{out}, fault_{fault}, options_{options} {}

  // Whether there is a fault, which is kept.
  bool refuse(const std::optional<Fault>& fault) {
    if (fault) fault_ = *fault;
    return fault.has_value();
  }

  bool count(Month on) { return count_months(data_, record_, on, out_.sums, fault_); }

  // The indexed average income for benefits of a year; rounded into the answer, exact into `average`.
  bool index(int benefit_year, ExactAmount& average) {
    if (!index_incomes(data_, record_, benefit_year, options_, out_.sums, out_.flags, out_.readings, fault_))
      return false;
    average = out_.sums.average();
    return fits(average, 1, 1, out_.average_income, fault_);
  }

  // "The amount paid".
  bool pay_back(Money& amount) {
    Contributions paid;
    if (!contributions(data_, record_, paid, fault_) || !fits(paid.amount, 1, 1, amount, fault_)) return false;
    out_.readings.set(BenefitReading::contributions_paid);
    out_.readings.set(BenefitReading::value_standing, !paid.settled);
    return true;
  }

  const BenefitRules::Data& data_;
  ContributionRecord record_;
  Answer& out_;
  Fault& fault_;

 private:
  const BenefitOptions& options_;
};

// Runs a benefit: Of{rules, request, record, answer, fault}.run().
template <class Of, class Answer, class Request>
Result<Answer> worked_out(const BenefitRules& rules, const Request& request, ContributionRecord record) {
  Result<Answer> out{std::in_place};
  Fault fault;
  if (!Of{rules, request, record, out.value(), fault}.run()) return fault;
  return out;
}

}  // namespace ansinh::benefit
