#include "benefit/slow_benefits.hpp"

#include <algorithm>

#include "reference/csv.hpp"

namespace slow {

using namespace ansinh;

Benefits::Benefits() : law_{reference::Law::from_files()} {
  for (const auto& row : reference::read_csv("benefit/data/indexation.csv")) {
    if (row.at("scheme") != "voluntary") continue;
    std::string digits = row.at("coefficient");
    digits.erase(digits.find('.'), 1);
    coefficients_[{std::stoi(row.at("benefit_year")), std::stoi(row.at("contribution_year"))}] = std::stoi(digits);
  }
}

std::vector<PaidMonth> Benefits::months(ContributionRecord record) {
  std::vector<PaidMonth> months;
  for (const ContributionSpan& span : record) {
    for (int i = 0; i < span.months; ++i) {
      const bool notional = span.kind == SpanKind::missing;
      const Month month = notional ? span.from : span.from + i;
      months.push_back({month, span.paid_on.value_or(month.first_day()), span.income.dong(),
                        span.scheme == Scheme::compulsory, notional, span.groups.bits()});
    }
  }
  return months;
}

std::optional<int> Benefits::coefficient(int benefit_year, int year) const {
  const auto found = coefficients_.find({benefit_year, year});
  return found == coefficients_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Number> Benefits::average(ContributionRecord record, int benefit_year) const {
  Number sum = 0;
  const auto all = months(record);
  for (const PaidMonth& month : all) {
    const auto hundredths = month.notional ? std::optional{100} : coefficient(benefit_year, month.month.year());
    if (!hundredths) return std::nullopt;
    sum += Number{month.income} * *hundredths / 100;
  }
  return sum / static_cast<int>(all.size());
}

Number Benefits::contributions(ContributionRecord record) const {
  Number sum = 0;
  for (const PaidMonth& month : months(record)) {
    sum += Number{month.income} * reference::number(*law_.on("contribution_rate", month.law));
  }
  return sum;
}

Number Benefits::support(ContributionRecord record) const {
  Number sum = 0;
  int supported = 0;
  for (const ContributionSpan& span : record) {
    if (span.scheme == Scheme::compulsory) continue;
    if (span.central_support) {
      sum += Number{span.central_support->dong()};
      if (span.central_support->dong() > 0) supported += span.months;
      continue;
    }
    for (const PaidMonth& month : months({&span, 1})) {
      const reference::Value* begun = law_.on("support_from", month.law);
      if (begun == nullptr || supported >= 120 || (!month.notional && month.month < Month{2018, 1})) continue;
      Number rate = 0;
      const std::array<const char*, 5> names{"support_rate.poor", "support_rate.island", "support_rate.near_poor",
                                             "support_rate.ethnic_minority", "support_rate.other"};
      for (std::size_t i = 0; i < names.size(); ++i) {
        const reference::Value* value = law_.on(names[i], month.law);
        const bool holds = i == 4 || (month.groups >> i & 1U) != 0;
        if (value != nullptr && holds) rate = std::max(rate, reference::number(*value));
      }
      if (rate == 0) continue;
      sum += rate * reference::number(*law_.on("contribution_rate", month.law)) *
             reference::number(*law_.on("rural_poverty_line", month.law));
      ++supported;
    }
  }
  return sum;
}

Month Benefits::age_reached(bool woman, Month birth) const {
  for (int age = 55 * 12; age <= 62 * 12; ++age) {
    const Month reached = birth + age;
    // The age of the year in months, counted in steps from 2020 on: Labour Code 2019 art. 169(2).
    const int steps = std::max(0, reached.year() - 2020);
    const int due = woman ? std::min(55 * 12 + 4 * steps, 60 * 12) : std::min(60 * 12 + 3 * steps, 62 * 12);
    if (age == due) return reached;
  }
  reference::stop("no retirement age");
}

Number Benefits::years(int months) {
  const int odd = months % 12;
  Number years{months / 12};
  if (odd >= 7) return years + 1;
  return odd >= 1 ? Number{years + Number(1, 2)} : years;
}

Number Benefits::rate(bool woman, const Number& years) {
  Number percent = 0;
  if (woman) {
    percent = 45 + (years - 15) * 2;
  } else {
    percent = years < 20 ? Number{40 + (years - 15)} : Number{45 + (years - 20) * 2};
  }
  return std::min(percent, Number{75}) / 100;
}

Number Benefits::years_above_cap(bool woman, const Number& years) {
  return std::max(Number{years - (woman ? 30 : 35)}, Number{0});
}

Number Benefits::averages(ContributionRecord record) {
  int before = 0, from = 0;
  for (const PaidMonth& month : months(record)) {
    (month.month < Month{2014, 1} ? before : from) += 1;
  }
  if (before > 0 && from > 0) {
    from += before % 12;
    before -= before % 12;
  }
  return years(before) * Number(3, 2) + years(from) * 2;
}

}  // namespace slow
