// A date that does not exist cannot be written down, and days and months do not mix.
#include "ansinh/calendar.hpp"

using namespace ansinh;

#ifdef forbid_30_february
constexpr Day day{2026, 2, 30};
#else
constexpr Day day{2026, 2, 28};
#endif

#ifdef forbid_29_february_of_a_common_year
constexpr Day leap{2100, 2, 29};
#else
constexpr Day leap{2000, 2, 29};
#endif

#ifdef forbid_year_zero
constexpr Day first{0, 12, 31};
#else
constexpr Day first{1, 1, 1};
#endif

#ifdef forbid_month_13
constexpr Month month{2026, 13};
#else
constexpr Month month{2026, 12};
#endif

#ifdef forbid_month_zero
constexpr Month zero{2026, 0};
#else
constexpr Month zero{2026, 1};
#endif

#ifdef forbid_day_from_number
constexpr Day number{20000};
#else
constexpr auto number = Day::from_number(20000);
#endif

#ifdef forbid_day_from_numbers_known_only_at_run_time
Day built(int year) { return Day{year, 1, 1}; }
#else
std::optional<Day> built(int year) { return Day::from(year, 1, 1); }
#endif

#ifdef forbid_day_as_month
constexpr Month as_month = Day{2026, 11, 22};
#else
constexpr Month as_month = Day{2026, 11, 22}.month();
#endif

#ifdef forbid_day_against_month
constexpr bool before = Day{2026, 11, 22} < Month{2026, 12};
#else
constexpr bool before = Day{2026, 11, 22} < Month{2026, 12}.first_day();
#endif

#ifdef forbid_day_plus_whole
constexpr Day later = Day{2026, 11, 22} + 1;  // days or months?
#else
constexpr Month later = Month{2026, 11} + 1;
#endif
