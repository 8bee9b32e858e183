#include "ansinh/overlay_check.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "ansinh/assess.hpp"

namespace ansinh {
namespace {

using Kind = OverlayWarning::Kind;

constexpr std::size_t most_warnings = 1'000;
constexpr std::size_t most_priced = 100'000;  // places and days; far more than any province's acts have

// Groups that the law made on a day: nobody was in them before. Source: Law 30/2023/QH15 art. 23(1), in force
// 2024-07-01.
struct GroupSince {
  Group group;
  Day since;
};
constexpr std::array groups_since{GroupSince{Group::security_force, Day{2024, 7, 1}}};

// One ground on which programmes can meet, or participants be priced.
struct Listed {
  enum class List : std::uint8_t { province, former_province, locality } list;
  std::uint32_t code;
  friend auto operator<=>(const Listed&, const Listed&) = default;
};

std::vector<Listed> grounds_of(const Territory& territory) {
  std::vector<Listed> grounds;
  for (const auto code : territory.province) {
    grounds.push_back({Listed::List::province, static_cast<std::uint32_t>(code.number())});
  }
  for (const auto code : territory.former_province) {
    grounds.push_back({Listed::List::former_province, static_cast<std::uint32_t>(code.number())});
  }
  for (const auto code : territory.locality) grounds.push_back({Listed::List::locality, code.key()});
  return grounds;
}

// Where participants of a territory may live. Of a locality the province is not known: it is taken alone, and with each
// province that the file speaks of.
std::vector<Place> places_of(const Territory& territory, const std::set<ProvinceCode>& provinces_of_file) {
  std::vector<Place> places;
  for (const auto code : territory.province) places.push_back({.province = code});
  for (const auto code : territory.former_province) places.push_back({.former_province = code});
  for (const auto code : territory.locality) {
    places.push_back({.locality = code});
    for (const auto province : provinces_of_file) places.push_back({.province = province, .locality = code});
  }
  return places;
}

std::vector<GroupSet> each_group_alone(const LawBook& book) {
  std::vector<GroupSet> sets{GroupSet{}};
  for (std::size_t bit = 0; bit < book.groups().size(); ++bit) {
    sets.push_back(GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit)));
  }
  return sets;
}

// The part of a period that this law covers; empty (first after last) where there is none.
struct Period {
  Day from, to;
  [[nodiscard]] bool empty() const { return to < from; }
};
Period covered(Day from, Day to) { return {std::max(from, first_law_day), std::min(to, last_law_day)}; }

// What one rule gives, where two can be compared without a payment: the same base, and the same months.
std::optional<std::int64_t> gives_as_much(const Rule& everyone, const Rule& rule) {
  if (everyone.per_month.index() != rule.per_month.index() || !(everyone.months == rule.months)) return std::nullopt;
  if (const auto* a = std::get_if<FloorShare>(&everyone.per_month)) {
    return a->share >= std::get_if<FloorShare>(&rule.per_month)->share;
  }
  if (const auto* a = std::get_if<OwnShare>(&everyone.per_month)) {
    return a->share >= std::get_if<OwnShare>(&rule.per_month)->share;
  }
  if (const auto* a = std::get_if<FixedSum>(&everyone.per_month)) {
    return a->amount >= std::get_if<FixedSum>(&rule.per_month)->amount;
  }
  return std::nullopt;
}

class OverlayChecker {
 public:
  explicit OverlayChecker(const Overlay& overlay) : overlay_{overlay} {
    for (std::size_t i = 0; i < overlay.programmes.size(); ++i) {
      position_.emplace(overlay.programmes[i].id, overlay.programme_at[i]);
    }
  }

  std::vector<OverlayWarning> check() && {
    above_floor();
    gaps_of_values();
    gaps_of_programmes();
    meetings();
    uncited();
    impossible_groups();
    unused_groups();
    idle_rules();
    outside_law();
    std::ranges::stable_sort(warnings_, [](const OverlayWarning& a, const OverlayWarning& b) {
      return std::tuple{a.kind, a.at.line, a.at.column} < std::tuple{b.kind, b.at.line, b.at.column};
    });
    return std::move(warnings_);
  }

 private:
  [[nodiscard]] bool full() const { return warnings_.size() >= most_warnings; }
  [[nodiscard]] bool of_file(const std::string& id) const { return position_.contains(id); }

  void warn(OverlayWarning warning) {
    if (!full()) warnings_.push_back(std::move(warning));
  }

  // Every ground of the file's programmes is priced at the floor on every day on which anything changes: support is cut
  // there if it exceeds the floor contribution.
  void above_floor() {
    const Rules rules{overlay_.book};
    std::set<Day> changes;
    for (const LawRow& row : overlay_.book.rows()) changes.insert(row.from);
    for (const Programme& programme : overlay_.book.programmes()) {
      changes.insert(programme.from);
      // What a programme displaced comes back once it has ended.
      if (programme.to < last_law_day) changes.insert(programme.to.next());
    }
    const auto sets = each_group_alone(overlay_.book);
    std::set<ProvinceCode> named;
    for (const Programme& programme : overlay_.programmes) {
      named.insert(programme.territory.province.begin(), programme.territory.province.end());
    }
    std::set<std::tuple<std::string, std::uint16_t>> told;
    std::set<std::tuple<Datum::Kind, std::int64_t, std::int64_t, Day>> priced;
    for (const Programme& programme : overlay_.programmes) {
      const auto [from, to] = covered(programme.from, programme.to);
      for (const Place& place : places_of(programme.territory, named)) {
        for (auto day = changes.lower_bound(from); day != changes.end() && *day <= to; ++day) {
          if (full() || priced.size() >= most_priced) return;
          const Datum ground = place.former_province ? Datum{*place.former_province}
                               : place.province      ? Datum{*place.province}
                                                     : Datum{};
          const std::int64_t locality = place.locality ? place.locality->key() : 0;
          if (!priced.emplace(ground.kind(), ground.number(), locality, *day).second) continue;
          for (const GroupSet groups : sets) price(rules, place, *day, groups, told);
        }
      }
    }
  }

  void price(const Rules& rules, const Place& place, Day day, GroupSet groups,
             std::set<std::tuple<std::string, std::uint16_t>>& told) {
    const auto brackets = income_brackets(overlay_.book, day);
    if (!brackets) return;
    Request request;
    request.paid_on = day;
    request.income = brackets->floor;
    request.place = place;
    request.groups = groups;
    const auto due = assess(rules, request);
    if (!due || !due->flags.has(Flag::support_cut)) return;
    for (const LayerAmount& layer : due->layers()) {
      const Programme& programme = overlay_.book.programmes()[layer.programme];
      if (!of_file(programme.id) || !told.emplace(programme.id, groups.bits()).second) continue;
      warn({Kind::above_floor, position_.at(programme.id), programme.id, {}, groups, day, day});
    }
  }

  void gaps_of_values() {
    std::array<std::vector<std::size_t>, parameter_count> of_parameter;
    for (std::size_t i = 0; i < overlay_.values.size(); ++i) {
      of_parameter[static_cast<std::size_t>(overlay_.values[i].parameter)].push_back(i);
    }
    for (auto& rows : of_parameter) {
      std::ranges::sort(rows, {}, [&](std::size_t i) { return overlay_.values[i].from; });
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const LawRow& before = overlay_.values[rows[i - 1]];
        const LawRow& after = overlay_.values[rows[i]];
        if (before.to.next() == after.from) continue;
        const std::string parameter{name(after.parameter)};
        warn({Kind::gap, overlay_.value_at[rows[i]], parameter, {}, {}, before.to.next(), after.from.previous()});
      }
    }
  }

  void gaps_of_programmes() {
    using Key = std::pair<std::string_view, std::vector<Listed>>;
    std::map<Key, std::vector<const Programme*>> of_ground;
    for (const Programme& programme : overlay_.book.programmes()) {
      auto grounds = grounds_of(programme.territory);
      std::ranges::sort(grounds);
      of_ground[{programme.layer, std::move(grounds)}].push_back(&programme);
    }
    for (auto& [key, programmes] : of_ground) {
      std::ranges::stable_sort(programmes, {}, &Programme::from);
      const Programme* reaching = programmes.front();  // of those so far the one that goes on longest
      for (const Programme* next : programmes) {
        const bool gap = reaching->to < next->from && reaching->to.next() < next->from;
        if (gap && (of_file(reaching->id) || of_file(next->id))) {
          const Programme* mine = of_file(next->id) ? next : reaching;
          const Programme* other = mine == next ? reaching : next;
          warn(
              {Kind::gap, position_.at(mine->id), mine->id, other->id, {}, reaching->to.next(), next->from.previous()});
        }
        if (reaching->to < next->to) reaching = next;
      }
    }
  }

  void meetings() {
    std::map<std::pair<std::string_view, Listed>, std::vector<const Programme*>> on_ground;
    for (const Programme& programme : overlay_.book.programmes()) {
      for (const Listed& ground : grounds_of(programme.territory)) {
        on_ground[{programme.layer, ground}].push_back(&programme);
      }
      for (const auto former : programme.territory.former_province) {
        const Listed present{Listed::List::province, static_cast<std::uint32_t>(former.present().number())};
        on_ground[{programme.layer, present}].push_back(&programme);
      }
    }
    std::set<std::pair<std::string_view, std::string_view>> told;
    for (auto& [key, programmes] : on_ground) {
      std::ranges::stable_sort(programmes, {}, &Programme::from);
      const auto present = key.second.list == Listed::List::province
                               ? ProvinceCode::from_number(static_cast<int>(key.second.code))
                               : std::nullopt;
      for (std::size_t i = 0; i < programmes.size() && !full(); ++i) {
        for (std::size_t j = i + 1; j < programmes.size() && programmes[j]->from <= programmes[i]->to; ++j) {
          meet(*programmes[i], *programmes[j], present, told);
          if (full()) return;
        }
      }
    }
  }

  // On the ground of a present province two former provinces do not meet, and one that displaces them all meets none.
  static bool meets(const Programme& a, const Programme& b, std::optional<ProvinceCode> present) {
    if (!present) return true;
    const auto names = [&](const Programme& p) {
      return std::ranges::find(p.territory.province, *present) != p.territory.province.end();
    };
    const bool a_present = names(a), b_present = names(b);
    if (a_present && b_present) return true;
    if (!a_present && !b_present) return false;
    return (a_present ? a : b).displaces != Displaces::all;
  }

  void meet(const Programme& a, const Programme& b, std::optional<ProvinceCode> present,
            std::set<std::pair<std::string_view, std::string_view>>& told) {
    if (&a == &b || (!of_file(a.id) && !of_file(b.id)) || !meets(a, b, present)) return;
    if (!told.emplace(std::min(a.id, b.id), std::max(a.id, b.id)).second) return;
    // The later entry of the file, as its author has just written it; of one in the file only, that one.
    const auto later = [&] {
      if (!of_file(a.id)) return false;
      if (!of_file(b.id)) return true;
      const auto& pa = position_.at(a.id);
      const auto& pb = position_.at(b.id);
      return std::tuple{pa.line, pa.column} > std::tuple{pb.line, pb.column};
    };
    const Programme& mine = later() ? a : b;
    const Programme& other = &mine == &a ? b : a;
    warn({Kind::meeting, position_.at(mine.id), mine.id, other.id, {}, std::max(a.from, b.from), std::min(a.to, b.to)});
  }

  void uncited() {
    const auto look = [&](const auto& entries, const auto& positions, auto subject) {
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].citation.instrument.empty()) continue;
        warn({Kind::uncited, positions[i], subject(entries[i]), {}, {}, entries[i].from, entries[i].to});
      }
    };
    look(overlay_.values, overlay_.value_at, [](const LawRow& row) { return std::string{name(row.parameter)}; });
    look(overlay_.programmes, overlay_.programme_at, [](const Programme& programme) { return programme.id; });
    look(overlay_.records, overlay_.record_at, [](const Record&) { return std::string{}; });
  }

  void impossible_groups() {
    for (const GroupSince& made : groups_since) {
      const GroupSet group = made.group;
      const Day since = made.since;
      for (std::size_t i = 0; i < overlay_.programmes.size(); ++i) {
        const Programme& programme = overlay_.programmes[i];
        const auto names = [&](const Rule& rule) { return rule.groups.intersects(group); };
        if (programme.to >= since || std::ranges::none_of(programme.rules, names)) continue;
        warn({Kind::impossible_group, overlay_.programme_at[i], programme.id, {}, group, programme.from, programme.to});
      }
      for (std::size_t i = 0; i < overlay_.records.size(); ++i) {
        const Record& record = overlay_.records[i];
        if (record.to >= since || !record.groups.intersects(group)) continue;
        warn({Kind::impossible_group, overlay_.record_at[i], {}, {}, group, record.from, record.to});
      }
    }
  }

  void unused_groups() {
    GroupSet named;
    for (const Programme& programme : overlay_.book.programmes()) {
      for (const Rule& rule : programme.rules) named |= rule.groups;
    }
    for (const Record& record : overlay_.book.records()) named |= record.groups;
    for (std::size_t i = 0; i < overlay_.groups.size(); ++i) {
      const auto set = overlay_.book.group(overlay_.groups[i].name);
      if (!set || named.intersects(*set)) continue;
      warn({Kind::unused_group, overlay_.group_at[i], overlay_.groups[i].name, {}, *set, {}, {}});
    }
  }

  void idle_rules() {
    for (std::size_t i = 0; i < overlay_.programmes.size(); ++i) {
      const Programme& programme = overlay_.programmes[i];
      const auto everyone = std::ranges::find(programme.rules, GroupSet{}, &Rule::groups);
      if (everyone == programme.rules.end()) continue;
      for (const Rule& rule : programme.rules) {
        if (rule.groups.empty() || !gives_as_much(*everyone, rule).value_or(false)) continue;
        warn({Kind::idle_rule, overlay_.programme_at[i], programme.id, {}, rule.groups, programme.from, programme.to});
      }
    }
  }

  void outside_law() {
    const auto look = [&](const auto& entries, const auto& positions, auto subject) {
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!covered(entries[i].from, entries[i].to).empty()) continue;
        warn({Kind::outside_law, positions[i], subject(entries[i]), {}, {}, entries[i].from, entries[i].to});
      }
    };
    look(overlay_.values, overlay_.value_at, [](const LawRow& row) { return std::string{name(row.parameter)}; });
    look(overlay_.programmes, overlay_.programme_at, [](const Programme& programme) { return programme.id; });
    look(overlay_.records, overlay_.record_at, [](const Record&) { return std::string{}; });
  }

  const Overlay& overlay_;
  std::map<std::string, OverlayPosition, std::less<>> position_;
  std::vector<OverlayWarning> warnings_;
};

}  // namespace

std::vector<OverlayWarning> check_overlay(const Overlay& overlay) { return OverlayChecker{overlay}.check(); }

std::string_view name(OverlayWarning::Kind kind) {
  switch (kind) {
    case Kind::above_floor: return "above_floor";
    case Kind::gap: return "gap";
    case Kind::meeting: return "meeting";
    case Kind::uncited: return "uncited";
    case Kind::impossible_group: return "impossible_group";
    case Kind::unused_group: return "unused_group";
    case Kind::idle_rule: return "idle_rule";
    case Kind::outside_law: return "outside_law";
  }
  return "";
}

}  // namespace ansinh
