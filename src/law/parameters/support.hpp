// The State's support (Nha nuoc ho tro): from when, for how many months, and which share of the floor contribution
// (contribution rate x rural poverty line) by group. Where a group has no row on a day it has no category of its own.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

// Months before this one are neither supported nor counted, and payments made before the row's first day have none.
inline constexpr std::array support_from{
    Row{Month{2018, 1}, Day{2018, 1, 1}, open_end, "Decision 595/QĐ-BHXH (2017)", "art. 12(5)", Standing::text,
        Sources::one},
};

inline constexpr std::array support_cap_months{
    Row{120, Day{2018, 1, 1}, Day{2025, 6, 30}, "Decision 595/QĐ-BHXH (2017)", "art. 12(2)", Standing::text,
        Sources::two_or_more},
    Row{120, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 5(2)", Standing::text, Sources::two_or_more},
};

inline constexpr std::array support_rate_poor{
    Row{"0.30"_rate, Day{2018, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 14", Standing::text,
        Sources::two_or_more},
    Row{"0.50"_rate, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 5(1)", Standing::text,
        Sources::two_or_more},
};
inline constexpr std::array support_rate_island{
    Row{"0.50"_rate, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 5(1)", Standing::text,
        Sources::two_or_more},
};
inline constexpr std::array support_rate_near_poor{
    Row{"0.25"_rate, Day{2018, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 14", Standing::text,
        Sources::two_or_more},
    Row{"0.40"_rate, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 5(1)", Standing::text,
        Sources::two_or_more},
};
inline constexpr std::array support_rate_ethnic_minority{
    Row{"0.30"_rate, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 5(1)", Standing::text,
        Sources::two_or_more},
};
inline constexpr std::array support_rate_other{
    Row{"0.10"_rate, Day{2018, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 14", Standing::text,
        Sources::two_or_more},
    Row{"0.20"_rate, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 5(1)", Standing::text,
        Sources::two_or_more},
};

// Support for missing months paid at once (TH). The decision of 2017 lets it bear the fund's return like the
// contribution does. Decree 159/2025 has no formula: to the end of that decision its way is assumed to go on; since
// then the decree's own sum of plain monthly amounts (for taking support back) and the software in use speak for the
// nominal amount. No support existed before 2018; the first row says what local law would follow then.
inline constexpr std::array th_support{
    Row{ThSupport::compounded, Day{2008, 1, 1}, Day{2017, 12, 31}, "Decision 595/QĐ-BHXH (2017)", "art. 12(1.2c)",
        Standing::assumed, Sources::none},
    Row{ThSupport::compounded, Day{2018, 1, 1}, Day{2025, 6, 30}, "Decision 595/QĐ-BHXH (2017)", "art. 12(1.2c)",
        Standing::text, Sources::one},
    Row{ThSupport::compounded, Day{2025, 7, 1}, Day{2026, 4, 30}, "Decision 595/QĐ-BHXH (2017)", "art. 12(1.2c)",
        Standing::assumed, Sources::none},
    Row{ThSupport::nominal, Day{2026, 5, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 9(2)", Standing::practice,
        Sources::one},
};
static_assert(in_order(th_support));
static_assert(in_order(support_from) && in_order(support_cap_months) && in_order(support_rate_poor) &&
              in_order(support_rate_island) && in_order(support_rate_near_poor) &&
              in_order(support_rate_ethnic_minority) && in_order(support_rate_other));

}  // namespace ansinh::built_in
