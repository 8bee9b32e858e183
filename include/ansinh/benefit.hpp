// benefit: what a contribution record brings (Vietnamese: che do huong).
//
// Promise: exact to the dong. An average is a fraction to the end; each reported amount is rounded once, to the nearest
// dong (rounding.hpp). No State support is forgotten, no odd month lost, no coefficient made up: a year without a
// published table of indexation is refused (value_not_published), unless the caller asks for an estimate, which is
// flagged. Where the law is silent a reading is chosen, flagged `unsettled` and named in the explanation. An answer
// about the future is an illustration, not a decision. No allocation, no exception, no global state.
// Units: VND; months; benefit years in halves.
// Source in law: Law 41/2024/QH15 art. 5(6), 23, 94-115, 141; Decree 159/2025/ND-CP art. 9-16; Circular 11/2025/TT-BNV.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "ansinh/assess.hpp"
#include "ansinh/benefit_law.hpp"
#include "ansinh/calendar.hpp"
#include "ansinh/contribution_record.hpp"
#include "ansinh/export.hpp"
#include "ansinh/money.hpp"
#include "ansinh/result.hpp"
#include "ansinh/rounding.hpp"

namespace ansinh {

// ---------------------------------------------------------------------------------------------- rules

// The book and the law of benefits made ready for computing. Made once, immutable, cheap to copy, safe to share.
class ANSINH_API BenefitRules {
 public:
  explicit BenefitRules(Rules rules, BenefitLaw law = BenefitLaw::built_in());
  [[nodiscard]] const Rules& rules() const;
  [[nodiscard]] const LawBook& book() const { return rules().book(); }
  [[nodiscard]] const BenefitLaw& law() const;

  struct Data;
  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  std::shared_ptr<const Data> data_;
};

[[nodiscard]] ANSINH_API const BenefitRules& built_in_benefit_rules();

// ---------------------------------------------------------------------------------------------- flags

// What a benefit rests on or should be read with, in the order in which they are listed everywhere.
enum class BenefitFlag : std::uint8_t {
  illustration = 1,          // looks ahead of the day on which the law was last verified: not a decision
  estimated_indexation = 2,  // the table of the year is not published; the last one before stands in for it
  income_raised = 4,         // of a plan: a later floor lies above the income chosen, which follows it
  support_exhausted = 8,     // of a plan: the lifetime months of support run out in it
  local_unknown = 16,        // of a plan: the law of the place is not known
  unsettled = 32,            // another admissible reading gives another amount, or a value is not well established
};
inline constexpr std::array<BenefitFlag, 6> all_benefit_flags{
    BenefitFlag::illustration,      BenefitFlag::estimated_indexation, BenefitFlag::income_raised,
    BenefitFlag::support_exhausted, BenefitFlag::local_unknown,        BenefitFlag::unsettled};

class BenefitFlags {
 public:
  constexpr BenefitFlags() = default;
  constexpr void set(BenefitFlag flag, bool on = true) {
    if (on) bits_ = static_cast<std::uint8_t>(bits_ | static_cast<unsigned>(flag));
  }
  [[nodiscard]] constexpr bool has(BenefitFlag flag) const { return (bits_ & static_cast<unsigned>(flag)) != 0; }
  [[nodiscard]] constexpr unsigned bits() const { return bits_; }
  friend constexpr bool operator==(BenefitFlags, BenefitFlags) = default;

 private:
  std::uint8_t bits_ = 0;
};
[[nodiscard]] ANSINH_API std::string_view name(BenefitFlag);

// For a strict caller: the fault (Errc::not_settled) that takes the place of an answer with `unsettled` or
// `local_unknown`; nothing when the answer stands.
[[nodiscard]] ANSINH_API std::optional<Fault> not_settled(BenefitFlags flags);

// Why a benefit rests on a reading, or is flagged unsettled. Each is a sentence in an explanation.
enum class BenefitReading : std::uint8_t {
  indexation_standing,    // the table of coefficients is assumed, or reported by one source
  age_before_2021,        // the retirement age before 2021 was not read
  rate_standing,          // the edition of the replacement rate was not read
  ahead_by_its_month,     // years ahead: indexed by the year of the month, not of the payment
  years_above_cap_split,  // years above the cap on both sides of the age: the odd months are not split by the law
  contributions_paid,     // "the amount paid" is the whole contribution, nominal
  support_at_payment,     // support of months paid ahead: rates and line of the day of payment
  local_top_up_kept,      // only the State's support is taken out, not that of a province
  net_below_zero,         // the support exceeds the benefit: nothing is left, nothing is owed
  twelve_months_idle,     // "after 12 months" are the twelve months after the last one paid
  twelve_months_before,   // the twelve months before that of the birth
  bridge_months,          // months from the request to the age of the social pension
  value_standing,         // a value of the book is not well established
};
inline constexpr int benefit_reading_count = 13;
[[nodiscard]] ANSINH_API std::string_view name(BenefitReading);

class BenefitReadings {
 public:
  constexpr void set(BenefitReading reading, bool on = true) {
    if (on) bits_ |= 1U << static_cast<unsigned>(reading);
  }
  [[nodiscard]] constexpr bool has(BenefitReading reading) const {
    return (bits_ >> static_cast<unsigned>(reading) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool none() const { return bits_ == 0; }
  friend constexpr bool operator==(BenefitReadings, BenefitReadings) = default;

 private:
  std::uint32_t bits_ = 0;
};

// ---------------------------------------------------------------------------------------------- parts

struct Person {
  Sex sex = Sex::female;
  Month birth{};  // only the year known: January (Circular 11/2025/TT-BNV art. 5(7))
};

// An exact amount: `numerator` / `denominator` dong, never negative, the denominator above 0.
struct ExactAmount {
  Int128 numerator = 0;
  std::int64_t denominator = 1;

  // times / of of it, rounded once to the nearest dong.
  [[nodiscard]] constexpr RoundedMoney nearest(std::int64_t times = 1, std::int64_t of = 1) const {
    return detail::divide<Int128>(numerator * times, static_cast<Int128>(denominator) * of);
  }
};

// Benefit years in halves: full years, 1 to 6 odd months half a year, 7 to 11 a year. Law 41/2024/QH15 art. 5(6).
[[nodiscard]] constexpr int half_years(int months) {
  const int odd = months % 12;
  return months / 12 * 2 + (odd == 0 ? 0 : odd <= 6 ? 1 : 2);
}
// "15", "15.5"
[[nodiscard]] ANSINH_API std::string half_years_text(int halves);

// The months of a record before and from 2014-01, and the benefit years of both: odd months of the earlier stage move
// to the later one where both exist. Law 41/2024/QH15 art. 102(2); Decree 159/2025/ND-CP art. 9.
struct Stages {
  int months_before_2014 = 0;  // as paid
  int months_from_2014 = 0;
  int moved = 0;  // odd months that moved
  int halves_before_2014 = 0;
  int halves_from_2014 = 0;

  // Monthly averages that 1.5 a year before 2014 and 2 a year from 2014 on make, in quarters of one.
  [[nodiscard]] constexpr int quarter_averages() const { return 3 * halves_before_2014 + 4 * halves_from_2014; }
};
[[nodiscard]] ANSINH_API Stages stages(int months_before_2014, int months_from_2014);

// The replacement rate of so many benefit years; empty below the first stretch of the edition.
[[nodiscard]] ANSINH_API std::optional<Rate> replacement_rate(const PensionRate& edition, int halves);
// The benefit years, in halves, at which the edition reaches its cap.
[[nodiscard]] ANSINH_API int halves_at_cap(const PensionRate& edition);

// 10 times the reference level of the month. Law 41/2024/QH15 art. 109. Faults: day_outside_law, value_not_published.
[[nodiscard]] ANSINH_API Result<Money> funeral_grant(const BenefitRules& rules, Month of);

struct BenefitOptions {
  // Where the table of a benefit year is not published: take the last one before it, and 1.00 for the years after it.
  bool estimate_indexation = false;
};

// What a record comes to, under the coefficients of one benefit year.
struct RecordSums {
  int voluntary_months = 0;
  int compulsory_months = 0;
  Stages stages{};
  Month first_voluntary{};  // of the first voluntary month; meaningful if there is one
  Month last{};             // the last month paid for, or in which missing months were paid
  bool has_ahead = false;
  bool has_missing = false;
  const IndexationTable* table = nullptr;  // null where nothing was indexed
  ExactAmount indexed_income{};            // the sum of all indexed incomes

  [[nodiscard]] int months() const { return voluntary_months + compulsory_months; }
  // Indexed average income (muc binh quan thu nhap): over all months, compulsory ones among them.
  [[nodiscard]] ExactAmount average() const {
    return {indexed_income.numerator, indexed_income.denominator * (months() > 0 ? months() : 1)};
  }
};

// ---------------------------------------------------------------------------------------------- pension

enum class NotEligible : std::uint8_t {
  none,                // eligible
  age,                 // the retirement age is not reached
  months,              // too few months of contributions
  age_and_months,      // both
  has_pension_rights,  // of a lump sum or bridge: enough months for a pension
  not_idle,            // fewer than twelve months since the last one paid
  joined_after_2025,   // no contributions before 2025-07-01
  enough_years,        // 20 years and more
  under_compulsory,    // the compulsory scheme gives it
  social_pension_age,  // old enough for the social pension
  not_in_force,        // the benefit did not exist that day
  pensioner,           // draws a pension
};
[[nodiscard]] ANSINH_API std::string_view name(NotEligible);

struct PensionRequest {
  Person person{};
  Month on{};  // the month in which the pension is asked for
  BenefitOptions options{};
};

struct Pension {
  bool eligible = false;
  NotEligible reason = NotEligible::none;
  int age_months = 0;         // the retirement age, months
  Month age_reached{};        // when it is reached
  bool early_choice = false;  // taken at 60 or 55 by who began before 2021: Law 41/2024/QH15 art. 141(9)
  int missing_months = 0;     // short of the months that a pension takes
  Month eligible_from{};      // first month of payment; where not eligible, the first there could be by the age alone
  RecordSums sums{};
  int halves = 0;  // benefit years, in halves
  Rate rate{};
  Money average_income{};          // rounded, for show; the pension is worked out of the fraction
  Money pension{};                 // per month
  int halves_above_cap = 0;        // years above the cap, in halves: at 0.5 a year
  int halves_above_cap_after = 0;  // of these, contributed after the retirement age: at 2 a year
  Money lump_sum_above_cap{};
  BenefitFlags flags{};
  BenefitReadings readings{};
  const RetirementAge* age_row = nullptr;
  const PensionMonths* months_row = nullptr;
  const PensionRate* rate_row = nullptr;  // null where not eligible
};

// The pension (luong huu). Law 41/2024/QH15 art. 98-100, 104, 111, 141; Decree 159/2025/ND-CP art. 10-13; Circular
// 11/2025/TT-BNV art. 5. Not eligible is an answer; faults are those of the record, day_outside_law, and
// value_not_published for a table of indexation.
[[nodiscard]] ANSINH_API Result<Pension> pension(const BenefitRules& rules, const PensionRequest& request,
                                                 ContributionRecord record) noexcept;

// Many records: record i is spans[offsets[i]] ... spans[offsets[i+1]-1]. answers[i] is that of requests[i]. False, and
// nothing written, unless offsets has one entry more than requests and answers, ascends, and ends within the spans.
struct PensionAnswer {
  Errc status = Errc::ok;
  bool eligible = false;
  NotEligible reason = NotEligible::none;
  BenefitFlags flags{};
  std::uint16_t months = 0;
  Month eligible_from{};
  Rate rate{};
  Money average_income{};
  Money pension{};
  Money lump_sum_above_cap{};
  friend bool operator==(const PensionAnswer&, const PensionAnswer&) = default;
};
[[nodiscard]] ANSINH_API bool pensions(const BenefitRules& rules, std::span<const PensionRequest> requests,
                                       std::span<const std::uint32_t> offsets, std::span<const ContributionSpan> spans,
                                       std::span<PensionAnswer> answers) noexcept;

// ---------------------------------------------------------------------------------------------- one-time payment

enum class OneTimeCase : std::uint8_t {
  no_pension_rights,    // a) the age reached, fewer than 15 years, not going on
  emigration,           // b) settles abroad
  terminal_illness,     // c)
  disability_81,        // d) 81 % loss of capacity, or especially severe disability
  stopped_before_2025,  // e) contributions before 2025-07-01, 12 months without, fewer than 20 years
};
inline constexpr std::array<OneTimeCase, 5> all_one_time_cases{
    OneTimeCase::no_pension_rights, OneTimeCase::emigration, OneTimeCase::terminal_illness, OneTimeCase::disability_81,
    OneTimeCase::stopped_before_2025};
[[nodiscard]] ANSINH_API std::string_view name(OneTimeCase);

// A pension that is being drawn.
struct DrawnPension {
  Money pension{};       // VND per month
  int months_drawn = 0;  // months for which it was paid
};

struct OneTimeRequest {
  Person person{};
  Month on{};
  OneTimeCase why = OneTimeCase::no_pension_rights;
  std::optional<DrawnPension> drawn{};  // a pensioner who settles abroad: art. 115
  BenefitOptions options{};
};

struct OneTime {
  bool eligible = false;
  NotEligible reason = NotEligible::none;
  RecordSums sums{};
  int age_months = 0;  // where the case asks for the age
  Month age_reached{};
  bool under_one_year = false;  // the amount paid, at most two monthly averages
  bool takes_support = false;   // whether the State's support is taken out
  Money average_income{};
  Money paid{};              // contributions, where under one year
  int supported_months = 0;  // months whose support is taken out
  int half_months = 0;       // of a pensioner: months of pension, in halves
  Money gross{};
  Money support_deducted{};
  Money net{};
  BenefitFlags flags{};
  BenefitReadings readings{};
};

// One-time social insurance (BHXH mot lan). Law 41/2024/QH15 art. 102, 115; Decree 159/2025/ND-CP art. 9, 11(6).
// Events before 2025-07-01 are refused: the text of the law before was not read.
[[nodiscard]] ANSINH_API Result<OneTime> one_time(const BenefitRules& rules, const OneTimeRequest& request,
                                                  ContributionRecord record) noexcept;

// ---------------------------------------------------------------------------------------------- death

struct DeathRequest {
  Month on{};
  std::optional<DrawnPension> drawn{};  // the deceased was a pensioner
  BenefitOptions options{};
};

struct Death {
  bool eligible = false;  // to any of the two
  NotEligible reason = NotEligible::none;
  RecordSums sums{};
  bool under_sixty_months = false;  // the survivors get the amount paid
  Money average_income{};
  int half_months = 0;  // of a pensioner: months of pension, in halves
  Money funeral_grant{};
  Money survivor_lump_sum{};
  BenefitFlags flags{};
  BenefitReadings readings{};
};

// Funeral grant (tro cap mai tang) and survivors' lump sum (tro cap tuat mot lan). Law 41/2024/QH15 art. 109, 110;
// Decree 159/2025/ND-CP art. 12. Monthly survivors' pensions take compulsory years and are not worked out.
[[nodiscard]] ANSINH_API Result<Death> death(const BenefitRules& rules, const DeathRequest& request,
                                             ContributionRecord record) noexcept;

// ---------------------------------------------------------------------------------------------- maternity, bridge

struct MaternityRequest {
  Month on{};  // of the birth
  int children = 1;
  BenefitOptions options{};
};

struct Maternity {
  bool eligible = false;
  NotEligible reason = NotEligible::none;
  int months_before = 0;  // of contributions within the twelve months before
  int compulsory_before = 0;
  int children = 1;
  Money allowance{};
  const BenefitSum* sum_row = nullptr;
  BenefitFlags flags{};
  BenefitReadings readings{};
};

// Maternity allowance (tro cap thai san). Law 41/2024/QH15 art. 94, 95. Of two parents who qualify only one takes it.
[[nodiscard]] ANSINH_API Result<Maternity> maternity(const BenefitRules& rules, const MaternityRequest& request,
                                                     ContributionRecord record) noexcept;

struct BridgeRequest {
  Person person{};
  Month on{};
  GroupSet groups{};  // poor or near_poor: the social pension from 70
  BenefitOptions options{};
};

struct Bridge {
  bool eligible = false;
  NotEligible reason = NotEligible::none;
  RecordSums sums{};
  int age_months = 0;
  Month age_reached{};
  int halves = 0;
  Money average_income{};
  int funded_months = 0;  // for how many months the contributions pay
  int months_to_social_pension = 0;
  Money allowance{};  // per month
  int allowance_months = 0;
  Money may_pay_once{};  // to have it up to the social pension, where the contributions fall short
  const BenefitSum* sum_row = nullptr;
  BenefitFlags flags{};
  BenefitReadings readings{};
};

// Allowance of those short of 15 years until the social pension (tro cap hang thang). Law 41/2024/QH15 art. 23; Decree
// 159/2025/ND-CP art. 14, 15.
[[nodiscard]] ANSINH_API Result<Bridge> bridge(const BenefitRules& rules, const BridgeRequest& request,
                                               ContributionRecord record) noexcept;

}  // namespace ansinh
