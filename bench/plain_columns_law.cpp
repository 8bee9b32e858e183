#include "plain_columns_law.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace plain {
namespace {

using namespace ansinh;

[[noreturn]] void stop(std::string_view why) {
  std::cerr << "the plain loop cannot hold this law: " << why << '\n';
  std::exit(1);
}

std::int64_t hundredths(Rate rate) {
  if (rate.decimals() > 2) stop("a rate of more than two decimals");
  std::int64_t digits = rate.digits();
  for (int i = rate.decimals(); i < 2; ++i) digits *= 10;
  return digits;
}

template <class T>
T value(const LawBook& book, Parameter parameter, Day day) {
  const LawRow* row = book.on(parameter, day);
  if (row == nullptr) stop("a day without a value");
  return std::get<T>(row->value);
}

// A share of the floor contribution, dong a month.
std::uint32_t monthly(const LawBook& book, Day day, Rate share) {
  const std::int64_t whole = value<Money>(book, Parameter::rural_poverty_line, day).dong() *
                             hundredths(value<Rate>(book, Parameter::contribution_rate, day)) * hundredths(share);
  if (whole % 10'000 != 0) stop("a monthly sum that is no whole dong");
  return static_cast<std::uint32_t>(whole / 10'000);
}

// The first days of the periods.
std::vector<Day> starts_of(const LawBook& book) {
  std::vector<Day> starts{first_law_day};
  const auto span = [&](Day from, Day to) {
    for (const Day day : {from, to.next()}) {
      if (first_law_day < day && day <= last_law_day) starts.push_back(day);
    }
  };
  for (const LawRow& row : book.rows()) span(row.from, row.to);
  for (const Programme& programme : book.programmes()) span(programme.from, programme.to);
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

ColumnPeriod period_on(const LawBook& book, Day day) {
  const auto brackets = income_brackets(book, day);
  if (!brackets || brackets->step.dong() != ColumnLaw::step) stop("income bounds");
  ColumnPeriod period;
  period.floor = static_cast<std::uint32_t>(brackets->floor.dong());
  period.ceiling = static_cast<std::uint32_t>(brackets->ceiling.dong());
  period.step_required = brackets->step_required ? 1 : 0;
  period.rate = static_cast<std::uint32_t>(hundredths(value<Rate>(book, Parameter::contribution_rate, day)));
  const auto terms = value<TermSet>(book, Parameter::payment_terms, day);
  for (const int months : {1, 3, 6, 12}) {
    if (terms.allows(*Term::months(months))) period.terms |= 1U << static_cast<unsigned>(months);
  }
  if (const LawRow* from = book.on(Parameter::support_from, day)) {
    if (day.month() < std::get<Month>(from->value)) stop("support that begins within a payment");
    period.cap = static_cast<std::uint32_t>(value<int>(book, Parameter::support_cap_months, day));
  }
  return period;
}

void add_central(ColumnLaw& law, const LawBook& book, Day day) {
  static constexpr std::array of_group{Parameter::support_rate_poor, Parameter::support_rate_island,
                                       Parameter::support_rate_near_poor, Parameter::support_rate_ethnic_minority};
  for (unsigned held = 0; held < 16; ++held) {
    std::uint32_t most = 0;
    const auto take = [&](Parameter parameter) {
      const LawRow* row = book.on(parameter, day);
      if (row != nullptr) most = std::max(most, monthly(book, day, std::get<Rate>(row->value)));
    };
    take(Parameter::support_rate_other);
    for (unsigned group = 0; group < of_group.size(); ++group) {
      if ((held >> group & 1U) != 0) take(of_group[group]);
    }
    law.central.push_back(most);
  }
}

void add_local(ColumnLaw& law, const LawBook& book, Day day, std::span<const ProvinceCode> with_programme) {
  const auto best = [&](std::optional<ProvinceCode> province, unsigned held) {
    std::uint32_t most = 0;
    for (const Programme& programme : book.programmes()) {
      const bool here =
          province && std::ranges::find(programme.territory.province, *province) != programme.territory.province.end();
      if (!here || day < programme.from || programme.to < day) continue;
      for (const Rule& rule : programme.rules) {
        if (!rule.groups.empty() && (rule.groups.bits() & held) == 0) continue;
        most = std::max(most, monthly(book, day, std::get<FloorShare>(rule.per_month).share));
      }
    }
    return most;
  };
  for (std::size_t ground = 0; ground < law.grounds; ++ground) {
    const auto province = ground == 0 ? std::nullopt : std::optional{with_programme[ground - 1]};
    for (unsigned held = 0; held < ColumnLaw::group_sets; ++held) law.local.push_back(best(province, held));
  }
}

// The provinces that have a programme at some time.
std::vector<ProvinceCode> provinces_with_programme(const LawBook& book) {
  std::vector<ProvinceCode> found;
  for (const Programme& programme : book.programmes()) {
    if (programme.layer != "province") continue;
    if (!programme.territory.former_province.empty() || !programme.territory.locality.empty()) stop("another ground");
    for (const Rule& rule : programme.rules) {
      const bool plain =
          std::holds_alternative<FloorShare>(rule.per_month) && rule.months.kind == RuleMonths::Kind::central;
      if (!plain) stop("another form of rule");
    }
    for (const ProvinceCode province : programme.territory.province) {
      if (std::ranges::find(found, province) == found.end()) found.push_back(province);
    }
  }
  return found;
}

}  // namespace

ColumnLaw column_law(const ColumnRules& rules) {
  const LawBook& book = rules.rules().book();
  ColumnLaw law;
  if (book.known_groups().bits() != ColumnLaw::group_sets - 1) stop("other groups");

  const std::vector<ProvinceCode> with_programme = provinces_with_programme(book);
  law.grounds = with_programme.size() + 1;
  law.ground_of_place.fill(ColumnLaw::no_place);
  const auto place = [&](const Place& of, std::optional<ProvinceCode> province) {
    const auto handle = rules.place(of);
    if (!handle) stop("a place without a handle");
    const auto at = province ? std::ranges::find(with_programme, *province) : with_programme.end();
    const auto ground = at == with_programme.end() ? 0 : at - with_programme.begin() + 1;
    law.ground_of_place[*handle] = static_cast<std::uint8_t>(ground);
  };
  place({}, {});
  for (const ProvinceCode province : provinces()) place({.province = province}, province);
  for (const FormerProvinceCode former : former_provinces()) place({.former_province = former}, former.present());

  const std::vector<Day> starts = starts_of(book);
  law.periods.emplace_back();
  law.central.resize(16);
  law.local.resize(law.grounds * ColumnLaw::group_sets);
  for (const Day day : starts) {
    law.periods.push_back(period_on(book, day));
    add_central(law, book, day);
    add_local(law, book, day, with_programme);
  }
  if (law.periods.size() > 255) stop("more periods than a byte tells apart");
  std::size_t period = 0;
  for (Day day = first_law_day; day <= last_law_day; day = day.next()) {
    if (period < starts.size() && starts[period] <= day) ++period;
    law.period_of_day[day_code(day)] = static_cast<std::uint8_t>(period);
  }
  return law;
}

}  // namespace plain
