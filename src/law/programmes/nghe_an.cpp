// Nghệ An (40 in both lists): a draft for 2025-2030, values not visible in the copy seen.
// Source: baonghean.vn 10295770.
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw nghe_an() {
  const Record draft{
      .territory = {.province = {province(40)}},
      .from = Day{2025, 4, 23},
      .to = Day{2030, 12, 31},
      .kind = RecordKind::draft,
      .citation = {"Draft of Nghệ An for 2025-2030 (reviewed 2025-04-23): adoption not confirmed", ""},
      .standing = Standing::draft,
  };
  return {{}, {draft}};
}

}  // namespace ansinh::built_in
