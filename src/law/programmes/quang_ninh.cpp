// Quảng Ninh (22 in both lists).
// Sources: www.vietnam.vn "mo-rong-dien-bao-phu-bhxh-toan-dan" (resolution and rates), "bhxh-tinh-dat-nguoi-dan-lam-
// trung-tam-cua-chinh-sach-an-sinh" (State and province together 40 to 80 % from 2025-07-01, which fixes the base).
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw quang_ninh() {
  const Programme from_2023{
      .id = "quang_ninh_2023",
      .territory = {.province = {province(22)}},
      .from = Day{2023, 1, 1},
      .to = Day{2027, 12, 31},
      .standing = Standing::reported,
      .citation = {"Resolution 02/2022/NQ-HĐND of the Quảng Ninh People's Council", ""},
      // Ethnic minority is no local group, so it falls under everyone else (inferred).
      .rules = {{.groups = {Group::poor, Group::near_poor}, .per_month = FloorShare{"0.30"_rate}},
                {.per_month = FloorShare{"0.20"_rate}}},
  };
  const Record security_force{
      .territory = {.province = {province(22)}},
      .from = Day{2024, 7, 10},
      .to = open_end,
      .kind = RecordKind::unknown,
      .groups = Group::security_force,
      .citation = {"Resolution 36/NQ-HĐND (2024-07-10) of the Quảng Ninh People's Council: amount not seen", ""},
      .standing = Standing::reported,
  };
  return {{from_2023}, {security_force}};
}

}  // namespace ansinh::built_in
