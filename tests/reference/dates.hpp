// The contract's days and months as those of the calendar library.
#pragma once

#include <date/date.h>

#include "ansinh/calendar.hpp"

namespace reference {

inline date::sys_days day(ansinh::Day d) { return date::sys_days{date::days{d.number()}}; }
inline date::year_month month(ansinh::Month m) { return date::year{m.year()} / date::month{m.month()}; }
inline date::year_month month_of(date::sys_days d) {
  const date::year_month_day ymd{d};
  return ymd.year() / ymd.month();
}
inline date::sys_days first_day(date::year_month m) { return m / 1; }
inline date::sys_days last_day(date::year_month m) { return m / date::last; }

}  // namespace reference
