// A plain loop over the same rows: what a careful programmer would write by hand for the built-in law, with the same
// refusals, look-ups, flags and answers as `assess`, on int64 hundredths. The yardstick of the benchmarks.
//
// It holds only what the built-in law needs: rates of whole percents, shares of the floor contribution, terms of 1, 3,
// 6 and 12 months. With another arithmetic (cpp_rational, cpp_dec_float) it is the reference for the exact path.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "ansinh/assess.hpp"

namespace plain {

using ansinh::Day;
using ansinh::Errc;
using ansinh::Flag;
using ansinh::Money;
using ansinh::Parameter;

struct Rounded {
  std::int64_t dong;
  bool tie;
};

// Amount x rate x months, and amount x rate x share x months; rates in hundredths.
struct Int64 {
  static Rounded product(std::int64_t amount, std::int64_t rate, std::int64_t months) {
    const std::int64_t x = amount * rate * months;
    const std::int64_t rest = x % 100;
    return {x / 100 + (rest >= 50 ? 1 : 0), rest == 50};
  }
  static Rounded product(std::int64_t amount, std::int64_t rate, std::int64_t share, std::int64_t months) {
    const std::int64_t x = amount * rate * share * months;
    const std::int64_t rest = x % 10'000;
    return {x / 10'000 + (rest >= 5'000 ? 1 : 0), rest == 5'000};
  }
};

struct PlainRule {
  unsigned groups;
  std::int64_t share;
  int limit;  // 0: the months of the central support
};

struct PlainProgramme {
  Day from;
  std::uint16_t index;
  std::uint8_t layer;
  bool fund;
  bool settled;
  std::vector<PlainRule> rules;
};

// What is known of a ground in one period.
struct Ground {
  std::vector<const PlainProgramme*> programmes;
  bool none_confirmed = false;
  unsigned without_rate = 0;  // groups
};

struct Period {
  std::int64_t rate, line, floor, ceiling, step;
  std::array<std::int64_t, 5> support{-1, -1, -1, -1, -1};  // poor, island, near_poor, ethnic_minority, other
  std::array<int, 13> window{};
  unsigned terms = 0;
  bool step_required = false, rate_settled = true, line_settled = true;
  int cap = 0;
  std::int32_t support_from = INT32_MAX;  // month
  std::array<Ground, 100> present, former;
  std::map<std::uint32_t, Ground> locality;  // every locality that anything names
};

class Law {
 public:
  explicit Law(const ansinh::LawBook& book) {
    read_programmes(book);
    std::vector<Day> starts{ansinh::first_law_day};
    const auto span = [&](Day from, Day to) {
      for (const Day day : {from, to.next()}) {
        if (ansinh::first_law_day < day && day <= ansinh::last_law_day) starts.push_back(day);
      }
    };
    for (const auto& row : book.rows()) span(row.from, row.to);
    for (const auto& p : book.programmes()) span(p.from, p.to);
    for (const auto& r : book.records()) span(r.from, r.to);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    periods_.resize(starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i) read_period(book, starts[i], periods_[i]);
    const auto days = static_cast<std::size_t>(ansinh::last_law_day.number() - ansinh::first_law_day.number() + 1);
    period_of_day_.resize(days);
    std::size_t at = 0;
    for (std::size_t i = 0; i < days; ++i) {
      while (at + 1 < starts.size() && starts[at + 1].number() - ansinh::first_law_day.number() <= static_cast<int>(i))
        ++at;
      period_of_day_[i] = static_cast<std::uint16_t>(at);
    }
    for (const auto former : ansinh::former_provinces()) {
      const auto code = static_cast<std::size_t>(former.number());
      present_of_former_[code] = static_cast<std::uint8_t>(former.present().number());
      unmerged_[code] = former.unmerged();
    }
    known_groups_ = book.known_groups().bits();
  }

  template <class Arithmetic>
  Errc assess(const ansinh::Request& q, ansinh::Assessment& out) const;

 private:
  [[noreturn]] static void stop(std::string_view why) {
    std::cerr << "the plain loop cannot hold this law: " << why << '\n';
    std::exit(1);
  }
  static std::int64_t hundredths(ansinh::Rate rate) {
    if (rate.decimals() > 2) stop("a rate of more than two decimals");
    std::int64_t digits = rate.digits();
    for (int i = rate.decimals(); i < 2; ++i) digits *= 10;
    return digits;
  }

  void read_programmes(const ansinh::LawBook& book) {
    for (std::size_t i = 0; i < book.programmes().size(); ++i) {
      const ansinh::Programme& p = book.programmes()[i];
      PlainProgramme held{p.from,
                          static_cast<std::uint16_t>(i),
                          static_cast<std::uint8_t>(p.layer == "locality"),
                          p.source_of_money == ansinh::SourceOfMoney::fund,
                          p.settled(),
                          {}};
      if (p.layer != "province" && p.layer != "locality") stop("a further layer");
      if (!p.territory.former_province.empty()) stop("a former province's programme");
      for (const ansinh::Rule& rule : p.rules) {
        const auto* share = std::get_if<ansinh::FloorShare>(&rule.per_month);
        if (share == nullptr || rule.months.kind == ansinh::RuleMonths::Kind::all) stop("another form of rule");
        held.rules.push_back({rule.groups.bits(), hundredths(share->share), rule.months.limit});
      }
      programmes_.push_back(held);
    }
  }

  void read_period(const ansinh::LawBook& book, Day day, Period& period) const {
    const auto row = [&](Parameter p) -> const ansinh::LawRow* { return book.on(p, day); };
    const auto money = [&](Parameter p) { return std::get<Money>(row(p)->value).dong(); };
    const auto number = [&](Parameter p) { return row(p) == nullptr ? 0 : std::get<int>(row(p)->value); };
    period.rate = hundredths(std::get<ansinh::Rate>(row(Parameter::contribution_rate)->value));
    period.rate_settled = row(Parameter::contribution_rate)->settled();
    period.line = money(Parameter::rural_poverty_line);
    period.line_settled = row(Parameter::rural_poverty_line)->settled();
    const bool base =
        std::get<ansinh::FloorBasis>(row(Parameter::income_floor_basis)->value) == ansinh::FloorBasis::base_salary;
    period.floor = base ? money(Parameter::base_salary) : period.line;
    period.ceiling = money(Parameter::base_salary) * number(Parameter::income_ceiling_multiple);
    period.step = money(Parameter::income_step);
    period.step_required =
        std::get<ansinh::StepRule>(row(Parameter::income_step_rule)->value) == ansinh::StepRule::required;
    period.terms = std::get<ansinh::TermSet>(row(Parameter::payment_terms)->value).bits();
    period.window[1] = number(Parameter::due_window_1);
    period.window[3] = number(Parameter::due_window_3);
    period.window[6] = number(Parameter::due_window_6);
    period.window[12] = number(Parameter::due_window_12);
    period.cap = number(Parameter::support_cap_months);
    if (const auto* from = row(Parameter::support_from))
      period.support_from = std::get<ansinh::Month>(from->value).number();
    for (int i = 0; i < 5; ++i) {
      const auto parameter = static_cast<Parameter>(static_cast<int>(Parameter::support_rate_poor) + i);
      const auto* support = row(parameter);
      if (support == nullptr) continue;
      if (!support->settled()) stop("a support rate that is not settled");
      period.support[static_cast<std::size_t>(i)] = hundredths(std::get<ansinh::Rate>(support->value));
    }
    const auto grounds = [&](const ansinh::Territory& t, auto&& visit) {
      for (const auto code : t.province) visit(period.present[static_cast<std::size_t>(code.number())]);
      for (const auto code : t.former_province) visit(period.former[static_cast<std::size_t>(code.number())]);
      for (const auto code : t.locality) visit(period.locality[code.key()]);
    };
    for (std::size_t i = 0; i < programmes_.size(); ++i) {
      const ansinh::Programme& p = book.programmes()[i];
      const bool in_force = p.from <= day && day <= p.to;
      grounds(p.territory, [&](Ground& ground) {
        if (in_force) ground.programmes.push_back(&programmes_[i]);
      });
    }
    for (const ansinh::Record& r : book.records()) {
      const bool in_force = r.from <= day && day <= r.to;
      grounds(r.territory, [&](Ground& ground) {
        if (!in_force) return;
        if (r.kind == ansinh::RecordKind::none) ground.none_confirmed = true;
        if (r.kind != ansinh::RecordKind::none) ground.without_rate |= r.groups.bits();
      });
    }
  }

  std::vector<PlainProgramme> programmes_;
  std::vector<Period> periods_;
  std::vector<std::uint16_t> period_of_day_;
  std::array<std::uint8_t, 100> present_of_former_{};
  std::array<bool, 100> unmerged_{};
  unsigned known_groups_ = 0;
};

template <class Arithmetic>
Errc Law::assess(const ansinh::Request& q, ansinh::Assessment& out) const {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  const std::int64_t income = q.income.dong();
  const unsigned groups = q.groups.bits();
  if (income < 0 || income > most || (groups & ~known_groups_) != 0 || q.months_supported < 0 ||
      q.months_supported > 120 || (q.local_months_used && (*q.local_months_used < 0 || *q.local_months_used > 600)) ||
      (q.fund_return_rate && *q.fund_return_rate > ansinh::Rate::from_decimal(5, 2)) || q.other_support.dong() < 0 ||
      q.other_support.dong() > most) {
    return Errc::invalid_argument;
  }
  const std::int32_t paid_month = q.paid_on.month().number();
  const std::int32_t first_month = q.first_month ? q.first_month->number() : paid_month;
  if (q.first_month && (first_month < 2007 * 12 || first_month > paid_month + 12)) return Errc::invalid_argument;
  int present = 0;
  int former = 0;
  if (q.place.province) present = q.place.province->number();
  if (q.place.former_province) {
    former = q.place.former_province->number();
    const int on_ground = present_of_former_[static_cast<std::size_t>(former)];
    if (present != 0 && present != on_ground) return Errc::invalid_argument;
    present = on_ground;
  } else if (present != 0 && unmerged_[static_cast<std::size_t>(present)]) {
    former = present;
  }

  const std::int32_t day = q.paid_on.number() - ansinh::first_law_day.number();
  if (day < 0 || static_cast<std::size_t>(day) >= period_of_day_.size()) return Errc::day_outside_law;
  const Period& law = periods_[period_of_day_[static_cast<std::size_t>(day)]];
  const int n = q.term.n();
  if (q.term.kind() != ansinh::Term::Kind::months) stop("another term");
  const unsigned bit = n == 1 ? 1U : (n == 3 ? 2U : (n == 6 ? 4U : 8U));
  if ((law.terms & bit) == 0) return Errc::term_not_allowed;
  if (income < law.floor) return Errc::income_below_floor;
  if (income > law.ceiling) return Errc::income_above_ceiling;
  const bool off_step = (income - law.floor) % law.step != 0;
  if (off_step && law.step_required) return Errc::income_off_step;
  if (paid_month > first_month + law.window[static_cast<std::size_t>(n)] - 1) return Errc::payment_late;

  const Rounded contribution = Arithmetic::product(income, law.rate, n);
  int supportable = 0;
  if (paid_month >= law.support_from) supportable = std::clamp(first_month + n - law.support_from, 0, n);
  const int supported = std::min(supportable, std::max(0, law.cap - q.months_supported));
  Rounded central{0, false};
  if (supported > 0) {
    std::int64_t k = law.support[4];
    for (unsigned i = 0; i < 4; ++i) {
      if ((groups >> i & 1U) != 0) k = std::max(k, law.support[i]);
    }
    central = Arithmetic::product(law.line, law.rate, k, supported);
  }

  // A payment without a place finds an empty ground.
  static const Ground nowhere;
  const Ground& of_present = present != 0 ? law.present[static_cast<std::size_t>(present)] : nowhere;
  const Ground& of_former = former != 0 ? law.former[static_cast<std::size_t>(former)] : nowhere;
  const Ground* of_locality = &nowhere;
  bool locality_named = false;
  if (q.place.locality) {
    if (const auto found = law.locality.find(q.place.locality->key()); found != law.locality.end()) {
      of_locality = &found->second;
      locality_named = true;
    }
  }
  struct Best {
    std::int64_t amount = 0;
    const PlainProgramme* programme = nullptr;
    bool tie = false;
    bool limited = false;
  };
  std::array<Best, 2> best;
  std::array<std::int64_t, 2> all_months{};
  for (const Ground* ground : {&of_present, of_locality}) {
    for (const PlainProgramme* p : ground->programmes) {
      for (const PlainRule& rule : p->rules) {
        if (rule.groups != 0 && (rule.groups & groups) == 0) continue;
        const int own =
            rule.limit == 0 ? supported : std::min(n, std::max(0, rule.limit - q.local_months_used.value_or(0)));
        const Rounded amount = Arithmetic::product(law.line, law.rate, rule.share, own);
        Best& held = best[p->layer];
        if (amount.dong > held.amount || (amount.dong == held.amount && held.programme != nullptr &&
                                          held.programme != p && p->from > held.programme->from)) {
          held = {amount.dong, p, amount.tie, rule.limit != 0};
        }
        if (supported < n) {
          const int as_all = rule.limit == 0 ? n : own;
          all_months[p->layer] =
              std::max(all_months[p->layer], Arithmetic::product(law.line, law.rate, rule.share, as_all).dong);
        }
      }
    }
  }

  std::int64_t other = q.other_support.dong();
  std::array<std::int64_t, 2> local{best[0].amount, best[1].amount};
  std::int64_t central_support = central.dong;
  std::int64_t excess = other + local[0] + local[1] + central_support - contribution.dong;
  const bool cut = excess > 0;
  if (cut) {
    for (std::int64_t* part : {&other, &local[1], &local[0], &central_support}) {
      const std::int64_t by = std::min(*part, excess);
      *part -= by;
      excess -= by;
    }
  }

  bool unsettled =
      !law.rate_settled || contribution.tie || central.tie || cut || (central.dong > 0 && !law.line_settled);
  std::construct_at(&out);
  for (std::uint8_t i = 0; i < 2; ++i) {
    if (supported < n && all_months[i] != best[i].amount) unsettled = true;
    if (best[i].amount == 0) continue;
    const PlainProgramme& p = *best[i].programme;
    if (best[i].tie || !p.settled || !law.line_settled || (best[i].limited && !q.local_months_used)) unsettled = true;
    out.layer_amounts.add(
        {Money{local[i]}, p.index, i, p.fund ? ansinh::SourceOfMoney::fund : ansinh::SourceOfMoney::budget});
  }
  const bool province_in_force = std::any_of(of_present.programmes.begin(), of_present.programmes.end(),
                                             [](const PlainProgramme* p) { return p->layer == 0; });
  const bool unknown =
      (present != 0 && !province_in_force && !of_present.none_confirmed && !of_former.none_confirmed) ||
      (locality_named && of_locality->programmes.empty() && !of_locality->none_confirmed) ||
      ((of_present.without_rate | of_former.without_rate | of_locality->without_rate) & groups) != 0;
  out.contribution = Money{contribution.dong};
  out.central_support = Money{central_support};
  out.local_top_up = Money{local[0] + local[1]};
  out.province_top_up = Money{local[0]};
  out.locality_top_up = Money{local[1]};
  out.other_support = Money{other};
  out.participant_share = Money{contribution.dong - central_support - local[0] - local[1] - other};
  out.months = static_cast<std::uint16_t>(n);
  out.supported_months = static_cast<std::uint16_t>(supported);
  ansinh::Flags flags;
  flags.set(Flag::projected, q.paid_on > ansinh::LawBook::verified_on());
  flags.set(Flag::off_step, off_step);
  flags.set(Flag::support_cut, cut);
  flags.set(Flag::support_exhausted, supported < supportable);
  flags.set(Flag::local_unknown, unknown);
  flags.set(Flag::unsettled, unsettled);
  out.flags = flags;
  return Errc::ok;
}

}  // namespace plain
