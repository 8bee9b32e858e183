// The same projection the slow way: person by person, month by month, one `assess` a payment. It shares no code with
// the library's: no segments, no columns, no payments counted at once.
#pragma once

#include <ansinh/cost.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace slow {

struct Cost {
  // By year and bits of the group set: of the population, and of those who begin in each joining year.
  std::vector<std::map<std::pair<int, unsigned>, ansinh::CostLine>> lines;
  std::uint64_t persons = 0;
  std::vector<std::optional<ansinh::Errc>> refused;  // of each person
};

Cost cost(const ansinh::Rules& rules, const ansinh::CostOptions& options, std::span<const ansinh::Request> persons,
          std::span<const std::uint8_t> dated);

}  // namespace slow
