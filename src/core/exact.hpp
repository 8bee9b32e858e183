// Exact: the reference arithmetic, an unbounded fraction of dong.
//
// Promise: never rounds, never overflows; `nearest_dong` rounds once by the rule of rounding.hpp. Slow, allocates.
// What it is for: `assess_exact` evaluates every formula with it, and the integer kernel is proved equal to that.
// exact_nearest_dong is the same for one amount and one return series, in whole numbers of fixed room: what the integer
// kernel falls back to where its bounds do not agree.
#pragma once

#include <memory>

#include "ansinh/money.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/rounding.hpp"
#include "core/return_series.hpp"

namespace ansinh {

class Exact {
 public:
  explicit Exact(Money amount);
  explicit Exact(Rate rate);
  explicit Exact(int whole);
  explicit Exact(const ReturnSeries& series);
  Exact(const Exact& other);
  Exact& operator=(const Exact& other);
  Exact(Exact&& other) noexcept;
  Exact& operator=(Exact&& other) noexcept;
  ~Exact();

  friend Exact operator*(const Exact& a, const Exact& b);

  // The nearest dong, ties away from zero; beyond Money::limit, the first dong beyond it.
  [[nodiscard]] RoundedMoney nearest_dong() const;

 private:
  struct Fraction;
  explicit Exact(std::unique_ptr<Fraction> fraction);
  std::unique_ptr<Fraction> fraction_;
};

// digits / 10^decimals x the series, rounded once; digits >= 0, decimals <= 36; beyond Money::limit, the first dong
// beyond it. Does not allocate.
[[nodiscard]] RoundedMoney exact_nearest_dong(Int128 digits, int decimals, const ReturnSeries& series) noexcept;

}  // namespace ansinh
