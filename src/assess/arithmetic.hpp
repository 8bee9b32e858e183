// The two arithmetics that the kernel can be run with. Each knows the formulas' one shape,
//   share x rate x base x months, or rate x income x months, or amount x months,
// and rounds once at the end (rounding.hpp). ReferenceArithmetic is right by construction; FastArithmetic is an
// optimisation that tests prove equal to it.
#pragma once

#include "ansinh/rounding.hpp"
#include "core/exact.hpp"

namespace ansinh {

struct FastArithmetic {
  static RoundedMoney contribution(Rate rate, Money income, int months) {
    return nearest_dong(income * rate * months);
  }
  static RoundedMoney share_of_contribution(Rate share, Rate rate, Money base, int months) {
    return nearest_dong(base * rate * share * months);
  }
  static RoundedMoney fixed(Money amount, int months) { return {amount * months, false}; }
};

struct ReferenceArithmetic {
  static RoundedMoney contribution(Rate rate, Money income, int months) {
    return (Exact{income} * Exact{rate} * Exact{months}).nearest_dong();
  }
  static RoundedMoney share_of_contribution(Rate share, Rate rate, Money base, int months) {
    return (Exact{base} * Exact{rate} * Exact{share} * Exact{months}).nearest_dong();
  }
  static RoundedMoney fixed(Money amount, int months) { return (Exact{amount} * Exact{months}).nearest_dong(); }
};

}  // namespace ansinh
