// Dated sums of benefits, VND.
#pragma once

#include "law/benefits/rows.hpp"

namespace ansinh::built_in {

// Per child born, or foetus of 22 weeks and more that died (tro cap thai san). No change for 2026 was found.
inline std::vector<BenefitSum> maternity_allowance() {
  return {
      {2'000'000_dong, Day{2025, 7, 1}, open_end, {{"Law 41/2024/QH15", "art. 95"}, Standing::text, Sources::one}},
  };
}

// Social pension (tro cap huu tri xa hoi), per month. No change for 2026 was found; provinces may give more.
inline std::vector<BenefitSum> social_pension() {
  return {
      {500'000_dong, Day{2025, 7, 1}, open_end, {{"Decree 176/2025/NĐ-CP", "art. 3"}, Standing::text, Sources::one}},
  };
}

}  // namespace ansinh::built_in
