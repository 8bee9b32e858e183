// Builds codes of places from numbers known to be in the lists. Only the room `law` may: everyone else goes through
// from_text or from_number, which look the number up. Reading an absent code as 0 is for all.
#pragma once

#include <optional>

#include "ansinh/place.hpp"

namespace ansinh::detail {

struct CodeAccess {
  static constexpr ProvinceCode province(std::uint8_t code) { return ProvinceCode{code}; }
  static constexpr FormerProvinceCode former(std::uint8_t code) { return FormerProvinceCode{code}; }

  // The number of a code, 0 where there is none. Which of the two is read from is chosen, not branched on: whether a
  // row names a province or a former one is as good as random.
  template <class Code>
  static std::size_t number_or_zero(const std::optional<Code>& code) {
    static constexpr Code none{std::uint8_t{0}};
    const Code* const read = code ? &*code : &none;
    return static_cast<std::size_t>(read->number());
  }
};

}  // namespace ansinh::detail
