// Lâm Đồng (68 in the present list): money raised from society for contributions, no rate. What a participant receives
// from it is entered as other_support.
// Source: ja.laodong.vn 1587387.
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw lam_dong() {
  const Record joint_programme{
      .territory = {.province = {province(68)}},
      .from = Day{2025, 10, 7},
      .to = Day{2030, 12, 31},
      .kind = RecordKind::unknown,
      .citation = {"Joint programme of the Lâm Đồng Fatherland Front and social insurance agency (2025-10-07), not a "
                   "resolution: no amount",
                   ""},
      .standing = Standing::reported,
  };
  return {{}, {joint_programme}};
}

}  // namespace ansinh::built_in
