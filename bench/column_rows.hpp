// Rows of a national list in columns: every day of 2018 to 2030, every former province, the central groups alone and
// mixed, terms of 1, 3, 6 and 12 months, a tenth with months already supported, one in a hundred with something wrong.
// The same seed gives the same rows everywhere.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ansinh/columns.hpp"

namespace bench {

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_{0x9E3779B97F4A7C15U * (seed + 1U)} {}

  std::uint32_t below(std::uint32_t n) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::uint32_t>((state_ >> 32U) % n);
  }
  template <class T, std::size_t n>
  T one_of(const T (&list)[n]) {
    return list[below(n)];
  }

 private:
  std::uint64_t state_;
};

struct ColumnRows {
  std::vector<std::int32_t> income;
  std::vector<std::uint16_t> paid_on, groups, place;
  std::vector<std::uint8_t> term, used;
};

namespace detail {

struct Level {
  std::int64_t floor = 0;
  std::uint32_t count = 0;
  std::int64_t above = 0;  // the ceiling and a little
};

inline Level level_on(const ansinh::LawBook& book, ansinh::Day day) {
  const auto brackets = ansinh::income_brackets(book, day);
  return {brackets->floor.dong(), static_cast<std::uint32_t>(brackets->count), brackets->ceiling.dong() + 50'000};
}

inline std::uint16_t some_groups(Random& random) {
  const std::uint32_t kind = random.below(8);
  if (kind < 2) return 0;
  if (kind < 6) return static_cast<std::uint16_t>(1U << random.below(4));
  return static_cast<std::uint16_t>(random.below(16));
}

}  // namespace detail

// `places` are handles. With a day, every row is of that day and of one place, and columns for them are not made.
inline ColumnRows column_rows(std::size_t count, std::span<const std::uint16_t> places,
                              std::optional<ansinh::Day> only = {}) {
  using namespace ansinh;
  const LawBook& book = LawBook::built_in();
  const Day first = only.value_or(Day{2018, 1, 1});
  const Day last = only.value_or(last_law_day);
  std::vector<detail::Level> levels;
  for (Day day = first; day <= last; day = day.next()) levels.push_back(detail::level_on(book, day));

  Random random{17};
  static constexpr std::uint8_t terms[] = {1, 3, 6, 12};
  ColumnRows rows;
  rows.income.resize(count);
  rows.groups.resize(count);
  rows.term.resize(count);
  rows.used.resize(count);
  if (!only) {
    rows.paid_on.resize(count);
    rows.place.resize(count);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t day = random.below(static_cast<std::uint32_t>(levels.size()));
    const detail::Level& level = levels[day];
    std::int64_t income = level.floor + 50'000 * static_cast<std::int64_t>(random.below(level.count));
    auto paid_on = static_cast<std::uint16_t>(day_code(first) + day);
    std::uint16_t place = places[random.below(static_cast<std::uint32_t>(places.size()))];
    rows.groups[i] = detail::some_groups(random);
    rows.term[i] = random.one_of(terms);
    if (random.below(10) == 0) rows.used[i] = static_cast<std::uint8_t>(random.below(121));
    if (random.below(100) == 0) {
      // An income off the step is refused only where the step is law.
      switch (random.below(8)) {
        case 0: income = level.floor - 50'000; break;
        case 1: income = level.above; break;
        case 2: income = level.floor + 1'000; break;
        case 3: rows.used[i] = 121; break;
        case 4: rows.term[i] = 2; break;
        case 5: rows.groups[i] = 0x8000; break;
        case 6: place = 0xffff; break;
        default: paid_on = static_cast<std::uint16_t>(day_code(last_law_day) + 1); break;
      }
    }
    rows.income[i] = static_cast<std::int32_t>(income);
    if (only) continue;
    rows.paid_on[i] = paid_on;
    rows.place[i] = place;
  }
  return rows;
}

// Of the terms of such rows: 92 of 100 stay as they are, 6 become VS2 ... VS5 and 2 TH1 ... TH60, with a return of the
// fund of their own.
struct OverYears {
  std::vector<std::uint8_t> term;
  std::vector<std::int32_t> fund_return_rate;
};
inline OverYears over_years(const ColumnRows& rows) {
  using namespace ansinh;
  static constexpr std::int32_t returns[] = {2'700'000, 3'100'000, 3'500'000, 4'000'000, 5'000'000};
  Random random{23};
  OverYears made{rows.term, std::vector<std::int32_t>(rows.term.size(), no_fund_return_rate)};
  for (std::size_t i = 0; i < made.term.size(); ++i) {
    const std::uint32_t kind = random.below(100);
    if (kind < 92) continue;
    const Term term = kind < 98 ? *Term::years_ahead(static_cast<int>(2 + random.below(4)))
                                : *Term::missing_months(static_cast<int>(1 + random.below(60)));
    made.term[i] = term_code(term);
    made.fund_return_rate[i] = random.one_of(returns);
  }
  return made;
}

}  // namespace bench
