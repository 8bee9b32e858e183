// Khánh Hòa (56 in both lists; since 2025-07-01 with former Ninh Thuận).
// Sources: ja.laodong.vn and ko.laodong.vn 1645085 (adoption reported 2026-01-23, rates, period 2026-2030);
// www.vietnam.vn "khanh-hoa-tiep-tuc-ho-tro-30..." (draft of 2025-03-21); VSS page ItemID 11724 (plan for 2024).
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw khanh_hoa() {
  // The first day was not found. An act starts at the earliest ten days after its adoption (Law on Promulgation of
  // Legal Documents art. 53(1)); the day after the ten days that follow the report of its adoption is assumed.
  const Programme from_2026{
      .id = "khanh_hoa_2026",
      .territory = {.province = {province(56)}},
      .from = Day{2026, 2, 3},
      .to = Day{2030, 12, 31},
      .standing = Standing::assumed,
      .confidence = Confidence::medium,
      .citation = {"Resolution of the Khánh Hòa People's Council of January 2026 (number and first day not confirmed)",
                   ""},
      .conditions = {"đăng ký thường trú tại Khánh Hòa / registered permanent residence in Khánh Hòa"},
      .rules = {{.groups = Group::poor, .per_month = FloorShare{"0.30"_rate}},
                {.groups = Group::island, .per_month = FloorShare{"0.30"_rate}},
                {.groups = Group::near_poor, .per_month = FloorShare{"0.25"_rate}},
                {.groups = Group::ethnic_minority, .per_month = FloorShare{"0.15"_rate}},
                {.per_month = FloorShare{"0.10"_rate}}},
  };
  // Rates of 2024-2025 are only inferred from the word "continue" in a headline: not built in.
  const Record to_2025{
      .territory = {.former_province = {former(56)}},
      .from = first_law_day,
      .to = Day{2025, 12, 31},
      .kind = RecordKind::unknown,
      .citation = {"Resolution of the former Khánh Hòa People's Council planned for 2024-2025 (number not confirmed)",
                   ""},
      .standing = Standing::assumed,
  };
  return {{from_2026}, {to_2025}};
}

}  // namespace ansinh::built_in
