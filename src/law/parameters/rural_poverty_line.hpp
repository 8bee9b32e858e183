// Poverty line of rural areas (chuan ho ngheo khu vuc nong thon), VND per month and person. Floor of the contributory
// income and base of the State's support from 2016 on; before, it had no part in voluntary insurance.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

inline constexpr std::array rural_poverty_line{
    Row{200'000_dong, Day{2006, 1, 1}, Day{2010, 12, 31}, "Decision 170/2005/QĐ-TTg", "", Standing::reported,
        Sources::one},
    Row{400'000_dong, Day{2011, 1, 1}, Day{2015, 12, 31}, "Decision on the poverty line 2011-2015",
        "number not confirmed", Standing::reported, Sources::one},
    Row{700'000_dong, Day{2016, 1, 1}, Day{2020, 12, 31}, "Decision 59/2015/QĐ-TTg", "", Standing::official_example,
        Sources::two_or_more},
    Row{700'000_dong, Day{2021, 1, 1}, Day{2021, 12, 31}, "Decree 07/2021/NĐ-CP", "", Standing::reported,
        Sources::two_or_more},
    Row{1'500'000_dong, Day{2022, 1, 1}, Day{2025, 12, 31}, "Decree 07/2021/NĐ-CP", "art. 3", Standing::reported,
        Sources::two_or_more},
    // In force from 2026-02-15, but it governs the whole of 2026 and keeps the line of 2022-2025 for that year.
    Row{1'500'000_dong, Day{2026, 1, 1}, Day{2026, 12, 31}, "Decree 351/2025/NĐ-CP", "art. 2", Standing::reported,
        Sources::two_or_more},
    Row{2'200'000_dong, Day{2027, 1, 1}, Day{2030, 12, 31}, "Decree 351/2025/NĐ-CP", "", Standing::reported,
        Sources::two_or_more},
};
static_assert(in_order(rural_poverty_line));

}  // namespace ansinh::built_in
