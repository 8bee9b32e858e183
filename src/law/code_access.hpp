// Builds codes of places from numbers known to be in the lists. Only the room `law` may: everyone else goes through
// from_text or from_number, which look the number up.
#pragma once

#include "ansinh/place.hpp"

namespace ansinh::detail {

struct CodeAccess {
  static constexpr ProvinceCode province(std::uint8_t code) { return ProvinceCode{code}; }
  static constexpr FormerProvinceCode former(std::uint8_t code) { return FormerProvinceCode{code}; }
};

}  // namespace ansinh::detail
