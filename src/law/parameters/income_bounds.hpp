// Bounds of the contributory income (muc thu nhap lam can cu dong): what the floor is, how many times the base salary
// the ceiling is, and the step between the brackets floor + m x step.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

inline constexpr std::array income_floor_basis{
    Row{FloorBasis::base_salary, Day{2008, 1, 1}, Day{2015, 12, 31}, "Law 71/2006/QH11", "art. 100", Standing::reported,
        Sources::one},
    Row{FloorBasis::rural_poverty_line, Day{2016, 1, 1}, Day{2025, 6, 30}, "Law 58/2014/QH13", "art. 87(1)",
        Standing::text, Sources::two_or_more},
    Row{FloorBasis::rural_poverty_line, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 31(2)", Standing::text,
        Sources::two_or_more},
};
static_assert(in_order(income_floor_basis));

inline constexpr std::array income_ceiling_multiple{
    Row{20, Day{2008, 1, 1}, Day{2015, 12, 31}, "Law 71/2006/QH11", "art. 100", Standing::assumed, Sources::none},
    Row{20, Day{2016, 1, 1}, Day{2025, 6, 30}, "Law 58/2014/QH13", "art. 87(1)", Standing::text, Sources::two_or_more},
    Row{20, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 31(2)", Standing::text, Sources::two_or_more},
};
static_assert(in_order(income_ceiling_multiple));

inline constexpr std::array income_step{
    Row{50'000_dong, Day{2008, 1, 1}, Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::assumed, Sources::none},
    Row{50'000_dong, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 10(1)", Standing::text,
        Sources::one},
    // No longer in the statute; collection software and its import template keep it.
    Row{50'000_dong, Day{2025, 7, 1}, open_end, "Collection software since Law 41/2024/QH15", "", Standing::practice,
        Sources::one},
};
static_assert(in_order(income_step));

inline constexpr std::array income_step_rule{
    Row{StepRule::required, Day{2008, 1, 1}, Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::assumed,
        Sources::none},
    Row{StepRule::required, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 10(1)", Standing::text,
        Sources::one},
    // The absence of a step was checked in the full texts of Law 41/2024 and Decree 159/2025.
    Row{StepRule::noted, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 31(2)", Standing::text, Sources::one},
};
static_assert(in_order(income_step_rule));

}  // namespace ansinh::built_in
