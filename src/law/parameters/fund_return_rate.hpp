// r: average monthly return of the fund's investment in the year before the payment, as published by the authority
// (lai suat dau tu quy BHXH binh quan thang). Used by years ahead, missing months and late make-up only.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

// Only 2026 is known; for other years nothing was found, and nothing is guessed.
inline constexpr std::array fund_return_rate{
    Row{"0.0031"_rate, Day{2026, 1, 1}, Day{2026, 12, 31}, "Letters 151/BHXH-ĐTQ and 59/TB-BHXH", "",
        Standing::reported, Sources::one},
};
static_assert(in_order(fund_return_rate));

}  // namespace ansinh::built_in
