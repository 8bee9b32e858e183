// The provisions that write the formulas over years.
#pragma once

#include "ansinh/explain.hpp"

namespace ansinh {

// Of the contribution; null for an ordinary term, whose formula is that of the contribution rate.
const Formula* contribution_formula(Term::Kind kind, Day paid_on);
// Of the amount given back of a paid period.
const Formula* refund_formula(Day event);

}  // namespace ansinh
