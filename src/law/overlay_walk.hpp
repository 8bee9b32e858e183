// Walks the tree of an overlay: the way to the value in hand, the faults found, and the plain kinds of value. Private
// to the reader.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "law/overlay_tree.hpp"

namespace ansinh {

struct OverlayKey {
  std::string_view name;
  bool required = false;
};

// The values of an object by the number of their key; 0, which is never a value of an object, where a key is absent.
template <std::size_t N>
using OverlayMembers = std::array<std::uint32_t, N>;

class OverlayWalk {
 public:
  static constexpr std::size_t most_faults = 100;

  explicit OverlayWalk(const OverlayTree& tree) : tree_{tree}, positions_{tree.json()} {}

  [[nodiscard]] const OverlayTree& tree() const { return tree_; }
  [[nodiscard]] OverlayPosition position(std::uint32_t node) { return positions_.of(tree_[node].offset); }
  [[nodiscard]] bool clean() const { return faults_.empty(); }
  [[nodiscard]] std::size_t fault_count() const { return faults_.size(); }
  // What was found so far, in the order of the file.
  [[nodiscard]] std::vector<OverlayFault> faults() &&;

  // A part of the way, while it lives: a key or a place in a list.
  class Step {
   public:
    Step(OverlayWalk& walk, std::string_view key) : walk_{walk} { walk.way_.emplace_back(key); }
    Step(OverlayWalk& walk, std::size_t place) : walk_{walk} { walk.way_.emplace_back(place); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    ~Step() { walk_.way_.pop_back(); }

   private:
    OverlayWalk& walk_;
  };

  void fault(std::uint32_t node, OverlayError error, std::string limit = {}, std::string other_limit = {});

  // Whether the value is of the kind; a fault where it is not.
  bool is(std::uint32_t node, OverlayNode::Kind kind);

  // The values of an object's keys, all of which must be known and none given twice.
  template <std::size_t N>
  std::optional<OverlayMembers<N>> members(std::uint32_t object, const std::array<OverlayKey, N>& keys) {
    OverlayMembers<N> found{};
    if (!take_members(object, keys, found)) return std::nullopt;
    return found;
  }

  // Visits the values of a list: visit(node, place).
  template <class Visit>
  void each(std::uint32_t list, Visit visit) {
    if (!is(list, OverlayNode::Kind::list)) return;
    std::size_t place = 0;
    for (std::uint32_t node = list + 1; node < tree_[list].next; node = tree_[node].next) {
      const Step step{*this, place};
      visit(node, place++);
    }
  }
  [[nodiscard]] std::size_t length(std::uint32_t list) const;

  // Each of the following gives a fault where it gives nothing.
  std::optional<std::string_view> word(std::uint32_t node);  // any text
  std::optional<std::string> prose(std::uint32_t node);      // a text that may be printed
  std::optional<std::int64_t> whole(std::uint32_t node);
  std::optional<Rate> rate(std::uint32_t node);
  std::optional<Day> day(std::uint32_t node);
  // One of a few names.
  template <class Name, std::size_t N>
  std::optional<Name> one_of(std::uint32_t node, const std::array<Name, N>& names) {
    const auto given = word(node);
    if (!given) return std::nullopt;
    std::string all;
    for (const Name candidate : names) {
      if (name(candidate) == *given) return candidate;
      if (!all.empty()) all += ", ";
      all += name(candidate);
    }
    fault(node, OverlayError::unknown_name, std::move(all));
    return std::nullopt;
  }

 private:
  bool take_members(std::uint32_t object, std::span<const OverlayKey> keys, std::span<std::uint32_t> found);
  [[nodiscard]] std::string way() const;

  const OverlayTree& tree_;
  OverlayPositions positions_;
  std::vector<std::variant<std::string_view, std::size_t>> way_;
  struct Found {
    std::uint32_t offset;
    OverlayFault fault;
  };
  std::vector<Found> faults_;
};

}  // namespace ansinh
