// Contribution rate: share of the chosen contributory income (muc dong), paid to the pension and survivorship fund.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

// The text of Law 71/2006 art. 100 was not read; 16, 18 and 20 % follow the compulsory pension totals of those years.
inline constexpr std::array contribution_rate{
    Row{"0.16"_rate, Day{2008, 1, 1}, Day{2009, 12, 31}, "Law 71/2006/QH11", "art. 100", Standing::assumed,
        Sources::none},
    Row{"0.18"_rate, Day{2010, 1, 1}, Day{2011, 12, 31}, "Law 71/2006/QH11", "art. 100", Standing::assumed,
        Sources::none},
    Row{"0.20"_rate, Day{2012, 1, 1}, Day{2013, 12, 31}, "Law 71/2006/QH11", "art. 100", Standing::assumed,
        Sources::none},
    Row{"0.22"_rate, Day{2014, 1, 1}, Day{2015, 12, 31}, "Law 71/2006/QH11", "art. 100", Standing::reported,
        Sources::one},
    Row{"0.22"_rate, Day{2016, 1, 1}, Day{2025, 6, 30}, "Law 58/2014/QH13", "art. 87(1)", Standing::text,
        Sources::two_or_more},
    Row{"0.22"_rate, Day{2025, 7, 1}, open_end, "Law 41/2024/QH15", "art. 36(1)", Standing::text, Sources::two_or_more},
};
static_assert(in_order(contribution_rate));

}  // namespace ansinh::built_in
