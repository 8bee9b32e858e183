// The arithmetic of the plain loop on numbers of Boost: each answer of the loop with fractions, or with 50 decimal
// digits, as one would write it by hand.
#pragma once

#include <span>
#include <vector>

#include "ansinh/assess.hpp"

namespace plain {

class Law;

void assess_with_cpp_rational(const Law& law, std::span<const ansinh::Request> requests,
                              std::span<ansinh::Answer> answers);
void assess_with_cpp_dec_float(const Law& law, std::span<const ansinh::Request> requests,
                               std::span<ansinh::Answer> answers);

}  // namespace plain
