#include "reference/number.hpp"

#include <cstdlib>
#include <iostream>

#include "ansinh/money.hpp"

namespace reference {

void stop(std::string_view what) {
  std::cerr << "reference: " << what << '\n';
  std::exit(1);
}

Number decimal(std::int64_t digits, int decimals) {
  Integer one = 1;
  for (int i = 0; i < decimals; ++i) one *= 10;
  return Number{Integer{digits}, one};
}

Number number(const Value& value) { return decimal(value.digits, value.decimals); }
Number number(ansinh::Rate rate) { return decimal(rate.digits(), rate.decimals()); }

Rounded nearest(const Number& exact) {
  const Integer n = boost::multiprecision::numerator(exact);
  const Integer d = boost::multiprecision::denominator(exact);
  if (n < 0) stop("a negative amount");
  const Integer whole = n / d;
  const Integer rest = n % d;
  const Integer dong = rest * 2 >= d ? Integer{whole + 1} : whole;
  if (dong > Integer{ansinh::Money::limit}) stop("an amount above the limit");
  return {dong.convert_to<std::int64_t>(), rest * 2 == d};
}

}  // namespace reference
