// The one kernel: the steps of an assessment in their order, once, for every door. It is a template over
//   Arithmetic  fast integers or the reference (arithmetic.hpp), and
//   Sink        nobody, or a recorder of steps for an explanation (working.hpp), and
//   OnRefusal   takes the fault of a refused payment, or drops it.
// Source in law: see assess.hpp; each step's own file cites its provision.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "assess/arithmetic.hpp"
#include "assess/cut.hpp"
#include "assess/flags.hpp"
#include "assess/local_top_up.hpp"
#include "assess/refusals.hpp"
#include "assess/term_checks.hpp"
#include "assess/working.hpp"

namespace ansinh {

template <class Arithmetic, class Sink, class OnRefusal>
class Kernel {
 public:
  Kernel(const Rules::Data& data, const Arithmetic& arithmetic, Sink& sink, const OnRefusal& on_refusal)
      : data_{data}, arithmetic_{arithmetic}, sink_{sink}, on_refusal_{on_refusal} {}

  // Fills `answer`, which must be fresh, and returns Errc::ok; or leaves it untouched and returns why not. The fault is
  // handed over last, so it may take the answer's place.
  Errc run(const Request& request, Assessment& answer) {
    Working work;
    Errc code = locate(request, work);
    if (code != Errc::ok) return code;
    code = check(request, work);
    if (code != Errc::ok) return code;
    sink_.bounds(request, work);

    code = contribution(request, work);
    if (code != Errc::ok) return code;
    sink_.contribution(request, work);

    code = central_support(request, work);
    if (code != Errc::ok) return code;
    sink_.central(request, work);

    code = local_top_ups(request, work);
    if (code != Errc::ok) return code;

    cut(work, request.other_support);
    sink_.cut(request, work);
    fill(request, work, answer);
    sink_.answered(request, work, answer);
    return Errc::ok;
  }

 private:
  template <class MakeFault>
  [[gnu::cold, gnu::noinline]] Errc refuse(const MakeFault& make) {
    const Fault fault = make();
    on_refusal_(fault);
    return fault.code;
  }

  // The months that the first month of a payment may be.
  static bool within(const Request& request) {
    return first_law_day.month() <= *request.first_month && *request.first_month - request.paid_on.month() <= 12;
  }

  // Form of the fields, then the tables that hold for this day and place.
  Errc locate(const Request& request, Working& work) {
    std::size_t ground = no_ground;
    bool together = true;
    if (request.place.former_province) {
      const auto former = static_cast<std::size_t>(request.place.former_province->number());
      ground = data_.former_ground[former];
      together = !request.place.province || request.place.province->number() == data_.present_of_former[former];
    } else if (request.place.province) {
      ground = data_.province_ground[static_cast<std::size_t>(request.place.province->number())];
    }
    const bool in_form = together && within_form(request.income) && within_form(request.other_support) &&
                         data_.known_groups.contains(request.groups) &&
                         static_cast<unsigned>(request.months_supported) <= 120U &&
                         static_cast<unsigned>(request.local_months_used.value_or(0)) <= 600U &&
                         (!request.fund_return_rate || within_form(*request.fund_return_rate)) &&
                         (!request.first_month || within(request));
    if (!in_form) [[unlikely]] {
      if (auto fault = form_fault(data_, request)) return refuse([&] { return *fault; });
    }
    const auto day = static_cast<std::uint32_t>(request.paid_on.number() - first_law_day.number());
    if (day >= days_of_law) [[unlikely]]
      return refuse([&] { return day_outside_law(request); });
    const DayEntry entry = data_.days[day];
    work.paid_month = first_law_day.month() + entry.month;
    work.regime = &data_.regimes[entry.regime];
    work.ground = &data_.cell(ground, entry.regime, request.paid_on);
    if (request.place.locality) {
      const std::size_t locality = data_.locality_ground(*request.place.locality);
      if (locality != unnamed_locality) work.locality = &data_.cell(locality, entry.regime, request.paid_on);
    }
    return Errc::ok;
  }

  // Whether the law of the day knows the term; for a late make-up also how many months it comes after the window.
  static bool allowed(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    const auto n = static_cast<std::size_t>(request.term.n());
    switch (request.term.kind()) {
      case Term::Kind::months: return regime.window[n] != 0;
      case Term::Kind::years_ahead: return regime.years_ahead;
      case Term::Kind::missing_months: return request.term.n() <= regime.missing_max;
      case Term::Kind::late:
        work.late = months_late(request, work, regime.late_window[n]);
        return regime.late_window[n] != 0 && work.late > 0;
    }
    return false;
  }

  // Months after the due window, up to and including that of the payment; none or less while it is open.
  static int months_late(const Request& request, const Working& work, int window) {
    return work.paid_month - (request.first_month.value_or(work.paid_month) + (window - 1));
  }

  static bool in_time(const Request& request, const Working& work) {
    switch (request.term.kind()) {
      case Term::Kind::months:
        return months_late(request, work, work.regime->window[static_cast<std::size_t>(request.term.n())]) <= 0;
      case Term::Kind::years_ahead: return months_late(request, work, 1) <= 0;
      case Term::Kind::missing_months:
      case Term::Kind::late: break;
    }
    return true;
  }

  // Term, income, due window and the fund's return, in the order of the spec.
  Errc check(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    work.months = request.term.covered_months();
    if (!allowed(request, work)) [[unlikely]] {
      return refuse([&] { return term_fault(request, regime); });
    }
    if (!regime.has_bounds) [[unlikely]] {
      return refuse([&] { return value_not_published(request, missing_bound(regime)); });
    }
    if (request.income < regime.floor) [[unlikely]]
      return refuse([&] { return income_below_floor(request, regime); });
    if (regime.ceiling < request.income) [[unlikely]] {
      return refuse([&] { return income_above_ceiling(request, regime); });
    }
    work.off_step = beyond_level(request.income, regime) != 0;
    if (work.off_step && regime.step_required) [[unlikely]] {
      return refuse([&] { return income_off_step(request, regime); });
    }
    // Without a first month the payment starts in its own month, which every window includes.
    if (request.first_month && !in_time(request, work)) [[unlikely]] {
      return refuse([&] { return payment_late(request, regime); });
    }
    if (request.term.kind() != Term::Kind::months) return returns(request, work);
    return Errc::ok;
  }

  // What the terms over years need besides.
  Errc returns(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    if (!request.fund_return_rate && !regime.has_fund_return) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::fund_return_rate); });
    }
    work.r = request.fund_return_rate.value_or(regime.fund_return);
    if (request.term.kind() != Term::Kind::missing_months) return Errc::ok;
    if (!request.th_support && !regime.has_th_support) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::th_support); });
    }
    work.reading.compounded = request.th_support.value_or(regime.th_support) == ThSupport::compounded;
    return Errc::ok;
  }

  // Law 41/2024/QH15 art. 36(1), (2); Decree 159/2025/ND-CP art. 6, 7; Decision 595/QD-BHXH (2017) art. 11(3).
  Errc contribution(const Request& request, Working& work) {
    if (!work.regime->has_contribution_rate) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::contribution_rate); });
    }
    work.contribution = arithmetic_.contribution(*work.regime, request.income,
                                                 contribution_weight(request.term, work.r, work.late, work.months));
    if (Money{Money::limit} < work.contribution.dong) [[unlikely]] {
      return refuse([&] { return contribution_beyond_limit(request); });
    }
    return Errc::ok;
  }

  // Decree 159/2025/ND-CP art. 5(1), (2); Decision 595/QD-BHXH (2017) art. 12. That the months supported are the first
  // ones where the lifetime months run out inside a payment, and that a late make-up has none, is assumed.
  Errc central_support(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    work.central_rate = &regime.central[request.groups.bits() & 0xfU];
    if (regime.has_support) {
      const bool late = request.term.kind() == Term::Kind::late;
      work.supportable = late ? 0 : supportable(request, work);
      work.remaining = std::max(0, regime.support_cap - request.months_supported);
      work.supported = std::min(work.supportable, work.remaining);
    }
    work.reading.supported = work.supported;
    if (work.supported < work.months || request.term.kind() == Term::Kind::missing_months) add_readings(request, work);
    const auto central = [&](const SupportReading& how) {
      if (how.supported == 0 || work.central_rate->rate.is_zero()) return RoundedMoney{};
      return arithmetic_.central(regime, *work.central_rate,
                                 support_weight(how, work.r, work.months, how.supported, how.last_months));
    };
    if (!regime.has_poverty_line && !work.central_rate->rate.is_zero() && some_month_supported(work)) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::rural_poverty_line); });
    }
    work.central = central(work.reading);
    for (Alternative& other : work.others()) {
      other.central = central(other.how).dong;
      other.differs = other.central != work.central.dong;
    }
    return Errc::ok;
  }

  // Months of the payment that the State can support: those from the first supported month on. Missing months are
  // excepted: Decision 595/QD-BHXH (2017) art. 12(5).
  static int supportable(const Request& request, const Working& work) {
    const Regime& regime = *work.regime;
    if (request.term.kind() == Term::Kind::missing_months) return work.months;
    if (!request.first_month && regime.support_from_day <= request.paid_on) return work.months;
    const int before = std::max(0, regime.support_from - request.first_month.value_or(work.paid_month));
    return std::max(0, work.months - before);
  }

  // The readings that the law leaves open for this payment, beside the one that is taken.
  static void add_readings(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    const SupportReading& taken = work.reading;
    if (taken.supported < work.months) {
      SupportReading other = taken;
      other.local_for_all = true;
      work.add(Reading::central_or_all_months, other);
    }
    if (request.term.kind() == Term::Kind::missing_months) {
      if (taken.compounded && 0 < taken.supported && taken.supported < work.supportable) {
        SupportReading other = taken;
        other.last_months = true;
        work.add(Reading::order_of_months, other);
      }
      const bool own_edition = request.th_support && regime.has_th_support && *request.th_support != regime.th_support;
      if (own_edition || (0 < taken.supported && !regime.th_support_settled)) {
        SupportReading other = taken;
        other.compounded = !taken.compounded;
        work.add(Reading::th_support, other);
      }
    }
    if (request.term.kind() == Term::Kind::late && regime.has_support) {
      SupportReading other = taken;
      other.supported = std::min(supportable(request, work), work.remaining);
      work.add(Reading::late_support, other);
    }
  }

  static bool some_month_supported(const Working& work) {
    return work.supported > 0 ||
           std::ranges::any_of(work.others(), [](const Alternative& other) { return other.how.supported > 0; });
  }

  Errc local_top_ups(const Request& request, Working& work) {
    unsigned layers = work.ground->layers;
    if (work.locality != nullptr) layers |= work.locality->layers;
    if (layers == 0) return Errc::ok;
    LayerPricer<Arithmetic> pricer{data_, arithmetic_, request, work};
    for (; layers != 0; layers &= layers - 1) {
      const LayerWork layer = pricer.price(static_cast<unsigned>(std::countr_zero(layers)));
      if (pricer.needs_poverty_line) [[unlikely]] {
        return refuse([&] { return value_not_published(request, Parameter::rural_poverty_line); });
      }
      if (layer.candidate != nullptr) take(request, work, layer);
    }
    return Errc::ok;
  }

  void take(const Request& request, Working& work, const LayerWork& layer) {
    for (std::size_t i = 0; i < work.others().size(); ++i) {
      Alternative& other = work.others()[i];
      other.local += layer.otherwise[i];
      if (layer.otherwise[i] != layer.top_up.dong) other.differs = true;
    }
    if (unsettled_layer(request, layer)) unsettled_ = true;
    sink_.layer(request, work, layer);
    if (Money{} < layer.top_up.dong) work.add(layer);
  }

  void fill(const Request& request, const Working& work, Assessment& answer) {
    answer.contribution = work.contribution.dong;
    answer.central_support = work.central_after_cut;
    answer.other_support = work.other_after_cut;
    for (int i = 0; i < work.layer_count; ++i) {
      const LayerWork& layer = work.layers[static_cast<std::size_t>(i)];
      answer.layer_amounts.add({layer.after_cut, layer.candidate->programme, layer.layer, layer.candidate->source});
      answer.local_top_up += layer.after_cut;
      if (layer.layer == 0) answer.province_top_up = layer.after_cut;
      if (layer.layer == 1) answer.locality_top_up = layer.after_cut;
    }
    answer.participant_share =
        answer.contribution - answer.central_support - answer.local_top_up - answer.other_support;
    answer.months = static_cast<std::uint16_t>(work.months);
    answer.supported_months = static_cast<std::uint16_t>(work.supported);
    answer.flags = flags(request, work);
  }

  Flags flags(const Request& request, const Working& work) const {
    Flags flags;
    flags.set(Flag::projected, data_.verified_on < request.paid_on);
    flags.set(Flag::off_step, work.off_step);
    flags.set(Flag::support_cut, work.cut);
    flags.set(Flag::support_exhausted, work.supported < work.supportable && !work.central_rate->rate.is_zero());
    flags.set(Flag::local_unknown, local_unknown(work, request.groups));
    flags.set(Flag::unsettled, unsettled_ || work.cut || work.contribution.tie || work.central.tie ||
                                   unsettled_values(request, work) || some_reading_differs(work));
    return flags;
  }

  const Rules::Data& data_;
  const Arithmetic& arithmetic_;
  Sink& sink_;
  const OnRefusal& on_refusal_;
  bool unsettled_ = false;
};

}  // namespace ansinh
