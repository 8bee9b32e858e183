#include "ansinh/schedule.hpp"

#include <algorithm>
#include <memory>

#include "assess/kernel.hpp"

namespace ansinh {
namespace {

int exponent_of(const Request& request, const Working& work, int month) {
  switch (request.term.kind()) {
    case Term::Kind::months: break;
    case Term::Kind::years_ahead: return -month;
    case Term::Kind::missing_months: return work.months - month;
    case Term::Kind::late: return work.late;
  }
  return 0;
}

// Keeps the account while the kernel's working is at hand.
class Bookkeeper : public SilentSink {
 public:
  Bookkeeper(const FastArithmetic& arithmetic, std::vector<ScheduleMonth>& months)
      : arithmetic_{arithmetic}, months_{months} {}

  void answered(const Request& request, const Working& work, const Assessment&) {
    ScheduleAmounts before;
    for (int month = 0; month < work.months; ++month) {
      ScheduleMonth line;
      if (request.term.kind() != Term::Kind::missing_months) {
        line.month = request.first_month.value_or(work.paid_month) + month;
      }
      line.exponent = exponent_of(request, work, month);
      line.cumulative = up_to(request, work, month + 1);
      line.amounts.contribution = line.cumulative.contribution - before.contribution;
      line.amounts.central_support = line.cumulative.central_support - before.central_support;
      line.amounts.local_top_up = line.cumulative.local_top_up - before.local_top_up;
      before = line.cumulative;
      months_.push_back(line);
    }
  }

 private:
  // What the first months come to.
  ScheduleAmounts up_to(const Request& request, const Working& work, int months) const {
    ScheduleAmounts sum;
    sum.contribution =
        arithmetic_
            .contribution(*work.regime, request.income, contribution_weight(request.term, work.r, work.late, months))
            .dong;
    const int of_state = std::clamp(months - (work.months - work.supportable), 0, work.supported);
    if (of_state > 0 && !work.central_rate->rate.is_zero()) {
      const Money central = arithmetic_.central(*work.regime, *work.central_rate, support_weight(work, of_state)).dong;
      sum.central_support = std::min(central, work.central_after_cut);
    }
    for (int i = 0; i < work.layer_count; ++i) {
      const LayerWork& layer = work.layers[static_cast<std::size_t>(i)];
      const bool central = layer.rule->months == RuleMonths::Kind::central;
      const int of_layer = central ? of_state : std::min(months, layer.months);
      const Money given = rule_amount(arithmetic_, *layer.rule, request, work, support_weight(work, of_layer)).dong;
      sum.local_top_up += std::min(given, layer.after_cut);
    }
    return sum;
  }

  static Weight support_weight(const Working& work, int months) {
    return ansinh::support_weight(work.reading, work.r, work.months, months, false);
  }

  const FastArithmetic& arithmetic_;
  std::vector<ScheduleMonth>& months_;
};

}  // namespace

Result<Schedule> schedule(const Rules& rules, const Request& request) {
  Result<Schedule> result{std::in_place};
  const auto cache = std::make_unique<SeriesCache>();
  const FastArithmetic arithmetic{cache.get()};
  Bookkeeper bookkeeper{arithmetic, result.value().months};
  const auto refuse = [&result](const Fault& fault) { result = fault; };
  Kernel<FastArithmetic, Bookkeeper, decltype(refuse)>{rules.data(), arithmetic, bookkeeper, refuse}.run(
      request, result.value().assessment);
  return result;
}

}  // namespace ansinh
