// The records of the book that say why the local law of a payment is not known.
#pragma once

#include "ansinh/explain.hpp"

namespace ansinh {

// Adds those that speak of the participant's place and groups on the day of payment.
void add_unknown(const Rules& rules, const Request& request, Explanation& explanation);

}  // namespace ansinh
