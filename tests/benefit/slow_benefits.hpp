// The slow path of benefits: month by month, with fractions that never lose a digit, from the tests' own copy of the
// law. Written apart from the library and for no speed at all.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "ansinh/benefit.hpp"
#include "reference/law.hpp"
#include "reference/number.hpp"

namespace slow {

using reference::Number;

// One month that was paid for.
struct PaidMonth {
  ansinh::Month month;  // of notional months, that of the payment
  ansinh::Day law;      // whose values hold
  std::int64_t income = 0;
  bool compulsory = false;
  bool notional = false;
  unsigned groups = 0;
};

class Benefits {
 public:
  Benefits();

  static std::vector<PaidMonth> months(ansinh::ContributionRecord record);

  // Hundredths; empty where the table of the year does not say.
  [[nodiscard]] std::optional<int> coefficient(int benefit_year, int year) const;
  // Empty where a coefficient is missing.
  [[nodiscard]] std::optional<Number> average(ansinh::ContributionRecord record, int benefit_year) const;
  [[nodiscard]] Number contributions(ansinh::ContributionRecord record) const;
  [[nodiscard]] Number support(ansinh::ContributionRecord record) const;

  // The month in which the age is reached: the first that fulfils its own year's age.
  [[nodiscard]] ansinh::Month age_reached(bool woman, ansinh::Month birth) const;

  // Years with odd months by the rule: 1 to 6 a half, 7 to 11 a whole.
  static Number years(int months);
  // Law 41/2024/QH15 art. 99 and 100, as of 2025-07-01.
  static Number rate(bool woman, const Number& years);
  static Number years_above_cap(bool woman, const Number& years);
  // How many averages 1.5 a year before 2014 and 2 from then on make.
  static Number averages(ansinh::ContributionRecord record);

  [[nodiscard]] const reference::Law& law() const { return law_; }

 private:
  reference::Law law_;
  std::map<std::pair<int, int>, int> coefficients_;  // benefit year, year
};

}  // namespace slow
