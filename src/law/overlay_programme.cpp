// A local programme and a record in an overlay.
#include "law/checks.hpp"
#include "law/overlay_read.hpp"

namespace ansinh {
namespace {

constexpr std::array<OverlayKey, 12> programme_keys{{{"id", true},
                                                     {"layer"},
                                                     {"territory", true},
                                                     {"from", true},
                                                     {"to"},
                                                     {"displaces"},
                                                     {"standing"},
                                                     {"confidence"},
                                                     {"citation"},
                                                     {"source_of_money"},
                                                     {"conditions"},
                                                     {"rules", true}}};

std::optional<Money> amount(OverlayWalk& walk, std::string_view key, std::uint32_t node) {
  const OverlayWalk::Step step{walk, key};
  const auto number = walk.whole(node);
  if (!number) return std::nullopt;
  if (*number < 0 || *number > largest_law_amount.dong()) {
    walk.fault(node, OverlayError::out_of_range, "0", std::to_string(largest_law_amount.dong()));
    return std::nullopt;
  }
  return Money{*number};
}

std::optional<Rate> share(OverlayWalk& walk, std::string_view key, std::uint32_t node) {
  const OverlayWalk::Step step{walk, key};
  return walk.rate(node);
}

std::optional<PerMonth> read_per_month(OverlayWalk& walk, std::uint32_t node) {
  const OverlayWalk::Step step{walk, "per_month"};
  static constexpr std::array<OverlayKey, 5> keys{
      {{"floor_share"}, {"own_share"}, {"fixed"}, {"stated_income"}, {"share"}}};
  const std::size_t before = walk.fault_count();
  const auto members = walk.members(node, keys);
  if (!members || walk.fault_count() != before) return std::nullopt;
  const auto& [floor, own, fixed, income, of_income] = *members;
  const int forms = (floor != 0) + (own != 0) + (fixed != 0) + (income != 0 || of_income != 0);
  if (forms != 1 || (income == 0) != (of_income == 0)) {
    walk.fault(node, OverlayError::wrong_kind, "floor_share | own_share | fixed | stated_income, share");
    return std::nullopt;
  }
  if (floor != 0) {
    if (const auto rate = share(walk, "floor_share", floor)) return FloorShare{*rate};
  } else if (own != 0) {
    if (const auto rate = share(walk, "own_share", own)) return OwnShare{*rate};
  } else if (fixed != 0) {
    if (const auto money = amount(walk, "fixed", fixed)) return FixedSum{*money};
  } else {
    const auto money = amount(walk, "stated_income", income);
    const auto rate = share(walk, "share", of_income);
    if (money && rate) return StatedIncomeShare{*money, *rate};
  }
  return std::nullopt;
}

std::optional<RuleMonths> read_months(OverlayWalk& walk, std::uint32_t node) {
  if (node == 0) return RuleMonths{};
  const OverlayWalk::Step step{walk, "months"};
  if (walk.tree()[node].kind == OverlayNode::Kind::number) {
    const auto number = walk.whole(node);
    if (!number) return std::nullopt;
    if (*number < 1 || *number > largest_limit) {
      walk.fault(node, OverlayError::out_of_range, "1", std::to_string(largest_limit));
      return std::nullopt;
    }
    return RuleMonths{RuleMonths::Kind::limit, static_cast<int>(*number)};
  }
  const auto word = walk.word(node);
  if (!word) return std::nullopt;
  if (*word == "central") return RuleMonths{};
  if (*word == "all") return RuleMonths{RuleMonths::Kind::all, 0};
  walk.fault(node, OverlayError::unknown_name, "central, all, 1…" + std::to_string(largest_limit));
  return std::nullopt;
}

std::optional<Rule> read_rule(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node) {
  static constexpr std::array<OverlayKey, 3> keys{{{"groups"}, {"per_month", true}, {"months"}}};
  const auto members = walk.members(node, keys);
  if (!members) return std::nullopt;
  const auto groups = read_groups(walk, names, (*members)[0]);
  const auto per_month = read_per_month(walk, (*members)[1]);
  const auto months = read_months(walk, (*members)[2]);
  if (!groups || !per_month || !months) return std::nullopt;
  return Rule{*groups, *per_month, *months};
}

bool read_rules(OverlayWalk& walk, const OverlayNames& names, std::uint32_t list, std::vector<Rule>& rules) {
  const OverlayWalk::Step step{walk, "rules"};
  bool good = walk.is(list, OverlayNode::Kind::list);
  if (!good) return false;
  std::vector<bool> had(std::size_t{1} << GroupSet::capacity);
  walk.each(list, [&](std::uint32_t node, std::size_t) {
    const auto rule = read_rule(walk, names, node);
    good = good && rule;
    if (!rule) return;
    if (had[rule->groups.bits()]) {
      walk.fault(node, OverlayError::duplicate);
      good = false;
      return;
    }
    had[rule->groups.bits()] = true;
    rules.push_back(*rule);
  });
  return good;
}

bool read_conditions(OverlayWalk& walk, std::uint32_t list, std::vector<std::string>& conditions) {
  if (list == 0) return true;
  const OverlayWalk::Step step{walk, "conditions"};
  bool good = walk.is(list, OverlayNode::Kind::list);
  if (!good) return false;
  walk.each(list, [&](std::uint32_t node, std::size_t) {
    auto text = walk.prose(node);
    good = good && text;
    if (text) conditions.push_back(std::move(*text));
  });
  return good;
}

bool read_id(OverlayWalk& walk, std::uint32_t node, std::string& id) {
  const OverlayWalk::Step step{walk, "id"};
  auto text = walk.prose(node);
  if (!text) return false;
  if (text->empty()) {
    walk.fault(node, OverlayError::empty);
    return false;
  }
  id = std::move(*text);
  return true;
}

bool read_layer(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node, std::string& layer) {
  if (node == 0) return true;
  const OverlayWalk::Step step{walk, "layer"};
  const auto text = walk.word(node);
  if (!text) return false;
  for (const std::string& known : names.book.layers) {
    if (known == *text) {
      layer = known;
      return true;
    }
  }
  walk.fault(node, OverlayError::unknown_name, names.all_layers());
  return false;
}

// A name out of a few, or what stands for an absent one.
template <class Name, std::size_t N>
bool read_name(OverlayWalk& walk, std::string_view key, std::uint32_t node, const std::array<Name, N>& names,
               Name& into) {
  if (node == 0) return true;
  const OverlayWalk::Step step{walk, key};
  const auto found = walk.one_of(node, names);
  if (found) into = *found;
  return found.has_value();
}

}  // namespace

std::optional<Programme> read_programme(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node) {
  const auto members = walk.members(node, programme_keys);
  if (!members) return std::nullopt;
  const auto& [id, layer, territory_at, from, to, displaces, standing_at, confidence, citation_at, money, conditions,
               rules] = *members;
  Programme programme;
  bool good = read_id(walk, id, programme.id);
  good = read_layer(walk, names, layer, programme.layer) && good;
  auto territory = read_territory(walk, territory_at);
  const auto period = read_period(walk, from, to);
  good = read_name(walk, "displaces", displaces, std::array{Displaces::fitting, Displaces::all, Displaces::none},
                   programme.displaces) &&
         good;
  const auto standing = read_standing(walk, standing_at);
  good = read_name(walk, "confidence", confidence,
                   std::array{Confidence::high, Confidence::medium, Confidence::low, Confidence::draft},
                   programme.confidence) &&
         good;
  auto citation = read_citation(walk, citation_at);
  good = read_name(walk, "source_of_money", money, std::array{SourceOfMoney::budget, SourceOfMoney::fund},
                   programme.source_of_money) &&
         good;
  good = read_conditions(walk, conditions, programme.conditions) && good;
  good = read_rules(walk, names, rules, programme.rules) && good;
  if (!good || !territory || !period || !standing || !citation) return std::nullopt;
  programme.territory = std::move(*territory);
  programme.from = period->from;
  programme.to = period->to;
  programme.standing = *standing;
  programme.citation = std::move(*citation);
  if (const auto fault = check(names.book, programme)) {
    fault_of_check(walk, node, *fault);
    return std::nullopt;
  }
  return programme;
}

std::optional<Record> read_record(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node) {
  static constexpr std::array<OverlayKey, 7> keys{
      {{"territory", true}, {"from", true}, {"to"}, {"kind", true}, {"groups"}, {"citation"}, {"standing"}}};
  const auto members = walk.members(node, keys);
  if (!members) return std::nullopt;
  const auto& [territory_at, from, to, kind, groups_at, citation_at, standing_at] = *members;
  Record record;
  bool good = read_name(walk, "kind", kind,
                        std::array{RecordKind::none, RecordKind::none_found, RecordKind::unknown, RecordKind::draft},
                        record.kind);
  auto territory = read_territory(walk, territory_at);
  const auto period = read_period(walk, from, to);
  const auto groups = read_groups(walk, names, groups_at);
  auto citation = read_citation(walk, citation_at);
  const auto standing = read_standing(walk, standing_at);
  if (!good || !territory || !period || !groups || !citation || !standing) return std::nullopt;
  record.territory = std::move(*territory);
  record.from = period->from;
  record.to = period->to;
  record.groups = *groups;
  record.citation = std::move(*citation);
  record.standing = *standing;
  if (const auto fault = check(names.book, record)) {
    fault_of_check(walk, node, *fault);
    return std::nullopt;
  }
  return record;
}

}  // namespace ansinh
