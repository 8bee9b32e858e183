// The pension of a record.
#include <algorithm>

#include "benefit/benefit_of.hpp"

namespace ansinh {
namespace {

using namespace benefit;

// Who began before this and has 20 voluntary years may retire at 60 or 55: Law 41/2024/QH15 art. 141(9).
constexpr Month early_choice_before{2021, 1};
constexpr int early_choice_months = 240;
constexpr int early_age(Sex sex) { return (sex == Sex::male ? 60 : 55) * 12; }

class PensionOf : BenefitOf<Pension> {
 public:
  PensionOf(const BenefitRules& rules, const PensionRequest& request, ContributionRecord record, Pension& out,
            Fault& fault)
      : BenefitOf{rules.data(), record, request.options, out, fault}, request_{request} {}

  bool run() {
    if (!locate() || !count(request_.on)) return false;
    if (!decide()) return false;
    set_illustration(out_.flags, std::max(request_.on, out_.eligible_from));
    out_.readings.set(BenefitReading::age_before_2021, !out_.age_row->provision.settled());
    if (out_.eligible && !amounts()) return false;
    set_unsettled(out_.flags, out_.readings);
    return true;
  }

 private:
  bool locate() {
    constexpr Month first{2016, 1};  // the editions of the rate begin there
    BenefitLaw::Retirement retirement{};
    if (refuse(check_event(request_.on, first)) || refuse(check_person(request_.person, request_.on)) ||
        refuse(find_retirement(data_, request_.person, retirement))) {
      return false;
    }
    out_.age_months = retirement.age_months;
    out_.age_reached = retirement.reached;
    out_.age_row = retirement.row;
    return true;
  }

  // Age and months, and the first month of payment.
  bool decide() {
    take_early_choice();
    out_.months_row = data_.law.pension_months(request_.on.first_day());
    const int needed = out_.months_row->months;
    const int months = out_.sums.months();
    out_.missing_months = std::max(0, needed - months);
    const bool old_enough = out_.age_reached <= request_.on;
    const bool long_enough = out_.missing_months == 0;
    out_.eligible = old_enough && long_enough;
    if (!out_.eligible) {
      out_.reason = old_enough ? NotEligible::months : long_enough ? NotEligible::age : NotEligible::age_and_months;
      out_.eligible_from = out_.age_reached + 1;
      return true;
    }
    out_.eligible_from = first_month_of_payment(needed);
    out_.rate_row = data_.law.pension_rate(request_.person.sex, out_.eligible_from.first_day());
    return out_.rate_row != nullptr || no_edition();
  }

  bool no_edition() {
    fault_ = {};
    fault_.code = Errc::value_not_published;
    fault_.field = Field::event;
    fault_.given = Datum{out_.eligible_from};
    fault_.parameter = "pension_rate";
    return false;
  }

  // Asking before the standard age is the choice.
  void take_early_choice() {
    const Month early = request_.person.birth + early_age(request_.person.sex);
    if (out_.sums.voluntary_months < early_choice_months || !(out_.sums.first_voluntary < early_choice_before)) return;
    if (request_.on < in_force_from || !(early <= request_.on && request_.on < out_.age_reached)) return;
    out_.early_choice = true;
    out_.age_months = early_age(request_.person.sex);
    out_.age_reached = early;
  }

  // Circular 11/2025/TT-BNV art. 5: after the month in which age and months are there; who pays on after it, after the
  // month of stopping and asking; who had 15 years and the age before Law 41/2024/QH15, from its first month.
  [[nodiscard]] Month first_month_of_payment(int needed) const {
    if (request_.on < in_force_from) return month_after_fulfilling(needed);
    const PensionMonths* before = data_.law.pension_months(in_force_from.first_day().previous());
    if (before != nullptr && before->months <= out_.sums.months()) {
      const Month by_the_law_before = month_after_fulfilling(before->months);
      if (by_the_law_before < in_force_from) return by_the_law_before;
    }
    return month_after_fulfilling(needed, in_force_from - 1);
  }

  // Conditions of a law are met no earlier than just before it begins.
  [[nodiscard]] Month month_after_fulfilling(int needed, Month earliest = {}) const {
    const Month fulfilled = std::max({out_.age_reached, month_of_contribution(needed), earliest});
    return fulfilled < out_.sums.last ? std::max(out_.sums.last, request_.on) + 1 : fulfilled + 1;
  }

  // The month in which so many months of contributions are there.
  [[nodiscard]] Month month_of_contribution(int needed) const {
    int months = 0;
    for (const ContributionSpan& span : record_) {
      months += span.months;
      if (months < needed) continue;
      return span.kind == SpanKind::missing ? span.from : span.from + (span.months - 1 - (months - needed));
    }
    return out_.sums.last;
  }

  // Months paid for after the age was reached with a pension already due, by whom the law gives two averages a year.
  [[nodiscard]] int months_after(int needed) const {
    const Month since = std::max(out_.age_reached, month_of_contribution(needed));
    int months = 0;
    for (const ContributionSpan& span : record_) {
      if (span.kind == SpanKind::missing) continue;
      const int end = span.from + span.months - since - 1;
      months += std::clamp(end, 0, span.months);
    }
    return months;
  }

  bool amounts() {
    out_.halves = half_years(out_.sums.months());
    const auto rate = replacement_rate(*out_.rate_row, out_.halves);
    if (!rate) return too_few_years();
    out_.rate = *rate;
    out_.readings.set(BenefitReading::rate_standing, !out_.rate_row->provision.settled());
    ExactAmount average;
    if (!index(out_.eligible_from.year(), average)) return false;
    std::int64_t of = 1;
    for (int i = 0; i < rate->decimals(); ++i) of *= 10;
    return fits(average, rate->digits(), of, out_.pension, fault_) && above_cap(average);
  }

  // Men under the editions before 2025-07 whose rate begins above 15 years.
  bool too_few_years() {
    out_.eligible = false;
    out_.reason = NotEligible::months;
    out_.missing_months = out_.rate_row->stretches.front().years * 12 - out_.sums.months();
    return true;
  }

  bool above_cap(const ExactAmount& average) {
    out_.halves_above_cap = std::max(0, out_.halves - halves_at_cap(*out_.rate_row));
    if (out_.halves_above_cap == 0) return true;
    if (in_force_from <= request_.on) {
      out_.halves_above_cap_after = std::min(out_.halves_above_cap, half_years(months_after(out_.months_row->months)));
    }
    const int before = out_.halves_above_cap - out_.halves_above_cap_after;
    out_.readings.set(BenefitReading::years_above_cap_split, before > 0 && out_.halves_above_cap_after > 0);
    // Half an average a year, two averages: in quarters by halves.
    return fits(average, before + 4 * std::int64_t{out_.halves_above_cap_after}, 4, out_.lump_sum_above_cap, fault_);
  }

  const PensionRequest& request_;
};

}  // namespace

Result<Pension> pension(const BenefitRules& rules, const PensionRequest& request, ContributionRecord record) noexcept {
  return worked_out<PensionOf, Pension>(rules, request, record);
}

bool pensions(const BenefitRules& rules, std::span<const PensionRequest> requests,
              std::span<const std::uint32_t> offsets, std::span<const ContributionSpan> spans,
              std::span<PensionAnswer> answers) noexcept {
  if (offsets.size() != requests.size() + 1 || answers.size() != requests.size() || offsets.back() > spans.size() ||
      !std::ranges::is_sorted(offsets)) {
    return false;
  }
  Fault fault;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    Pension out;
    PensionAnswer& answer = answers[i] = {};
    const ContributionRecord record = spans.subspan(offsets[i], offsets[i + 1] - offsets[i]);
    if (!PensionOf{rules, requests[i], record, out, fault}.run()) {
      answer.status = fault.code;
      continue;
    }
    answer = {
        Errc::ok,          out.eligible, out.reason,         out.flags,   static_cast<std::uint16_t>(out.sums.months()),
        out.eligible_from, out.rate,     out.average_income, out.pension, out.lump_sum_above_cap};
  }
  return true;
}

}  // namespace ansinh
