// Records as they may be: in order, of both schemes, with gaps, paid in any way; every one is accepted.
#pragma once

#include <random>
#include <vector>

#include "ansinh/contribution_record.hpp"

namespace random_law {

// Spans within 2008-01 and `last`.
std::vector<ansinh::ContributionSpan> random_record(std::mt19937_64& random, ansinh::Month last, bool compulsory_too);

}  // namespace random_law
