// Periods, citations, standings, grounds and group sets, as values, programmes and records of an overlay share them.
#include <algorithm>
#include <set>

#include "law/overlay_read.hpp"

namespace ansinh {
namespace {

std::string listed(const auto& names, auto name) {
  std::string all;
  for (const auto& one : names) all += (all.empty() ? "" : ", ") + std::string{name(one)};
  return all;
}

template <class Code>
bool in_other_list(std::string_view text) {
  if constexpr (std::is_same_v<Code, ProvinceCode>) return FormerProvinceCode::from_text(text).has_value();
  if constexpr (std::is_same_v<Code, FormerProvinceCode>) return ProvinceCode::from_text(text).has_value();
  return false;
}

template <class Code>
bool read_codes(OverlayWalk& walk, std::string_view key, std::uint32_t list, std::vector<Code>& codes) {
  if (list == 0) return true;
  const OverlayWalk::Step step{walk, key};
  bool good = walk.is(list, OverlayNode::Kind::list);
  if (!good) return false;
  std::set<Code> had;
  walk.each(list, [&](std::uint32_t node, std::size_t) {
    const auto text = walk.word(node);
    const auto code = text ? Code::from_text(*text) : std::nullopt;
    if (!text) {
      good = false;
    } else if (!code) {
      walk.fault(node, in_other_list<Code>(*text) ? OverlayError::code_of_other_list : OverlayError::unknown_code,
                 std::string{key});
      good = false;
    } else if (!had.insert(*code).second) {
      walk.fault(node, OverlayError::duplicate);
      good = false;
    } else {
      codes.push_back(*code);
    }
  });
  return good;
}

}  // namespace

std::optional<GroupSet> OverlayNames::group(std::string_view name) const {
  for (std::size_t bit = 0; bit < book.groups.size(); ++bit) {
    if (book.groups[bit].name == name) return GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit));
  }
  return std::nullopt;
}
std::string OverlayNames::all_groups() const {
  return listed(book.groups, [](const GroupName& group) { return group.name; });
}
std::string OverlayNames::all_layers() const {
  return listed(book.layers, [](const std::string& layer) { return layer; });
}

std::optional<OverlayPeriod> read_period(OverlayWalk& walk, std::uint32_t from, std::uint32_t to) {
  std::optional<Day> first, last = open_end;
  {
    const OverlayWalk::Step step{walk, "from"};
    first = walk.day(from);
  }
  if (to != 0) {
    const OverlayWalk::Step step{walk, "to"};
    last = walk.day(to);
    if (first && last && *last < *first) {
      walk.fault(to, OverlayError::unordered, first->text());
      return std::nullopt;
    }
  }
  if (!first || !last) return std::nullopt;
  return OverlayPeriod{*first, *last};
}

std::optional<Citation> read_citation(OverlayWalk& walk, std::uint32_t node) {
  if (node == 0) return Citation{};
  const OverlayWalk::Step step{walk, "citation"};
  static constexpr std::array<OverlayKey, 2> keys{{{"instrument", true}, {"provision"}}};
  const auto members = walk.members(node, keys);
  if (!members) return std::nullopt;
  Citation citation;
  bool good = true;
  const auto take = [&](std::size_t k, std::string& into) {
    if ((*members)[k] == 0) return;
    const OverlayWalk::Step inner{walk, keys[k].name};
    auto text = walk.prose((*members)[k]);
    good = good && text;
    if (text) into = std::move(*text);
  };
  take(0, citation.instrument);
  take(1, citation.provision);
  if (!good) return std::nullopt;
  return citation;
}

std::optional<Standing> read_standing(OverlayWalk& walk, std::uint32_t node) {
  if (node == 0) return Standing::assumed;
  const OverlayWalk::Step step{walk, "standing"};
  return walk.one_of(node, std::array{Standing::text, Standing::official_example, Standing::practice,
                                      Standing::reported, Standing::assumed, Standing::draft, Standing::none_found});
}

std::optional<Territory> read_territory(OverlayWalk& walk, std::uint32_t node) {
  const OverlayWalk::Step step{walk, "territory"};
  const std::size_t before = walk.fault_count();
  static constexpr std::array<OverlayKey, 3> keys{{{"province"}, {"former_province"}, {"locality"}}};
  const auto members = walk.members(node, keys);
  if (!members || walk.fault_count() != before) return std::nullopt;
  Territory territory;
  bool good = read_codes(walk, keys[0].name, (*members)[0], territory.province);
  good = read_codes(walk, keys[1].name, (*members)[1], territory.former_province) && good;
  good = read_codes(walk, keys[2].name, (*members)[2], territory.locality) && good;
  if (!good) return std::nullopt;
  if (territory == Territory{}) {
    walk.fault(node, OverlayError::empty);
    return std::nullopt;
  }
  return territory;
}

std::optional<GroupSet> read_groups(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node) {
  if (node == 0) return GroupSet{};
  const OverlayWalk::Step step{walk, "groups"};
  GroupSet groups;
  bool good = walk.is(node, OverlayNode::Kind::list);
  if (!good) return std::nullopt;
  walk.each(node, [&](std::uint32_t item, std::size_t) {
    const auto text = walk.word(item);
    const auto group = text ? names.group(*text) : std::nullopt;
    if (!group) {
      if (text) walk.fault(item, OverlayError::unknown_name, names.all_groups());
      good = false;
    } else if (groups.intersects(*group)) {
      walk.fault(item, OverlayError::duplicate);
      good = false;
    } else {
      groups |= *group;
    }
  });
  if (!good) return std::nullopt;
  return groups;
}

void fault_of_check(OverlayWalk& walk, std::uint32_t node, const Fault& fault) {
  OverlayError error = OverlayError::out_of_range;
  switch (fault.hint) {
    case Hint::unknown_name: error = OverlayError::unknown_name; break;
    case Hint::duplicate: error = OverlayError::duplicate; break;
    case Hint::unordered: error = OverlayError::unordered; break;
    case Hint::missing: error = OverlayError::empty; break;
    case Hint::malformed: error = OverlayError::unsafe_text; break;
    default: break;
  }
  walk.fault(node, error, fault.limit.text(), fault.other_limit.text());
}

}  // namespace ansinh
