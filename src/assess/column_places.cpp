#include "assess/column_places.hpp"

#include <algorithm>

#include "assess/column_run.hpp"
#include "assess/column_tables.hpp"
#include "assess/refusals.hpp"

namespace ansinh {
namespace {

void add_grounds(ColumnPlaces& places, const Rules::Data& data, std::optional<LocalityCode> code,
                 std::size_t locality) {
  const auto add = [&](const Place& place, std::size_t ground) {
    places.places.push_back(place);
    places.standings.push_back({ground, locality});
  };
  add({{}, {}, code}, no_ground);
  for (const ProvinceCode province : provinces()) {
    add({province, {}, code}, data.province_ground[static_cast<std::size_t>(province.number())]);
  }
  for (const FormerProvinceCode former : former_provinces()) {
    add({{}, former, code}, data.former_ground[static_cast<std::size_t>(former.number())]);
  }
}

}  // namespace

ColumnPlaces column_places(const Rules::Data& data) {
  ColumnPlaces places;
  add_grounds(places, data, std::nullopt, unnamed_locality);
  if ((data.localities.size() + 1) * place_grounds > ColumnRules::Tables::codes) return places;
  for (const auto& [code, ground] : data.localities) add_grounds(places, data, code, ground);
  return places;
}

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
  const std::size_t whole = locality * place_grounds + handle;
  if (tables.places.size() <= whole) {
    Fault fault;
    fault.field = Field::locality;
    fault.hint = Hint::out_of_range;
    fault.given = *place.locality;
    fault.limit = Datum::count(static_cast<std::int64_t>(ColumnRules::Tables::codes / place_grounds - 1));
    return fault;
  }
  return static_cast<std::uint16_t>(whole);
}

}  // namespace ansinh
