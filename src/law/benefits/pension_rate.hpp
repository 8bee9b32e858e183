// Replacement rate (ty le huong luong huu) by sex and the day on which a pension begins: years, rate there, more a
// year.
#pragma once

#include "law/benefits/rows.hpp"

namespace ansinh::built_in {

namespace benefits {

// One straight stretch from so many years on.
constexpr std::array<PensionRate::Stretch, 2> one_stretch(int years, Rate rate, Rate per_year) {
  return {PensionRate::Stretch{years, rate, per_year}, PensionRate::Stretch{years, rate, per_year}};
}

inline Provision law_of_2014() { return {{"Law 58/2014/QH13", "art. 74"}, Standing::reported, Sources::one}; }
inline Provision law_of_2024() { return {{"Law 41/2024/QH15", "art. 99"}, Standing::text, Sources::two_or_more}; }

}  // namespace benefits

inline std::vector<PensionRate> pension_rates() {
  return {
      {Sex::female, Day{2016, 1, 1}, Day{2017, 12, 31}, benefits::one_stretch(15, "0.45"_rate, "0.03"_rate),
       "0.75"_rate, benefits::law_of_2014()},
      {Sex::female, Day{2018, 1, 1}, Day{2025, 6, 30}, benefits::one_stretch(15, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::female, Day{2025, 7, 1}, open_end, benefits::one_stretch(15, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2024()},
      {Sex::male, Day{2016, 1, 1}, Day{2017, 12, 31}, benefits::one_stretch(15, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::male, Day{2018, 1, 1}, Day{2018, 12, 31}, benefits::one_stretch(16, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::male, Day{2019, 1, 1}, Day{2019, 12, 31}, benefits::one_stretch(17, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::male, Day{2020, 1, 1}, Day{2020, 12, 31}, benefits::one_stretch(18, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::male, Day{2021, 1, 1}, Day{2021, 12, 31}, benefits::one_stretch(19, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::male, Day{2022, 1, 1}, Day{2025, 6, 30}, benefits::one_stretch(20, "0.45"_rate, "0.02"_rate), "0.75"_rate,
       benefits::law_of_2014()},
      {Sex::male,
       Day{2025, 7, 1},
       open_end,
       {PensionRate::Stretch{15, "0.40"_rate, "0.01"_rate}, PensionRate::Stretch{20, "0.45"_rate, "0.02"_rate}},
       "0.75"_rate,
       benefits::law_of_2024()},
  };
}

// Full months of contributions, compulsory and voluntary, that a pension takes. Art. 5(6) rounds odd months for the
// amount only, never for this.
inline std::vector<PensionMonths> pension_months() {
  return {
      {240, Day{2016, 1, 1}, Day{2025, 6, 30}, {{"Law 58/2014/QH13", "art. 73"}, Standing::text, Sources::two_or_more}},
      {180, Day{2025, 7, 1}, open_end, {{"Law 41/2024/QH15", "art. 98"}, Standing::text, Sources::two_or_more}},
  };
}

}  // namespace ansinh::built_in
