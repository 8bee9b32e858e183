// The names of a book's groups, indexed for reading them in every row of a list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ansinh/law.hpp"
#include "core/eight_bytes.hpp"

namespace ansinh::lists {

class GroupNames {
 public:
  explicit GroupNames(const LawBook& book);

  // Names of the book, joined by '|'. False, and `into` unchanged, for any other text. It looks at 16 bytes from any
  // place in the text on, so there must be as many beyond its end.
  [[nodiscard]] bool read_roomy(std::string_view text, GroupSet& into) const {
    GroupSet groups;
    while (true) {
      const Name* const name = at_front(text);
      if (name == nullptr) return false;
      groups |= name->group;
      if (text.size() == name->size) break;
      text.remove_prefix(name->size + 1);
    }
    into = groups;
    return true;
  }

 private:
  struct Name {
    std::uint64_t front = 0, front_mask = 0;  // its first eight bytes
    std::uint64_t next = 0, next_mask = 0;    // the eight bytes after them
    std::size_t size = 0;
    std::string rest;  // what it has beyond them
    GroupSet group;
  };

  // The name that `text` begins with, up to its end or a bar. Names hold no bar, so there is one at most.
  [[nodiscard]] const Name* at_front(std::string_view text) const {
    const std::uint64_t front = eight_bytes::load(text.data());
    const std::uint64_t next = eight_bytes::load(text.data() + 8);
    for (std::size_t i = first_[front % slots]; i < count_; ++i) {
      const Name& name = names_[i];
      const bool same = (((front & name.front_mask) ^ name.front) | ((next & name.next_mask) ^ name.next)) == 0;
      if (!same || text.size() < name.size) continue;
      if (text.size() > name.size && text[name.size] != '|') continue;
      if (name.rest.empty() || text.substr(16).starts_with(name.rest)) return &name;
    }
    return nullptr;
  }

  static constexpr std::size_t slots = 32;  // by the first byte; no two small letters share one

  std::array<Name, GroupSet::capacity> names_{};  // by slot
  std::size_t count_ = 0;
  std::array<std::uint8_t, slots> first_{};  // the first name of each slot, or the end
};

}  // namespace ansinh::lists
