// Tally: what is counted of many answers.
//
// Promise: sums are exact: 2^64 rows of the largest amounts stay within 128 bit. Tallies of parts add up to the tally
// of the whole, in any order. Units: VND.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "ansinh/assess.hpp"
#include "ansinh/export.hpp"
#include "ansinh/law.hpp"
#include "ansinh/result.hpp"
#include "ansinh/rounding.hpp"

namespace ansinh {

struct Tally {
  std::uint64_t rows = 0;
  std::array<std::uint64_t, 11> by_status{};  // index: Errc
  Int128 contribution = 0;
  Int128 central_support = 0;
  Int128 local_top_up = 0;
  Int128 province_top_up = 0;
  Int128 locality_top_up = 0;
  Int128 other_support = 0;
  Int128 participant_share = 0;
  std::array<Int128, 2> by_source{};      // local layers, index: SourceOfMoney
  std::uint64_t check_disagreements = 0;  // rows of a D05-TS that state something else than the law gives

  [[nodiscard]] std::uint64_t count(Errc status) const { return by_status[index(status)]; }
  [[nodiscard]] static constexpr std::size_t index(Errc status) { return static_cast<std::size_t>(status); }
  // The sums of an assessment count only where the status is ok.
  ANSINH_API void add(Errc status, const Assessment& assessment);
  ANSINH_API void add(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

// A sum as decimal digits: "-6600", "330000". As long as 128 bit are, where a JSON number would lose digits.
[[nodiscard]] ANSINH_API std::string sum_text(Int128 sum);

}  // namespace ansinh
