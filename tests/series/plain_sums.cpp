#include "plain_sums.hpp"

#include <cstdlib>
#include <string_view>

namespace plain_sums {

using ansinh::Rate;
using ansinh::ReturnSeries;

namespace {

Integer power_of_ten(int exponent) {
  Integer power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

// With 1 + r = a / b, the power i of b / a (or a / b) over the denominator of the last one.
Fraction value(const ReturnSeries& s) {
  const Integer b = power_of_ten(s.r.decimals());
  const Integer a = b + s.r.digits();
  const bool discounted = s.direction == ReturnSeries::Direction::discounted;
  const Integer& up = discounted ? b : a;
  const Integer& down = discounted ? a : b;
  Integer sum = 0;
  Integer denominator = 1;
  // Horner's way from the last power to the first: sum = 1 + q (1 + q (...)), then times q^first.
  for (int i = 0; i < s.count; ++i) {
    sum = sum * up + denominator * down;
    denominator *= down;
  }
  if (s.count > 0) {
    sum /= down;  // exact: every term holds the factor once too often
    denominator /= down;
  }
  for (int i = 0; i < s.first; ++i) {
    sum *= up;
    denominator *= down;
  }
  return {sum * s.times, denominator};
}

Rounded nearest(const Integer& digits, int decimals, const Fraction& value) {
  const Integer numerator = digits * value.numerator;
  const Integer denominator = power_of_ten(decimals) * value.denominator;
  const Integer twice = 2 * (numerator % denominator);
  return {numerator / denominator + (twice >= denominator ? 1 : 0), twice == denominator};
}

const std::vector<Rate>& returns() {
  static const std::vector<Rate> all = [] {
    std::vector<Rate> made;
    for (const char* text : {"0", "0.0031", "0.00628", "0.00826", "0.05", "0.01", "0.000000001", "0.049999999",
                             "0.012345679", "0.003333333", "0.02", "0.0005"}) {
      made.push_back(*Rate::from_text(text));
    }
    return made;
  }();
  return all;
}

bool full_sweep() {
  const char* size = std::getenv("ANSINH_SWEEP");
  return size != nullptr && std::string_view{size} == "full";
}

}  // namespace plain_sums
