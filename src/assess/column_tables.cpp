#include "assess/column_tables.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "assess/column_run.hpp"
#include "assess/refusals.hpp"

namespace ansinh {
namespace {

constexpr std::size_t grounds_without_locality = place_grounds;

// Tables larger than this are not made; then every row is the kernel's.
constexpr std::size_t most_entries = std::size_t{1} << 21U;

// A span of days of one regime, all before or all after the day on which the law was last verified.
struct Span {
  Day from;
  std::size_t regime = 0;
  bool projected = false;
};

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

// What a handle stands on: grounds of Rules::Data.
struct Standing {
  std::size_t ground = no_ground;
  std::size_t locality = unnamed_locality;
};

struct Handles {
  std::vector<Place> places;
  std::vector<Standing> standings;

  void add(const Place& place, std::size_t ground, std::size_t locality) {
    places.push_back(place);
    standings.push_back({ground, locality});
  }
};

void add_grounds(Handles& handles, const Rules::Data& data, std::optional<LocalityCode> code, std::size_t locality) {
  handles.add({{}, {}, code}, no_ground, locality);
  for (const ProvinceCode province : provinces()) {
    handles.add({province, {}, code}, data.province_ground[static_cast<std::size_t>(province.number())], locality);
  }
  for (const FormerProvinceCode former : former_provinces()) {
    handles.add({{}, former, code}, data.former_ground[static_cast<std::size_t>(former.number())], locality);
  }
}

// Localities only where the handles of all of them are there.
Handles handles_of(const Rules::Data& data) {
  Handles handles;
  add_grounds(handles, data, std::nullopt, unnamed_locality);
  if ((data.localities.size() + 1) * grounds_without_locality > ColumnRules::Tables::codes) return handles;
  for (const auto& [code, ground] : data.localities) add_grounds(handles, data, code, ground);
  return handles;
}

// Cells that say the same to a plain payment, by one number each; 0: nothing is plain there.
class CellKinds {
 public:
  explicit CellKinds(const Rules::Data& data) : data_{data}, kinds_(data.cells.size()) {
    std::map<std::vector<Key>, std::uint32_t> known;
    for (std::size_t i = 0; i < data.cells.size(); ++i) {
      const Cell& cell = data.cells[i];
      if (cell.winners == Cell::no_winners) continue;
      const auto next = static_cast<std::uint32_t>(known.size() + 1);
      kinds_[i] = known.emplace(key(cell), next).first->second;
    }
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t cell) const { return kinds_[cell]; }

 private:
  using Key = std::uint64_t;

  [[nodiscard]] std::vector<Key> key(const Cell& cell) const {
    std::vector<Key> key{cell.layers, cell.known_sets[0], cell.known_sets[1]};
    for (const Winner& winner : data_.winners[cell.winners]) {
      key.push_back(static_cast<Key>(winner.per_month));
      if (winner.per_month > 0) {
        key.push_back(static_cast<Key>(winner.layer) << 16U | static_cast<Key>(winner.source) << 8U |
                      static_cast<Key>(winner.settled));
      }
    }
    return key;
  }

  const Rules::Data& data_;
  std::vector<std::uint32_t> kinds_;
};

// The cells of one span that a handle stands on.
struct CellPair {
  std::uint32_t ground = 0;
  std::optional<std::uint32_t> locality;
};

class TableMaker {
 public:
  TableMaker(ColumnRules::Tables& tables, const Handles& handles)
      : tables_{tables}, data_{tables.rules.data()}, handles_{handles}, spans_{spans_of(data_)}, kinds_{data_} {}

  void make() {
    tables_.by_day.assign(ColumnRules::Tables::codes, 0);
    tables_.by_place.assign(ColumnRules::Tables::codes, 0);
    tables_.by_groups.assign(ColumnRules::Tables::codes, 0);
    tables_.entries.assign(1, ColumnEntry{});
    if (handles_.standings.size() * spans_.size() > most_entries) return;
    choose_rate();
    class_places();
    if (spans_.size() * first_of_class_.size() * fixed_group_sets > most_entries) return;
    class_groups();
    fill();
  }

 private:
  // That of most spans of which anything is plain.
  void choose_rate() {
    std::map<std::uint32_t, int> spans_by_rate;
    for (const Span& span : spans_) {
      const PlainRegime& plain = data_.plain[span.regime];
      if (plain.rate != 0) ++spans_by_rate[plain.rate];
    }
    for (const auto& [rate, count] : spans_by_rate) {
      if (hundredths_ == 0 || spans_by_rate[hundredths_] < count) hundredths_ = rate;
    }
    if (hundredths_ != 0) tables_.rate = column_rate(*Rate::from_decimal(static_cast<std::int64_t>(hundredths_), 2));
  }

  [[nodiscard]] CellPair cells(const Standing& standing, const Span& span) const {
    CellPair pair{data_.grounds[standing.ground].cell_on(span.from), {}};
    if (standing.locality != unnamed_locality) pair.locality = data_.grounds[standing.locality].cell_on(span.from);
    return pair;
  }

  // Handles that stand on cells of the same kinds on every day.
  void class_places() {
    std::map<std::vector<std::uint32_t>, std::uint32_t> classes;
    place_class_.reserve(handles_.standings.size());
    for (std::size_t handle = 0; handle < handles_.standings.size(); ++handle) {
      std::vector<std::uint32_t> kinds;
      kinds.reserve(2 * spans_.size());
      for (const Span& span : spans_) {
        const CellPair pair = cells(handles_.standings[handle], span);
        kinds.push_back(kinds_.of(pair.ground));
        // One more than the kind, so that it is told from a place without a locality.
        kinds.push_back(pair.locality ? kinds_.of(*pair.locality) + 1 : 0);
      }
      const auto next = static_cast<std::uint32_t>(classes.size());
      const auto [found, fresh] = classes.emplace(std::move(kinds), next);
      if (fresh) first_of_class_.push_back(handle);
      place_class_.push_back(found->second);
    }
  }

  // Group sets whose entries are the same on every day and at every place.
  void class_groups() {
    std::map<std::vector<std::uint32_t>, std::uint32_t> classes;
    for (std::size_t held = 0; held < fixed_group_sets; ++held) {
      std::vector<std::uint32_t> words;
      for (const Span& span : spans_) {
        for (const std::size_t handle : first_of_class_) {
          const ColumnEntry e = entry(span, cells(handles_.standings[handle], span), held);
          words.insert(words.end(), {e.support, e.local, e.floor, e.incomes});
        }
      }
      const auto next = static_cast<std::uint32_t>(classes.size());
      const auto [found, fresh] = classes.emplace(std::move(words), next);
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
    std::vector<std::uint32_t> first_entry;
    const auto entries_of = [&](const std::vector<ColumnEntry>& entries) {
      const auto next = static_cast<std::uint32_t>(tables_.entries.size());
      const auto [found, fresh] = classes.emplace(entries, next);
      if (fresh) tables_.entries.insert(tables_.entries.end(), entries.begin(), entries.end());
      return found->second;
    };
    tables_.entries.clear();
    entries_of(std::vector<ColumnEntry>(of_span));
    for (const Span& span : spans_) {
      std::vector<ColumnEntry> entries(of_span);
      for (std::size_t p = 0; p < first_of_class_.size(); ++p) {
        const CellPair pair = cells(handles_.standings[first_of_class_[p]], span);
        for (std::size_t g = 0; g < first_set_.size(); ++g) {
          entries[(p + 1) * sets + g + 1] = entry(span, pair, first_set_[g]);
        }
      }
      first_entry.push_back(entries_of(entries));
    }
    std::size_t s = 0;
    for (std::size_t i = 0; i < days_of_law; ++i) {
      const Day day = *Day::from_number(first_law_day.number() + static_cast<std::int32_t>(i));
      while (s + 1 < spans_.size() && spans_[s + 1].from <= day) ++s;
      tables_.by_day[i] = first_entry[s];
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

  [[nodiscard]] ColumnEntry entry(const Span& span, const CellPair& pair, std::size_t held) const {
    const PlainRegime& plain = data_.plain[span.regime];
    const Cell& ground = data_.cells[pair.ground];
    if (!speaks_for(plain) || ground.winners == Cell::no_winners) return {};
    const Winner& winner = data_.winners[ground.winners][held];
    Winner further;
    bool known = ground.known_to(held);
    if (pair.locality) {
      const Cell& locality = data_.cells[*pair.locality];
      if (locality.winners == Cell::no_winners || (locality.layers & ground.layers) != 0) return {};
      further = data_.winners[locality.winners][held];
      known = known && locality.known_to(held);
    }
    if (winner.per_month < 0 || further.per_month < 0) return {};
    const std::int64_t local = winner.per_month + further.per_month;
    const std::uint32_t central = plain.central[held & 0xfU];
    if (local > ColumnEntry::largest_sum || central > ColumnEntry::largest_sum) return {};

    const bool of_ground = winner.per_month > 0;
    const bool of_locality = further.per_month > 0;
    const bool unsettled = plain.unsettled[held & 0xfU] || (of_ground && !winner.settled) ||
                           (of_locality && !further.settled) || (local > 0 && plain.local_unsettled);
    Flags flags;
    flags.set(Flag::projected, span.projected);
    flags.set(Flag::local_unknown, !known);
    flags.set(Flag::unsettled, unsettled);
    const bool apart = of_locality || (of_ground && (winner.layer != 0 || winner.source != SourceOfMoney::budget));

    ColumnEntry out;
    out.support = central | static_cast<std::uint32_t>(plain.room[1]) << 24U;
    out.local = static_cast<std::uint32_t>(local) | flags.bits() << 24U |
                std::uint32_t{plain.step_required} << ColumnEntry::step_required_bit |
                std::uint32_t{apart} << ColumnEntry::apart_bit;
    out.floor = static_cast<std::uint32_t>(plain.floor);
    out.incomes = plain.span + 1;
    return out;
  }

  // Whether the terms of 1, 3, 6 and 12 months all exist, and the amounts have room.
  [[nodiscard]] bool speaks_for(const PlainRegime& plain) const {
    if (plain.rate == 0 || plain.rate != hundredths_ || plain.step != column_step) return false;
    for (const std::size_t months : {1U, 3U, 6U, 12U}) {
      if (plain.room[months] == 0) return false;
    }
    return (plain.floor + plain.span) * 12 <= tables_.rate.largest_base;
  }

  ColumnRules::Tables& tables_;
  const Rules::Data& data_;
  const Handles& handles_;
  std::vector<Span> spans_;
  CellKinds kinds_;
  std::uint32_t hundredths_ = 0;
  std::vector<std::uint32_t> place_class_;   // by handle
  std::vector<std::size_t> first_of_class_;  // handle
  std::vector<std::uint32_t> group_class_;   // by group set
  std::vector<std::size_t> first_set_;       // group set
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
  const Handles handles = handles_of(tables->rules.data());
  tables->book = number_of(tables->rules.book().digest());
  tables->places = handles.places;
  tables->place_grounds = grounds_without_locality;
  TableMaker{*tables, handles}.make();
  tables_ = std::move(tables);
}

const Rules& ColumnRules::rules() const { return tables_->rules; }
std::uint64_t ColumnRules::book() const { return tables_->book; }

Result<std::uint16_t> ColumnRules::place(const Place& place) const { return place_handle(*tables_, place); }

Result<std::uint16_t> place_handle(const ColumnRules::Tables& tables, const Place& place) {
  const Rules::Data& data = tables.rules.data();
  std::size_t handle = 0;
  if (place.former_province) {
    if (const auto fault = check_former(place)) return *fault;
    const auto formers = former_provinces();
    const auto at = std::ranges::find(formers, *place.former_province) - formers.begin();
    handle = first_former_ground + static_cast<std::size_t>(at);
  } else if (place.province) {
    const auto all = provinces();
    handle = first_province_ground + static_cast<std::size_t>(std::ranges::find(all, *place.province) - all.begin());
  }
  if (!place.locality || data.locality_ground(*place.locality) == unnamed_locality) {
    return static_cast<std::uint16_t>(handle);
  }
  const std::size_t locality = data.locality_ground(*place.locality) - place_grounds + 1;
  const std::size_t whole = locality * tables.place_grounds + handle;
  if (tables.places.size() <= whole) {
    Fault fault;
    fault.field = Field::locality;
    fault.hint = Hint::out_of_range;
    fault.given = *place.locality;
    fault.limit = Datum::count(static_cast<std::int64_t>(ColumnRules::Tables::codes / grounds_without_locality - 1));
    return fault;
  }
  return static_cast<std::uint16_t>(whole);
}

}  // namespace ansinh
