// A request holds values, not numbers; an answer is reached through its Result.
#include "ansinh/assess.hpp"

using namespace ansinh;

#ifdef forbid_income_as_number
const Request income{.paid_on = Day{2026, 11, 22}, .income = 1'500'000};
#else
const Request income{.paid_on = Day{2026, 11, 22}, .income = 1'500'000_dong};
#endif

#ifdef forbid_term_as_number
const Request term{.paid_on = Day{2026, 11, 22}, .term = 12};
#else
const Request term{.paid_on = Day{2026, 11, 22}, .term = 12_months};
#endif

#ifdef forbid_rate_as_number
const Request rate{.paid_on = Day{2026, 11, 22}, .fund_return_rate = 0.0031};
#else
const Request rate{.paid_on = Day{2026, 11, 22}, .fund_return_rate = "0.0031"_rate};
#endif

#ifdef forbid_group_as_text
const Request group{.paid_on = Day{2026, 11, 22}, .groups = "poor"};
#else
const Request group{.paid_on = Day{2026, 11, 22}, .groups = Group::poor};
#endif

#ifdef forbid_group_as_number
const Request number{.paid_on = Day{2026, 11, 22}, .groups = 1};
#else
const Request number{.paid_on = Day{2026, 11, 22}, .groups = GroupSet::from_bits(1)};
#endif

#ifdef forbid_answer_without_its_result
Assessment due(const Request& request) { return assess(built_in_rules(), request); }
#else
Result<Assessment> due(const Request& request) { return assess(built_in_rules(), request); }
#endif

#ifdef forbid_change_of_the_built_in_rules
Rules& rules() { return built_in_rules(); }
#else
const Rules& rules() { return built_in_rules(); }
#endif
