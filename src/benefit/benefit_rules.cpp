#include <utility>

#include "benefit/benefit_data.hpp"

namespace ansinh {
namespace {

bool same(const CentralRate& a, const CentralRate& b) { return a.row == b.row; }

// Whether a record cannot tell two regimes apart.
bool same_for_records(const Regime& a, const Regime& b) {
  for (std::size_t i = 0; i < a.central.size(); ++i) {
    if (!same(a.central[i], b.central[i])) return false;
  }
  return a.has_bounds == b.has_bounds && a.floor == b.floor && a.ceiling == b.ceiling &&
         a.has_contribution_rate == b.has_contribution_rate && a.contribution_rate == b.contribution_rate &&
         a.contribution_rate_settled == b.contribution_rate_settled && a.has_poverty_line == b.has_poverty_line &&
         a.poverty_line == b.poverty_line && a.poverty_line_settled == b.poverty_line_settled &&
         a.has_support == b.has_support && a.support_cap == b.support_cap;
}

Indexation compiled(const IndexationTable& table, bool estimate) {
  Indexation out;
  out.table = &table;
  out.benefit_year = table.benefit_year;
  for (int i = 0; i < months_of_law; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const int year = (first_law_day.month() + i).year();
    const auto coefficient = estimate && table.benefit_year < year ? std::optional<int>{100} : table.of(year);
    out.sum[at + 1] = out.sum[at] + coefficient.value_or(0);
    out.unknown[at + 1] = out.unknown[at] + (coefficient ? 0 : 1);
  }
  return out;
}

}  // namespace

BenefitRules::Data::Data(Rules rules_, BenefitLaw law_) : rules{std::move(rules_)}, law{std::move(law_)} {
  for (int i = months_of_law - 1; i >= 0; --i) {
    MonthLaw& month = months[static_cast<std::size_t>(i)];
    month.regime = &rules.data().regime_on((first_law_day.month() + i).first_day());
    month.same_until = i + 1;
    if (i + 1 < months_of_law) {
      const MonthLaw& next = months[static_cast<std::size_t>(i) + 1];
      if (same_for_records(*month.regime, *next.regime)) month.same_until = next.same_until;
    }
  }
  for (const IndexationTable& table : law.indexation()) {
    published.push_back(compiled(table, false));
    estimates.push_back(compiled(table, true));
  }
}

const Indexation* BenefitRules::Data::indexation(int benefit_year, bool estimate) const {
  for (const Indexation& table : published) {
    if (table.benefit_year == benefit_year) return &table;
  }
  const Indexation* last = nullptr;
  for (const Indexation& table : estimates) {
    if (estimate && table.benefit_year < benefit_year) last = &table;
  }
  return last;
}

BenefitRules::BenefitRules(Rules rules, BenefitLaw law)
    : data_{std::make_shared<const Data>(std::move(rules), std::move(law))} {}

const Rules& BenefitRules::rules() const { return data_->rules; }
const BenefitLaw& BenefitRules::law() const { return data_->law; }

const BenefitRules& built_in_benefit_rules() {
  static const BenefitRules rules{built_in_rules()};
  return rules;
}

}  // namespace ansinh
