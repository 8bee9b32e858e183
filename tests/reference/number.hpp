// Fractions that never lose a digit, and the one rounding that makes dong of them.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <string_view>

#include "ansinh/rate.hpp"
#include "reference/law.hpp"

namespace reference {

using Number = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

// What cannot be in a test that asks sensibly ends the program.
[[noreturn]] void stop(std::string_view what);

// digits / 10^decimals
Number decimal(std::int64_t digits, int decimals);
Number number(const Value& value);
Number number(ansinh::Rate rate);

struct Rounded {
  std::int64_t dong = 0;
  bool tie = false;
};

// To the nearest dong, a tie away from zero. Amounts here are never negative.
Rounded nearest(const Number& exact);

}  // namespace reference
