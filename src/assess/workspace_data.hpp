// What a caller's workspace holds.
#pragma once

#include "ansinh/assess.hpp"
#include "assess/series_cache.hpp"

namespace ansinh {

struct Workspace::Data {
  SeriesCache series;
};

// Null where the workspace was moved from.
inline SeriesCache* cache_of(Workspace& workspace) {
  return workspace.data() == nullptr ? nullptr : &workspace.data()->series;
}

}  // namespace ansinh
