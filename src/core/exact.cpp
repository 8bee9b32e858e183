// The reference arithmetic on Boost.Multiprecision. The only file that includes Boost.
#include "core/exact.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <utility>

namespace ansinh {

namespace mp = boost::multiprecision;
using mp::cpp_int;

// numerator / denominator, denominator > 0. Kept over a common denominator and not reduced: reducing at every step
// costs a hundred times the sum itself.
struct Exact::Fraction {
  cpp_int numerator;
  cpp_int denominator = 1;
};

namespace {

template <class Integer>
Integer power(std::uint64_t base, int exponent) {
  Integer result = 1;
  for (unsigned bit = 1U << 9; bit != 0; bit >>= 1) {
    result *= result;
    if ((static_cast<unsigned>(exponent) & bit) != 0) result *= base;
  }
  return result;
}
static_assert(ReturnSeries::max_exponent + 1 < 1 << 10);

cpp_int power_of_ten(int exponent) { return power<cpp_int>(10, exponent); }

// With r = d / 10^k, a = 10^k + d, b = 10^k, and f, c the first exponent and the number of powers, a series is
//   compounded  a^f (a^c - b^c) / (d b^(f+c-1))        discounted  b^f (a^c - b^c) / (d a^(f+c-1))
// and c where r = 0. Not reduced, as above.
template <class Integer>
std::pair<Integer, Integer> fraction_of(const ReturnSeries& series) {
  const auto d = static_cast<std::uint64_t>(series.r.digits());
  if (d == 0 || series.count == 0) return {Integer{series.count * series.times}, Integer{1}};
  const std::uint64_t b = detail::powers_of_ten[static_cast<std::size_t>(series.r.decimals())];
  const std::uint64_t a = b + d;
  const bool discounted = series.direction == ReturnSeries::Direction::discounted;
  Integer numerator = power<Integer>(a, series.count) - power<Integer>(b, series.count);
  numerator *= power<Integer>(discounted ? b : a, series.first);
  numerator *= static_cast<unsigned>(series.times);
  Integer denominator = power<Integer>(discounted ? a : b, series.first + series.count - 1);
  denominator *= d;
  return {std::move(numerator), std::move(denominator)};
}

// Room for digits of 127 bit, `times` of 4, and max_exponent + 1 factors 10^9 x (1 + r) of 30 bit each, doubled once
// for rounding; on the stack.
constexpr unsigned room = 9'216;
static_assert(127 + 4 + (ReturnSeries::max_exponent + 1) * 30 + 1 <= room);
using RoomyInteger =
    mp::number<mp::cpp_int_backend<room, room, mp::unsigned_magnitude, mp::unchecked, void>, mp::et_off>;

}  // namespace

Exact::Exact(std::unique_ptr<Fraction> fraction) : fraction_{std::move(fraction)} {}
Exact::Exact(Money amount) : fraction_{new Fraction{cpp_int{amount.dong()}, 1}} {}
Exact::Exact(Rate rate) : fraction_{new Fraction{cpp_int{rate.digits()}, power_of_ten(rate.decimals())}} {}
Exact::Exact(int whole) : fraction_{new Fraction{cpp_int{whole}, 1}} {}
Exact::Exact(const ReturnSeries& series) {
  auto [numerator, denominator] = fraction_of<cpp_int>(series);
  fraction_.reset(new Fraction{std::move(numerator), std::move(denominator)});
}
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
  if (whole > Money::limit) return {Money{negative ? -Money::limit - 1 : Money::limit + 1}, false};
  const cpp_int twice = rest * 2;
  if (twice >= fraction_->denominator) ++whole;
  const Money dong{static_cast<std::int64_t>(whole)};
  return {negative ? -dong : dong, twice == fraction_->denominator};
}

RoundedMoney exact_nearest_dong(Int128 digits, int decimals, const ReturnSeries& series) noexcept {
  auto [numerator, denominator] = fraction_of<RoomyInteger>(series);
  RoomyInteger factor = static_cast<std::uint64_t>(digits >> 64);
  factor <<= 64;
  factor += static_cast<std::uint64_t>(digits);
  numerator *= factor;
  denominator *= power<RoomyInteger>(10, decimals);
  RoomyInteger whole;
  RoomyInteger rest;
  divide_qr(numerator, denominator, whole, rest);
  if (whole > static_cast<std::uint64_t>(Money::limit)) return {Money{Money::limit + 1}, false};
  rest <<= 1;
  const int order = rest.compare(denominator);
  return {Money{static_cast<std::int64_t>(whole) + (order >= 0 ? 1 : 0)}, order == 0};
}

}  // namespace ansinh
