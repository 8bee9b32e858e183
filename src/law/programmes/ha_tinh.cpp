// Hà Tĩnh (42 in both lists).
// Source: VSS English news ItemID 9078. That the rate comes on top of the State's support is assumed there.
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw ha_tinh() {
  const Programme from_2020{
      .id = "ha_tinh_2020",
      .territory = {.province = {province(42)}},
      .from = Day{2020, 1, 1},
      .to = Day{2025, 12, 31},
      .standing = Standing::reported,
      .citation = {"Resolution of the Hà Tĩnh People's Council of December 2019 (number not confirmed)", ""},
      .conditions = {"thường trú tại Hà Tĩnh / permanent residence in Hà Tĩnh",
                     "đóng qua cơ quan bảo hiểm xã hội cấp huyện của tỉnh / pays through a district social insurance "
                     "office of the province"},
      .rules = {{.groups = Group::informal_worker, .per_month = FloorShare{"0.20"_rate}}},
  };
  return {{from_2020}, {}};
}

}  // namespace ansinh::built_in
