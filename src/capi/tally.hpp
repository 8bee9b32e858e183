// Totals of the library as those of the C interface, and back.
#pragma once

#include "ansinh/ansinh.h"
#include "ansinh/tally.hpp"
#include "capi/sized.hpp"

namespace ansinh::capi {

// Nothing counted; `size` is that of this library.
[[nodiscard]] ansinh_tally no_tally();
[[nodiscard]] Tally tally_of(const ansinh_tally& given);
[[nodiscard]] ansinh_tally tally_of(const Tally& tally);

// Adds to what a caller's tally holds. Only of a struct that passed the check.
void add_to(ansinh_tally* into, const Tally& more);

}  // namespace ansinh::capi
