// Hải Phòng (31 in the present list: former Hải Phòng 31 and Hải Dương 30). For former Hải Dương nothing was found; of
// Hải Phòng's own resolution the rates were not seen, nor whether it reaches former Hải Dương.
// Sources: baohaiduong.vn 396592; thongtin.vietnam.vn "hai-phong-quan-tam-ho-tro-an-sinh-xa-hoi-thong-qua-bao-hiem";
// ja.laodong.vn 1601032.
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw hai_phong() {
  const Record hai_duong{
      .territory = {.former_province = {former(30)}},
      .from = first_law_day,
      .to = Day{2025, 6, 30},
      .kind = RecordKind::none_found,
      .citation = {"Article on voluntary insurance in Hải Dương, October 2024", ""},
      .standing = Standing::none_found,
  };
  const Record resolution_12{
      .territory = {.province = {province(31)}, .former_province = {former(31)}},
      .from = first_law_day,
      .to = open_end,
      .kind = RecordKind::unknown,
      .citation = {"Resolution No. 12 of the Hải Phòng People's Council (year not seen): rates not seen", ""},
      .standing = Standing::reported,
  };
  return {{}, {hai_duong, resolution_12}};
}

}  // namespace ansinh::built_in
