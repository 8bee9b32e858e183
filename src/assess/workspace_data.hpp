// What a caller's workspace holds.
#pragma once

#include "ansinh/assess.hpp"
#include "assess/series_cache.hpp"

namespace ansinh {

struct Workspace::Data {
  SeriesCache series;
};

}  // namespace ansinh
