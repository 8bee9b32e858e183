// Sums beyond 64 bit in JSON: as decimal text.
#pragma once

#include <string_view>

#include "ansinh/tally.hpp"
#include "core/json_writer.hpp"

namespace ansinh::lists {

inline void write_sum(JsonWriter& json, std::string_view key, Int128 sum) { json.member(key, sum_text(sum)); }

}  // namespace ansinh::lists
