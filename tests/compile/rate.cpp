// A rate comes from text, and what it makes of Money is Money only by the named rounding rule.
#include "ansinh/rate.hpp"

#include "ansinh/money.hpp"
#include "ansinh/rounding.hpp"

using namespace ansinh;

#ifdef forbid_from_double
constexpr Rate from_double{0.22};
#else
constexpr Rate from_text = *Rate::from_text("0.22");
#endif

#ifdef forbid_from_decimal_double
constexpr auto decimal = Rate::from_decimal(0.22, 2);
#else
constexpr auto decimal = Rate::from_decimal(22, 2);
#endif

#ifdef forbid_from_whole
constexpr Rate whole = 1;
#else
constexpr Rate whole = "1"_rate;
#endif

#ifdef forbid_literal_above_one
constexpr Rate above = "1.5"_rate;
#else
constexpr Rate above = "0.5"_rate;
#endif

#ifdef forbid_literal_with_a_comma
constexpr Rate comma = "0,5"_rate;
#else
constexpr Rate comma = "0.5"_rate;
#endif

#ifdef forbid_literal_with_ten_decimals
constexpr Rate fine = "0.0000000001"_rate;
#else
constexpr Rate fine = "0.000000001"_rate;
#endif

#ifdef forbid_negative_literal
constexpr Rate negative = "-0.1"_rate;
#else
constexpr Rate negative = "0.1"_rate;
#endif

#ifdef forbid_to_double
constexpr double as_double = "0.5"_rate;
#else
constexpr auto digits = ("0.5"_rate).digits();
#endif

#ifdef forbid_rate_times_rate
constexpr auto product = "0.5"_rate * "0.5"_rate;
#else
constexpr auto product = 100_dong * "0.5"_rate * "0.5"_rate;
#endif

#ifdef forbid_three_rates
constexpr auto three = 100_dong * "0.5"_rate * "0.5"_rate * "0.5"_rate;
#else
constexpr auto two = 100_dong * "0.5"_rate * "0.5"_rate * 3;
#endif

#ifdef forbid_unrounded_as_money
constexpr Money unrounded = 100_dong * "0.22"_rate;
#else
constexpr Money rounded = nearest_dong(100_dong * "0.22"_rate).dong;
#endif

#ifdef forbid_unrounded_into_money
constexpr Money into{100_dong * "0.22"_rate};
#else
constexpr Money into{nearest_dong(100_dong * "0.22"_rate).dong};
#endif

#ifdef forbid_unrounded_plus_money
constexpr auto sum = 100_dong * "0.22"_rate + 1_dong;
#else
constexpr auto sum = nearest_dong(100_dong * "0.22"_rate).dong + 1_dong;
#endif

#ifdef forbid_unrounded_times_double
constexpr auto scaled = 100_dong * "0.22"_rate * 1.5L;
#else
constexpr auto scaled = 100_dong * "0.22"_rate * 15;
#endif
