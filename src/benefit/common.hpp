// What every benefit does first and last.
#pragma once

#include "benefit/benefit_data.hpp"

namespace ansinh::benefit {

// Law 41/2024/QH15 and what is built on it are in force from here on.
inline constexpr Month in_force_from{2025, 7};

// Looks ahead of the day on which the built-in law was last verified.
inline void set_illustration(BenefitFlags& flags, Month on) {
  flags.set(BenefitFlag::illustration, LawBook::verified_on().month() < on);
}

// That a province's top-up is not taken out is told, but leaves open only what the record does not show.
inline void set_unsettled(BenefitFlags& flags, const BenefitReadings& readings) {
  BenefitReadings only_told;
  only_told.set(BenefitReading::local_top_up_kept);
  flags.set(BenefitFlag::unsettled, !readings.none() && readings != only_told);
}

// A range of a request's number. Nothing if it is in range.
[[nodiscard]] std::optional<Fault> out_of_range(Field field, Datum given, Datum least, Datum most);
// A month of an event or of a birth that no law of this library can serve.
[[nodiscard]] std::optional<Fault> check_event(Month on, Month least);
[[nodiscard]] std::optional<Fault> check_person(const Person& person, Month on);
[[nodiscard]] std::optional<Fault> check_drawn(const std::optional<DrawnPension>& drawn);

// The retirement age of a person; a fault where the law has none.
[[nodiscard]] std::optional<Fault> find_retirement(const BenefitRules::Data& data, const Person& person,
                                                   BenefitLaw::Retirement& out);

// Of an exact amount in dong a multiple in quarters, halves ..., rounded once; a fault where it is beyond Money::limit.
[[nodiscard]] bool fits(const ExactAmount& amount, std::int64_t times, std::int64_t of, Money& out, Fault& fault);

}  // namespace ansinh::benefit
