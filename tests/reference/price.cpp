#include "reference/price.hpp"

#include <algorithm>

#include "reference/checks.hpp"
#include "reference/dates.hpp"
#include "reference/ground.hpp"
#include "reference/local_rules.hpp"

namespace reference {

using ansinh::Flag;
using ansinh::Request;
using ansinh::Term;
using ansinh::ThSupport;

namespace {

// The law of the day, read for one request that it accepts.
struct Payment {
  Payment(const Law& law_, const Request& q_) : law{law_}, q{q_} {
    for (const std::string& layer : law.layers) programmes.push_back(applying(law, layer, ground, q));
  }

  const Law& law;
  const Request& q;
  int n = q.term.covered_months();
  Months all{1, n};
  bool missing = q.term.kind() == Term::Kind::missing_months;
  bool late = q.term.kind() == Term::Kind::late;
  ansinh::Month first = q.first_month.value_or(q.paid_on.month());
  const Value& rate = law_on(law, "contribution_rate", q);
  const Value& line = law_on(law, "rural_poverty_line", q);
  Number income = q.income.dong();
  Ground ground = ground_of(law, q.place);
  std::vector<std::vector<const ansinh::Programme*>> programmes;  // of each layer
};

// r, where the term uses it. A request's own r is no statement of law: it leaves nothing to be settled but its being 0.
struct Return {
  Number r = 0;
  bool settled = true;
};
Return return_of(const Payment& p) {
  if (p.q.term.kind() == Term::Kind::months) return {};
  if (p.q.fund_return_rate) {
    const Number r = number(*p.q.fund_return_rate);
    return {r, r != 0};
  }
  const Value& published = law_on(p.law, "fund_return_rate", p.q);
  return {number(published), published.settled && published.digits != 0};
}

Weights own_weights(const Payment& p, const Number& r) {
  switch (p.q.term.kind()) {
    case Term::Kind::months: return Weights::nominal();
    case Term::Kind::years_ahead: return Weights::ahead(r);
    case Term::Kind::missing_months: return Weights::missing(r, p.n);
    case Term::Kind::late: {
      const date::months late = month_of(day(p.q.paid_on)) - month_of(window_of(p.law, p.q).last);
      return Weights::late(r, late.count());
    }
  }
  stop("no such term");
}

// Months that the State may support: none of a payment made before the support began; of an ordinary one those from
// then on, of missing ones all.
Months supportable_if_ordinary(const Payment& p) {
  const std::string& text = law_on(p.law, "support_from", p.q).text;
  const date::year_month from =
      date::year{std::stoi(text.substr(0, 4))} / date::month{static_cast<unsigned>(std::stoi(text.substr(5)))};
  if (day(p.q.paid_on) < first_day(from)) return {};
  if (p.missing) return p.all;
  Months months = p.all;
  while (months.count() > 0 && month(p.first + (months.first - 1)) < from) ++months.first;
  return months;
}

// Highest of the rates of the groups held; everyone has that of "other". Null before there is any.
const Value* support_rate(const Payment& p) {
  const Value* best = nullptr;
  const auto consider = [&](std::string_view parameter, bool held) {
    const Value* candidate = held ? p.law.on(parameter, p.q.paid_on) : nullptr;
    if (candidate == nullptr) return;
    if (best == nullptr || number(*candidate) > number(*best)) best = candidate;
  };
  const auto holds = [&](ansinh::Group g) { return (p.q.groups.bits() >> static_cast<unsigned>(g) & 1U) != 0; };
  consider("support_rate.poor", holds(ansinh::Group::poor));
  consider("support_rate.island", holds(ansinh::Group::island));
  consider("support_rate.near_poor", holds(ansinh::Group::near_poor));
  consider("support_rate.ethnic_minority", holds(ansinh::Group::ethnic_minority));
  consider("support_rate.other", true);
  return best;
}

ThSupport other(ThSupport edition) {
  return edition == ThSupport::compounded ? ThSupport::nominal : ThSupport::compounded;
}

// Where the law leaves something open, one way to read it.
struct Reading {
  Months central;        // months that the State supports
  Months rules_central;  // months of the local rules that count "as the central support"
  Weights support = Weights::nominal();
};

struct Amounts {
  Rounded central;
  std::vector<Best> layers;  // of every layer of the law

  bool same_dong(const Amounts& o) const {
    return central.dong == o.central.dong &&
           std::equal(layers.begin(), layers.end(), o.layers.begin(), o.layers.end(),
                      [](const Best& a, const Best& b) { return a.amount == b.amount; });
  }
};

Number central_per_month(const Payment& p, const Value* k) {
  return k == nullptr ? Number{0} : Number{number(*k) * number(p.rate) * number(p.line)};
}

Amounts amounts(const Payment& p, const Value* k, const Reading& reading) {
  Amounts out;
  out.central = nearest(central_per_month(p, k) * reading.support.sum(reading.central));
  const Facts facts{number(p.rate),
                    number(p.line),
                    p.income,
                    p.all,
                    reading.rules_central,
                    reading.support,
                    p.q.local_months_used.value_or(0)};
  for (const auto& programmes : p.programmes) out.layers.push_back(best_of(programmes, p.q.groups, facts));
  return out;
}

void set(Outcome& outcome, Flag flag, bool on) {
  if (on) outcome.flags |= static_cast<unsigned>(flag);
}

// The support before the cut, under the reading taken and with what the others need.
struct Support {
  const Value* k = nullptr;  // rate of the State's support
  Months if_ordinary;        // supportable months if this were no late make-up
  Months supportable;
  Reading reading;
  ThSupport edition_of_day = ThSupport::nominal;
  ThSupport edition = ThSupport::nominal;
  bool edition_open = false;  // of missing months: the day's edition is not settled
  Amounts given;
};

// The first of these months, within the lifetime months.
Months within_lifetime(const Payment& p, Months supportable) {
  if (supportable.count() == 0) return supportable;
  const auto cap = static_cast<int>(law_on(p.law, "support_cap_months", p.q).digits);
  const int count = std::min(supportable.count(), std::max(0, cap - p.q.months_supported));
  return {supportable.first, supportable.first + count - 1};
}

Weights support_weights(const Payment& p, const Number& r, ThSupport edition) {
  return p.missing && edition == ThSupport::compounded ? Weights::missing(r, p.n) : Weights::nominal();
}

Support support_of(const Payment& p, const Number& r) {
  Support out;
  out.if_ordinary = supportable_if_ordinary(p);
  if (out.if_ordinary.count() > 0) out.k = support_rate(p);
  if (!p.late) out.supportable = out.if_ordinary;
  if (p.missing) {
    const Value& row = law_on(p.law, "th_support", p.q);
    if (row.text == "compounded") out.edition_of_day = ThSupport::compounded;
    out.edition = p.q.th_support.value_or(out.edition_of_day);
    out.edition_open = !row.settled;
  }
  const Months supported = within_lifetime(p, out.supportable);
  out.reading = {supported, supported, support_weights(p, r, out.edition)};
  out.given = amounts(p, out.k, out.reading);
  return out;
}

// Another admissible reading gives other amounts before the cut.
bool another_reading_differs(const Payment& p, const Support& support, const Number& r) {
  const Months supported = support.reading.central;
  const Weights& weights = support.reading.support;
  const auto differs = [&](const Reading& reading) { return !amounts(p, support.k, reading).same_dong(support.given); };
  const int s = supported.count();
  if (0 < s && s < support.supportable.count()) {
    const Months last{support.supportable.last - s + 1, support.supportable.last};
    if (differs({last, last, weights})) return true;
  }
  if (s < p.n && differs({supported, p.all, weights})) return true;
  if (p.late) {
    const Months as_ordinary = within_lifetime(p, support.if_ordinary);
    if (differs({as_ordinary, as_ordinary, weights})) return true;
  }
  if (p.missing && (support.edition != support.edition_of_day || (support.edition_open && s > 0))) {
    if (differs({supported, supported, support_weights(p, r, other(support.edition))})) return true;
  }
  return false;
}

// A value that an amount rests on is not settled, or an amount is a tie.
bool rests_on_unsettled(const Payment& p, const Support& support) {
  const Amounts& given = support.given;
  if (!p.rate.settled || given.central.tie) return true;
  if (given.central.dong > 0 && (!p.line.settled || !support.k->settled)) return true;
  return std::any_of(given.layers.begin(), given.layers.end(), [&](const Best& best) {
    if (best.amount == 0) return false;
    const bool on_line = std::holds_alternative<ansinh::FloorShare>(best.rule->per_month);
    const bool own_limit = best.rule->months.kind == ansinh::RuleMonths::Kind::limit;
    return best.tie || !is_settled(*best.programme) || (on_line && !p.line.settled) ||
           (own_limit && !p.q.local_months_used);
  });
}

bool off_step(const Payment& p) {
  const std::int64_t floor = law_on(p.law, law_on(p.law, "income_floor_basis", p.q).text, p.q).digits;
  return (p.q.income.dong() - floor) % law_on(p.law, "income_step", p.q).digits != 0;
}

// Other support, then the layers from the last to the first, then the State's, until the parts fit. Whether they had
// to.
bool cut_to(std::int64_t contribution, std::int64_t& central, std::vector<Part>& layers, std::int64_t& other) {
  std::int64_t parts = central + other;
  for (const Part& part : layers) parts += part.after_cut;
  std::int64_t excess = std::max<std::int64_t>(0, parts - contribution);
  const bool cut = excess > 0;
  const auto reduce = [&](std::int64_t& part) {
    const std::int64_t by = std::min(part, excess);
    part -= by;
    excess -= by;
  };
  reduce(other);
  for (std::size_t i = layers.size(); i-- > 0;) reduce(layers[i].after_cut);
  reduce(central);
  return cut;
}

}  // namespace

Priced price(const Law& law, const Request& q) {
  Priced out;
  Outcome& answer = out.outcome;
  if (auto fault = refusal(law, q)) {
    answer = *fault;
    return out;
  }
  const Payment p{law, q};
  const Return fund = return_of(p);
  out.all = p.all;
  if (!p.missing) out.first = p.first;

  // Contribution.
  out.own = own_weights(p, fund.r);
  out.own_per_month = number(p.rate) * p.income;
  const Rounded contribution = nearest(out.own_per_month * out.own.sum(p.all));

  // The parts, and the cut.
  const Support support = support_of(p, fund.r);
  const Months supported = support.reading.central;
  out.supportable = support.supportable;
  out.support = support.reading.support;
  const Rounded& central = support.given.central;
  out.central = {central_per_month(p, support.k), supported, central.dong, false};
  for (const Best& best : support.given.layers) {
    if (best.amount == 0) continue;
    const bool as_central = best.rule->months.kind == ansinh::RuleMonths::Kind::central;
    out.layers.push_back({best.per_month, best.months, best.amount, as_central});
    answer.layers.push_back({best.programme->layer, best.programme->id, 0,
                             best.programme->source_of_money == ansinh::SourceOfMoney::fund ? "fund" : "budget"});
  }
  answer.other_support = q.other_support.dong();
  const bool cut = cut_to(contribution.dong, out.central.after_cut, out.layers, answer.other_support);

  // The answer, and what is left for the participant.
  answer.months = p.n;
  answer.supported_months = supported.count();
  answer.contribution = contribution.dong;
  answer.central_support = out.central.after_cut;
  for (std::size_t i = 0; i < out.layers.size(); ++i) {
    const std::int64_t amount = out.layers[i].after_cut;
    Layer& layer = answer.layers[i];
    layer.amount = amount;
    answer.local_top_up += amount;
    if (layer.layer == "province") answer.province_top_up = amount;
    if (layer.layer == "locality") answer.locality_top_up = amount;
  }
  answer.participant_share = answer.contribution - answer.central_support - answer.local_top_up - answer.other_support;

  // Flags. Where the law gives nothing, nothing is exhausted.
  const bool gives = support.k != nullptr && number(*support.k) > 0;
  set(answer, Flag::projected, day(q.paid_on) > date::sys_days{date::year{2026} / 11 / 22});
  set(answer, Flag::off_step, off_step(p));
  set(answer, Flag::support_cut, cut);
  set(answer, Flag::support_exhausted, gives && supported.count() < support.supportable.count());
  set(answer, Flag::local_unknown, local_unknown(law, p.ground, q));
  set(answer, Flag::unsettled,
      cut || contribution.tie || !fund.settled || rests_on_unsettled(p, support) ||
          another_reading_differs(p, support, fund.r));
  return out;
}

}  // namespace reference
