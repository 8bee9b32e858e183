// The grassroots security force (luc luong tham gia bao ve an ninh, trat tu o co so), everywhere: since 2024-07-01
// every province's People's Council has to set a level of support for its voluntary contributions. No level is built
// in, so an answer for a member says that the local law is not known rather than that nothing is given. Source: Law
// 30/2023/QH15 art. 23(1), text (consolidated 57/VBHN-VPQH 2026).
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw security_force() {
  const auto everywhere = provinces();
  const Record duty{
      .territory = {.province = {everywhere.begin(), everywhere.end()}},
      .from = Day{2024, 7, 1},
      .to = open_end,
      .kind = RecordKind::unknown,
      .groups = Group::security_force,
      .citation = {"Law 30/2023/QH15", "art. 23(1)"},
      .standing = Standing::text,
  };
  return {{}, {duty}};
}

}  // namespace ansinh::built_in
