// Retirement age (tuoi nghi huu): by the year in which it is reached, years and months.
#pragma once

#include "law/benefits/rows.hpp"

namespace ansinh::built_in {

namespace benefits {

constexpr int age(int years, int months) { return years * 12 + months; }

// The age before the roadmap is common knowledge of the field; its text was not read.
inline Provision before_2021() { return {{"Labour Code 2012", "art. 187(1)"}, Standing::assumed, Sources::none}; }
inline Provision roadmap() { return {{"Labour Code 2019", "art. 169(2)"}, Standing::text, Sources::two_or_more}; }

}  // namespace benefits

inline std::vector<RetirementAge> retirement_ages() {
  return {
      {Sex::female, 1995, 2020, benefits::age(55, 0), benefits::before_2021()},
      {Sex::female, 2021, 2021, benefits::age(55, 4), benefits::roadmap()},
      {Sex::female, 2022, 2022, benefits::age(55, 8), benefits::roadmap()},
      {Sex::female, 2023, 2023, benefits::age(56, 0), benefits::roadmap()},
      {Sex::female, 2024, 2024, benefits::age(56, 4), benefits::roadmap()},
      {Sex::female, 2025, 2025, benefits::age(56, 8), benefits::roadmap()},
      {Sex::female, 2026, 2026, benefits::age(57, 0), benefits::roadmap()},
      {Sex::female, 2027, 2027, benefits::age(57, 4), benefits::roadmap()},
      {Sex::female, 2028, 2028, benefits::age(57, 8), benefits::roadmap()},
      {Sex::female, 2029, 2029, benefits::age(58, 0), benefits::roadmap()},
      {Sex::female, 2030, 2030, benefits::age(58, 4), benefits::roadmap()},
      {Sex::female, 2031, 2031, benefits::age(58, 8), benefits::roadmap()},
      {Sex::female, 2032, 2032, benefits::age(59, 0), benefits::roadmap()},
      {Sex::female, 2033, 2033, benefits::age(59, 4), benefits::roadmap()},
      {Sex::female, 2034, 2034, benefits::age(59, 8), benefits::roadmap()},
      {Sex::female, 2035, 9999, benefits::age(60, 0), benefits::roadmap()},
      {Sex::male, 1995, 2020, benefits::age(60, 0), benefits::before_2021()},
      {Sex::male, 2021, 2021, benefits::age(60, 3), benefits::roadmap()},
      {Sex::male, 2022, 2022, benefits::age(60, 6), benefits::roadmap()},
      {Sex::male, 2023, 2023, benefits::age(60, 9), benefits::roadmap()},
      {Sex::male, 2024, 2024, benefits::age(61, 0), benefits::roadmap()},
      {Sex::male, 2025, 2025, benefits::age(61, 3), benefits::roadmap()},
      {Sex::male, 2026, 2026, benefits::age(61, 6), benefits::roadmap()},
      {Sex::male, 2027, 2027, benefits::age(61, 9), benefits::roadmap()},
      {Sex::male, 2028, 9999, benefits::age(62, 0), benefits::roadmap()},
  };
}

}  // namespace ansinh::built_in
