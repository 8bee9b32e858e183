// Handles of places for columns, each asked for once.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ansinh/columns.hpp"

namespace ansinh::lists {

class PlaceHandles {
 public:
  explicit PlaceHandles(const ColumnRules& rules) : rules_{&rules}, provinces_(codes * codes, unknown) {}

  // Empty where the place has none: it is refused, or the book names too many localities.
  [[nodiscard]] std::optional<std::uint16_t> of(const Place& place) {
    // Nearly every place is one or two provinces.
    std::uint32_t& handle = place.locality ? with_locality(place) : provinces_[number_of(place)];
    if (handle == unknown) {
      const Result<std::uint16_t> found = rules_->place(place);
      handle = found ? *found : none;
    }
    return handle == none ? std::nullopt : std::optional{static_cast<std::uint16_t>(handle)};
  }

 private:
  static constexpr std::size_t codes = 100;  // numbers of either list, 0 for none
  static constexpr std::size_t most_kept = 65'536;
  static constexpr std::uint32_t unknown = 0xffff'ffff, none = 0xffff'fffe;

  static std::size_t number_of(const Place& place) {
    const int province = place.province ? place.province->number() : 0;
    const int former = place.former_province ? place.former_province->number() : 0;
    return static_cast<std::size_t>(province) * codes + static_cast<std::size_t>(former);
  }

  std::uint32_t& with_locality(const Place& place) {
    // So that a list of ever new places does not fill memory.
    if (localities_.size() >= most_kept) localities_.clear();
    const std::uint64_t key = std::uint64_t{place.locality->key()} * codes * codes + number_of(place);
    return localities_.try_emplace(key, unknown).first->second;
  }

  const ColumnRules* rules_;
  std::vector<std::uint32_t> provinces_;
  std::unordered_map<std::uint64_t, std::uint32_t> localities_;
};

}  // namespace ansinh::lists
