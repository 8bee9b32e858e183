#include "assess/small_tables.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace ansinh {
namespace {

// Values by small numbers, in the order in which they come.
class Numbers {
 public:
  std::size_t of(std::uint32_t value) {
    const auto [found, fresh] = numbers_.emplace(value, values_.size());
    if (fresh) values_.push_back(value);
    return found->second;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& values() const { return values_; }

 private:
  std::map<std::uint32_t, std::size_t> numbers_;
  std::vector<std::uint32_t> values_;
};

// The kinds of a table's first codes and of all others; false where the others are of several.
bool number_codes(std::span<const std::uint32_t> by_code, std::span<std::uint16_t> firsts, std::uint16_t& others,
                  Numbers& kinds) {
  const auto rest = by_code.subspan(firsts.size());
  if (!std::ranges::all_of(rest, [&](std::uint32_t at) { return at == rest.front(); })) return false;
  for (std::size_t i = 0; i < firsts.size(); ++i) firsts[i] = static_cast<std::uint16_t>(kinds.of(by_code[i]));
  others = static_cast<std::uint16_t>(kinds.of(rest.front()));
  return true;
}

bool number_days(std::span<const std::uint32_t> by_day, SmallTables& small, Numbers& kinds) {
  for (std::size_t day = 0; day < by_day.size(); ++day) {
    if (day > 0 && by_day[day] == by_day[day - 1]) continue;
    if (small.span_count == SmallTables::most_spans) return false;
    small.from[small.span_count] = static_cast<std::uint16_t>(day);
    small.kind[small.span_count++] = static_cast<std::uint16_t>(kinds.of(by_day[day]));
  }
  return true;
}

}  // namespace

std::optional<SmallTables> small_tables(const ColumnRules::Tables& tables) {
  SmallTables small;
  Numbers days, places, groups;
  if (!number_days(tables.by_day, small, days) ||
      !number_codes(tables.by_place, small.by_place, small.other_places, places) ||
      !number_codes(tables.by_groups, small.by_groups, small.other_groups, groups)) {
    return std::nullopt;
  }
  constexpr std::size_t most_ids = 0xffff;
  if (places.values().size() * days.values().size() > SmallTables::most_rows) return std::nullopt;
  small.place_kinds = static_cast<std::uint16_t>(places.values().size());

  Numbers supports, locals;
  constexpr std::uint32_t nothing = 0xffff'ffff;  // not a sum of any entry, which has not all flags and all bits
  locals.of(nothing);
  std::map<std::vector<std::uint16_t>, std::size_t> rows;
  std::size_t at = 0;
  for (std::size_t kind = 0; kind < days.values().size(); ++kind) {
    for (const std::uint32_t place : places.values()) {
      std::vector<std::uint16_t> row;
      for (const std::uint32_t set : groups.values()) {
        const ColumnEntry& entry = tables.entries[days.values()[kind] + place + set];
        if (entry.incomes == 0) {
          row.push_back(0);
          continue;
        }
        if (small.incomes[kind] == 0) {
          small.floor[kind] = entry.floor;
          small.incomes[kind] = entry.incomes;
        }
        const std::size_t support = supports.of(entry.support);
        const std::size_t local = locals.of(entry.local);
        if (small.floor[kind] != entry.floor || small.incomes[kind] != entry.incomes || entry.local == nothing ||
            support >= SmallTables::most_supports || local >= SmallTables::most_locals) {
          return std::nullopt;
        }
        row.push_back(static_cast<std::uint16_t>(local << SmallTables::local_shift | support));
      }
      const auto [found, fresh] = rows.emplace(row, small.ids.size());
      if (fresh) small.ids.insert(small.ids.end(), row.begin(), row.end());
      if (small.ids.size() > most_ids) return std::nullopt;
      small.begin_of_row[at++] = static_cast<std::uint16_t>(found->second);
    }
  }
  std::ranges::copy(supports.values(), small.support);
  std::ranges::copy(locals.values(), small.local);
  small.local[0] = 0;  // looked up like the others, and without effect
  return small;
}

}  // namespace ansinh
