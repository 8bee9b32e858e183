// plan: from now to the pension, at a chosen income and payment term (Vietnamese: ke hoach dong va muc luong huu du
// kien).
//
// Promise: an illustration, never a decision (minh hoa, khong phai quyet dinh): every answer is flagged so. Every
// payment is an assessment (assess.hpp) on the first day of its period, under the law known for that day: a poverty
// line that rises, months of support that run out, a local programme that ends. Assumed, and said in the explanation:
// the law of 2030-12-31 stays after it; the income stays as chosen, but follows a floor that rises above it; prices
// stay those of today, all coefficients 1.00, unless a factor is given; payments go on until age and months both
// suffice, those of the last month included; what does not fill a term at the end is paid for 6, 3 or 1 months; of a
// local programme's own limit of months none was used before. Exact on the whole-dong grid: the answer of an inverse
// question satisfies, and the level below (above) does not. Units: VND; VND per month; months. Source in law: Law
// 41/2024/QH15 art. 31, 36, 98-100, 104; Decree 159/2025/ND-CP art. 5, 10.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/benefit.hpp"
#include "ansinh/export.hpp"
#include "ansinh/result.hpp"

namespace ansinh {

// A factor on the average income: 1 is today's prices. Tables that agencies print use one above 1, for which there is
// no basis in law; it is an option so that they can be compared. digits / 10^decimals, above 0 and at most 100, at most
// six decimals.
class PriceFactor {
 public:
  constexpr PriceFactor() = default;  // 1
  // "1.35", "1,35". Empty when malformed or out of range.
  [[nodiscard]] ANSINH_API static std::optional<PriceFactor> from_text(std::string_view text);
  // digits / 10^decimals. Empty when out of range.
  [[nodiscard]] ANSINH_API static std::optional<PriceFactor> from_decimal(std::int64_t digits, int decimals);
  [[nodiscard]] constexpr std::int64_t digits() const { return digits_; }
  [[nodiscard]] constexpr std::int64_t one() const { return one_; }  // 10^decimals
  [[nodiscard]] constexpr bool is_one() const { return digits_ == one_; }
  // "1.35"
  [[nodiscard]] ANSINH_API std::string text() const;
  friend constexpr bool operator==(const PriceFactor&, const PriceFactor&) = default;

 private:
  std::int64_t digits_ = 1;
  std::int64_t one_ = 1;
};

struct PlanRequest {
  Person person{};
  Month from{};    // the first month to pay for
  Money income{};  // contributory income; not read by the inverse questions
  Term term{};     // 1, 3, 6 or 12 months
  GroupSet groups{};
  Place place{};
  int months_supported = 0;  // months of central support already received, 0...120
  int months_so_far = 0;     // contributions before `from`, 0...1200
  Money average_so_far{};    // their indexed average income, VND per month; needed where there are any
  PriceFactor fixed_factor{};
};

struct Plan {
  Money income{};  // as chosen or found
  Money contribution_total{};
  Money participant_total{};
  Money central_total{};
  Money local_total{};       // province, locality and further layers
  int months = 0;            // paid for by the plan
  int months_total = 0;      // with those so far
  int supported_months = 0;  // of the plan's, supported by the State
  int payments = 0;
  int age_months = 0;  // the retirement age, months
  Month age_reached{};
  int months_at_age = 0;  // contributions, in months, when the age is reached
  Month last_month{};     // the last month paid for
  Month eligible_from{};  // first month of the pension
  int halves = 0;         // benefit years, in halves
  Rate rate{};
  Money average_income{};  // rounded, for show
  Money pension{};         // per month
  Money lump_sum_above_cap{};
  std::int64_t break_even_months = 0;  // months of pension until they reach participant_total
  Money first_share{};                 // participant's share of the first payment
  Money highest_share_per_month{};     // of any payment, per month, rounded up
  BenefitFlags flags{};
};

// Faults: invalid_argument (a field out of its range; a term other than 1, 3, 6, 12; a plan longer than 100 years), and
// every fault of `assess` on one of its days.
[[nodiscard]] ANSINH_API Result<Plan> plan(const BenefitRules& rules, const PlanRequest& request) noexcept;

// The lowest payable level of income (income_brackets of the first day) whose pension is at least `target`. Fault
// invalid_argument, Field::target_pension, Hint::not_reached: not even the highest level does; the limit is what that
// one brings.
[[nodiscard]] ANSINH_API Result<Plan> plan_for_pension(const BenefitRules& rules, const PlanRequest& request,
                                                       Money target) noexcept;

// The highest level whose participant's share fits a budget, VND per month, in every payment of the plan. Fault
// invalid_argument, Field::budget, Hint::not_reached: the lowest level does not fit; the limit is what that one needs.
[[nodiscard]] ANSINH_API Result<Plan> plan_for_budget(const BenefitRules& rules, const PlanRequest& request,
                                                      Money budget) noexcept;

// Payments of a plan in a row that are alike.
struct PlanStretch {
  Month from{};
  int payments = 0;
  Assessment each{};  // of every one of them
  Money income{};
};

struct PlanExplanation {
  PlanRequest request;
  Result<Plan> outcome;
  std::vector<PlanStretch> stretches;
};
// The same plan with its payments; `request.income` is the income of the answer.
[[nodiscard]] ANSINH_API PlanExplanation explain(const BenefitRules& rules, const PlanRequest& request);

}  // namespace ansinh
