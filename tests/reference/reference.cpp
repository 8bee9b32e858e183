#include "reference/reference.hpp"

#include <date/date.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdlib>
#include <iostream>
#include <optional>

namespace reference {
namespace {

using ansinh::Errc;
using ansinh::Field;
using ansinh::Flag;
using ansinh::Request;
using ansinh::Term;
using Number = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

[[noreturn]] void stop(std::string_view what) {
  std::cerr << "reference: " << what << '\n';
  std::exit(1);
}

// ------------------------------------------------------------------------------------------ numbers

Number decimal(std::int64_t digits, int decimals) {
  Integer one = 1;
  for (int i = 0; i < decimals; ++i) one *= 10;
  return Number{Integer{digits}, one};
}
Number number(const Value& value) { return decimal(value.digits, value.decimals); }
Number number(ansinh::Rate rate) { return decimal(rate.digits(), rate.decimals()); }

struct Rounded {
  std::int64_t dong = 0;
  bool tie = false;
};

// To the nearest dong, a tie away from zero. Amounts here are never negative.
Rounded nearest(const Number& exact) {
  const Integer n = boost::multiprecision::numerator(exact);
  const Integer d = boost::multiprecision::denominator(exact);
  if (n < 0) stop("a negative amount");
  const Integer whole = n / d;
  const Integer rest = n % d;
  const Integer dong = rest * 2 >= d ? Integer{whole + 1} : whole;
  if (dong > Integer{ansinh::Money::limit}) stop("an amount above the limit");
  return {dong.convert_to<std::int64_t>(), rest * 2 == d};
}

// ------------------------------------------------------------------------------------------ calendar

date::sys_days day(ansinh::Day d) { return date::sys_days{date::days{d.number()}}; }
date::year_month month(ansinh::Month m) { return date::year{m.year()} / date::month{m.month()}; }
date::year_month month_of(date::sys_days d) {
  const date::year_month_day ymd{d};
  return ymd.year() / ymd.month();
}
date::sys_days last_day(date::year_month m) { return m / date::last; }

// ------------------------------------------------------------------------------------------ refusals

Outcome refuse(Errc code, Field field, std::string parameter, std::string given) {
  Outcome outcome;
  outcome.status = code;
  outcome.field = field;
  outcome.parameter = std::move(parameter);
  outcome.given = std::move(given);
  return outcome;
}

constexpr std::int64_t most_money = 1'000'000'000'000'000;

std::optional<Outcome> fault_of_form(const Law& law, const Request& q) {
  const auto invalid = [](Field field, std::string name, std::string given) {
    return refuse(Errc::invalid_argument, field, std::move(name), std::move(given));
  };
  if (q.income.dong() < 0 || q.income.dong() > most_money) {
    return invalid(Field::income, "income", std::to_string(q.income.dong()));
  }
  if ((q.groups.bits() & ~law.known_groups) != 0) {
    return invalid(Field::groups, "groups", "bits:" + std::to_string(q.groups.bits()));
  }
  if (q.months_supported < 0 || q.months_supported > 120) {
    return invalid(Field::months_supported, "months_supported", std::to_string(q.months_supported));
  }
  if (q.local_months_used && (*q.local_months_used < 0 || *q.local_months_used > 600)) {
    return invalid(Field::local_months_used, "local_months_used", std::to_string(*q.local_months_used));
  }
  if (q.fund_return_rate && number(*q.fund_return_rate) > Number{5, 100}) {
    return invalid(Field::fund_return_rate, "fund_return_rate", q.fund_return_rate->text());
  }
  if (q.other_support.dong() < 0 || q.other_support.dong() > most_money) {
    return invalid(Field::other_support, "other_support", std::to_string(q.other_support.dong()));
  }
  if (q.first_month) {
    const date::year_month first = month(*q.first_month);
    const date::year_month paid = month_of(day(q.paid_on));
    if (first < date::year{2008} / 1 || first > paid + date::months{12}) {
      return invalid(Field::first_month, "first_month", q.first_month->text());
    }
  }
  if (q.place.province && q.place.former_province) {
    const auto former = static_cast<std::size_t>(q.place.former_province->number());
    if (law.present_of_former.at(former) != q.place.province->number()) {
      return invalid(Field::former_province, "former_province", q.place.former_province->text());
    }
  }
  return std::nullopt;
}

// ------------------------------------------------------------------------------------------ place

struct Ground {
  std::optional<int> present;
  std::optional<int> former;
  std::optional<std::uint32_t> locality;
};

Ground ground_of(const Law& law, const ansinh::Place& place) {
  Ground ground;
  if (place.province) ground.present = place.province->number();
  if (place.former_province) {
    ground.former = place.former_province->number();
    ground.present = law.present_of_former.at(static_cast<std::size_t>(*ground.former));
  } else if (ground.present && law.unmerged.at(static_cast<std::size_t>(*ground.present))) {
    ground.former = ground.present;
  }
  if (place.locality) ground.locality = place.locality->key();
  return ground;
}

bool names_present(const ansinh::Territory& t, const Ground& g) {
  return g.present &&
         std::any_of(t.province.begin(), t.province.end(), [&](auto code) { return code.number() == *g.present; });
}
bool names_former(const ansinh::Territory& t, const Ground& g) {
  return g.former && std::any_of(t.former_province.begin(), t.former_province.end(),
                                 [&](auto code) { return code.number() == *g.former; });
}
bool names_locality(const ansinh::Territory& t, const Ground& g) {
  return g.locality &&
         std::any_of(t.locality.begin(), t.locality.end(), [&](auto code) { return code.key() == *g.locality; });
}
bool names(const ansinh::Territory& t, const Ground& g) {
  return names_present(t, g) || names_former(t, g) || names_locality(t, g);
}

template <class Dated>
bool holds_on(const Dated& dated, ansinh::Day paid_on) {
  return dated.from <= paid_on && paid_on <= dated.to;
}

bool holds_for(const ansinh::Rule& rule, ansinh::GroupSet groups) {
  return rule.groups.empty() || (rule.groups.bits() & groups.bits()) != 0;
}

// The programmes of one layer that apply to this participant on this ground.
std::vector<const ansinh::Programme*> applying(const Law& law, std::string_view layer, const Ground& ground,
                                               const Request& q) {
  std::vector<const ansinh::Programme*> found;
  bool former_displaced = false;
  for (const ansinh::Programme& p : law.programmes) {
    if (p.layer != layer || !holds_on(p, q.paid_on) || !names(p.territory, ground)) continue;
    found.push_back(&p);
    if (!names_present(p.territory, ground)) continue;
    const bool fits =
        std::any_of(p.rules.begin(), p.rules.end(), [&](const auto& rule) { return holds_for(rule, q.groups); });
    if (p.displaces == ansinh::Displaces::all || (p.displaces == ansinh::Displaces::fitting && fits)) {
      former_displaced = true;
    }
  }
  if (former_displaced) {
    std::erase_if(found, [&](const ansinh::Programme* p) {
      return names_former(p->territory, ground) && !names_present(p->territory, ground) &&
             !names_locality(p->territory, ground);
    });
  }
  return found;
}

// ------------------------------------------------------------------------------------------ local top-ups

// What the steps need from the law of the day.
struct Facts {
  Number rate;
  Number line;
  Number income;
  int months = 0;
  int supported = 0;
  int local_months_used = 0;
};

int months_of(const ansinh::Rule& rule, const Facts& facts, bool central_as_all) {
  switch (rule.months.kind) {
    case ansinh::RuleMonths::Kind::central: return central_as_all ? facts.months : facts.supported;
    case ansinh::RuleMonths::Kind::all: return facts.months;
    case ansinh::RuleMonths::Kind::limit:
      return std::min(facts.months, std::max(0, rule.months.limit - facts.local_months_used));
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

struct Best {
  std::int64_t amount = 0;
  bool tie = false;
  const ansinh::Programme* programme = nullptr;
  const ansinh::Rule* rule = nullptr;
};

Best best_of(const std::vector<const ansinh::Programme*>& programmes, ansinh::GroupSet groups, const Facts& facts,
             bool central_as_all) {
  Best best;
  for (const ansinh::Programme* p : programmes) {
    for (const ansinh::Rule& rule : p->rules) {
      if (!holds_for(rule, groups)) continue;
      const Rounded amount = nearest(per_month(rule, facts) * months_of(rule, facts, central_as_all));
      const bool better =
          best.programme == nullptr || amount.dong > best.amount ||
          (amount.dong == best.amount && p != best.programme &&
           (p->from > best.programme->from || (p->from == best.programme->from && p->id < best.programme->id)));
      if (better) best = {amount.dong, amount.tie, p, &rule};
    }
  }
  return best;
}

bool is_settled(const ansinh::Programme& p) {
  return p.confidence == ansinh::Confidence::high &&
         (p.standing == ansinh::Standing::text || p.standing == ansinh::Standing::official_example ||
          p.standing == ansinh::Standing::reported);
}

// ------------------------------------------------------------------------------------------ local_unknown

bool local_unknown(const Law& law, const Ground& ground, const Request& q) {
  const auto none_covers = [&](auto&& matches) {
    return std::any_of(law.records.begin(), law.records.end(), [&](const ansinh::Record& r) {
      return r.kind == ansinh::RecordKind::none && holds_on(r, q.paid_on) && matches(r.territory);
    });
  };
  if (ground.present) {
    const auto of_province = [&](const ansinh::Territory& t) {
      return names_present(t, ground) || names_former(t, ground);
    };
    const auto programmes = applying(law, "province", ground, q);
    const bool in_force = std::any_of(programmes.begin(), programmes.end(),
                                      [&](const ansinh::Programme* p) { return of_province(p->territory); });
    if (!in_force && !none_covers(of_province)) return true;
  }
  if (ground.locality) {
    const auto of_locality = [&](const ansinh::Territory& t) { return names_locality(t, ground); };
    const bool named = std::any_of(law.records.begin(), law.records.end(),
                                   [&](const ansinh::Record& r) { return of_locality(r.territory); }) ||
                       std::any_of(law.programmes.begin(), law.programmes.end(),
                                   [&](const ansinh::Programme& p) { return of_locality(p.territory); });
    const bool in_force = std::any_of(law.programmes.begin(), law.programmes.end(), [&](const ansinh::Programme& p) {
      return of_locality(p.territory) && holds_on(p, q.paid_on);
    });
    if (named && !in_force && !none_covers(of_locality)) return true;
  }
  return std::any_of(law.records.begin(), law.records.end(), [&](const ansinh::Record& r) {
    return r.kind != ansinh::RecordKind::none && (r.groups.bits() & q.groups.bits()) != 0 && holds_on(r, q.paid_on) &&
           names(r.territory, ground);
  });
}

void set(Outcome& outcome, Flag flag, bool on) {
  if (on) outcome.flags |= static_cast<unsigned>(flag);
}

bool contains_item(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (list.substr(0, comma) == item) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace

Outcome assess(const Law& law, const Request& q) {
  // 1. The form of every field, then the relations between fields.
  if (auto fault = fault_of_form(law, q)) return *fault;
  const auto value = [&](std::string_view parameter) -> const Value& {
    const Value* found = law.on(parameter, q.paid_on);
    if (found == nullptr) stop(parameter);
    return *found;
  };

  // 2. Day and term.
  const date::sys_days paid = day(q.paid_on);
  if (paid < date::sys_days{date::year{2008} / 1 / 1} || paid > date::sys_days{date::year{2030} / 12 / 31}) {
    return refuse(Errc::day_outside_law, Field::paid_on, "paid_on", q.paid_on.text());
  }
  const int n = q.term.n();
  const std::string& terms = value("payment_terms").text;
  const bool ordinary = q.term.kind() == Term::Kind::months;
  const bool ahead = q.term.kind() == Term::Kind::years_ahead;
  const bool missing = q.term.kind() == Term::Kind::missing_months;
  const bool late = q.term.kind() == Term::Kind::late;
  const std::string kind = ordinary ? std::to_string(n) : (ahead ? "VS" : (missing ? "TH" : "DB"));
  if (!contains_item(terms, kind)) {
    return refuse(Errc::term_not_allowed, Field::term, "payment_terms", q.term.text());
  }
  if (missing && n > value("missing_months_max").digits) {
    return refuse(Errc::term_not_allowed, Field::term, "missing_months_max", q.term.text());
  }
  const date::year_month first = q.first_month ? month(*q.first_month) : month_of(paid);
  date::sys_days in_time = last_day(first);
  std::string window = "payment_terms";  // years ahead: no window, but the rule of the term itself
  if (ordinary || late) {
    window = "due_window." + std::to_string(n);
    in_time = last_day(first + date::months{value(window).digits - 1});
  }
  if (late && paid <= in_time) return refuse(Errc::term_not_allowed, Field::term, window, q.term.text());

  // 3. Income.
  const std::string basis = value("income_floor_basis").text;
  const std::int64_t floor = value(basis).digits;
  const std::int64_t ceiling = value("base_salary").digits * value("income_ceiling_multiple").digits;
  const std::int64_t step = value("income_step").digits;
  const std::int64_t income = q.income.dong();
  const std::string income_text = std::to_string(income);
  if (income < floor) return refuse(Errc::income_below_floor, Field::income, basis, income_text);
  if (income > ceiling) return refuse(Errc::income_above_ceiling, Field::income, "base_salary", income_text);
  const bool on_step = (income - floor) % step == 0;
  const bool step_is_law = value("income_step_rule").text == "required";
  if (!on_step && step_is_law) return refuse(Errc::income_off_step, Field::income, "income_step", income_text);

  // 4. Due date, and the return of the fund where the term needs it.
  if ((ordinary || ahead) && paid > in_time) {
    return refuse(Errc::payment_late, Field::paid_on, window, q.paid_on.text());
  }
  if (!ordinary) {
    if (!q.fund_return_rate && law.on("fund_return_rate", q.paid_on) == nullptr) {
      return refuse(Errc::value_not_published, Field::fund_return_rate, "fund_return_rate", "");
    }
    return refuse(Errc::not_yet_supported, Field::term, "term", q.term.text());
  }

  // 5. Contribution.
  Outcome out;
  out.months = n;
  const Value& rate = value("contribution_rate");
  const Rounded contribution = nearest(number(rate) * Number{income} * n);

  // 6. Supported months: those of the payment from 2018-01 on, if it was made from then on, within the 120.
  const std::string& from_text = value("support_from").text;
  const date::year_month from = date::year{std::stoi(from_text.substr(0, 4))} /
                                date::month{static_cast<unsigned>(std::stoi(from_text.substr(5)))};
  int supportable = 0;
  if (paid >= date::sys_days{from / 1}) {
    for (int i = 0; i < n; ++i) {
      if (first + date::months{i} >= from) ++supportable;
    }
  }
  int remaining = supportable;
  if (supportable > 0)
    remaining = std::max(0, static_cast<int>(value("support_cap_months").digits) - q.months_supported);
  const int supported = std::min(supportable, remaining);
  out.supported_months = supported;

  // 7. Central support: the highest rate of the groups held; everyone has that of "other".
  const Value& line = value("rural_poverty_line");
  const Value* best_rate = nullptr;
  const auto consider = [&](std::string_view parameter, bool held) {
    const Value* candidate = held ? law.on(parameter, q.paid_on) : nullptr;
    if (candidate == nullptr) return;
    if (best_rate == nullptr || number(*candidate) > number(*best_rate)) best_rate = candidate;
  };
  if (supportable > 0) {
    const auto holds = [&](ansinh::Group g) { return (q.groups.bits() >> static_cast<unsigned>(g) & 1U) != 0; };
    consider("support_rate.poor", holds(ansinh::Group::poor));
    consider("support_rate.island", holds(ansinh::Group::island));
    consider("support_rate.near_poor", holds(ansinh::Group::near_poor));
    consider("support_rate.ethnic_minority", holds(ansinh::Group::ethnic_minority));
    consider("support_rate.other", true);
  }
  Rounded central;
  if (best_rate != nullptr) central = nearest(number(*best_rate) * number(rate) * number(line) * supported);

  // 8. Local top-ups, layer by layer.
  const Ground ground = ground_of(law, q.place);
  const Facts facts{number(rate), number(line), Number{income}, n, supported, q.local_months_used.value_or(0)};
  std::vector<Best> counting;
  bool months_matter = false;
  for (const std::string& layer : law.layers) {
    const auto programmes = applying(law, layer, ground, q);
    const Best best = best_of(programmes, q.groups, facts, false);
    if (best_of(programmes, q.groups, facts, true).amount != best.amount) months_matter = true;
    if (best.amount > 0) counting.push_back(best);
  }

  // 9. The cut: other, then the layers from the last to the first, then central.
  std::vector<std::int64_t> local;
  std::int64_t parts = central.dong + q.other_support.dong();
  for (const Best& best : counting) {
    local.push_back(best.amount);
    parts += best.amount;
  }
  std::int64_t excess = std::max<std::int64_t>(0, parts - contribution.dong);
  const bool cut = excess > 0;
  const auto reduce = [&](std::int64_t& part) {
    const std::int64_t by = std::min(part, excess);
    part -= by;
    excess -= by;
  };
  out.other_support = q.other_support.dong();
  out.central_support = central.dong;
  reduce(out.other_support);
  for (std::size_t i = local.size(); i-- > 0;) reduce(local[i]);
  reduce(out.central_support);

  // 10. What is left for the participant.
  out.contribution = contribution.dong;
  for (std::size_t i = 0; i < counting.size(); ++i) {
    const ansinh::Programme& p = *counting[i].programme;
    out.local_top_up += local[i];
    if (p.layer == "province") out.province_top_up = local[i];
    if (p.layer == "locality") out.locality_top_up = local[i];
    out.layers.push_back(
        {p.layer, p.id, local[i], p.source_of_money == ansinh::SourceOfMoney::fund ? "fund" : "budget"});
  }
  out.participant_share = out.contribution - out.central_support - out.local_top_up - out.other_support;

  // 11. Flags.
  bool unsettled = !rate.settled || contribution.tie || central.tie || cut || months_matter;
  if (central.dong > 0 && (!line.settled || !best_rate->settled)) unsettled = true;
  for (const Best& best : counting) {
    if (best.tie || !is_settled(*best.programme)) unsettled = true;
    if (std::holds_alternative<ansinh::FloorShare>(best.rule->per_month) && !line.settled) unsettled = true;
    if (best.rule->months.kind == ansinh::RuleMonths::Kind::limit && !q.local_months_used) unsettled = true;
  }
  set(out, Flag::projected, paid > date::sys_days{date::year{2026} / 11 / 22});
  set(out, Flag::off_step, !on_step);
  set(out, Flag::support_cut, cut);
  // Where the law gives nothing, nothing is exhausted.
  const bool gives = best_rate != nullptr && number(*best_rate) > 0;
  set(out, Flag::support_exhausted, gives && remaining < supportable);
  set(out, Flag::local_unknown, local_unknown(law, ground, q));
  set(out, Flag::unsettled, unsettled);
  return out;
}

std::vector<std::string> flag_names(unsigned bits) {
  static const char* const names[] = {"projected",         "off_step",      "support_cut",
                                      "support_exhausted", "local_unknown", "unsettled"};
  std::vector<std::string> found;
  for (unsigned i = 0; i < 6; ++i) {
    if ((bits >> i & 1U) != 0) found.emplace_back(names[i]);
  }
  return found;
}

Outcome outcome_of(const ansinh::LawBook& book, const ansinh::Result<ansinh::Assessment>& result) {
  Outcome out;
  if (!result.ok()) {
    out.status = result.fault().code;
    out.field = result.fault().field;
    out.parameter = result.fault().parameter;
    return out;
  }
  const ansinh::Assessment& a = *result;
  out.contribution = a.contribution.dong();
  out.central_support = a.central_support.dong();
  out.local_top_up = a.local_top_up.dong();
  out.province_top_up = a.province_top_up.dong();
  out.locality_top_up = a.locality_top_up.dong();
  out.other_support = a.other_support.dong();
  out.participant_share = a.participant_share.dong();
  out.months = a.months;
  out.supported_months = a.supported_months;
  out.flags = a.flags.bits();
  for (const ansinh::LayerAmount& layer : a.layers()) {
    out.layers.push_back({book.layers()[layer.layer], book.programmes()[layer.programme].id, layer.amount.dong(),
                          layer.source == ansinh::SourceOfMoney::fund ? "fund" : "budget"});
  }
  return out;
}

bool same(const Outcome& a, const Outcome& b) {
  if (a.status != b.status) return false;
  if (a.status != Errc::ok) return a.field == b.field;
  return a.contribution == b.contribution && a.central_support == b.central_support &&
         a.local_top_up == b.local_top_up && a.province_top_up == b.province_top_up &&
         a.locality_top_up == b.locality_top_up && a.other_support == b.other_support &&
         a.participant_share == b.participant_share && a.months == b.months &&
         a.supported_months == b.supported_months && a.flags == b.flags && a.layers == b.layers;
}

std::string describe(const Request& q) {
  std::string text = "paid_on " + q.paid_on.text();
  if (q.first_month) text += ", first_month " + q.first_month->text();
  text += ", income " + std::to_string(q.income.dong()) + ", term " + q.term.text() + ", groups bits " +
          std::to_string(q.groups.bits());
  if (q.place.province) text += ", province " + q.place.province->text();
  if (q.place.former_province) text += ", former_province " + q.place.former_province->text();
  if (q.place.locality) text += ", locality " + q.place.locality->text();
  text += ", months_supported " + std::to_string(q.months_supported);
  if (q.local_months_used) text += ", local_months_used " + std::to_string(*q.local_months_used);
  if (q.fund_return_rate) text += ", fund_return_rate " + q.fund_return_rate->text();
  return text + ", other_support " + std::to_string(q.other_support.dong());
}

std::string describe(const Outcome& o) {
  if (o.status != Errc::ok) {
    return "refused with code " + std::to_string(static_cast<int>(o.status)) + " in field " +
           std::to_string(static_cast<int>(o.field)) + " (" + o.parameter + ")";
  }
  std::string text = "contribution " + std::to_string(o.contribution) + ", central " +
                     std::to_string(o.central_support) + ", local " + std::to_string(o.local_top_up) + " (province " +
                     std::to_string(o.province_top_up) + ", locality " + std::to_string(o.locality_top_up) +
                     "), other " + std::to_string(o.other_support) + ", share " + std::to_string(o.participant_share) +
                     ", months " + std::to_string(o.months) + "/" + std::to_string(o.supported_months) + ", flags";
  for (const std::string& flag : flag_names(o.flags)) text += ' ' + flag;
  for (const Layer& layer : o.layers) {
    text += ", " + layer.layer + '=' + layer.programme + ':' + std::to_string(layer.amount) + '/' + layer.source;
  }
  return text;
}

}  // namespace reference
