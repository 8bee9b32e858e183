// Base salary (luong co so), VND per month; to 2013-06 the general minimum wage (luong toi thieu chung). The reference
// level (muc tham chieu) of Law 41/2024/QH15 art. 7 equals it while it exists (art. 141(13)).
#pragma once

#include "law/built_in_row.hpp"

namespace ansinh::built_in {

// Where a decree's number could not be confirmed it is not cited; value and days are the confirmed part.
inline constexpr std::array base_salary{
    Row{540'000_dong, Day{2008, 1, 1}, Day{2009, 4, 30}, "Decree on the general minimum wage from 2008-01-01",
        "number not confirmed", Standing::reported, Sources::two_or_more},
    Row{650'000_dong, Day{2009, 5, 1}, Day{2010, 4, 30}, "Decree on the general minimum wage from 2009-05-01",
        "number not confirmed", Standing::reported, Sources::two_or_more},
    Row{730'000_dong, Day{2010, 5, 1}, Day{2011, 4, 30}, "Decree on the general minimum wage from 2010-05-01",
        "number not confirmed", Standing::reported, Sources::one},
    Row{830'000_dong, Day{2011, 5, 1}, Day{2012, 4, 30}, "Decree on the general minimum wage from 2011-05-01",
        "number not confirmed", Standing::reported, Sources::one},
    Row{1'050'000_dong, Day{2012, 5, 1}, Day{2013, 6, 30}, "Decree on the general minimum wage from 2012-05-01",
        "number not confirmed", Standing::reported, Sources::two_or_more},
    Row{1'150'000_dong, Day{2013, 7, 1}, Day{2016, 4, 30}, "Decree 66/2013/NĐ-CP", "", Standing::reported,
        Sources::two_or_more},
    Row{1'210'000_dong, Day{2016, 5, 1}, Day{2017, 6, 30}, "Decree on the base salary from 2016-05-01",
        "number not confirmed", Standing::reported, Sources::two_or_more},
    Row{1'300'000_dong, Day{2017, 7, 1}, Day{2018, 6, 30}, "Decree on the base salary from 2017-07-01",
        "number not confirmed", Standing::reported, Sources::two_or_more},
    Row{1'390'000_dong, Day{2018, 7, 1}, Day{2019, 6, 30}, "Decree on the base salary from 2018-07-01",
        "number not confirmed", Standing::reported, Sources::two_or_more},
    Row{1'490'000_dong, Day{2019, 7, 1}, Day{2023, 6, 30}, "Decree 38/2019/NĐ-CP", "", Standing::reported,
        Sources::two_or_more},
    Row{1'800'000_dong, Day{2023, 7, 1}, Day{2024, 6, 30}, "Decree 24/2023/NĐ-CP", "", Standing::reported,
        Sources::two_or_more},
    Row{2'340'000_dong, Day{2024, 7, 1}, Day{2026, 6, 30}, "Decree 73/2024/NĐ-CP", "", Standing::reported,
        Sources::two_or_more},
    Row{2'530'000_dong, Day{2026, 7, 1}, open_end, "Decree 161/2026/NĐ-CP", "art. 3(2)", Standing::text,
        Sources::two_or_more},
};
static_assert(in_order(base_salary));

}  // namespace ansinh::built_in
