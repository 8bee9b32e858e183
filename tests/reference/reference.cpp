#include "reference/reference.hpp"

#include "reference/price.hpp"

namespace reference {

Outcome assess(const Law& law, const ansinh::Request& request) { return price(law, request).outcome; }

}  // namespace reference
