// Which payment terms exist (phuong thuc dong), how many missing months may be paid at once, and within how many months
// of its period a payment is in time.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

inline constexpr std::array payment_terms{
    Row{TermSet{TermSet::one | TermSet::three | TermSet::six | TermSet::missing}, Day{2008, 1, 1}, Day{2015, 12, 31},
        "Law 71/2006/QH11", "art. 100(2)", Standing::assumed, Sources::none},
    Row{TermSet{TermSet::one | TermSet::three | TermSet::six | TermSet::twelve | TermSet::years_ahead |
                TermSet::missing | TermSet::late},
        Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 9, 12(3)", Standing::text,
        Sources::two_or_more},
    Row{TermSet{TermSet::one | TermSet::three | TermSet::six | TermSet::twelve | TermSet::years_ahead |
                TermSet::missing},
        Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 36(2)", Standing::text, Sources::two_or_more},
};
static_assert(in_order(payment_terms));

inline constexpr std::array missing_months_max{
    Row{60, Day{2008, 1, 1}, Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::reported, Sources::one},
    Row{120, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 9(1)(e)", Standing::text,
        Sources::two_or_more},
    Row{60, Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 7(1)", Standing::text, Sources::two_or_more},
};
static_assert(in_order(missing_months_max));

// Months of the period within which it may be paid. Before 2016 the same windows are assumed.
inline constexpr std::array due_window_1{
    Row{1, Day{2008, 1, 1}, Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::assumed, Sources::none},
    Row{1, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 12", Standing::text, Sources::two_or_more},
    Row{1, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 36(3)", Standing::text, Sources::two_or_more},
};
inline constexpr std::array due_window_3{
    Row{3, Day{2008, 1, 1}, Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::assumed, Sources::none},
    Row{3, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 12", Standing::text, Sources::two_or_more},
    Row{3, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 36(3)", Standing::text, Sources::two_or_more},
};
inline constexpr std::array due_window_6{
    Row{4, Day{2008, 1, 1}, Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::assumed, Sources::none},
    Row{4, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 12", Standing::text, Sources::two_or_more},
    Row{4, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 36(3)", Standing::text, Sources::two_or_more},
};
inline constexpr std::array due_window_12{
    Row{7, Day{2016, 1, 1}, Day{2025, 6, 30}, "Decree 134/2015/NĐ-CP", "art. 12", Standing::text, Sources::two_or_more},
    Row{7, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 36(3)", Standing::text, Sources::two_or_more},
};
static_assert(in_order(due_window_1) && in_order(due_window_3) && in_order(due_window_6) && in_order(due_window_12));

}  // namespace ansinh::built_in
