// The law of benefits as data: retirement ages, pension rates, coefficients of indexation and dated sums.
//
// Promise: immutable; every row carries instrument, provision and standing. A table that is not published is absent,
// and never made up. What benefits share with contributions (contribution rate, base salary, poverty line, support
// rates) is in the LawBook. Units: months, VND, shares; coefficients in hundredths.
// Source in law: each row cites its own.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/calendar.hpp"
#include "ansinh/citation.hpp"
#include "ansinh/export.hpp"
#include "ansinh/law.hpp"
#include "ansinh/money.hpp"
#include "ansinh/rate.hpp"

namespace ansinh {

enum class Sex : std::uint8_t { female, male };

// Where something of the law of benefits is written.
struct Provision {
  Citation citation;
  Standing standing = Standing::text;
  Sources sources = Sources::one;

  // As LawRow::settled().
  [[nodiscard]] bool settled() const {
    return standing == Standing::text || standing == Standing::official_example ||
           (standing == Standing::reported && sources == Sources::two_or_more);
  }
  friend bool operator==(const Provision&, const Provision&) = default;
};

// The retirement age (tuoi nghi huu) of those who reach it within these years.
struct RetirementAge {
  Sex sex;
  int first_year, last_year;  // inclusive
  int months;                 // age, months
  Provision provision;
  friend bool operator==(const RetirementAge&, const RetirementAge&) = default;
};

// The replacement rate (ty le huong luong huu) of pensions that begin within these days: at `years` of contributions
// `rate`, each further year `per_year` more, up to the next stretch, and never more than `cap`.
struct PensionRate {
  struct Stretch {
    int years;
    Rate rate;
    Rate per_year;
    friend bool operator==(const Stretch&, const Stretch&) = default;
  };
  Sex sex;
  Day from, to;
  std::array<Stretch, 2> stretches;  // the second equals the first where there is only one
  Rate cap;
  Provision provision;
  friend bool operator==(const PensionRate&, const PensionRate&) = default;
};

// How many months of contributions a pension takes that begins within these days.
struct PensionMonths {
  int months;
  Day from, to;
  Provision provision;
  friend bool operator==(const PensionMonths&, const PensionMonths&) = default;
};

// The coefficients by which incomes are indexed (muc dieu chinh thu nhap thang da dong) for benefits of one year.
struct IndexationTable {
  struct Coefficient {
    int year;        // in which the contribution was for
    int hundredths;  // 229 is 2.29
    friend bool operator==(const Coefficient&, const Coefficient&) = default;
  };
  int benefit_year = 0;
  std::vector<Coefficient> coefficients{};  // by year
  Provision provision{};

  // Empty where the table does not say.
  [[nodiscard]] ANSINH_API std::optional<int> of(int year) const;
  friend bool operator==(const IndexationTable&, const IndexationTable&) = default;
};

// A dated sum, VND.
struct BenefitSum {
  Money amount;
  Day from, to;
  Provision provision;
  friend bool operator==(const BenefitSum&, const BenefitSum&) = default;
};

class ANSINH_API BenefitLaw {
 public:
  [[nodiscard]] static const BenefitLaw& built_in();

  // A new law in which this table stands in place of the one of its year, or beside the others.
  [[nodiscard]] BenefitLaw with(IndexationTable table) const;

  [[nodiscard]] std::span<const RetirementAge> retirement_ages() const;   // by sex, then year
  [[nodiscard]] std::span<const PensionRate> pension_rates() const;       // by sex, then day
  [[nodiscard]] std::span<const PensionMonths> pension_months() const;    // by day
  [[nodiscard]] std::span<const IndexationTable> indexation() const;      // by benefit year
  [[nodiscard]] std::span<const BenefitSum> maternity_allowance() const;  // per child
  [[nodiscard]] std::span<const BenefitSum> social_pension() const;       // per month (tro cap huu tri xa hoi)

  // Null where nothing is in force, or nothing is published.
  [[nodiscard]] const PensionRate* pension_rate(Sex sex, Day on) const;
  [[nodiscard]] const PensionMonths* pension_months(Day on) const;
  [[nodiscard]] const IndexationTable* indexation(int benefit_year) const;
  // The last table before a year: what an estimate for it starts from.
  [[nodiscard]] const IndexationTable* indexation_before(int benefit_year) const;
  [[nodiscard]] const BenefitSum* maternity_allowance(Day on) const;
  [[nodiscard]] const BenefitSum* social_pension(Day on) const;

  // When a person born in that month reaches the retirement age.
  struct Retirement {
    int age_months;  // age, months
    Month reached;   // the month in which it is reached
    const RetirementAge* row;
  };
  // Empty where the law has no row: whoever reached the age before 1995.
  [[nodiscard]] std::optional<Retirement> retirement(Sex sex, Month birth) const;

  // "sha256:" and the first 16 hex digits over the law's rows, one a line.
  [[nodiscard]] const std::string& digest() const;

  struct Data;

 private:
  explicit BenefitLaw(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

// "F", "M".
[[nodiscard]] ANSINH_API std::string_view name(Sex);

}  // namespace ansinh
