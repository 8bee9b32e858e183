// Reading and printing of days and months. The only file that includes `date`.
#include "ansinh/calendar.hpp"

#include <date/date.h>

#include "core/iso_day.hpp"

namespace ansinh {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number in `text`, all digits and between `least` and `most` of them; -1 otherwise.
int digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return -1;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Day> checked_day(int year, int month, int day) {
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const auto ymd = date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
  if (!ymd.ok()) return std::nullopt;
  return Day::from_number(static_cast<std::int32_t>(date::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Month> checked_month(int year, int month) {
  if (month < 1) return std::nullopt;
  return Month::from(year, static_cast<unsigned>(month));
}

void append_digits(std::string& text, unsigned value, int width) {
  std::string reversed;
  for (int i = 0; i < width; ++i, value /= 10) reversed.push_back(static_cast<char>('0' + value % 10));
  text.append(reversed.rbegin(), reversed.rend());
}

}  // namespace

std::optional<Day> read_day(std::string_view text) {
  if (const auto day = read_iso_day(text)) return day;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    return checked_day(digits(text.substr(0, 4), 4, 4), digits(text.substr(5, 2), 2, 2),
                       digits(text.substr(8, 2), 2, 2));
  }
  const auto first = text.find('/');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return checked_day(digits(text.substr(second + 1), 4, 4), digits(text.substr(first + 1, second - first - 1), 1, 2),
                     digits(text.substr(0, first), 1, 2));
}

std::optional<Month> read_month(std::string_view text) {
  if (text.size() == 7 && text[4] == '-') {
    return checked_month(digits(text.substr(0, 4), 4, 4), digits(text.substr(5, 2), 2, 2));
  }
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return checked_month(digits(text.substr(slash + 1), 4, 4), digits(text.substr(0, slash), 1, 2));
}

std::string Day::text() const {
  const date::year_month_day ymd{date::sys_days{date::days{days_}}};
  std::string out;
  append_digits(out, static_cast<unsigned>(static_cast<int>(ymd.year())), 4);
  out.push_back('-');
  append_digits(out, static_cast<unsigned>(ymd.month()), 2);
  out.push_back('-');
  append_digits(out, static_cast<unsigned>(ymd.day()), 2);
  return out;
}

std::string Month::text() const {
  std::string out;
  append_digits(out, static_cast<unsigned>(year()), 4);
  out.push_back('-');
  append_digits(out, month(), 2);
  return out;
}

}  // namespace ansinh
