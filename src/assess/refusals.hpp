// The refusals of assess, as faults. Nothing here decides; the checks do, and come here only to say no, so that the way
// of an accepted payment stays short.
#pragma once

#include <optional>

#include "ansinh/assess.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

// The first fault of form: a field out of its range, or two fields that do not go together. Nothing if there is none.
std::optional<Fault> form_fault(const Rules::Data& data, const Request& request);

// A former province outside the present one that is given with it.
std::optional<Fault> check_former(const Place& place);

Fault day_outside_law(const Request& request);
Fault value_not_published(const Request& request, Parameter parameter);
Fault income_below_floor(const Request& request, const Regime& regime);
Fault income_above_ceiling(const Request& request, const Regime& regime);
Fault income_off_step(const Request& request, const Regime& regime);
Fault payment_late(const Request& request, const Regime& regime);
// A contribution above Money::limit, which only a book of other orders than the law has.
Fault contribution_beyond_limit(const Request& request);

// For a strict caller; nothing where the flags leave nothing open.
std::optional<Fault> not_settled_fault(Day paid_on, Flags flags);

// The first value that the income checks need and the book lacks on that day.
Parameter missing_bound(const Regime& regime);

}  // namespace ansinh
