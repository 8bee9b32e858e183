// Rows as a provincial list has them, with some wrong ones: days of 2018 to 2027, the places of a few provinces,
// groups, terms, months already supported. The same seed gives the same rows everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ansinh/assess.hpp"

namespace proof {

// `monthly`: only terms of one month, with a place and days of the law, and no wrong rows but off-step or out-of-range
// incomes.
inline std::vector<ansinh::Request> mixed_rows(std::size_t count, std::uint32_t seed, bool monthly = false) {
  using namespace ansinh;
  std::uint64_t state = 0x9E3779B97F4A7C15U * (seed + 1U);
  const auto below = [&](std::uint32_t n) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return static_cast<std::uint32_t>((state >> 32U) % n);
  };
  static constexpr int terms[] = {1, 3, 6, 12};
  std::vector<Request> rows(count);
  for (Request& q : rows) {
    q.paid_on = *Day::from_number(static_cast<std::int32_t>(17532 + below(3652)));  // 2018-01-01 to 2027-12-31
    const int year = q.paid_on.month().year();
    const std::int64_t floor = year < 2022 ? 700'000 : (year < 2027 ? 1'500'000 : 2'200'000);
    q.income = Money{floor + 50'000 * static_cast<std::int64_t>(below(200))};
    if (below(50) == 0) q.income = Money{static_cast<std::int64_t>(below(60'000'000))};
    q.groups = GroupSet::from_bits(static_cast<std::uint16_t>(below(3) == 0 ? below(128) : 1U << below(4)));
    const auto formers = former_provinces();
    const FormerProvinceCode former = below(3) == 0 ? formers[below(static_cast<std::uint32_t>(formers.size()))]
                                                    : *FormerProvinceCode::from_number(below(2) == 0 ? 1 : 22);
    switch (below(3)) {
      case 0: q.place.province = former.present(); break;
      case 1: q.place.former_province = former; break;
      default:
        q.place.province = former.present();
        q.place.former_province = former;
        break;
    }
    if (former.number() == 1 && below(4) == 0) q.place.locality = LocalityCode::from_text("004");
    if (below(10) == 0) q.months_supported = static_cast<int>(below(121));
    if (monthly) continue;
    q.term = *Term::months(terms[below(4)]);
    if (below(5) == 0) q.first_month = q.paid_on.month() + (static_cast<int>(below(12)) - 3);
    if (below(8) == 0) q.local_months_used = static_cast<int>(below(15));
    if (below(20) == 0) q.other_support = Money{static_cast<std::int64_t>(below(2'000'000))};
    if (below(100) == 0) q.term = *Term::years_ahead(2);
    if (below(200) == 0) q.months_supported = 121;
  }
  return rows;
}

}  // namespace proof
