#include "reference/ground.hpp"

#include <algorithm>

namespace reference {

using ansinh::Request;

namespace {

bool names_present(const ansinh::Territory& t, const Ground& g) {
  return g.present &&
         std::any_of(t.province.begin(), t.province.end(), [&](auto code) { return code.number() == *g.present; });
}
bool names_former(const ansinh::Territory& t, const Ground& g) {
  return g.former && std::any_of(t.former_province.begin(), t.former_province.end(),
                                 [&](auto code) { return code.number() == *g.former; });
}
bool names_locality(const ansinh::Territory& t, const Ground& g) {
  return g.locality &&
         std::any_of(t.locality.begin(), t.locality.end(), [&](auto code) { return code.key() == *g.locality; });
}
bool names(const ansinh::Territory& t, const Ground& g) {
  return names_present(t, g) || names_former(t, g) || names_locality(t, g);
}

template <class Dated>
bool holds_on(const Dated& dated, ansinh::Day paid_on) {
  return dated.from <= paid_on && paid_on <= dated.to;
}

}  // namespace

Ground ground_of(const Law& law, const ansinh::Place& place) {
  Ground ground;
  if (place.province) ground.present = place.province->number();
  if (place.former_province) {
    ground.former = place.former_province->number();
    ground.present = law.present_of_former.at(static_cast<std::size_t>(*ground.former));
  } else if (ground.present && law.unmerged.at(static_cast<std::size_t>(*ground.present))) {
    ground.former = ground.present;
  }
  if (place.locality) ground.locality = place.locality->key();
  return ground;
}

bool holds_for(const ansinh::Rule& rule, ansinh::GroupSet groups) {
  return rule.groups.empty() || (rule.groups.bits() & groups.bits()) != 0;
}

std::vector<const ansinh::Programme*> applying(const Law& law, std::string_view layer, const Ground& ground,
                                               const Request& q) {
  std::vector<const ansinh::Programme*> found;
  bool former_displaced = false;
  for (const ansinh::Programme& p : law.programmes) {
    if (p.layer != layer || !holds_on(p, q.paid_on) || !names(p.territory, ground)) continue;
    found.push_back(&p);
    if (!names_present(p.territory, ground)) continue;
    const bool fits =
        std::any_of(p.rules.begin(), p.rules.end(), [&](const auto& rule) { return holds_for(rule, q.groups); });
    if (p.displaces == ansinh::Displaces::all || (p.displaces == ansinh::Displaces::fitting && fits)) {
      former_displaced = true;
    }
  }
  if (former_displaced) {
    std::erase_if(found, [&](const ansinh::Programme* p) {
      return names_former(p->territory, ground) && !names_present(p->territory, ground) &&
             !names_locality(p->territory, ground);
    });
  }
  return found;
}

bool local_unknown(const Law& law, const Ground& ground, const Request& q) {
  const auto none_covers = [&](auto&& matches) {
    return std::any_of(law.records.begin(), law.records.end(), [&](const ansinh::Record& r) {
      return r.kind == ansinh::RecordKind::none && holds_on(r, q.paid_on) && matches(r.territory);
    });
  };
  if (ground.present) {
    const auto of_province = [&](const ansinh::Territory& t) {
      return names_present(t, ground) || names_former(t, ground);
    };
    const auto programmes = applying(law, "province", ground, q);
    const bool in_force = std::any_of(programmes.begin(), programmes.end(),
                                      [&](const ansinh::Programme* p) { return of_province(p->territory); });
    if (!in_force && !none_covers(of_province)) return true;
  }
  if (ground.locality) {
    const auto of_locality = [&](const ansinh::Territory& t) { return names_locality(t, ground); };
    const bool named = std::any_of(law.records.begin(), law.records.end(),
                                   [&](const ansinh::Record& r) { return of_locality(r.territory); }) ||
                       std::any_of(law.programmes.begin(), law.programmes.end(),
                                   [&](const ansinh::Programme& p) { return of_locality(p.territory); });
    const bool in_force = std::any_of(law.programmes.begin(), law.programmes.end(), [&](const ansinh::Programme& p) {
      return of_locality(p.territory) && holds_on(p, q.paid_on);
    });
    if (named && !in_force && !none_covers(of_locality)) return true;
  }
  return std::any_of(law.records.begin(), law.records.end(), [&](const ansinh::Record& r) {
    return r.kind != ansinh::RecordKind::none && (r.groups.bits() & q.groups.bits()) != 0 && holds_on(r, q.paid_on) &&
           names(r.territory, ground);
  });
}

}  // namespace reference
