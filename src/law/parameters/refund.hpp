// Why the rest of a paid period of 3, 6 or 12 months or of years ahead is given back (hoan tra mot phan so tien da
// dong). The amount: src/assess/refund.cpp.
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

// Before 2016 no rule was read; the reasons of the decision of 2017 are assumed.
inline constexpr std::array refund_reasons{
    Row{RefundReasons{RefundReason::compulsory, RefundReason::withdrawal, RefundReason::death}, Day{2008, 1, 1},
        Day{2015, 12, 31}, "Decree 190/2007/NĐ-CP", "", Standing::assumed, Sources::none},
    Row{RefundReasons{RefundReason::compulsory, RefundReason::withdrawal, RefundReason::death}, Day{2016, 1, 1},
        Day{2025, 6, 30}, "Decision 595/QĐ-BHXH (2017)", "art. 10(6)", Standing::text, Sources::two_or_more},
    Row{RefundReasons{RefundReason::compulsory, RefundReason::withdrawal, RefundReason::death, RefundReason::pension},
        Day{2025, 7, 1}, open_end, "Decree 159/2025/NĐ-CP", "art. 8(1)", Standing::text, Sources::two_or_more},
};
static_assert(in_order(refund_reasons));

}  // namespace ansinh::built_in
