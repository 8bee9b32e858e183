// A term is one of those that exist; a number of months alone is none.
#include "ansinh/term.hpp"

using namespace ansinh;

#ifdef forbid_from_whole
constexpr Term term = 12;
#else
constexpr Term term = 12_months;
#endif

#ifdef forbid_from_whole_in_braces
constexpr Term braces{12};
#else
constexpr Term braces{12_months};
#endif

#ifdef forbid_7_months
constexpr Term seven = 7_months;
#else
constexpr Term six = 6_months;
#endif

#ifdef forbid_0_months
constexpr Term none = 0_months;
#else
constexpr Term one = 1_months;
#endif

#ifdef forbid_built_from_its_parts
constexpr Term parts{Term::Kind::late, 2};
#else
constexpr auto parts = Term::late(3);
#endif

#ifdef forbid_to_whole
constexpr int months = 3_months;
#else
constexpr int months = (3_months).covered_months();
#endif
