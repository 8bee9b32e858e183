// Exact: the reference arithmetic, an unbounded fraction of dong.
//
// Promise: never rounds, never overflows; `nearest_dong` rounds once by the rule of rounding.hpp. Slow, allocates.
// What it is for: `assess_exact` evaluates every formula with it, and the integer kernel is proved equal to that.
#pragma once

#include <memory>

#include "ansinh/money.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/rounding.hpp"

namespace ansinh {

class Exact {
 public:
  explicit Exact(Money amount);
  explicit Exact(Rate rate);
  explicit Exact(int whole);
  Exact(const Exact& other);
  Exact& operator=(const Exact& other);
  Exact(Exact&& other) noexcept;
  Exact& operator=(Exact&& other) noexcept;
  ~Exact();

  friend Exact operator*(const Exact& a, const Exact& b);

  // The nearest dong, ties away from zero. The value must lie within Money::limit.
  [[nodiscard]] RoundedMoney nearest_dong() const;

 private:
  struct Fraction;
  explicit Exact(std::unique_ptr<Fraction> fraction);
  std::unique_ptr<Fraction> fraction_;
};

}  // namespace ansinh
