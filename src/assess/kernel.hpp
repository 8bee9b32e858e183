// The one kernel: the steps of an assessment in their order, once, for every door. It is a template over
//   Arithmetic  fast integers or the reference (arithmetic.hpp), and
//   Sink        nobody, or a recorder of steps for an explanation (working.hpp), and
//   OnRefusal   takes the fault of a refused payment, or drops it.
// Source in law: see assess.hpp; each step's own file cites its provision.
#pragma once

#include <algorithm>
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
  Kernel(const Rules::Data& data, Sink& sink, const OnRefusal& on_refusal)
      : data_{data}, sink_{sink}, on_refusal_{on_refusal} {}

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

  static bool within(Money amount) {
    constexpr std::uint64_t largest = 1'000'000'000'000'000;
    return static_cast<std::uint64_t>(amount.dong()) <= largest;
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
    const bool in_form = together && within(request.income) && within(request.other_support) &&
                         data_.known_groups.contains(request.groups) &&
                         static_cast<unsigned>(request.months_supported) <= 120U &&
                         static_cast<unsigned>(request.local_months_used.value_or(0)) <= 600U &&
                         !request.fund_return_rate && (!request.first_month || within(request));
    if (!in_form) [[unlikely]] {
      if (auto fault = form_fault(data_, request)) return refuse([&] { return *fault; });
    }
    const auto day = static_cast<std::uint32_t>(request.paid_on.number() - first_law_day.number());
    if (day >= data_.regime_of_day.size()) [[unlikely]]
      return refuse([&] { return day_outside_law(request); });
    const std::size_t regime = data_.regime_of_day[day];
    work.regime = &data_.regimes[regime];
    work.ground = &data_.cell(ground, regime, request.paid_on);
    if (request.place.locality) {
      const std::size_t locality = data_.locality_ground(*request.place.locality);
      if (locality != unnamed_locality) work.locality = &data_.cell(locality, regime, request.paid_on);
    }
    return Errc::ok;
  }

  // Term, income, due window and the fund's return, in the order of the spec.
  Errc check(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    const bool ordinary = request.term.kind() == Term::Kind::months;
    work.months = request.term.covered_months();
    if (!ordinary || regime.window[static_cast<std::size_t>(work.months)] == 0) [[unlikely]] {
      if (auto fault = term_fault(request, regime)) return refuse([&] { return *fault; });
    }
    if (!regime.has_bounds) [[unlikely]] {
      return refuse([&] { return value_not_published(request, missing_bound(regime)); });
    }
    if (request.income < regime.floor) [[unlikely]]
      return refuse([&] { return income_below_floor(request, regime); });
    if (regime.ceiling < request.income) [[unlikely]] {
      return refuse([&] { return income_above_ceiling(request, regime); });
    }
    work.off_step = off_step(request, regime);
    if (static_cast<unsigned>(work.off_step) & static_cast<unsigned>(regime.step_required)) [[unlikely]] {
      return refuse([&] { return income_off_step(request, regime); });
    }
    // Without a first month the payment starts in its own month, which every window includes.
    if (request.first_month && (ordinary || request.term.kind() == Term::Kind::years_ahead)) {
      const Day last = last_day_in_time(request, regime);
      if (last < request.paid_on) [[unlikely]]
        return refuse([&] { return payment_late(request, regime, last); });
    }
    if (!ordinary && !request.fund_return_rate && regime.row(Parameter::fund_return_rate) == nullptr) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::fund_return_rate); });
    }
    return Errc::ok;
  }

  static bool off_step(const Request& request, const Regime& regime) {
    const auto above = static_cast<std::uint64_t>((request.income - regime.floor).dong());
    const auto step = static_cast<std::uint64_t>(regime.step.dong());
    if ((above | step) <= 0xffff'ffffU) {
      return static_cast<std::uint32_t>(above) % static_cast<std::uint32_t>(step) != 0;
    }
    return above % step != 0;
  }

  // Law 41/2024/QH15 art. 36(1), (2): n months cost n times the month, without discount.
  Errc contribution(const Request& request, Working& work) {
    if (!work.regime->has_contribution_rate) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::contribution_rate); });
    }
    if (request.term.kind() != Term::Kind::months) [[unlikely]] {
      return refuse([&] { return not_yet_supported(request); });
    }
    work.contribution = Arithmetic::contribution(*work.regime, request.income, work.months);
    return Errc::ok;
  }

  // Decree 159/2025/ND-CP art. 5(1), (2); Decision 595/QD-BHXH (2017) art. 12. That the months supported are the first
  // ones where the lifetime months run out inside a payment is assumed.
  Errc central_support(const Request& request, Working& work) {
    const Regime& regime = *work.regime;
    work.central_rate = &regime.central[request.groups.bits() & 0xfU];
    if (!regime.has_support) return Errc::ok;
    work.supportable = work.months;
    if (request.first_month || request.paid_on < regime.support_from_day) {
      const int before = std::max(0, regime.support_from - first_month(request));
      work.supportable = std::max(0, work.months - before);
    }
    work.remaining = std::max(0, regime.support_cap - request.months_supported);
    work.supported = std::min(work.supportable, work.remaining);
    if (work.supported == 0 || work.central_rate->rate.is_zero()) return Errc::ok;
    if (!regime.has_poverty_line) [[unlikely]] {
      return refuse([&] { return value_not_published(request, Parameter::rural_poverty_line); });
    }
    work.central = Arithmetic::central(regime, *work.central_rate, work.supported);
    return Errc::ok;
  }

  Errc local_top_ups(const Request& request, Working& work) {
    unsigned layers = work.ground->layers;
    if (work.locality != nullptr) layers |= work.locality->layers;
    if (layers == 0) return Errc::ok;
    if constexpr (Arithmetic::short_cuts) {
      if (work.locality == nullptr && work.ground->winners != Cell::no_winners &&
          request.groups.bits() < fixed_group_sets) [[likely]] {
        only_layer(request, work);
        return Errc::ok;
      }
    }
    LayerPricer<Arithmetic> pricer{data_, request, work};
    for (; layers != 0; layers &= layers - 1) {
      const LayerWork layer = pricer.price(static_cast<unsigned>(std::countr_zero(layers)));
      if (pricer.needs_poverty_line) [[unlikely]] {
        return refuse([&] { return value_not_published(request, Parameter::rural_poverty_line); });
      }
      if (layer.candidate == nullptr) continue;
      if (unsettled_layer(request, work, layer)) unsettled_ = true;
      sink_.layer(request, work, layer);
      if (Money{} < layer.top_up.dong) work.add(layer);
    }
    return Errc::ok;
  }

  // The one layer of a cell whose winner is known: the same as LayerPricer finds, without looking at every rule.
  void only_layer(const Request& request, Working& work) {
    const Winner& winner = data_.winners[work.ground->winners][request.groups.bits()];
    if (winner.per_month == 0) return;
    LayerWork layer{};
    layer.candidate = &data_.candidates[winner.candidate];
    layer.rule = &data_.rules[winner.rule];
    layer.layer = layer.candidate->layer;
    layer.months = work.supported;
    layer.top_up.dong = Money{winner.per_month * work.supported};
    layer.if_all_months = Money{winner.per_month * work.months};
    unsettled_ = unsettled_layer(request, work, layer);
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
    flags.set(Flag::local_unknown, local_unknown(data_, request, work));
    flags.set(Flag::unsettled,
              unsettled_ || work.cut || work.contribution.tie || work.central.tie || unsettled_values(work));
    return flags;
  }

  const Rules::Data& data_;
  Sink& sink_;
  const OnRefusal& on_refusal_;
  bool unsettled_ = false;
};

}  // namespace ansinh
