// Payments over years: what each month of a payment weighs, as the formulas stand in the law (r the monthly return of
// the fund):
//   n months          1 each                                                   Decision 595/QD-BHXH art. 10(2)
//   years ahead, T1   sum over i = 1...12n of 1 / (1+r)^(i-1)                  art. 10(3); Decree 159/2025 art. 6
//   missing, T2       sum over i = 1...t of (1+r)^i; the earliest month has    art. 10(4); Decree 159/2025 art. 7
//                     waited longest and carries i = t
//   late make-up, T3  the whole contribution x (1+r)^t                         art. 11(3)
// Sums are taken month by month and powers by repeated multiplication: nothing is gained by a closed form here.
#pragma once

#include "reference/number.hpp"

namespace reference {

// Consecutive months of a payment, counted from 1 in time order; none where last < first.
struct Months {
  int first = 1;
  int last = 0;

  int count() const { return last < first ? 0 : last - first + 1; }
  friend bool operator==(const Months&, const Months&) = default;
};
Months common(Months a, Months b);

// (1+r)^i; i may be negative.
Number power(const Number& r, int i);

class Weights {
 public:
  static Weights nominal() { return Weights{0, 0, false}; }
  static Weights ahead(const Number& r) { return Weights{r, 1, true}; }
  static Weights missing(const Number& r, int t) { return Weights{r, t + 1, true}; }
  static Weights late(const Number& r, int t) { return Weights{r, t, false}; }

  Number of(int month) const;
  Number sum(Months months) const;

 private:
  Weights(const Number& r, int base, bool falling) : r_{r}, base_{base}, falling_{falling} {}
  // Month j carries (1+r)^(base - j) where it falls from month to month, (1+r)^base otherwise.
  Number r_;
  int base_;
  bool falling_;
};

}  // namespace reference
