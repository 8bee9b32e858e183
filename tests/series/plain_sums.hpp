// A return series as the law writes it: power after power, added up, over one common denominator.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <vector>

#include "core/return_series.hpp"

namespace plain_sums {

using Integer = boost::multiprecision::cpp_int;

struct Fraction {
  Integer numerator;
  Integer denominator;
};

Fraction value(const ansinh::ReturnSeries& series);

// digits / 10^decimals x value, to the nearest dong, a tie away from zero; and whether it was one.
struct Rounded {
  Integer dong;
  bool tie;
};
Rounded nearest(const Integer& digits, int decimals, const Fraction& value);

// Returns of few and many decimals, small and large, and none.
const std::vector<ansinh::Rate>& returns();

// ANSINH_SWEEP=full asks for the long sweeps.
bool full_sweep();

}  // namespace plain_sums
