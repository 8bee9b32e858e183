// The reference arithmetic on Boost.Multiprecision. The only file that includes Boost.
#include "core/exact.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <utility>

namespace ansinh {

using boost::multiprecision::cpp_int;

// numerator / denominator, denominator > 0. Kept over a common denominator and not reduced: reducing at every step
// costs a hundred times the sum itself.
struct Exact::Fraction {
  cpp_int numerator;
  cpp_int denominator = 1;
};

namespace {

cpp_int power_of_ten(int exponent) {
  cpp_int power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

Exact::Exact(std::unique_ptr<Fraction> fraction) : fraction_{std::move(fraction)} {}
Exact::Exact(Money amount) : fraction_{new Fraction{cpp_int{amount.dong()}, 1}} {}
Exact::Exact(Rate rate) : fraction_{new Fraction{cpp_int{rate.digits()}, power_of_ten(rate.decimals())}} {}
Exact::Exact(int whole) : fraction_{new Fraction{cpp_int{whole}, 1}} {}
Exact::Exact(const Exact& other) : fraction_{new Fraction{*other.fraction_}} {}
Exact& Exact::operator=(const Exact& other) {
  *this = Exact{other};
  return *this;
}
Exact::Exact(Exact&& other) noexcept = default;
Exact& Exact::operator=(Exact&& other) noexcept = default;
Exact::~Exact() = default;

Exact operator*(const Exact& a, const Exact& b) {
  return Exact{std::unique_ptr<Exact::Fraction>{new Exact::Fraction{
      a.fraction_->numerator * b.fraction_->numerator, a.fraction_->denominator * b.fraction_->denominator}}};
}

RoundedMoney Exact::nearest_dong() const {
  const bool negative = fraction_->numerator < 0;
  const cpp_int numerator = negative ? cpp_int{-fraction_->numerator} : fraction_->numerator;
  cpp_int whole;
  cpp_int rest;
  divide_qr(numerator, fraction_->denominator, whole, rest);
  const cpp_int twice = rest * 2;
  if (twice >= fraction_->denominator) ++whole;
  const Money dong{static_cast<std::int64_t>(whole)};
  return {negative ? -dong : dong, twice == fraction_->denominator};
}

}  // namespace ansinh
