// The law of benefits made ready for computing: for each month of the law the regime of its first day, and how far that
// stays the same; for each table of indexation the sums of its coefficients up to each month.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ansinh/benefit.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

inline constexpr int months_of_law = last_law_day.month() - first_law_day.month() + 1;

// Months are counted from 0, that of first_law_day.
[[nodiscard]] constexpr int month_index(Month month) { return month - first_law_day.month(); }

struct MonthLaw {
  const Regime* regime = nullptr;  // of the first day
  int same_until = 0;              // the first later month whose values may be others
};

struct Indexation {
  // Up to, not including, each month: coefficients, hundredths; months whose year the table does not have.
  std::array<std::int32_t, months_of_law + 1> sum{};
  std::array<std::int32_t, months_of_law + 1> unknown{};
  const IndexationTable* table = nullptr;
  int benefit_year = 0;
};

struct BenefitRules::Data {
  Data(Rules rules_, BenefitLaw law_);

  Rules rules;
  BenefitLaw law;
  std::array<MonthLaw, months_of_law> months{};
  // By table of the law: as published; and as an estimate for later years, with 1.00 for years after the table.
  std::vector<Indexation> published;
  std::vector<Indexation> estimates;

  // Null where there is no table of the year (or, for an estimate, none before it).
  [[nodiscard]] const Indexation* indexation(int benefit_year, bool estimate) const;
};

}  // namespace ansinh
