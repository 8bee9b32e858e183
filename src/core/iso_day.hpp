// Days as 2026-11-22, which nearly every list writes, in the years that lists are full of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ansinh/calendar.hpp"
#include "core/eight_bytes.hpp"

namespace ansinh {

// The first day of each month of these years, and of the month after them.
struct FirstDays {
  static constexpr int first_year = 2000;
  static constexpr int years = 50;

  std::array<std::int32_t, years * 12 + 1> number{};

  constexpr FirstDays() {
    for (std::size_t i = 0; i < number.size(); ++i) {
      number[i] = Day::from(first_year + static_cast<int>(i / 12), static_cast<unsigned>(i % 12 + 1), 1)->number();
    }
  }
};
inline constexpr FirstDays first_days;

// Empty for any other text, which may be a day all the same; read_day knows.
inline std::optional<Day> read_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::uint64_t front = eight_bytes::load(text.data());     // 2026-11-
  const std::uint64_t back = eight_bytes::load(text.data() + 2);  // 26-11-22
  const std::uint64_t digits =                                    // 20261122
      (front & 0xffff'ffffU) | (front >> 8 & 0xffff'0000'0000U) | (back & 0xffff'0000'0000'0000U);
  const std::uint64_t values = digits ^ eight_bytes::zeros;
  if (!eight_bytes::all_digits(values)) return std::nullopt;
  const std::uint64_t pairs = eight_bytes::pairs(values);
  const auto year =
      static_cast<unsigned>((pairs & 0xff) * 100 + (pairs >> 16 & 0xff)) - unsigned{FirstDays::first_year};
  const auto month = static_cast<unsigned>(pairs >> 32 & 0xff) - 1U;
  const auto day = static_cast<std::int32_t>(pairs >> 48);
  if (year >= unsigned{FirstDays::years} || month >= 12U || day == 0) return std::nullopt;
  const std::size_t at = std::size_t{year} * 12 + month;
  const std::int32_t number = first_days.number[at] + day - 1;
  return number < first_days.number[at + 1] ? Day::from_number(number) : std::nullopt;
}

}  // namespace ansinh
