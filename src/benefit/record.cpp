#include "benefit/record.hpp"

#include <array>

#include "benefit/benefit_provisions.hpp"
#include "benefit/pieces.hpp"

namespace ansinh::benefit {
namespace {

Fault fault_of(int span, Errc code, Field field, Hint hint, Datum given) {
  Fault fault;
  fault.code = code;
  fault.field = field;
  fault.hint = hint;
  fault.given = given;
  fault.span = span;
  return fault;
}

// Goes through the spans in order and knows what came before.
class Checker {
 public:
  Checker(const BenefitRules::Data& data, Month on, RecordSums& sums, Fault& fault)
      : data_{data}, on_{on}, sums_{sums}, fault_{fault} {}

  [[nodiscard]] bool take(const ContributionSpan& span) {
    ++number_;
    if (!in_form(span) || !in_order(span) || !in_time(span) || !payable(span)) [[unlikely]]
      return false;
    count(span);
    return true;
  }

 private:
  [[gnu::cold]] bool refuse(const Fault& fault) {
    fault_ = fault;
    return false;
  }

  bool in_form(const ContributionSpan& span) {
    if (span.months < 1 || span.months > max_span_months) [[unlikely]] {
      Fault fault =
          fault_of(number_, Errc::invalid_argument, Field::months, Hint::out_of_range, Datum::count(span.months));
      fault.limit = Datum::count(1);
      fault.other_limit = Datum::count(max_span_months);
      return refuse(fault);
    }
    if (span.scheme == Scheme::compulsory && span.kind != SpanKind::monthly) [[unlikely]] {
      return refuse(fault_of(number_, Errc::invalid_argument, Field::kind, Hint::unknown_name, Datum{name(span.kind)}));
    }
    if (span.central_support && (!within_form(*span.central_support) || span.scheme == Scheme::compulsory))
        [[unlikely]] {
      Fault fault = fault_of(number_, Errc::invalid_argument, Field::central_support, Hint::out_of_range,
                             Datum{*span.central_support});
      fault.limit = Datum{Money{}};
      fault.other_limit = Datum{Money{span.scheme == Scheme::compulsory ? 0 : 1'000'000'000'000'000}};
      return refuse(fault);
    }
    if (!data_.rules.data().known_groups.contains(span.groups)) [[unlikely]] {
      return refuse(fault_of(number_, Errc::invalid_argument, Field::groups, Hint::unknown_name, Datum{span.groups}));
    }
    return true;
  }

  // Notional months take none of the calendar, but their payment stands in its order.
  bool in_order(const ContributionSpan& span) {
    if (number_ > 1 && span.from < previous_) [[unlikely]] {
      Fault fault = fault_of(number_, Errc::invalid_argument, Field::from, Hint::before_previous, Datum{span.from});
      fault.limit = Datum{previous_};
      return refuse(fault);
    }
    previous_ = span.from;
    if (span.kind == SpanKind::missing) return true;
    if (any_taken_ && span.from <= taken_until_) [[unlikely]] {
      Fault fault = fault_of(number_, Errc::invalid_argument, Field::from,
                             span.scheme == taken_by_ ? Hint::month_taken : Hint::two_schemes, Datum{span.from});
      fault.limit = Datum{taken_until_ + 1};
      return refuse(fault);
    }
    any_taken_ = true;
    taken_until_ = span.from + (span.months - 1);
    taken_by_ = span.scheme;
    return true;
  }

  bool in_time(const ContributionSpan& span) {
    const Month last = last_of(span);
    if (span.from < first_law_day.month() || last_law_day.month() < last) [[unlikely]] {
      const bool early = span.from < first_law_day.month();
      Fault fault =
          fault_of(number_, Errc::day_outside_law, Field::from, Hint::out_of_range, Datum{early ? span.from : last});
      fault.limit = Datum{first_law_day.month()};
      fault.other_limit = Datum{last_law_day.month()};
      return refuse(fault);
    }
    if (on_ < last) [[unlikely]] {
      Fault fault = fault_of(number_, Errc::invalid_argument, Field::months, Hint::after_event, Datum{last});
      fault.limit = Datum{on_};
      return refuse(fault);
    }
    if (span.paid_on && (*span.paid_on < first_law_day || on_.last_day() < *span.paid_on ||
                         last_law_day < *span.paid_on)) [[unlikely]] {
      Fault fault = fault_of(number_, Errc::invalid_argument, Field::paid_on, Hint::out_of_range, Datum{*span.paid_on});
      fault.limit = Datum{first_law_day};
      fault.other_limit = Datum{std::min(on_.last_day(), last_law_day)};
      return refuse(fault);
    }
    return true;
  }

  // The income against floor and ceiling of its time. The step is not asked for: books show incomes between levels.
  bool payable(const ContributionSpan& span) {
    return each_piece(data_, span, [&](const Piece& piece) {
      const Regime& regime = *piece.regime;
      const bool voluntary = span.scheme == Scheme::voluntary;
      const Money floor = voluntary ? regime.floor : Money{1};
      if (regime.has_bounds && floor <= span.income && span.income <= regime.ceiling) [[likely]]
        return true;
      Fault fault = fault_of(number_, Errc::value_not_published, Field::income, Hint::none, Datum{span.income});
      if (regime.has_bounds) {
        const bool below = span.income < floor;
        fault.code = below ? Errc::income_below_floor : Errc::income_above_ceiling;
        fault.limit = Datum{below ? floor : regime.ceiling};
        const Parameter parameter =
            below ? (regime.floor == regime.poverty_line ? Parameter::rural_poverty_line : Parameter::base_salary)
                  : Parameter::base_salary;
        fault.parameter = name(parameter);
        if (const LawRow* row = regime.row(parameter)) fault.value = &row->citation;
      }
      fault.rule = &provisions::income_bounds.citation;
      fault.day = span.paid_on.value_or(piece.first.first_day());
      fault.has_day = true;
      return refuse(fault);
    });
  }

  static Month last_of(const ContributionSpan& span) {
    return span.kind == SpanKind::missing ? span.from : span.from + (span.months - 1);
  }

  void count(const ContributionSpan& span) {
    if (span.scheme == Scheme::voluntary) {
      if (sums_.voluntary_months == 0) sums_.first_voluntary = span.from;
      sums_.voluntary_months += span.months;
    } else {
      sums_.compulsory_months += span.months;
    }
    // Missing months are of the stage in which they were paid.
    const bool paid_before_2014 = span.from < from_2014;
    const int before = span.kind == SpanKind::missing ? (paid_before_2014 ? span.months : 0)
                                                      : std::clamp(from_2014 - span.from, 0, span.months);
    before_2014_ += before;
    from_2014_ += span.months - before;
    sums_.last = std::max(sums_.last, last_of(span));
    sums_.has_ahead = sums_.has_ahead || span.kind == SpanKind::ahead;
    sums_.has_missing = sums_.has_missing || span.kind == SpanKind::missing;
    sums_.stages.months_before_2014 = before_2014_;
    sums_.stages.months_from_2014 = from_2014_;
  }

  const BenefitRules::Data& data_;
  Month on_;
  RecordSums& sums_;
  Fault& fault_;
  int number_ = 0;
  Month previous_{};
  bool any_taken_ = false;
  Month taken_until_{};
  Scheme taken_by_ = Scheme::voluntary;
  int before_2014_ = 0, from_2014_ = 0;
};

Fault no_table(int benefit_year, int span, std::optional<int> year) {
  Fault fault = fault_of(span, Errc::value_not_published, Field::record, Hint::no_table, Datum::count(benefit_year));
  fault.parameter = "indexation";
  if (year) fault.limit = Datum::count(*year);
  fault.rule = &provisions::indexation.citation;
  return fault;
}

}  // namespace

bool count_months(const BenefitRules::Data& data, ContributionRecord record, Month on, RecordSums& sums,
                  Fault& fault) noexcept {
  Checker checker{data, on, sums, fault};
  for (const ContributionSpan& span : record) {
    if (!checker.take(span)) return false;
  }
  sums.stages = stages(sums.stages.months_before_2014, sums.stages.months_from_2014);
  return true;
}

bool index_incomes(const BenefitRules::Data& data, ContributionRecord record, int benefit_year,
                   const BenefitOptions& options, RecordSums& sums, BenefitFlags& flags, BenefitReadings& readings,
                   Fault& fault) noexcept {
  const Indexation* table = data.indexation(benefit_year, options.estimate_indexation);
  if (table == nullptr) {
    fault = no_table(benefit_year, 0, std::nullopt);
    return false;
  }
  Int128 total = 0;
  int number = 0;
  for (const ContributionSpan& span : record) {
    ++number;
    std::int64_t coefficients = std::int64_t{100} * span.months;  // of missing months 1: art. 10(3)
    if (span.kind != SpanKind::missing) {
      const auto first = static_cast<std::size_t>(month_index(span.from));
      const std::size_t end = first + static_cast<std::size_t>(span.months);
      if (table->unknown[end] != table->unknown[first]) [[unlikely]] {
        std::size_t at = first;
        while (table->unknown[at + 1] == table->unknown[at]) ++at;
        fault = no_table(benefit_year, number, (first_law_day.month() + static_cast<int>(at)).year());
        return false;
      }
      coefficients = table->sum[end] - table->sum[first];
    }
    total += static_cast<Int128>(span.income.dong()) * coefficients;
  }
  sums.table = table->table;
  sums.indexed_income = {total, 100};
  const bool estimated = table->benefit_year != benefit_year;
  flags.set(BenefitFlag::estimated_indexation, estimated);
  const bool weak = !table->table->provision.settled();
  readings.set(BenefitReading::indexation_standing, weak);
  readings.set(BenefitReading::ahead_by_its_month, sums.has_ahead);
  return true;
}

bool contributions(const BenefitRules::Data& data, ContributionRecord record, Contributions& out,
                   Fault& fault) noexcept {
  constexpr std::int64_t one = 1'000'000'000;  // a rate has at most nine decimals
  Int128 total = 0;
  int number = 0;
  for (const ContributionSpan& span : record) {
    ++number;
    const bool whole = each_piece(data, span, [&](const Piece& piece) {
      const Regime& regime = *piece.regime;
      if (!regime.has_contribution_rate) {
        fault = fault_of(number, Errc::value_not_published, Field::from, Hint::none, Datum{piece.first});
        fault.parameter = name(Parameter::contribution_rate);
        return false;
      }
      std::int64_t billionths = regime.contribution_rate.digits();
      for (int i = regime.contribution_rate.decimals(); i < Rate::max_decimals; ++i) billionths *= 10;
      total += static_cast<Int128>(span.income.dong()) * piece.months * billionths;
      out.settled = out.settled && regime.contribution_rate_settled;
      return true;
    });
    if (!whole) return false;
  }
  out.amount = {total, one};
  return true;
}

bool support_given(const BenefitRules::Data& data, ContributionRecord record, SupportGiven& out,
                   Fault& fault) noexcept {
  constexpr int decimals = 18;  // of two rates
  Int128 total = 0;
  int number = 0;
  const auto add = [&](Unrounded<2> per_month, int months) {
    Int128 digits = per_month.digits() * months;
    for (int i = per_month.decimals(); i < decimals; ++i) digits *= 10;
    total += digits;
  };
  for (const ContributionSpan& span : record) {
    ++number;
    if (span.scheme != Scheme::voluntary) continue;
    if (span.central_support) {
      add(Unrounded<2>{span.central_support->dong(), 0}, 1);
      if (Money{} < *span.central_support) out.months += span.months;
      continue;
    }
    const bool whole = each_piece(data, span, [&](const Piece& piece) {
      const Regime& regime = *piece.regime;
      if (!regime.has_support) return true;
      // Months before the first supported one have none; missing months are excepted: Decision 595/QD-BHXH (2017) art.
      // 12(5).
      const int before =
          span.kind == SpanKind::missing ? 0 : std::clamp(regime.support_from - piece.first, 0, piece.months);
      const int months = std::clamp(regime.support_cap - out.months, 0, piece.months - before);
      const CentralRate& rate = regime.central[span.groups.bits() & 0xfU];
      if (months == 0 || rate.rate.is_zero()) return true;
      if (!regime.has_poverty_line) {
        fault = fault_of(number, Errc::value_not_published, Field::from, Hint::none, Datum{piece.first});
        fault.parameter = name(Parameter::rural_poverty_line);
        return false;
      }
      add(rate.per_month, months);
      out.months += months;
      out.settled = out.settled && rate.settled && regime.poverty_line_settled && regime.contribution_rate_settled;
      out.paid_in_advance = out.paid_in_advance || span.kind != SpanKind::monthly;
      return true;
    });
    if (!whole) return false;
  }
  out.amount = {total, 1'000'000'000'000'000'000};
  return true;
}

}  // namespace ansinh::benefit
