#include "reference/local_rules.hpp"

#include <algorithm>

#include "reference/ground.hpp"

namespace reference {
namespace {

Months months_of(const ansinh::Rule& rule, const Facts& facts) {
  switch (rule.months.kind) {
    case ansinh::RuleMonths::Kind::central: return facts.central;
    case ansinh::RuleMonths::Kind::all: return facts.all;
    case ansinh::RuleMonths::Kind::limit:
      return common(facts.all, {1, std::max(0, rule.months.limit - facts.local_months_used)});
  }
  stop("no such kind of months");
}

Number per_month(const ansinh::Rule& rule, const Facts& facts) {
  if (const auto* floor = std::get_if<ansinh::FloorShare>(&rule.per_month)) {
    return number(floor->share) * facts.rate * facts.line;
  }
  if (const auto* own = std::get_if<ansinh::OwnShare>(&rule.per_month)) {
    return number(own->share) * facts.rate * facts.income;
  }
  if (const auto* fixed = std::get_if<ansinh::FixedSum>(&rule.per_month)) return Number{fixed->amount.dong()};
  const auto& stated = std::get<ansinh::StatedIncomeShare>(rule.per_month);
  return number(stated.share) * facts.rate * Number{stated.income.dong()};
}

}  // namespace

Best best_of(const std::vector<const ansinh::Programme*>& programmes, ansinh::GroupSet groups, const Facts& facts) {
  Best best;
  for (const ansinh::Programme* p : programmes) {
    for (const ansinh::Rule& rule : p->rules) {
      if (!holds_for(rule, groups)) continue;
      const Months months = months_of(rule, facts);
      const Number each = per_month(rule, facts);
      const Rounded amount = nearest(each * facts.weights.sum(months));
      const bool better =
          best.programme == nullptr || amount.dong > best.amount ||
          (amount.dong == best.amount && p != best.programme &&
           (p->from > best.programme->from || (p->from == best.programme->from && p->id < best.programme->id)));
      if (better) best = {amount.dong, amount.tie, p, &rule, each, months};
    }
  }
  return best;
}

bool is_settled(const ansinh::Programme& p) {
  return p.confidence == ansinh::Confidence::high &&
         (p.standing == ansinh::Standing::text || p.standing == ansinh::Standing::official_example ||
          p.standing == ansinh::Standing::reported);
}

}  // namespace reference
