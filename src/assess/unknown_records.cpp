#include "assess/unknown_records.hpp"

#include <algorithm>

namespace ansinh {
namespace {

template <class Code>
bool lists(const std::vector<Code>& codes, const std::optional<Code>& code) {
  return code && std::ranges::find(codes, *code) != codes.end();
}

// Whether a record speaks of the participant's place on the day. A former province that was not merged implies the
// present one and the other way round.
bool speaks_of(const Record& record, const Request& request) {
  if (request.paid_on < record.from || record.to < request.paid_on) return false;
  std::optional<ProvinceCode> present = request.place.province;
  std::optional<FormerProvinceCode> former = request.place.former_province;
  if (!present && former) present = former->present();
  if (!former && present) {
    const auto same = FormerProvinceCode::from_number(present->number());
    if (same && same->unmerged()) former = same;
  }
  const Territory& territory = record.territory;
  return lists(territory.province, present) || lists(territory.former_province, former) ||
         lists(territory.locality, request.place.locality);
}

}  // namespace

void add_unknown(const Rules& rules, const Request& request, Explanation& explanation) {
  for (const Record& record : rules.book().records()) {
    if (record.kind == RecordKind::none || !speaks_of(record, request)) continue;
    if (record.groups.empty() || record.groups.intersects(request.groups)) explanation.unknown.push_back(&record);
  }
}

}  // namespace ansinh
