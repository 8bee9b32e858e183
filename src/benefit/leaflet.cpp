#include "ansinh/leaflet.hpp"

#include <algorithm>

#include "benefit/common.hpp"

namespace ansinh {
namespace {

using namespace benefit;

// Round incomes, VND per month, of which a page shows those that the law of the day allows.
constexpr std::array<std::int64_t, 14> round_incomes{2'000'000,  2'500'000,  3'000'000,  3'500'000,  4'000'000,
                                                     5'000'000,  6'000'000,  8'000'000,  10'000'000, 15'000'000,
                                                     20'000'000, 25'000'000, 30'000'000, 40'000'000};
constexpr Money chart_income{3'000'000};

// The floor, round levels above it, the highest level: `count` of them, the lower ones first served, since they are
// what households choose.
std::vector<Money> incomes(const IncomeBrackets& brackets, int count) {
  std::vector<Money> chosen{brackets.floor};
  for (const std::int64_t round : round_incomes) {
    if (static_cast<int>(chosen.size()) + 1 == count) break;
    if (chosen.back() < Money{round} && brackets.number_of(Money{round})) chosen.emplace_back(round);
  }
  const Money highest = brackets.level(brackets.count - 1);
  if (chosen.back() < highest) chosen.push_back(highest);
  return chosen;
}

class LeafletOf {
 public:
  LeafletOf(const BenefitRules& rules, const LeafletRequest& request) : rules_{rules} { out_.request = request; }

  Result<Leaflet> make() {
    if (auto fault = out_of_range(Field::row, Datum::count(out_.request.rows), Datum::count(4), Datum::count(16))) {
      return *fault;
    }
    const auto brackets = income_brackets(rules_.book(), out_.request.paid_on);
    if (!brackets) return brackets.fault();
    out_.brackets = *brackets;
    set_rates();
    for (const Money income : incomes(*brackets, out_.request.rows)) {
      if (auto fault = add_row(income)) return *fault;
    }
    const auto shown =
        std::ranges::find_if(out_.rows, [](const LeafletRow& row) { return !(row.income < chart_income); });
    out_.chart_row = static_cast<std::size_t>(shown == out_.rows.end() ? 0 : shown - out_.rows.begin());
    set_sources();
    return std::move(out_);
  }

 private:
  // Of a pension that begins under the law of the day of payment, or under the first one that this library has read.
  void set_rates() {
    const Day day = std::max(out_.request.paid_on, in_force_from.first_day());
    out_.rate_row = rules_.law().pension_rate(Sex::female, day);
    const PensionRate* men = rules_.law().pension_rate(Sex::male, day);
    for (std::size_t i = 0; i < leaflet_years.size(); ++i) {
      out_.rate_women[i] = replacement_rate(*out_.rate_row, 2 * leaflet_years[i]).value_or(Rate{});
      out_.rate_men[i] = replacement_rate(*men, 2 * leaflet_years[i]).value_or(Rate{});
    }
  }

  std::optional<Fault> add_row(Money income) {
    LeafletRow row;
    row.income = income;
    for (std::size_t i = 0; i < leaflet_terms.size(); ++i) {
      Request payment;
      payment.paid_on = out_.request.paid_on;
      payment.income = income;
      payment.term = *Term::months(leaflet_terms[i]);
      payment.groups = out_.request.groups;
      payment.place = out_.request.place;
      payment.months_supported = out_.request.months_supported;
      const Result<Assessment> paid = assess(rules_.rules(), payment);
      if (!paid) return paid.fault();
      row.payments[i] = *paid;
      for (const Flag flag : all_flags) out_.flags.set(flag, paid->flags.has(flag));
      note_programmes(*paid);
    }
    for (std::size_t i = 0; i < leaflet_years.size(); ++i) {
      row.pension_women[i] = pension_of(income, out_.rate_women[i]);
      row.pension_men[i] = pension_of(income, out_.rate_men[i]);
    }
    out_.rows.push_back(row);
    return std::nullopt;
  }

  [[nodiscard]] Money pension_of(Money income, Rate rate) const {
    std::int64_t one = 1;
    for (int i = 0; i < rate.decimals(); ++i) one *= 10;
    const PriceFactor& factor = out_.request.fixed_factor;
    return ExactAmount{static_cast<Int128>(income.dong()) * factor.digits(), factor.one()}
        .nearest(rate.digits(), one)
        .dong;
  }

  void note_programmes(const Assessment& paid) {
    for (const LayerAmount& layer : paid.layers()) {
      const Programme* programme = &rules_.book().programmes()[layer.programme];
      if (std::ranges::find(out_.programmes, programme) == out_.programmes.end()) out_.programmes.push_back(programme);
    }
  }

  void set_sources() {
    const IncomeBrackets& brackets = out_.brackets;
    std::vector<const LawRow*> rows{brackets.floor_row, brackets.ceiling_row, brackets.step_row};
    for (const Parameter parameter : {Parameter::contribution_rate, Parameter::rural_poverty_line,
                                      Parameter::support_rate_other, Parameter::support_cap_months}) {
      rows.push_back(rules_.book().on(parameter, out_.request.paid_on));
    }
    for (const LawRow* row : rows) {
      const bool cited = row == nullptr || std::ranges::any_of(out_.sources, [row](const LawRow* earlier) {
                           return earlier->citation == row->citation;
                         });
      if (!cited) out_.sources.push_back(row);
    }
  }

  const BenefitRules& rules_;
  Leaflet out_;
};

}  // namespace

Result<Leaflet> leaflet(const BenefitRules& rules, const LeafletRequest& request) {
  return LeafletOf{rules, request}.make();
}

}  // namespace ansinh
