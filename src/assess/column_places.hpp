// Places as handles: no place, the present provinces, the former ones; and the same again for each locality that the
// book names, where the handles of all of them have room.
#pragma once

#include <cstddef>
#include <vector>

#include "ansinh/place.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

struct ColumnPlaces {
  // What a handle stands on, in Rules::Data::grounds.
  struct Standing {
    std::size_t ground = no_ground;
    std::size_t locality = unnamed_locality;
  };
  std::vector<Place> places;  // by handle
  std::vector<Standing> standings;
};

[[nodiscard]] ColumnPlaces column_places(const Rules::Data& data);

}  // namespace ansinh
