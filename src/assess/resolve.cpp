#include <algorithm>
#include <limits>
#include <set>

#include "assess/known.hpp"
#include "assess/rules_data.hpp"
#include "assess/term_checks.hpp"

namespace ansinh {
namespace {

constexpr std::array<Parameter, 4> central_rates{Parameter::support_rate_poor, Parameter::support_rate_island,
                                                 Parameter::support_rate_near_poor,
                                                 Parameter::support_rate_ethnic_minority};

bool within_law(Day day) { return first_law_day <= day && day <= last_law_day; }

// The first day and the day after the last one, as far as the law reaches.
void add_changes(std::set<Day>& days, Day from, Day to) {
  if (within_law(from)) days.insert(from);
  if (to < last_law_day && within_law(to.next())) days.insert(to.next());
}

template <class Value>
Value value_of(const Regime& regime, Parameter parameter) {
  const LawRow* row = regime.row(parameter);
  return row == nullptr ? Value{} : std::get<Value>(row->value);
}

template <int Rates>
bool fits_64(Unrounded<Rates> product) {
  return product.digits() <= static_cast<Int128>(std::numeric_limits<std::int64_t>::max());
}

// A value that is absent settles nothing and unsettles nothing.
bool settled(const LawRow* row) { return row == nullptr || row->settled(); }

// The highest of everyone's rate and the rates of the groups in `held`; of equal ones the first in the order of
// parameters, so that an explanation does not depend on how a set was written.
CentralRate highest_rate(const Regime& regime, unsigned held) {
  CentralRate best;
  for (std::size_t bit = 0; bit < central_rates.size(); ++bit) {
    const LawRow* row = regime.row(central_rates[bit]);
    if ((held >> bit & 1U) == 0 || row == nullptr) continue;
    const Rate rate = std::get<Rate>(row->value);
    if (best.row == nullptr || best.rate < rate) {
      best.rate = rate;
      best.row = row;
      best.by = GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit));
    }
  }
  if (const LawRow* row = regime.row(Parameter::support_rate_other)) {
    const Rate rate = std::get<Rate>(row->value);
    if (best.row == nullptr || best.rate < rate) {
      best.rate = rate;
      best.row = row;
      best.by = {};
    }
  }
  return best;
}

void resolve_terms(Regime& regime) {
  const auto terms = value_of<TermSet>(regime, Parameter::payment_terms);
  struct Ordinary {
    int months;
    TermSet::Bit bit;
  };
  for (const auto& [months, bit] : {Ordinary{1, TermSet::one}, Ordinary{3, TermSet::three}, Ordinary{6, TermSet::six},
                                    Ordinary{12, TermSet::twelve}}) {
    const auto at = static_cast<std::size_t>(months);
    const auto window = static_cast<std::uint8_t>(value_of<int>(regime, due_window_parameter(months)));
    if (terms.has(bit)) regime.window[at] = window;
    if (terms.has(TermSet::late)) regime.late_window[at] = window;
  }
  regime.years_ahead = terms.has(TermSet::years_ahead);
  if (terms.has(TermSet::missing)) regime.missing_max = value_of<int>(regime, Parameter::missing_months_max);
}

void resolve_returns(Regime& regime) {
  const LawRow* fund_return = regime.row(Parameter::fund_return_rate);
  regime.has_fund_return = fund_return != nullptr;
  regime.fund_return_settled = settled(fund_return);
  regime.fund_return = value_of<Rate>(regime, Parameter::fund_return_rate);
  const LawRow* th_support = regime.row(Parameter::th_support);
  regime.has_th_support = th_support != nullptr;
  regime.th_support_settled = settled(th_support);
  regime.th_support = value_of<ThSupport>(regime, Parameter::th_support);
}

// Nothing is plain on days on which a value is missing, or is of an order that no law of Viet Nam has had.
PlainRegime plain_from(const Regime& regime) {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  const auto fits = [](Money amount) { return Money{} <= amount && amount <= Money{most}; };
  const Rate rate = regime.contribution_rate;
  bool plain = regime.has_bounds && regime.has_contribution_rate && regime.has_poverty_line && regime.has_support &&
               regime.support_from_day <= regime.from && regime.narrow_contribution && regime.narrow_floor &&
               rate.decimals() <= 2 && fits(regime.ceiling - regime.floor) && fits(regime.step);
  for (const CentralRate& central : regime.central) {
    plain = plain && central.per_month.decimals() == 0 && central.per_month.digits() <= Int128{most};
  }
  PlainRegime out;
  if (!plain) return out;
  out.floor = static_cast<std::uint64_t>(regime.floor.dong());
  out.span = static_cast<std::uint32_t>((regime.ceiling - regime.floor).dong());
  out.step = static_cast<std::uint32_t>(regime.step.dong());
  out.rate = static_cast<std::uint32_t>(rate.digits() * (rate.decimals() == 0 ? 100 : rate.decimals() == 1 ? 10 : 1));
  for (int months = 1; months <= 12; ++months) {
    const auto at = static_cast<std::size_t>(months);
    const int room = std::min(120, regime.support_cap) - months + 1;
    if (regime.window[at] != 0 && room > 0) out.room[at] = static_cast<std::uint8_t>(room);
  }
  out.step_required = regime.step_required;
  out.local_unsettled = !regime.poverty_line_settled;
  for (std::size_t held = 0; held < regime.central.size(); ++held) {
    const CentralRate& central = regime.central[held];
    out.central[held] = static_cast<std::uint32_t>(central.per_month.digits());
    out.unsettled[held] = !regime.contribution_rate_settled ||
                          (out.central[held] != 0 && (!central.settled || !regime.poverty_line_settled));
  }
  return out;
}

Regime regime_from(const LawBook& book, Day from) {
  Regime regime;
  regime.from = from;
  for (std::size_t p = 0; p < parameter_count; ++p) regime.rows[p] = book.on(static_cast<Parameter>(p), from);

  regime.has_contribution_rate = regime.row(Parameter::contribution_rate) != nullptr;
  regime.contribution_rate = value_of<Rate>(regime, Parameter::contribution_rate);
  regime.has_poverty_line = regime.row(Parameter::rural_poverty_line) != nullptr;
  regime.poverty_line = value_of<Money>(regime, Parameter::rural_poverty_line);
  if (const auto brackets = income_brackets(book, from)) {
    regime.has_bounds = true;
    regime.floor = brackets->floor;
    regime.ceiling = brackets->ceiling;
    regime.step = brackets->step;
    regime.step_required = brackets->step_required;
  }
  regime.has_support = regime.row(Parameter::support_from) != nullptr;
  regime.support_from = value_of<Month>(regime, Parameter::support_from);
  regime.support_from_day = regime.support_from.first_day();
  regime.support_cap = value_of<int>(regime, Parameter::support_cap_months);
  resolve_terms(regime);
  resolve_returns(regime);
  regime.floor_contribution = (regime.poverty_line * regime.contribution_rate).reduced();
  constexpr int longest_ordinary_term = 12;
  regime.narrow_contribution = fits_64(regime.ceiling * regime.contribution_rate * longest_ordinary_term);
  constexpr int longest_term = 120;  // missing months
  regime.narrow_floor = fits_64(regime.floor_contribution * *Rate::from_decimal(999'999'999, 9) * longest_term);
  regime.contribution_rate_settled = settled(regime.row(Parameter::contribution_rate));
  regime.poverty_line_settled = settled(regime.row(Parameter::rural_poverty_line));
  for (unsigned held = 0; held < regime.central.size(); ++held) {
    CentralRate& central = regime.central[held];
    central = highest_rate(regime, held);
    central.per_month = (regime.floor_contribution * central.rate).reduced();
    central.settled = settled(central.row);
  }
  return regime;
}

void resolve_days(Rules::Data& data) {
  std::set<Day> days{first_law_day};
  for (const LawRow& row : data.book.rows()) add_changes(days, row.from, row.to);
  for (const Programme& programme : data.book.programmes()) add_changes(days, programme.from, programme.to);
  for (const Record& record : data.book.records()) add_changes(days, record.from, record.to);
  for (const Day day : days) data.regimes.push_back(regime_from(data.book, day));
  for (const Regime& regime : data.regimes) data.plain.push_back(plain_from(regime));

  std::size_t regime = 0;
  for (std::size_t i = 0; i < data.days.size(); ++i) {
    const Day day = *Day::from_number(first_law_day.number() + static_cast<std::int32_t>(i));
    while (regime + 1 < data.regimes.size() && data.regimes[regime + 1].from <= day) ++regime;
    data.days[i].regime = static_cast<std::uint16_t>(regime);
    data.days[i].month = static_cast<std::uint16_t>(day.month() - first_law_day.month());
  }
}

CompiledRule compiled(const Rule& rule) {
  CompiledRule out;
  out.groups = rule.groups;
  out.months = rule.months.kind;
  out.limit = rule.months.limit;
  out.rule = &rule;
  if (const auto* floor = std::get_if<FloorShare>(&rule.per_month)) {
    out.base = CompiledRule::Base::floor_contribution;
    out.share = floor->share;
  } else if (const auto* own = std::get_if<OwnShare>(&rule.per_month)) {
    out.base = CompiledRule::Base::own_contribution;
    out.share = own->share;
  } else if (const auto* stated = std::get_if<StatedIncomeShare>(&rule.per_month)) {
    out.base = CompiledRule::Base::stated_income;
    out.share = stated->share;
    out.amount = stated->income;
  } else if (const auto* fixed = std::get_if<FixedSum>(&rule.per_month)) {
    out.base = CompiledRule::Base::fixed_sum;
    out.amount = fixed->amount;
  }
  return out;
}

// One place as a territory can name it.
struct Spot {
  std::optional<ProvinceCode> province;
  std::optional<FormerProvinceCode> former;
  std::optional<LocalityCode> locality;
};

std::optional<Matched> match(const Territory& territory, const Spot& spot) {
  const auto has = [](const auto& list, const auto& code) {
    return code && std::ranges::find(list, *code) != list.end();
  };
  if (has(territory.province, spot.province)) return Matched::present_province;
  if (has(territory.former_province, spot.former)) return Matched::former_province;
  if (has(territory.locality, spot.locality)) return Matched::locality;
  return std::nullopt;
}

struct MatchedProgramme {
  std::size_t index;
  Matched matched;
};

class GroundMaker {
 public:
  explicit GroundMaker(Rules::Data& data) : data_{data} {
    data.winners.push_back({});
    for (const Programme& programme : data.book.programmes()) {
      first_rule_.push_back(static_cast<std::uint32_t>(data.rules.size()));
      for (const Rule& rule : programme.rules) data.rules.push_back(compiled(rule));
    }
  }

  void add(const Spot& spot) {
    std::vector<MatchedProgramme> programmes;
    std::vector<const Record*> records;
    std::set<Day> days{first_law_day};
    const auto all = data_.book.programmes();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (const auto how = match(all[i].territory, spot)) {
        programmes.push_back({i, *how});
        add_changes(days, all[i].from, all[i].to);
      }
    }
    for (const Record& record : data_.book.records()) {
      if (!match(record.territory, spot)) continue;
      records.push_back(&record);
      add_changes(days, record.from, record.to);
    }
    // Where programmes pay, national values matter too: a cell is then of one regime.
    if (!programmes.empty()) {
      for (const LawRow& row : data_.book.rows()) add_changes(days, row.from, row.to);
    }
    Ground ground;
    for (const Day day : days) {
      ground.slices.push_back({day, static_cast<std::uint32_t>(data_.cells.size())});
      data_.cells.push_back(cell(programmes, records, day, spot.locality.has_value()));
    }
    data_.grounds.push_back(std::move(ground));
  }

 private:
  Cell cell(const std::vector<MatchedProgramme>& programmes, const std::vector<const Record*>& records, Day day,
            bool locality) {
    Cell cell;
    cell.begin = static_cast<std::uint32_t>(data_.candidates.size());
    for (const auto& [index, matched] : programmes) {
      const Programme& programme = data_.book.programmes()[index];
      if (day < programme.from || programme.to < day) continue;
      data_.candidates.push_back(candidate(index, matched));
      const std::uint8_t layer = data_.candidates.back().layer;
      cell.layers = static_cast<std::uint8_t>(cell.layers | (1U << layer));
      cell.known = cell.known || layer == 0;
    }
    cell.end = static_cast<std::uint32_t>(data_.candidates.size());
    if (cell.begin == cell.end) {
      cell.winners = 0;
    } else {
      add_winners(cell, day);
    }
    std::stable_sort(data_.candidates.begin() + cell.begin, data_.candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.layer < b.layer; });
    for (const Record* record : records) {
      if (day < record->from || record->to < day) continue;
      if (record->kind == RecordKind::none) {
        if (record->groups.empty()) {
          cell.known = true;
        } else {
          cell.none_for |= record->groups;
        }
      } else {
        cell.unknown_for |= record->groups;
      }
    }
    set_known(cell, locality);
    return cell;
  }

  static void set_known(Cell& cell, bool locality) {
    for (std::size_t held = 0; held < fixed_group_sets; ++held) {
      const auto set = GroupSet::from_bits(static_cast<std::uint16_t>(held));
      const bool known = locality ? locality_known_for(cell, set) : known_for(cell, set, cell.known);
      cell.known_sets[held / 64] |= std::uint64_t{known} << (held % 64);
    }
  }

  // Where one programme alone pays, by shares of the floor contribution for the months of the State, and every share of
  // it is a whole number of dong a month, the rule that counts depends on the group set only. So it does for the group
  // sets that no rule of another kind holds for.
  void add_winners(Cell& cell, Day day) {
    constexpr std::size_t most_tables = 4'096;
    if (cell.end - cell.begin != 1 || data_.winners.size() == most_tables) return;
    const Candidate& only = data_.candidates[cell.begin];
    const Regime& regime = data_.regime_on(day);
    if (!regime.narrow_floor || !regime.has_poverty_line) return;
    Winners winners{};
    for (std::uint32_t r = only.rules_begin; r < only.rules_end; ++r) {
      const CompiledRule& rule = data_.rules[r];
      const Unrounded<2> per_month = (regime.floor_contribution * rule.share).reduced();
      const bool plain = rule.base == CompiledRule::Base::floor_contribution &&
                         rule.months == RuleMonths::Kind::central && per_month.decimals() == 0;
      const auto amount = static_cast<std::int64_t>(per_month.digits());
      for (std::size_t held = 0; held < fixed_group_sets; ++held) {
        if (!rule.holds_for(GroupSet::from_bits(static_cast<std::uint16_t>(held)))) continue;
        Winner& winner = winners[held];
        if (!plain) {
          winner.per_month = Winner::not_plain;
        } else if (0 <= winner.per_month && winner.per_month < amount) {
          winner = {amount, only.programme, only.layer, only.source, only.settled};
        }
      }
    }
    cell.winners = static_cast<std::uint32_t>(data_.winners.size());
    data_.winners.push_back(winners);
  }

  Candidate candidate(std::size_t index, Matched matched) const {
    const Programme& programme = data_.book.programmes()[index];
    const auto layers = data_.book.layers();
    Candidate out;
    out.programme = static_cast<std::uint16_t>(index);
    out.layer = static_cast<std::uint8_t>(std::ranges::find(layers, programme.layer) - layers.begin());
    out.matched = matched;
    out.displaces = programme.displaces;
    out.source = programme.source_of_money;
    out.settled = programme.settled();
    out.from = programme.from;
    out.rules_begin = first_rule_[index];
    out.rules_end = first_rule_[index] + static_cast<std::uint32_t>(programme.rules.size());
    return out;
  }

  Rules::Data& data_;
  std::vector<std::uint32_t> first_rule_;
};

std::set<LocalityCode> named_localities(const LawBook& book) {
  std::set<LocalityCode> named;
  for (const Programme& programme : book.programmes()) {
    named.insert(programme.territory.locality.begin(), programme.territory.locality.end());
  }
  for (const Record& record : book.records()) {
    named.insert(record.territory.locality.begin(), record.territory.locality.end());
  }
  return named;
}

void resolve_places(Rules::Data& data) {
  GroundMaker grounds{data};
  grounds.add({});
  // Without a place nothing local is asked for, so nothing is unknown.
  data.cells.back().known = true;
  data.cells.back().known_sets.fill(~std::uint64_t{0});
  std::size_t at = first_province_ground;
  for (const ProvinceCode province : provinces()) {
    grounds.add({.province = province, .former = {}, .locality = {}});
    data.province_ground[static_cast<std::size_t>(province.number())] = static_cast<std::uint8_t>(at++);
  }
  for (const FormerProvinceCode former : former_provinces()) {
    grounds.add({.province = former.present(), .former = former, .locality = {}});
    const auto number = static_cast<std::size_t>(former.number());
    data.present_of_former[number] = static_cast<std::uint8_t>(former.present().number());
    data.former_ground[number] = static_cast<std::uint8_t>(at);
    if (former.unmerged()) {
      data.province_ground[static_cast<std::size_t>(former.present().number())] = static_cast<std::uint8_t>(at);
    }
    ++at;
  }
  for (const LocalityCode locality : named_localities(data.book)) {
    grounds.add({.province = {}, .former = {}, .locality = locality});
    data.localities.emplace_back(locality, at++);
  }
}

void index_cells(Rules::Data& data) {
  constexpr std::size_t most_entries = std::size_t{1} << 22;
  if (data.grounds.size() * data.regimes.size() > most_entries) return;
  data.cells_per_ground = data.regimes.size();
  for (const Ground& ground : data.grounds) {
    for (const Regime& regime : data.regimes) data.cell_of.push_back(ground.cell_on(regime.from));
  }
}

}  // namespace

std::size_t Rules::Data::locality_ground(LocalityCode code) const {
  const auto found = std::ranges::lower_bound(localities, code, {}, &std::pair<LocalityCode, std::size_t>::first);
  return found != localities.end() && found->first == code ? found->second : unnamed_locality;
}

std::shared_ptr<const Rules::Data> resolve(LawBook book) {
  auto data = std::make_shared<Rules::Data>(std::move(book));
  data->verified_on = LawBook::verified_on();
  data->known_groups = data->book.known_groups();
  resolve_days(*data);
  resolve_places(*data);
  index_cells(*data);
  return data;
}

Rules::Rules(LawBook book) : data_{resolve(std::move(book))} {}
const LawBook& Rules::book() const { return data_->book; }

const Rules& built_in_rules() {
  static const Rules rules{LawBook::built_in()};
  return rules;
}

}  // namespace ansinh
