// Handles of places for columns, each asked for once.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "ansinh/columns.hpp"

namespace ansinh::lists {

class PlaceHandles {
 public:
  explicit PlaceHandles(const ColumnRules& rules) : rules_{&rules} {}

  // Empty where the place has none: it is refused, or the book names too many localities.
  [[nodiscard]] std::optional<std::uint16_t> of(const Place& place) {
    const std::uint64_t key = key_of(place);
    if (key != last_key_) {
      auto found = handles_.find(key);
      if (found == handles_.end()) {
        // So that a list of ever new places does not fill memory.
        if (handles_.size() >= most_kept) handles_.clear();
        const Result<std::uint16_t> handle = rules_->place(place);
        found = handles_.emplace(key, handle ? std::optional{*handle} : std::nullopt).first;
      }
      last_key_ = key;
      last_ = found->second;
    }
    return last_;
  }

 private:
  static constexpr std::size_t most_kept = 65'536;
  static constexpr std::uint64_t no_key = ~std::uint64_t{0};

  // Codes are numbers from 1 and 0 is none; keys of localities take 32 bit, and one more for their presence.
  static std::uint64_t key_of(const Place& place) {
    std::uint64_t key = place.locality ? std::uint64_t{1} << 32 | place.locality->key() : 0;
    key = key << 8 | static_cast<std::uint64_t>(place.province ? place.province->number() : 0);
    return key << 8 | static_cast<std::uint64_t>(place.former_province ? place.former_province->number() : 0);
  }

  const ColumnRules* rules_;
  std::unordered_map<std::uint64_t, std::optional<std::uint16_t>> handles_;
  std::uint64_t last_key_ = no_key;
  std::optional<std::uint16_t> last_;
};

}  // namespace ansinh::lists
