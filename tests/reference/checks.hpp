// What is refused, first match wins: the form of every field, the relations between fields, then the law of the day.
#pragma once

#include <date/date.h>

#include <optional>
#include <string>

#include "reference/reference.hpp"

namespace reference {

Outcome refuse(ansinh::Errc code, ansinh::Field field, std::string parameter, std::string given);

constexpr std::int64_t most_money = 1'000'000'000'000'000;

// The series of the law that must hold a value on the day of payment.
const Value& law_on(const Law& law, std::string_view parameter, const ansinh::Request& request);

// Last day on which the period of the term counts as paid in time, and the name of the window. Years ahead have none
// but the rule of the term itself; missing months have none.
struct Window {
  date::sys_days last;
  std::string name;
};
Window window_of(const Law& law, const ansinh::Request& request);

std::optional<Outcome> refusal(const Law& law, const ansinh::Request& request);

// "1,3,6,TH" contains "TH"
bool contains_item(std::string_view list, std::string_view item);

}  // namespace reference
