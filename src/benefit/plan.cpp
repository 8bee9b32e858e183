#include "ansinh/plan.hpp"

#include <algorithm>

#include "benefit/common.hpp"
#include "benefit/record.hpp"

namespace ansinh {
namespace {

using namespace benefit;

constexpr int longest_plan = 1200;
constexpr Money largest_amount{1'000'000'000'000'000};

// What of a plan does not hang on the income: when it ends, and what its months are worth.
struct Frame {
  BenefitLaw::Retirement retirement{};
  int months = 0;  // to pay for
  int months_at_age = 0;
  const PensionRate* rate_row = nullptr;
  Rate rate{};
  int halves = 0;
  int halves_above_cap = 0;
  int halves_above_cap_after = 0;
};

// Days beyond the law take that of its last day.
Day paid_on(Month first) { return std::min(first.first_day(), last_law_day); }

// The next period: the term, or the longest one that the months left fill.
int next_period(int term, int left) {
  for (const int months : {term, 6, 3, 1}) {
    if (months <= term && months <= left) return months;
  }
  return 1;
}

class Planner {
 public:
  Planner(const BenefitRules& rules, const PlanRequest& request)
      : data_{rules.data()}, rules_{rules.rules()}, request_{request} {}

  // False where the request is refused.
  [[nodiscard]] bool prepare(Fault& fault) {
    if (const auto wrong = check()) {
      fault = *wrong;
      return false;
    }
    return frame(fault);
  }

  // The plan at an income. visit(from, request, assessment) sees each payment; false ends it there.
  template <class Visit>
  [[nodiscard]] bool run(Money income, Plan& out, Fault& fault, const Visit& visit) const {
    out = {};
    out.income = income;
    Int128 earned = static_cast<Int128>(request_.average_so_far.dong()) * request_.months_so_far;
    int supported = request_.months_supported;
    bool exhausted = false, unknown = false, raised = false, unsettled = false;
    const bool follows_floor = !(income < floor_on(paid_on(request_.from)));  // else the first payment is refused
    for (int done = 0; done < frame_.months;) {
      const int period = next_period(request_.term.n(), frame_.months - done);
      const Month from = request_.from + done;
      Request payment;
      payment.paid_on = paid_on(from);
      payment.income = follows_floor ? std::max(income, floor_on(payment.paid_on)) : income;
      payment.term = *Term::months(period);
      payment.groups = request_.groups;
      payment.place = request_.place;
      payment.months_supported = supported;
      payment.local_months_used = std::min(600, done);
      const Result<Assessment> paid = assess(rules_, payment);
      if (!paid) {
        fault = paid.fault();
        return false;
      }
      add(out, *paid, period);
      supported = std::min(120, supported + paid->supported_months);
      exhausted = exhausted || paid->flags.has(Flag::support_exhausted);
      unknown = unknown || paid->flags.has(Flag::local_unknown);
      unsettled = unsettled || paid->flags.has(Flag::unsettled);
      raised = raised || income < payment.income;
      earned += static_cast<Int128>(payment.income.dong()) * period;
      if (!visit(from, payment, *paid)) return true;
      done += period;
    }
    out.flags.set(BenefitFlag::illustration);
    out.flags.set(BenefitFlag::income_raised, raised);
    out.flags.set(BenefitFlag::support_exhausted, exhausted);
    out.flags.set(BenefitFlag::local_unknown, unknown);
    out.flags.set(BenefitFlag::unsettled, unsettled);
    return conclude(earned, out, fault);
  }

  // What the plan would bring at an income, without its payments.
  [[nodiscard]] bool pension_at(Money income, Money& pension, Fault& fault) const {
    Int128 earned = static_cast<Int128>(request_.average_so_far.dong()) * request_.months_so_far;
    for (int done = 0; done < frame_.months;) {
      const int period = next_period(request_.term.n(), frame_.months - done);
      earned += static_cast<Int128>(std::max(income, floor_on(paid_on(request_.from + done))).dong()) * period;
      done += period;
    }
    return pension_of(average(earned), pension, fault);
  }

  [[nodiscard]] Result<IncomeBrackets> levels() const { return income_brackets(rules_.book(), paid_on(request_.from)); }

 private:
  [[nodiscard]] std::optional<Fault> check() const {
    const PlanRequest& q = request_;
    if (auto fault = out_of_range(Field::from, Datum{q.from}, Datum{in_force_from}, Datum{Month{2100, 12}})) {
      fault->code = Errc::day_outside_law;
      return fault;
    }
    if (auto fault = check_person(q.person, q.from)) return fault;
    if (q.term.kind() != Term::Kind::months) {
      Fault fault;
      fault.code = Errc::term_not_allowed;
      fault.field = Field::term;
      fault.hint = Hint::paid_once;
      fault.given = Datum{q.term};
      return fault;
    }
    if (auto fault = check_months_supported(q.months_supported)) return fault;
    if (auto fault = out_of_range(Field::months_so_far, Datum::count(q.months_so_far), Datum::count(0),
                                  Datum::count(max_span_months))) {
      return fault;
    }
    return out_of_range(Field::average_so_far, Datum{q.average_so_far}, Datum{Money{q.months_so_far > 0 ? 1 : 0}},
                        Datum{q.months_so_far > 0 ? largest_amount : Money{}});
  }

  // Payments end with the month in which age and months are both there.
  bool frame(Fault& fault) {
    if (const auto none = find_retirement(data_, request_.person, frame_.retirement)) {
      fault = *none;
      return false;
    }
    const int needed = data_.law.pension_months(last_law_day)->months;
    const int to_age = std::max(0, frame_.retirement.reached - request_.from + 1);
    frame_.months_at_age = request_.months_so_far + to_age;
    frame_.months = std::max(to_age, needed - request_.months_so_far);
    if (frame_.months < 1 || longest_plan < frame_.months) {
      fault = {};
      fault.field = Field::from;
      fault.hint = Hint::nothing_left;
      fault.given = Datum{request_.from};
      fault.limit = Datum{frame_.retirement.reached};
      return false;
    }
    const Month begins = request_.from + frame_.months;
    frame_.rate_row = data_.law.pension_rate(request_.person.sex, begins.first_day());
    frame_.halves = half_years(request_.months_so_far + frame_.months);
    frame_.rate = *replacement_rate(*frame_.rate_row, frame_.halves);
    frame_.halves_above_cap = std::max(0, frame_.halves - halves_at_cap(*frame_.rate_row));
    return true;
  }

  [[nodiscard]] Money floor_on(Day day) const { return rules_.data().regime_on(day).floor; }

  static void add(Plan& out, const Assessment& paid, int period) {
    if (out.payments == 0) out.first_share = paid.participant_share;
    ++out.payments;
    out.months += period;
    out.contribution_total += paid.contribution;
    out.participant_total += paid.participant_share;
    out.central_total += paid.central_support;
    out.local_total += paid.local_top_up;
    out.supported_months += paid.supported_months;
    const std::int64_t share = (paid.participant_share.dong() + period - 1) / period;
    out.highest_share_per_month = std::max(out.highest_share_per_month, Money{share});
  }

  [[nodiscard]] ExactAmount average(Int128 earned) const {
    return {earned * request_.fixed_factor.digits(),
            std::int64_t{request_.months_so_far + frame_.months} * request_.fixed_factor.one()};
  }

  [[nodiscard]] bool pension_of(const ExactAmount& average, Money& pension, Fault& fault) const {
    std::int64_t of = 1;
    for (int i = 0; i < frame_.rate.decimals(); ++i) of *= 10;
    return fits(average, frame_.rate.digits(), of, pension, fault);
  }

  bool conclude(Int128 earned, Plan& out, Fault& fault) const {
    out.months_total = request_.months_so_far + out.months;
    out.age_months = frame_.retirement.age_months;
    out.age_reached = frame_.retirement.reached;
    out.months_at_age = frame_.months_at_age;
    out.last_month = request_.from + (frame_.months - 1);
    out.eligible_from = request_.from + frame_.months;
    out.halves = frame_.halves;
    out.rate = frame_.rate;
    const ExactAmount mean = average(earned);
    if (!fits(mean, 1, 1, out.average_income, fault) || !pension_of(mean, out.pension, fault) ||
        !fits(mean, frame_.halves_above_cap, 4, out.lump_sum_above_cap, fault)) {
      return false;
    }
    const std::int64_t pension = out.pension.dong();
    if (pension > 0) out.break_even_months = (out.participant_total.dong() + pension - 1) / pension;
    return true;
  }

  const BenefitRules::Data& data_;
  const Rules& rules_;
  const PlanRequest& request_;
  Frame frame_;
};

bool every_payment(Month, const Request&, const Assessment&) { return true; }

Fault not_reached(Field field, Money given, Money limit) {
  Fault fault;
  fault.field = field;
  fault.hint = Hint::not_reached;
  fault.given = Datum{given};
  fault.limit = Datum{limit};
  return fault;
}

// The lowest number from 0 to count-1 for which holds(number), which is monotone; count where there is none.
template <class Holds>
int lowest(int count, const Holds& holds) {
  int low = 0, high = count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

Result<Plan> at_income(const Planner& planner, Money income) {
  Result<Plan> out{std::in_place};
  Fault fault;
  if (!planner.run(income, out.value(), fault, every_payment)) return fault;
  return out;
}

}  // namespace

Result<Plan> plan(const BenefitRules& rules, const PlanRequest& request) noexcept {
  Planner planner{rules, request};
  Fault fault;
  if (!planner.prepare(fault)) return fault;
  return at_income(planner, request.income);
}

Result<Plan> plan_for_pension(const BenefitRules& rules, const PlanRequest& request, Money target) noexcept {
  if (auto fault = out_of_range(Field::target_pension, Datum{target}, Datum{Money{1}}, Datum{largest_amount})) {
    return *fault;
  }
  Planner planner{rules, request};
  Fault fault;
  if (!planner.prepare(fault)) return fault;
  const auto levels = planner.levels();
  if (!levels) return levels.fault();
  Money pension;
  bool failed = false;
  const int found = lowest(levels->count, [&](int m) {
    failed = !planner.pension_at(levels->level(m), pension, fault) || failed;
    return target <= pension;
  });
  if (failed) return fault;
  if (found == levels->count) {
    if (!planner.pension_at(levels->level(found - 1), pension, fault)) return fault;
    return not_reached(Field::target_pension, target, pension);
  }
  return at_income(planner, levels->level(found));
}

Result<Plan> plan_for_budget(const BenefitRules& rules, const PlanRequest& request, Money budget) noexcept {
  if (auto fault = out_of_range(Field::budget, Datum{budget}, Datum{Money{1}}, Datum{largest_amount})) return *fault;
  Planner planner{rules, request};
  Fault fault;
  if (!planner.prepare(fault)) return fault;
  const auto levels = planner.levels();
  if (!levels) return levels.fault();
  bool failed = false;
  Plan tried;
  // A payment beyond the budget ends the trial: what comes after cannot mend it.
  const auto beyond = [&](int m) {
    bool fits_all = true;
    const bool ran =
        planner.run(levels->level(m), tried, fault, [&](Month, const Request& payment, const Assessment& paid) {
          fits_all = paid.participant_share <= budget * payment.term.n();
          return fits_all;
        });
    failed = failed || !ran;
    return !fits_all;
  };
  const int found = lowest(levels->count, beyond) - 1;
  if (failed) return fault;
  if (found < 0) {
    const Result<Plan> least = at_income(planner, levels->level(0));
    return least ? not_reached(Field::budget, budget, least->highest_share_per_month) : least.fault();
  }
  return at_income(planner, levels->level(found));
}

PlanExplanation explain(const BenefitRules& rules, const PlanRequest& request) {
  PlanExplanation out{request, Result<Plan>{std::in_place}, {}};
  Planner planner{rules, request};
  Fault fault;
  const auto note = [&](Month from, const Request& payment, const Assessment& paid) {
    if (!out.stretches.empty()) {
      PlanStretch& last = out.stretches.back();
      if (last.each == paid && last.income == payment.income) {
        ++last.payments;
        return true;
      }
    }
    out.stretches.push_back({from, 1, paid, payment.income});
    return true;
  };
  if (!planner.prepare(fault) || !planner.run(request.income, out.outcome.value(), fault, note)) out.outcome = fault;
  return out;
}

}  // namespace ansinh
