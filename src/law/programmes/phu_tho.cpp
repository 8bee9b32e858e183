// Phú Thọ (25 in the present list: former Phú Thọ 25, Vĩnh Phúc 26 and Hòa Bình 17). Nothing was found for former Hòa
// Bình before the merger nor for Phú Thọ since: absence of evidence, not a confirmed none.
// Sources: a report on voluntary insurance in Hòa Bình; baohoabinh.com.vn 9204; an article on the charity programme of
// Vietnam Social Security (no address known).
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw phu_tho() {
  const Record hoa_binh{
      .territory = {.former_province = {former(17)}},
      .from = first_law_day,
      .to = Day{2025, 6, 30},
      .kind = RecordKind::none_found,
      .citation = {"Report on voluntary insurance in Hòa Bình", ""},
      .standing = Standing::none_found,
  };
  // Books given to 30 people at one event, year not stated: a gift, to be entered as other_support.
  const Record gift{
      .territory = {.former_province = {former(17)}},
      .from = first_law_day,
      .to = open_end,
      .kind = RecordKind::unknown,
      .citation = {"National charity programme of Vietnam Social Security in Hòa Bình, not a resolution", ""},
      .standing = Standing::reported,
  };
  const Record since_the_merger{
      .territory = {.province = {province(25)}},
      .from = Day{2025, 7, 1},
      .to = open_end,
      .kind = RecordKind::none_found,
      .citation = {"No public report on Phú Thọ known in November 2026", ""},
      .standing = Standing::none_found,
  };
  return {{}, {hoa_binh, gift, since_the_merger}};
}

}  // namespace ansinh::built_in
