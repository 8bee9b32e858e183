// Lạng Sơn (20 in both lists): no programme until 2025-10-24 at least; a draft for 2025-2030 was then being consulted.
// Sources: a report on voluntary insurance in Lạng Sơn, April 2025; www.vietnam.vn "lay-y-kien-ve-du-thao-nghi-quyet-
// cua-hdnd-tinh...", the province identified by "de-lao-dong-tu-do-tiep-can-bao-hiem-xa-hoi".
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw lang_son() {
  const Record until_the_draft{
      .territory = {.province = {province(20)}},
      .from = first_law_day,
      .to = Day{2025, 10, 24},
      .kind = RecordKind::none_found,
      .citation = {"Report on voluntary insurance in Lạng Sơn, April 2025", ""},
      .standing = Standing::none_found,
  };
  const Record draft{
      .territory = {.province = {province(20)}},
      .from = Day{2025, 10, 25},
      .to = Day{2030, 12, 31},
      .kind = RecordKind::draft,
      .citation = {"Draft resolution of the Lạng Sơn People's Council for 2025-2030: adoption not confirmed", ""},
      .standing = Standing::draft,
  };
  return {{}, {until_the_draft, draft}};
}

}  // namespace ansinh::built_in
