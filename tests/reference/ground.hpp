// Where a participant is: which programmes and records of the law speak of that ground, and what is not known of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ansinh/assess.hpp"
#include "reference/law.hpp"

namespace reference {

struct Ground {
  std::optional<int> present;
  std::optional<int> former;
  std::optional<std::uint32_t> locality;
};

Ground ground_of(const Law& law, const ansinh::Place& place);

bool holds_for(const ansinh::Rule& rule, ansinh::GroupSet groups);

// The programmes of one layer that apply to this participant on this ground.
std::vector<const ansinh::Programme*> applying(const Law& law, std::string_view layer, const Ground& ground,
                                               const ansinh::Request& request);

bool local_unknown(const Law& law, const Ground& ground, const ansinh::Request& request);

}  // namespace reference
