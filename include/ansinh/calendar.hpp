// Day and Month: dates that are always valid, of the proleptic Gregorian calendar, years 1 to 9999.
//
// Promise: an object of these types never holds a date that does not exist; 30 February cannot be built, and as a
// literal it does not compile. Nothing here reads a clock: "today" is always an argument.
// Unit: Day counts days, Month counts calendar months; differences are days and months.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/export.hpp"

namespace ansinh {

class Day;

class Month {
 public:
  constexpr Month() = default;  // 0001-01
  // A literal: Month{2026, 11}. A month that does not exist does not compile.
  consteval Month(int year, unsigned month) : months_{checked(year, month)} {}

  static constexpr std::optional<Month> from(int year, unsigned month) {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
    return Month{(year - 1) * 12 + static_cast<std::int32_t>(month) - 1};
  }

  [[nodiscard]] constexpr int year() const { return months_ / 12 + 1; }
  [[nodiscard]] constexpr unsigned month() const { return static_cast<unsigned>(months_ % 12 + 1); }

  // Months since 0001-01. Arithmetic stays within years 1...9999: the result is held at the nearer end beyond it.
  [[nodiscard]] constexpr std::int32_t number() const { return months_; }
  friend constexpr Month operator+(Month m, int months) { return Month{held(m.months_ + months)}; }
  friend constexpr Month operator-(Month m, int months) { return Month{held(m.months_ - months)}; }
  friend constexpr int operator-(Month a, Month b) { return a.months_ - b.months_; }
  friend constexpr auto operator<=>(Month, Month) = default;

  [[nodiscard]] constexpr Day first_day() const;
  [[nodiscard]] constexpr Day last_day() const;

  // "2026-11"
  [[nodiscard]] ANSINH_API std::string text() const;

 private:
  explicit constexpr Month(std::int32_t months) : months_{months} {}
  static constexpr std::int32_t held(std::int32_t months) {
    return months < 0 ? 0 : (months > 9999 * 12 - 1 ? 9999 * 12 - 1 : months);
  }
  static consteval std::int32_t checked(int year, unsigned month) {
    const auto valid = from(year, month);
    if (!valid) throw "no such month";
    return valid->months_;
  }

  std::int32_t months_ = 0;
};

class Day {
 public:
  constexpr Day() = default;  // 1970-01-01
  // A literal: Day{2026, 11, 22}. A day that does not exist does not compile.
  consteval Day(int year, unsigned month, unsigned day) : days_{checked(year, month, day)} {}

  static constexpr std::optional<Day> from(int year, unsigned month, unsigned day) {
    return from(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
  }
  static constexpr std::optional<Day> from(std::chrono::year_month_day date) {
    if (!date.ok() || date.year() < std::chrono::year{1} || date.year() > std::chrono::year{9999}) return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
  }
  // A number of days since 1970-01-01; empty outside the years 1...9999.
  static constexpr std::optional<Day> from_number(std::int32_t days) {
    if (days < first_number || days > last_number) return std::nullopt;
    return Day{days};
  }

  [[nodiscard]] constexpr std::chrono::year_month_day date() const {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days_}}};
  }
  [[nodiscard]] constexpr Month month() const {
    const auto d = date();
    return *Month::from(static_cast<int>(d.year()), static_cast<unsigned>(d.month()));
  }
  // Days since 1970-01-01.
  [[nodiscard]] constexpr std::int32_t number() const { return days_; }
  [[nodiscard]] constexpr Day next() const { return days_ == last_number ? *this : Day{days_ + 1}; }
  [[nodiscard]] constexpr Day previous() const { return days_ == first_number ? *this : Day{days_ - 1}; }
  friend constexpr auto operator<=>(Day, Day) = default;

  // "2026-11-22"
  [[nodiscard]] ANSINH_API std::string text() const;

 private:
  friend class Month;
  explicit constexpr Day(std::int32_t days) : days_{days} {}
  static consteval std::int32_t checked(int year, unsigned month, unsigned day) {
    const auto valid = from(year, month, day);
    if (!valid) throw "no such day";
    return valid->days_;
  }
  static constexpr std::int32_t first_number = -719162;  // 0001-01-01
  static constexpr std::int32_t last_number = 2932896;   // 9999-12-31

  std::int32_t days_ = 0;
};

constexpr Day Month::first_day() const { return *Day::from(year(), month(), 1); }
constexpr Day Month::last_day() const {
  return *Day::from(std::chrono::year{year()} / std::chrono::month{month()} / std::chrono::last);
}

// Reading. `2026-11-22` or `22/11/2026` (day and month with one or two digits, the year with four); `2026-11` or
// `11/2026`. Empty when malformed or no such date; nothing is trimmed or guessed.
[[nodiscard]] ANSINH_API std::optional<Day> read_day(std::string_view text);
[[nodiscard]] ANSINH_API std::optional<Month> read_month(std::string_view text);

}  // namespace ansinh
