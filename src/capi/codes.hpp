// Days, months and terms as the C interface numbers them.
#pragma once

#include <cstdint>
#include <optional>

#include "ansinh/calendar.hpp"
#include "ansinh/columns.hpp"
#include "ansinh/term.hpp"

namespace ansinh::capi {

inline constexpr Month first_month{1970, 1};

inline std::int32_t month_number(Month month) { return month - first_month; }
inline std::optional<Month> month_of(std::int32_t number) {
  constexpr std::int32_t least = -first_month.number();
  constexpr std::int32_t most = Month{9999, 12}.number() - first_month.number();
  if (number < least || number > most) return std::nullopt;
  return first_month + number;
}

inline std::optional<Term> term_of(std::int32_t code) {
  if (code < 0 || code > UINT8_MAX) return std::nullopt;
  return term_from_code(static_cast<std::uint8_t>(code));
}

}  // namespace ansinh::capi
