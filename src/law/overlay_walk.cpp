#include "law/overlay_walk.hpp"

#include <algorithm>
#include <charconv>

#include "law/checks.hpp"

namespace ansinh {
namespace {

constexpr std::size_t longest_shown = 120;

bool looks_like_a_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!text.empty() && text.front() == '-') return looks_like_a_decimal(text.substr(1));
  return point == std::string_view::npos ? digits(text)
                                         : digits(text.substr(0, point)) && digits(text.substr(point + 1));
}

}  // namespace

std::string OverlayWalk::way() const {
  std::string text;
  for (const auto& part : way_) {
    if (const auto* place = std::get_if<std::size_t>(&part)) {
      add_place(text, *place);
    } else {
      add_key(text, *std::get_if<std::string_view>(&part));
    }
  }
  return text;
}

void OverlayWalk::fault(std::uint32_t node, OverlayError error, std::string limit, std::string other_limit) {
  if (faults_.size() >= most_faults) return;
  const OverlayNode& at = tree_[node];
  OverlayFault found;
  found.error = error;
  const auto [line, column] = position(node);
  found.line = line;
  found.column = column;
  found.key = way();
  if (at.kind == OverlayNode::Kind::object || at.kind == OverlayNode::Kind::list) {
    found.given = at.kind == OverlayNode::Kind::object ? "{…}" : "[…]";
  } else {
    found.given = beginning(tree_.text(node), longest_shown);
  }
  found.limit = std::move(limit);
  found.other_limit = std::move(other_limit);
  faults_.push_back({at.offset, std::move(found)});
}

std::vector<OverlayFault> OverlayWalk::faults() && {
  std::ranges::stable_sort(faults_, {}, &Found::offset);
  std::vector<OverlayFault> all;
  for (Found& found : faults_) all.push_back(std::move(found.fault));
  return all;
}

bool OverlayWalk::is(std::uint32_t node, OverlayNode::Kind kind) {
  if (tree_[node].kind == kind) return true;
  const auto kind_name = [](OverlayNode::Kind k) {
    switch (k) {
      case OverlayNode::Kind::object: return "object";
      case OverlayNode::Kind::list: return "list";
      case OverlayNode::Kind::key:
      case OverlayNode::Kind::text: return "text";
      case OverlayNode::Kind::number: return "number";
      case OverlayNode::Kind::literal: return "literal";
    }
    return "";
  };
  fault(node, OverlayError::wrong_kind, kind_name(kind));
  return false;
}

bool OverlayWalk::take_members(std::uint32_t object, std::span<const OverlayKey> keys, std::span<std::uint32_t> found) {
  if (!is(object, OverlayNode::Kind::object)) return false;
  for (std::uint32_t key = object + 1; key < tree_[object].next;) {
    const std::uint32_t value = key + 1;
    const std::string_view name = tree_.text(key);
    const auto known = std::ranges::find(keys, name, &OverlayKey::name);
    const Step step{*this, name};
    if (known == keys.end()) {
      std::string all;
      for (const OverlayKey& allowed : keys) all += (all.empty() ? "" : ", ") + std::string{allowed.name};
      fault(key, OverlayError::unknown_key, std::move(all));
    } else if (std::uint32_t& at = found[static_cast<std::size_t>(known - keys.begin())]; at != 0) {
      fault(key, OverlayError::duplicate_key);
    } else {
      at = value;
    }
    key = tree_[value].next;
  }
  bool complete = true;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (!keys[k].required || found[k] != 0) continue;
    const Step step{*this, keys[k].name};
    fault(object, OverlayError::missing_key);
    complete = false;
  }
  return complete;
}

std::size_t OverlayWalk::length(std::uint32_t list) const {
  std::size_t count = 0;
  if (tree_[list].kind != OverlayNode::Kind::list) return count;
  for (std::uint32_t node = list + 1; node < tree_[list].next; node = tree_[node].next) ++count;
  return count;
}

std::optional<std::string_view> OverlayWalk::word(std::uint32_t node) {
  if (!is(node, OverlayNode::Kind::text)) return std::nullopt;
  return tree_.text(node);
}

std::optional<std::string> OverlayWalk::prose(std::uint32_t node) {
  const auto text = word(node);
  if (!text) return std::nullopt;
  if (text->size() > most_overlay_text) {
    fault(node, OverlayError::too_large, std::to_string(most_overlay_text));
    return std::nullopt;
  }
  if (!may_be_printed(*text)) {
    fault(node, OverlayError::unsafe_text);
    return std::nullopt;
  }
  return std::string{*text};
}

std::optional<std::int64_t> OverlayWalk::whole(std::uint32_t node) {
  if (!is(node, OverlayNode::Kind::number)) return std::nullopt;
  const std::string_view text = tree_.text(node);
  if (text.find_first_of(".eE") != std::string_view::npos) {
    fault(node, OverlayError::not_whole);
    return std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) {
    fault(node, OverlayError::out_of_range);
    return std::nullopt;
  }
  return number;
}

// Written as a text; 0 and 1 may stand as whole numbers.
std::optional<Rate> OverlayWalk::rate(std::uint32_t node) {
  if (tree_[node].kind == OverlayNode::Kind::number) {
    if (!whole(node)) return std::nullopt;
  } else if (!is(node, OverlayNode::Kind::text)) {
    return std::nullopt;
  }
  const std::string_view text = tree_.text(node);
  const auto rate = Rate::from_text(text);
  if (rate) return rate;
  // Of a decimal, the digits before the point and the first behind it say whether it is above 1.
  const bool decimal = looks_like_a_decimal(text);
  const std::string_view before = text.substr(0, text.find('.'));
  const bool within = decimal && text.front() != '-' && before.find_first_not_of('0') == std::string_view::npos;
  fault(node, decimal && !within ? OverlayError::out_of_range : OverlayError::not_a_rate, "0", "1");
  return std::nullopt;
}

std::optional<Day> OverlayWalk::day(std::uint32_t node) {
  const auto text = word(node);
  if (!text) return std::nullopt;
  const bool iso = text->size() == 10 && (*text)[4] == '-';
  const auto day = iso ? read_day(*text) : std::nullopt;
  if (!day) fault(node, OverlayError::not_a_day);
  return day;
}

}  // namespace ansinh
