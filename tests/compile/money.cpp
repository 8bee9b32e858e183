// Money is built from whole numbers only and becomes no other thing by itself.
#include "ansinh/money.hpp"

#include "ansinh/rate.hpp"
#include "ansinh/rounding.hpp"

using namespace ansinh;

#ifdef forbid_from_double
constexpr Money from_double{1.0};
#else
constexpr Money from_whole{1};
#endif

#ifdef forbid_from_float
constexpr Money from_float{1.0F};
#else
constexpr Money from_long{1L};
#endif

#ifdef forbid_from_bool
constexpr Money from_bool{true};
#else
constexpr Money from_short{static_cast<short>(1)};
#endif

#ifdef forbid_from_unsigned_64_bit
constexpr Money from_unsigned{1ULL};  // could be more than a signed 64-bit number holds
#else
constexpr Money from_unsigned{1U};
#endif

#ifdef forbid_from_whole_without_asking
constexpr Money implicit = 1;
#else
constexpr Money implicit = Money{1};
#endif

#ifdef forbid_times_double
constexpr Money times = 1000_dong * 0.22;
#else
constexpr Money times = 1000_dong * 22;
#endif

#ifdef forbid_double_times
constexpr Money times_left = 0.22 * 1000_dong;
#else
constexpr Money times_left = 1000_dong;
#endif

#ifdef forbid_times_bool
constexpr Money times_bool = 1000_dong * true;
#else
constexpr Money times_bool = 1000_dong * 1;
#endif

#ifdef forbid_plus_whole
constexpr Money sum = 1000_dong + 1;
#else
constexpr Money sum = 1000_dong + 1_dong;
#endif

#ifdef forbid_times_money
constexpr Money square = 1000_dong * 1000_dong;
#else
constexpr Money square = 1000_dong * 1000;
#endif

#ifdef forbid_divided
constexpr Money half = 1000_dong / 2;
#else
constexpr std::int64_t half = (1000_dong).dong() / 2;
#endif

#ifdef forbid_to_whole
constexpr std::int64_t dong = 1000_dong;
#else
constexpr std::int64_t dong = (1000_dong).dong();
#endif

#ifdef forbid_to_double
constexpr double as_double = static_cast<double>(1000_dong);
#else
constexpr auto as_whole = static_cast<double>((1000_dong).dong());
#endif

#ifdef forbid_compared_with_whole
static_assert(1000_dong == 1000);
#else
static_assert(1000_dong == Money{1000});
#endif

#ifdef forbid_literal_with_a_point
constexpr Money literal = 1.5_dong;
#else
constexpr Money literal = 15_dong;
#endif

#ifdef forbid_literal_above_the_limit
constexpr Money most = 1'000'000'000'000'000'001_dong;
#else
constexpr Money most = 1'000'000'000'000'000'000_dong;
#endif
