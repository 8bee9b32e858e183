// Đắk Lắk (66 in the present list: former Đắk Lắk 66 and Phú Yên 54). Nothing was found for former Phú Yên before the
// merger nor for Đắk Lắk since.
// Sources: a report on voluntary insurance in Tây Hòa, Phú Yên, May 2025; www.vietnam.vn
// "an-sinh-xa-hoi-khong-de-ai-bi- bo-lai-phia-sau" and "vi-muc-tieu-an-sinh-ben-vung".
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw dak_lak() {
  const Record phu_yen{
      .territory = {.former_province = {former(54)}},
      .from = first_law_day,
      .to = Day{2025, 6, 30},
      .kind = RecordKind::none_found,
      .citation = {"Report on voluntary insurance in Tây Hòa, Phú Yên, May 2025", ""},
      .standing = Standing::none_found,
  };
  const Record since_the_merger{
      .territory = {.province = {province(66)}},
      .from = Day{2025, 7, 1},
      .to = open_end,
      .kind = RecordKind::none_found,
      .citation = {"Articles on social insurance in Đắk Lắk name no top-up for voluntary insurance", ""},
      .standing = Standing::none_found,
  };
  return {{}, {phu_yen, since_the_merger}};
}

}  // namespace ansinh::built_in
