#include "benefit/common.hpp"

namespace ansinh::benefit {

std::optional<Fault> out_of_range(Field field, Datum given, Datum least, Datum most) {
  if (least.number() <= given.number() && given.number() <= most.number()) return std::nullopt;
  Fault fault;
  fault.field = field;
  fault.hint = Hint::out_of_range;
  fault.given = given;
  fault.limit = least;
  fault.other_limit = most;
  return fault;
}

std::optional<Fault> check_event(Month on, Month least) {
  constexpr Month last{2100, 12};
  auto fault = out_of_range(Field::event, Datum{on}, Datum{least}, Datum{last});
  if (fault) fault->code = Errc::day_outside_law;
  return fault;
}

// Nobody insured is younger than 15 or older than 120.
std::optional<Fault> check_person(const Person& person, Month on) {
  return out_of_range(Field::birth, Datum{person.birth}, Datum{on - 120 * 12}, Datum{on - 15 * 12});
}

std::optional<Fault> check_drawn(const std::optional<DrawnPension>& drawn) {
  constexpr Money most{1'000'000'000'000};
  if (!drawn) return std::nullopt;
  if (auto fault = out_of_range(Field::drawn_pension, Datum{drawn->pension}, Datum{Money{1}}, Datum{most}))
    return fault;
  return out_of_range(Field::months_drawn, Datum::count(drawn->months_drawn), Datum::count(0), Datum::count(1200));
}

std::optional<Fault> find_retirement(const BenefitRules::Data& data, const Person& person,
                                     BenefitLaw::Retirement& out) {
  const auto found = data.law.retirement(person.sex, person.birth);
  if (!found) {
    Fault fault;
    fault.code = Errc::value_not_published;
    fault.field = Field::birth;
    fault.given = Datum{person.birth};
    fault.parameter = "retirement_age";
    return fault;
  }
  out = *found;
  return std::nullopt;
}

bool fits(const ExactAmount& amount, std::int64_t times, std::int64_t of, Money& out, Fault& fault) {
  const Int128 whole = amount.numerator * times / (static_cast<Int128>(amount.denominator) * of);
  if (whole < Money::limit) [[likely]] {
    out = amount.nearest(times, of).dong;
    return true;
  }
  fault = {};
  fault.field = Field::income;
  fault.hint = Hint::out_of_range;
  fault.limit = Datum{Money{Money::limit}};
  return false;
}

}  // namespace ansinh::benefit

namespace ansinh {

std::optional<Fault> not_settled(BenefitFlags flags) {
  if (!flags.has(BenefitFlag::unsettled) && !flags.has(BenefitFlag::local_unknown)) return std::nullopt;
  Fault fault;
  fault.code = Errc::not_settled;
  fault.hint = flags.has(BenefitFlag::local_unknown) ? Hint::local_unknown : Hint::unsettled;
  return fault;
}

}  // namespace ansinh
