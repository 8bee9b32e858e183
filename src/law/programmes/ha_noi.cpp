// Hà Nội (01 in both lists) and the former district of Long Biên (004).
// Sources: Resolution 19/2025/NQ-HĐND in news.laodong.vn 1547434, 1620375 and en-hanoi 2655250711231306027, named in
// the city's Resolution 48/2025/NQ-HĐND; the rule of 2022 in a public Hà Nội calculator page, confirmed by the sums of
// Long Biên in en.vietnamplus.vn 236177.
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw ha_noi() {
  const Programme from_2022{
      .id = "ha_noi_2022",
      .territory = {.province = {province(1)}},
      .from = Day{2022, 8, 1},
      .to = Day{2025, 12, 31},
      .standing = Standing::reported,
      .citation = {"Resolution of the Hà Nội People's Council of 2022 (number not confirmed)", ""},
      // Ethnic minority is no local group, so it falls under everyone else (inferred).
      .rules = {{.groups = Group::poor, .per_month = FloorShare{"0.30"_rate}},
                {.groups = Group::near_poor, .per_month = FloorShare{"0.25"_rate}},
                {.per_month = FloorShare{"0.10"_rate}}},
  };
  const Programme from_2026{
      .id = "ha_noi_2026",
      .territory = {.province = {province(1)}},
      .from = Day{2026, 1, 1},
      .to = open_end,
      .standing = Standing::reported,
      .citation = {"Resolution 19/2025/NQ-HĐND of the Hà Nội People's Council", ""},
      .conditions = {"thường trú tại Hà Nội / permanent residence in Hà Nội"},
      .rules = {{.groups = Group::poor, .per_month = FloorShare{"0.50"_rate}},
                {.groups = Group::near_poor, .per_month = FloorShare{"0.60"_rate}},
                {.per_month = FloorShare{"0.10"_rate}}},
  };
  // A third layer on State and city, paid by the Fund for the Poor. The district level ended on 2025-07-01; the
  // programme's own last day is kept, and nothing was found about the time after it.
  const Programme long_bien{
      .id = "long_bien_2022",
      .layer = "locality",
      .territory = {.locality = {locality("004")}},
      .from = Day{2022, 8, 1},
      .to = Day{2025, 12, 31},
      .standing = Standing::reported,
      .citation = {"Programme of Long Biên district, Hà Nội, 2022", ""},
      .source_of_money = SourceOfMoney::fund,
      .rules = {{.groups = Group::poor, .per_month = FloorShare{"0.40"_rate}},
                {.groups = Group::near_poor, .per_month = FloorShare{"0.50"_rate}},
                {.groups = Group::escaped_near_poor,
                 .per_month = FloorShare{"0.30"_rate},
                 .months = {.kind = RuleMonths::Kind::limit, .limit = 12}}},
  };
  const Record after_long_bien{
      .territory = {.locality = {locality("004")}},
      .from = Day{2026, 1, 1},
      .to = open_end,
      .kind = RecordKind::unknown,
      .citation = {"Programme of Long Biên district, Hà Nội, 2022: nothing found after its last day", ""},
      .standing = Standing::none_found,
  };
  return {{from_2022, from_2026, long_bien}, {after_long_bien}};
}

}  // namespace ansinh::built_in
