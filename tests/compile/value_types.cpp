// The value types by their traits: what converts into what, what is cheap to copy, what is known while compiling.
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

#include "ansinh/assess.hpp"
#include "ansinh/calendar.hpp"
#include "ansinh/datum.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/law.hpp"
#include "ansinh/money.hpp"
#include "ansinh/place.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/rounding.hpp"
#include "ansinh/term.hpp"

namespace {

using namespace ansinh;

// Only what is listed goes in, and nothing without being asked for.
template <class T, class From>
constexpr bool built_from = std::is_constructible_v<T, From>;
template <class T, class From>
constexpr bool becomes = std::is_convertible_v<From, T>;

static_assert(built_from<Money, int> && built_from<Money, std::int64_t> && built_from<Money, std::uint32_t>);
static_assert(!built_from<Money, std::uint64_t> && !built_from<Money, bool>);
static_assert(!built_from<Money, double> && !built_from<Money, float> && !built_from<Money, long double>);
static_assert(!becomes<Money, int> && !becomes<std::int64_t, Money> && !built_from<double, Money>);
static_assert(!built_from<Money, Unrounded<1>> && !built_from<Money, Unrounded<2>> && !built_from<Money, Rate>);
static_assert(!built_from<Money, RoundedMoney>);

static_assert(!built_from<Rate, double> && !built_from<Rate, int> && !built_from<Rate, const char*>);
static_assert(!built_from<double, Rate> && !becomes<Rate, Money>);

static_assert(!built_from<Term, int> && !built_from<int, Term>);
static_assert(!built_from<Day, int> && !built_from<Day, Month> && !built_from<Month, Day>);
static_assert(!built_from<ProvinceCode, FormerProvinceCode> && !built_from<FormerProvinceCode, ProvinceCode>);
static_assert(!built_from<ProvinceCode, int> && !std::is_default_constructible_v<ProvinceCode>);
static_assert(!built_from<LocalityCode, std::uint32_t> && !built_from<LocalityCode, ProvinceCode>);
static_assert(becomes<GroupSet, Group> && !built_from<GroupSet, int>);
static_assert(!built_from<Datum, double> && !built_from<Datum, bool>);

// Which operators there are.
template <class A, class B>
concept Adds = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Multiplies = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept Compares = requires(A a, B b) {
  a == b;
};

static_assert(Adds<Money, Money> && !Adds<Money, int> && !Adds<Money, Rate>);
static_assert(Multiplies<Money, int> && Multiplies<Money, Rate> && !Multiplies<Money, Money>);
static_assert(!Multiplies<Money, double> && !Multiplies<Money, bool> && !Multiplies<Rate, Rate>);
static_assert(Multiplies<Unrounded<1>, Rate> && !Multiplies<Unrounded<2>, Rate>);
static_assert(!Adds<Unrounded<1>, Unrounded<1>> && !Adds<Unrounded<1>, Money>);
static_assert(!Compares<Money, int> && !Compares<Money, Rate> && !Compares<Day, Month>);
static_assert(!Compares<ProvinceCode, FormerProvinceCode> && !Compares<Money, Unrounded<1>>);
static_assert(std::same_as<decltype(Money{} * Rate{}), Unrounded<1>>);
static_assert(std::same_as<decltype(Money{} * Rate{} * Rate{}), Unrounded<2>>);

// Values: copied as bytes, compared whole, ordered.
template <class T>
concept Value =
    std::is_trivially_copyable_v<T> && std::equality_comparable<T> && std::is_nothrow_copy_constructible_v<T>;
static_assert(Value<Money> && Value<Rate> && Value<Term> && Value<Day> && Value<Month> && Value<GroupSet>);
static_assert(Value<ProvinceCode> && Value<FormerProvinceCode> && Value<LocalityCode> && Value<Place> && Value<Datum>);
static_assert(Value<Flags> && std::is_trivially_copyable_v<Request> && std::is_trivially_copyable_v<Assessment>);
static_assert(std::totally_ordered<Money> && std::totally_ordered<Rate> && std::totally_ordered<Day>);
static_assert(sizeof(Money) == 8 && sizeof(Rate) == 8 && sizeof(Day) == 4 && sizeof(Month) == 4);
static_assert(sizeof(Term) == 2 && sizeof(GroupSet) == 2 && sizeof(ProvinceCode) == 1 && sizeof(Place) <= 12);

// What a book shows is read only, and asking for one payment promises not to throw.
static_assert(std::same_as<decltype(LawBook::built_in()), const LawBook&>);
static_assert(std::same_as<decltype(std::declval<LawBook&>().rows()), std::span<const LawRow>>);
static_assert(std::same_as<decltype(std::declval<LawBook&>().programmes()), std::span<const Programme>>);
static_assert(std::same_as<decltype(built_in_rules()), const Rules&>);
static_assert(!std::is_default_constructible_v<LawBook> && std::is_nothrow_move_constructible_v<LawBook>);
static_assert(noexcept(assess(std::declval<const Rules&>(), std::declval<const Request&>())));
static_assert(noexcept(assess(std::declval<const Rules&>(), std::span<const Request>{}, std::span<Answer>{})));

// Arithmetic and rounding while compiling.
static_assert(nearest_dong(1'500'000_dong * "0.22"_rate) == RoundedMoney{330'000_dong, false});
static_assert(nearest_dong(5_dong * "0.1"_rate) == RoundedMoney{1_dong, true});
static_assert(nearest_dong(-5_dong * "0.1"_rate) == RoundedMoney{-1_dong, true});
static_assert(nearest_dong(4_dong * "0.1"_rate) == RoundedMoney{0_dong, false});
static_assert(nearest_dong(15_dong * "0.1"_rate) == RoundedMoney{2_dong, true});
static_assert(nearest_dong(25_dong * "0.1"_rate) == RoundedMoney{3_dong, true});
static_assert("0.220"_rate == "0.22"_rate && ("0.220"_rate).decimals() == 2);
static_assert("0.1"_rate < "0.22"_rate && "1.000"_rate == "1"_rate && !Rate::from_text("1.001"));
static_assert(Day{2028, 2, 28}.next() == Day{2028, 2, 29} && Month{2028, 2}.last_day() == Day{2028, 2, 29});
static_assert(Day{2026, 1, 1}.previous() == Day{2025, 12, 31} && !Day::from(2026, 2, 29));
static_assert(Month{2026, 11} + 2 == Month{2027, 1} && Month{2027, 1} - Month{2026, 11} == 2);
static_assert((12_months).covered_months() == 12 && Term::years_ahead(5)->covered_months() == 60 && !Term::months(7));
static_assert(!LocalityCode::from_text("4") && LocalityCode::from_text("004") != LocalityCode::from_text("00004"));

}  // namespace
