#include "assess/column_tables.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "assess/column_kernels.hpp"
#include "assess/column_places.hpp"
#include "assess/column_run.hpp"
#include "assess/one_row.hpp"
#include "assess/small_tables.hpp"

namespace ansinh {
namespace {

// Tables larger than this are not made; then every row is the kernel's.
constexpr std::size_t most_entries = std::size_t{1} << 21U;

// A span of days of one regime, all before or all after the day on which the law was last verified.
struct Span {
  Day from;
  std::size_t regime = 0;
  bool projected = false;
};

// A rate in hundredths; empty where it is finer.
std::optional<std::uint32_t> hundredths_of(Rate rate) {
  if (rate.decimals() > 2) return std::nullopt;
  return static_cast<std::uint32_t>(rate.digits() * (rate.decimals() == 0 ? 100 : rate.decimals() == 1 ? 10 : 1));
}

std::vector<Span> spans_of(const Rules::Data& data) {
  std::set<Day> days;
  for (const Regime& regime : data.regimes) days.insert(regime.from);
  const Day after = data.verified_on.next();
  if (first_law_day < after && after <= last_law_day) days.insert(after);
  std::vector<Span> spans;
  for (const Day day : days) {
    const auto at = static_cast<std::size_t>(day.number() - first_law_day.number());
    spans.push_back({day, data.days[at].regime, data.verified_on < day});
  }
  return spans;
}

// Cells that say the same to every payment, by one number each.
class CellKinds {
 public:
  explicit CellKinds(const Rules::Data& data) {
    std::map<std::vector<std::uint64_t>, std::uint32_t> kinds;
    for (const Cell& cell : data.cells) {
      std::vector<std::uint64_t> key{cell.known, cell.none_for.bits(), cell.unknown_for.bits()};
      for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
        const Candidate& candidate = data.candidates[i];
        key.push_back(std::uint64_t{candidate.programme} << 8U | static_cast<std::uint64_t>(candidate.matched));
      }
      const auto next = static_cast<std::uint32_t>(kinds.size());
      kinds_.push_back(kinds.emplace(std::move(key), next).first->second);
    }
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t cell) const { return kinds_[cell]; }

 private:
  std::vector<std::uint32_t> kinds_;
};

// Regimes that are the same to a payment of an ordinary term, by one number each.
std::vector<std::uint32_t> regime_kinds(const Rules::Data& data) {
  std::map<std::vector<const LawRow*>, std::uint32_t> kinds;
  std::vector<std::uint32_t> by_regime;
  for (const Regime& regime : data.regimes) {
    std::vector<const LawRow*> key(regime.rows.begin(), regime.rows.end());
    for (const Parameter other : {Parameter::missing_months_max, Parameter::fund_return_rate, Parameter::th_support,
                                  Parameter::refund_reasons}) {
      key[static_cast<std::size_t>(other)] = nullptr;
    }
    if (regime.support_from_day <= regime.from) key.push_back(nullptr);
    by_regime.push_back(kinds.emplace(std::move(key), static_cast<std::uint32_t>(kinds.size())).first->second);
  }
  return by_regime;
}

// The cells of one span that a handle stands on.
struct CellPair {
  std::uint32_t ground = 0;
  std::optional<std::uint32_t> locality;
};

// What the kernel says of a day, place and group set; the default: nothing.
struct Facts {
  static constexpr std::size_t most_months = 12;

  std::uint32_t floor = 0, incomes = 0, cap = 0, flags = 0;
  bool step_required = false;
  bool apart = false;
  std::array<std::uint32_t, most_months + 1> central{};  // by supported months
  std::array<std::uint32_t, most_months + 1> local{};

  // Whether all sums are so many times that of one month.
  [[nodiscard]] bool whole() const {
    const auto whole = [](const std::array<std::uint32_t, most_months + 1>& sums) {
      for (std::uint32_t months = 0; months <= most_months; ++months) {
        if (sums[months] != months * sums[1]) return false;
      }
      return sums[1] <= ColumnEntry::largest_sum;
    };
    return whole(central) && whole(local);
  }
};

class FactFinder {
 public:
  FactFinder(const Rules& rules, ColumnRate rate, std::uint32_t hundredths)
      : data_{rules.data()}, rate_{rate}, hundredths_{hundredths} {}

  [[nodiscard]] Facts find(const Span& span, const Place& place, const CellPair& pair, std::size_t held) const {
    const Regime& regime = data_.regimes[span.regime];
    const auto groups = GroupSet::from_bits(static_cast<std::uint16_t>(held));
    if (!usual(regime) || !usual(pair.ground, groups) || (pair.locality && !usual(*pair.locality, groups))) return {};

    Facts facts;
    facts.floor = static_cast<std::uint32_t>(regime.floor.dong());
    facts.incomes = static_cast<std::uint32_t>((regime.ceiling - regime.floor).dong() + 1);
    facts.cap = static_cast<std::uint32_t>(cap_of(regime));
    facts.step_required = regime.step_required;

    Request request;
    request.paid_on = span.from;
    request.place = place;
    request.groups = groups;
    // The highest, so that nothing is cut.
    request.income = regime.ceiling - Money{static_cast<std::int64_t>(beyond_level(regime.ceiling, regime))};
    request.term = *Term::months(Facts::most_months);
    for (std::size_t months = 0; months <= Facts::most_months; ++months) {
      request.months_supported = static_cast<int>(facts.cap - months);
      const auto answer = ask(request);
      if (!answer) return {};
      facts.central[months] = static_cast<std::uint32_t>(answer->central_support.dong());
      facts.local[months] = static_cast<std::uint32_t>(answer->local_top_up.dong());
      for (const LayerAmount& layer : answer->layers()) {
        facts.apart = facts.apart || layer.layer != 0 || layer.source != SourceOfMoney::budget;
      }
    }
    request.months_supported = 0;
    bool first = true;
    for (const int months : {1, 3, 6, 12}) {
      request.term = *Term::months(months);
      const auto answer = ask(request);
      if (!answer) return {};
      const bool same = first || facts.flags == answer->flags.bits();
      facts.flags = same ? answer->flags.bits() : flags_differ;
      first = false;
    }
    return facts;
  }

 private:
  static int cap_of(const Regime& regime) { return std::min(120, regime.support_cap); }

  // Whether the terms of 1, 3, 6 and 12 months all exist, and the amounts have room.
  [[nodiscard]] bool usual(const Regime& regime) const {
    const Rate rate = regime.contribution_rate;
    return regime.has_bounds && regime.has_contribution_rate && regime.has_poverty_line && regime.has_support &&
           regime.support_from_day <= regime.from && hundredths_of(rate) == hundredths_ &&
           regime.step == Money{column_step} && cap_of(regime) >= static_cast<int>(Facts::most_months) &&
           std::ranges::all_of(std::array{1U, 3U, 6U, 12U}, [&](unsigned n) { return regime.window[n] != 0; }) &&
           Money{} <= regime.floor && regime.floor <= regime.ceiling &&
           regime.ceiling.dong() <= rate_.largest_base / static_cast<std::int64_t>(Facts::most_months);
  }

  // Whether what the holders of a group set get there depends on the months supported by the State alone.
  [[nodiscard]] bool usual(std::uint32_t cell, GroupSet held) const {
    const Cell& on = data_.cells[cell];
    for (std::uint32_t i = on.begin; i < on.end; ++i) {
      for (std::uint32_t r = data_.candidates[i].rules_begin; r < data_.candidates[i].rules_end; ++r) {
        const CompiledRule& rule = data_.rules[r];
        if (rule.holds_for(held) &&
            (rule.base == CompiledRule::Base::own_contribution || rule.months != RuleMonths::Kind::central)) {
          return false;
        }
      }
    }
    return true;
  }

  // Nothing where it is refused or cut.
  [[nodiscard]] std::optional<Assessment> ask(const Request& request) const {
    Assessment answer;
    if (assess_row(data_, FastArithmetic{nullptr}, request, answer) != Errc::ok) return std::nullopt;
    if (answer.flags.has(Flag::support_cut)) return std::nullopt;
    return answer;
  }

  const Rules::Data& data_;
  ColumnRate rate_;
  std::uint32_t hundredths_;
};

class TableMaker {
 public:
  TableMaker(ColumnRules::Tables& tables, const ColumnPlaces& places)
      : tables_{tables},
        data_{tables.rules.data()},
        places_{places},
        spans_{spans_of(data_)},
        cell_kinds_{data_},
        regime_kinds_{regime_kinds(data_)} {}

  void make() {
    tables_.by_day.assign(ColumnRules::Tables::codes, 0);
    tables_.by_place.assign(ColumnRules::Tables::codes, 0);
    tables_.by_groups.assign(ColumnRules::Tables::codes, 0);
    tables_.entries.assign(1, ColumnEntry{});
    tables_.sums.assign(ColumnRules::Tables::sums_row, 0);
    if (places_.standings.size() * spans_.size() > most_entries) return;
    choose_rate();
    class_places();
    if (spans_.size() * first_of_class_.size() * fixed_group_sets > most_entries) return;
    find_facts();
    class_groups();
    fill();
  }

 private:
  using Id = std::uint32_t;  // of a row of facts; 0: nothing

  // That of most spans.
  void choose_rate() {
    std::map<std::uint32_t, int> spans_by_rate;
    for (const Span& span : spans_) {
      const Regime& regime = data_.regimes[span.regime];
      if (!regime.has_contribution_rate || !regime.has_support) continue;
      if (const auto hundredths = hundredths_of(regime.contribution_rate)) ++spans_by_rate[*hundredths];
    }
    for (const auto& [rate, count] : spans_by_rate) {
      if (hundredths_ == 0 || spans_by_rate[hundredths_] < count) hundredths_ = rate;
    }
    tables_.rate = column_rate(*Rate::from_decimal(static_cast<std::int64_t>(hundredths_), 2));
  }

  [[nodiscard]] CellPair cells(const ColumnPlaces::Standing& standing, const Span& span) const {
    CellPair pair{data_.grounds[standing.ground].cell_on(span.from), {}};
    if (standing.locality != unnamed_locality) pair.locality = data_.grounds[standing.locality].cell_on(span.from);
    return pair;
  }
  // One more than the kind of a locality's cell, so that it is told from a place without one.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> kinds(const CellPair& pair) const {
    return {cell_kinds_.of(pair.ground), pair.locality ? cell_kinds_.of(*pair.locality) + 1 : 0};
  }

  // Handles that stand on cells of the same kinds on every day.
  void class_places() {
    std::map<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::uint32_t> classes;
    for (std::size_t handle = 0; handle < places_.standings.size(); ++handle) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> key;
      for (const Span& span : spans_) key.push_back(kinds(cells(places_.standings[handle], span)));
      const auto next = static_cast<std::uint32_t>(classes.size());
      const auto [found, fresh] = classes.emplace(std::move(key), next);
      if (fresh) first_of_class_.push_back(handle);
      place_class_.push_back(found->second);
    }
  }

  // Of each span, class of places and group set, in this order. The kernel is asked once for all that it cannot tell
  // apart.
  void find_facts() {
    const FactFinder finder{tables_.rules, tables_.rate, hundredths_};
    std::map<std::tuple<std::uint32_t, bool, std::uint32_t, std::uint32_t, std::size_t>, Id> asked;
    facts_.assign(1, Facts{});
    for (const Span& span : spans_) {
      for (const std::size_t handle : first_of_class_) {
        const CellPair pair = cells(places_.standings[handle], span);
        const auto [ground, locality] = kinds(pair);
        for (std::size_t held = 0; held < fixed_group_sets; ++held) {
          const auto next = static_cast<Id>(facts_.size());
          const auto [found, fresh] =
              asked.try_emplace({regime_kinds_[span.regime], span.projected, ground, locality, held}, next);
          if (fresh) {
            const Facts facts = finder.find(span, places_.places[handle], pair, held);
            if (facts.incomes == 0) {
              found->second = 0;
            } else {
              facts_.push_back(facts);
            }
          }
          ids_.push_back(found->second);
        }
      }
    }
  }
  [[nodiscard]] Id id(std::size_t span, std::size_t place, std::size_t held) const {
    return ids_[(span * first_of_class_.size() + place) * fixed_group_sets + held];
  }

  // The entry of a row of facts.
  [[nodiscard]] ColumnEntry entry(const Facts& facts) {
    ColumnEntry out;
    if (facts.incomes == 0) return out;
    const std::uint32_t central = tables_.by_months ? row_of(facts.central) : facts.central[1];
    const std::uint32_t local = tables_.by_months ? row_of(facts.local) : facts.local[1];
    out.support = central | facts.cap << 24U;
    out.local = local | facts.flags << 24U | std::uint32_t{facts.step_required} << ColumnEntry::step_required_bit |
                std::uint32_t{facts.apart} << ColumnEntry::apart_bit;
    out.floor = facts.floor;
    out.incomes = facts.incomes;
    return out;
  }

  // Where the sums stand by months.
  std::uint32_t row_of(const std::array<std::uint32_t, Facts::most_months + 1>& sums) {
    const auto next = static_cast<std::uint32_t>(tables_.sums.size() / ColumnRules::Tables::sums_row);
    const auto [found, fresh] = rows_.emplace(std::vector<std::uint32_t>(sums.begin(), sums.end()), next);
    if (fresh) {
      tables_.sums.insert(tables_.sums.end(), sums.begin(), sums.end());
      tables_.sums.resize(std::size_t{next + 1} * ColumnRules::Tables::sums_row);
    }
    return found->second;
  }

  // Group sets whose facts are the same on every day and at every place. Same by what they say: the ids of two rows of
  // facts may differ.
  void class_groups() {
    tables_.by_months = !std::ranges::all_of(facts_, &Facts::whole);
    for (const Facts& facts : facts_) made_.push_back(entry(facts));
    std::map<std::vector<ColumnEntry>, std::uint32_t, decltype(&before)> classes{&before};
    for (std::size_t held = 0; held < fixed_group_sets; ++held) {
      std::vector<ColumnEntry> entries;
      for (std::size_t s = 0; s < spans_.size(); ++s) {
        for (std::size_t p = 0; p < first_of_class_.size(); ++p) entries.push_back(made_[id(s, p, held)]);
      }
      const auto next = static_cast<std::uint32_t>(classes.size());
      const auto [found, fresh] = classes.emplace(std::move(entries), next);
      if (fresh) first_set_.push_back(held);
      group_class_.push_back(found->second);
    }
  }

  // Class 0 of days, places and group sets is that of all others, and its entries speak for nothing. Days share a class
  // if their entries are the same at every place and for every group set.
  void fill() {
    const std::size_t sets = first_set_.size() + 1;
    const std::size_t of_span = sets * (first_of_class_.size() + 1);
    std::map<std::vector<ColumnEntry>, std::uint32_t, decltype(&before)> classes{&before};
    const auto first_entry = [&](const std::vector<ColumnEntry>& entries) {
      const auto next = static_cast<std::uint32_t>(tables_.entries.size());
      const auto [found, fresh] = classes.emplace(entries, next);
      if (fresh) tables_.entries.insert(tables_.entries.end(), entries.begin(), entries.end());
      return found->second;
    };
    tables_.entries.clear();
    first_entry(std::vector<ColumnEntry>(of_span));
    for (std::size_t s = 0; s < spans_.size(); ++s) {
      std::vector<ColumnEntry> entries(of_span);
      for (std::size_t p = 0; p < first_of_class_.size(); ++p) {
        for (std::size_t g = 0; g < first_set_.size(); ++g) {
          entries[(p + 1) * sets + g + 1] = made_[id(s, p, first_set_[g])];
        }
      }
      const std::uint32_t first = first_entry(entries);
      const auto begin = static_cast<std::size_t>(spans_[s].from.number() - first_law_day.number());
      std::fill(tables_.by_day.begin() + static_cast<std::ptrdiff_t>(begin),
                tables_.by_day.begin() + static_cast<std::ptrdiff_t>(days_of_law), first);
    }
    for (std::size_t handle = 0; handle < place_class_.size(); ++handle) {
      tables_.by_place[handle] = static_cast<std::uint32_t>((place_class_[handle] + 1) * sets);
    }
    for (std::size_t held = 0; held < group_class_.size(); ++held) tables_.by_groups[held] = group_class_[held] + 1;
  }

  static bool before(const std::vector<ColumnEntry>& a, const std::vector<ColumnEntry>& b) {
    return std::ranges::lexicographical_compare(a, b, [](const ColumnEntry& x, const ColumnEntry& y) {
      return std::tie(x.support, x.local, x.floor, x.incomes) < std::tie(y.support, y.local, y.floor, y.incomes);
    });
  }

  ColumnRules::Tables& tables_;
  const Rules::Data& data_;
  const ColumnPlaces& places_;
  std::vector<Span> spans_;
  CellKinds cell_kinds_;
  std::vector<std::uint32_t> regime_kinds_;
  std::uint32_t hundredths_ = 0;
  std::vector<std::uint32_t> place_class_;   // by handle
  std::vector<std::size_t> first_of_class_;  // handle
  std::vector<Facts> facts_;                 // by id
  std::vector<Id> ids_;
  std::vector<ColumnEntry> made_;                             // by id
  std::map<std::vector<std::uint32_t>, std::uint32_t> rows_;  // of sums by months
  std::vector<std::uint32_t> group_class_;                    // by group set
  std::vector<std::size_t> first_set_;                        // group set
};

// The first 64 bits of "sha256:...".
std::uint64_t number_of(std::string_view digest) {
  std::uint64_t number = 0;
  for (const char c : digest.substr(digest.find(':') + 1)) {
    number = number << 4U | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return number;
}

}  // namespace

// Let rate = p/q in lowest terms, M = ceil(2^34 p/q) and e = M q - 2^34 p, so 0 <= e < q. Then M x / 2^34 lies above
// p x / q by e x / (2^34 q). Rounding looks at whether p x / q + 1/2 has reached a whole number; it is a multiple of
// 1/q where q is even, of 1/(2 q) where it is odd, so an addition of less than that changes nothing: e x < 2^34, or
// 2 e x < 2^34.
ColumnRate column_rate(Rate rate) {
  constexpr std::uint64_t most = 0xffff'ffff;
  std::uint64_t q = 1;
  for (int i = 0; i < rate.decimals(); ++i) q *= 10;
  auto p = static_cast<std::uint64_t>(rate.digits());
  const std::uint64_t common = std::gcd(p, q);
  p /= common;
  q /= common;
  const std::uint64_t multiplier = ((p << 34U) + q - 1) / q;
  if (multiplier > most) return {};
  const std::uint64_t e = multiplier * q - (p << 34U);
  const std::uint64_t per_unit = q % 2 == 0 ? e : 2 * e;
  const std::uint64_t base = per_unit == 0 ? most : std::min(most, ((std::uint64_t{1} << 34U) - 1) / per_unit);
  return {static_cast<std::uint32_t>(multiplier), static_cast<std::uint32_t>(base)};
}

ColumnRules::ColumnRules(Rules rules) {
  auto tables = std::make_shared<Tables>(std::move(rules));
  const ColumnPlaces places = column_places(tables->rules.data());
  tables->book = number_of(tables->rules.book().digest());
  tables->places = places.places;
  TableMaker{*tables, places}.make();
  if (const auto small = small_tables(*tables)) tables->small = std::make_shared<const SmallTables>(*small);
  tables_ = std::move(tables);
}

const Rules& ColumnRules::rules() const { return tables_->rules; }
std::uint64_t ColumnRules::book() const { return tables_->book; }

Result<std::uint16_t> ColumnRules::place(const Place& place) const { return place_handle(*tables_, place); }

}  // namespace ansinh
