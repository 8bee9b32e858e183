// Books of law that no law has, and requests of them, by RapidCheck's randomness: only inside a property.
#pragma once

#include "assess/proof.hpp"

namespace random_law {

// True once in so many times.
bool chance(int in);

// The built-in law with rows, programmes and records laid over it.
proof::Twin book();

// Mostly one that is priced, near the edges of what may be.
ansinh::Request request(const reference::Law& law);

}  // namespace random_law
