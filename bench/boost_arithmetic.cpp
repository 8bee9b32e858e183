#include "boost_arithmetic.hpp"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include "plain_loop.hpp"

namespace plain {
namespace {

using boost::multiprecision::cpp_dec_float_50;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

Rounded nearest(const cpp_rational& x) {
  const cpp_int n = numerator(x);
  const cpp_int d = denominator(x);
  const cpp_int whole = n / d;
  const cpp_int rest = (n % d) * 2;
  return {static_cast<std::int64_t>(whole) + (rest >= d ? 1 : 0), rest == d};
}
Rounded nearest(const cpp_dec_float_50& x) {
  const cpp_dec_float_50 whole = floor(x);
  const cpp_dec_float_50 rest = (x - whole) * 2;
  return {static_cast<std::int64_t>(whole) + (rest >= 1 ? 1 : 0), rest == 1};
}

template <class Number>
struct Of {
  static Number rate(std::int64_t hundredths) { return Number{hundredths} / 100; }
  static Rounded product(std::int64_t amount, std::int64_t r, std::int64_t months) {
    const Number exact = Number{amount} * rate(r) * months;
    return nearest(exact);
  }
  static Rounded product(std::int64_t amount, std::int64_t r, std::int64_t share, std::int64_t months) {
    const Number exact = Number{amount} * rate(r) * rate(share) * months;
    return nearest(exact);
  }
};

template <class Number>
void assess(const Law& law, std::span<const ansinh::Request> requests, std::span<ansinh::Answer> answers) {
  for (std::size_t i = 0; i < requests.size(); ++i) {
    answers[i].status = law.assess<Of<Number>>(requests[i], answers[i].assessment);
  }
}

}  // namespace

void assess_with_cpp_rational(const Law& law, std::span<const ansinh::Request> requests,
                              std::span<ansinh::Answer> answers) {
  assess<cpp_rational>(law, requests, answers);
}
void assess_with_cpp_dec_float(const Law& law, std::span<const ansinh::Request> requests,
                               std::span<ansinh::Answer> answers) {
  assess<cpp_dec_float_50>(law, requests, answers);
}

}  // namespace plain
