// The payment that nearly every row of a list is, priced from the tables alone: from the month of payment on, nothing
// given by others, every month still supported, at most one programme of the province and one of the locality, in
// different layers and by a share of the floor contribution, no cut, and no reading that the law leaves open.
// Everything else is left to the kernel, refusals too, and the tests that hold `assess` to `assess_exact`, which is the
// kernel alone, hold this to it.
//
// Which fields of a place are given, which groups are held and who gets a top-up is as good as random from row to row,
// so these are looked up, not branched on. Whether there is a locality is: most lists are of places without one.
#pragma once

#include <algorithm>

#include "assess/arithmetic.hpp"
#include "assess/known.hpp"
#include "assess/rules_data.hpp"
#include "law/code_access.hpp"

namespace ansinh {

// The two amounts of a payment that rest on its term.
struct PlainAmounts {
  RoundedMoney contribution;
  Money central;
  bool unsettled = false;
};

// Years ahead, and missing months whose support bears the return beyond doubt; both amounts decided by the bounds of
// one series. False if the payment is not plain.
[[nodiscard]] inline bool plain_over_years(const Regime& regime, const PlainRegime& plain,
                                           const FastArithmetic& arithmetic, const Request& request, bool local,
                                           PlainAmounts& amounts) {
  const int months = request.term.covered_months();
  const bool ahead = request.term.kind() == Term::Kind::years_ahead;
  if (!request.fund_return_rate && !regime.has_fund_return) return false;
  const Rate r = request.fund_return_rate ? *request.fund_return_rate : regime.fund_return;
  if (r.is_zero() || !within_form(r)) return false;
  if (ahead) {
    if (!regime.years_ahead) return false;
  } else {
    const bool bears_return =
        regime.has_th_support && regime.th_support_settled && regime.th_support == ThSupport::compounded;
    if (request.term.kind() != Term::Kind::missing_months || regime.missing_max < months || !bears_return || local) {
      return false;
    }
  }
  const SeriesBounds bounds =
      arithmetic.bounds(ahead ? ReturnSeries::discounted(r, 0, months) : ReturnSeries::compounded(r, 1, months));
  const auto contribution =
      certain_nearest_dong(static_cast<std::uint64_t>(request.income.dong()) * plain.rate, 2, bounds);
  const std::uint32_t per_month = plain.central[request.groups.bits() & 0xfU];
  const auto central =
      ahead ? std::optional{Money{std::int64_t{per_month} * months}} : certain_nearest_dong(per_month, 0, bounds);
  if (!contribution || !central || Money{Money::limit} < *contribution) return false;
  amounts.contribution = {*contribution, false};
  amounts.central = *central;
  amounts.unsettled = !request.fund_return_rate && !regime.fund_return_settled;
  return true;
}

// What a locality adds to the ground it lies on.
struct PlainLocality {
  bool plain = true;
  bool known = true;
  Winner winner{};
};

[[nodiscard]] inline PlainLocality plain_locality(const Rules::Data& data, const Request& request, std::size_t regime,
                                                  const Cell& ground) {
  const std::size_t locality = data.locality_ground(*request.place.locality);
  if (locality == unnamed_locality) return {};
  const Cell& cell = data.cell(locality, regime, request.paid_on);
  if (cell.winners == Cell::no_winners || (cell.layers & ground.layers) != 0) return {false};
  const std::size_t held = request.groups.bits();
  return {true, cell.known_to(held), data.winners[cell.winners][held]};
}

// False, and `answer` untouched, if the payment is not plain.
template <bool over_years, bool in_locality>
[[nodiscard, gnu::always_inline]] inline bool plain_payment_of(const Rules::Data& data,
                                                               const FastArithmetic& arithmetic, const Request& request,
                                                               Assessment& answer) {
  const auto day = static_cast<std::uint32_t>(request.paid_on.number() - first_law_day.number());
  const std::size_t held = request.groups.bits();
  const bool usual = all_hold(!request.first_month.has_value(),
                              over_years ? !request.th_support.has_value() : !request.fund_return_rate.has_value(),
                              request.other_support == Money{}, held < fixed_group_sets, day < days_of_law,
                              static_cast<unsigned>(request.local_months_used.value_or(0)) <= 600U);
  if (!usual) [[unlikely]]
    return false;

  const std::size_t former = detail::CodeAccess::number_or_zero(request.place.former_province);
  const std::size_t province = detail::CodeAccess::number_or_zero(request.place.province);
  const std::size_t ground = former != 0 ? data.former_ground[former] : data.province_ground[province];
  const bool apart = all_hold(former != 0, province != 0, province != data.present_of_former[former]);
  const std::size_t regime_index = data.days[day].regime;
  const PlainRegime& regime = data.plain[regime_index];
  const Cell& cell = data.cell(ground, regime_index, request.paid_on);

  const int months = over_years ? request.term.covered_months() : request.term.n();
  const int room = over_years ? regime.room[1] + 1 - months : regime.room[static_cast<std::size_t>(months)];
  const std::uint64_t above = static_cast<std::uint64_t>(request.income.dong()) - regime.floor;
  const bool accepted =
      all_hold(!apart, request.months_supported >= 0, request.months_supported < room, above <= regime.span);
  if (!accepted) [[unlikely]]
    return false;
  const bool off_step = static_cast<std::uint32_t>(above) % regime.step != 0;
  if (all_hold(off_step, regime.step_required) || cell.winners == Cell::no_winners) [[unlikely]]
    return false;

  const Winner& winner = data.winners[cell.winners][held];
  PlainLocality locality{};
  if constexpr (in_locality) {
    locality = plain_locality(data, request, regime_index, cell);
    if (!locality.plain) return false;
  }
  const Winner& further = locality.winner;
  // Either is negative where what a group set gets there is not plain.
  if ((winner.per_month | further.per_month) < 0) [[unlikely]]
    return false;
  PlainAmounts amounts;
  if constexpr (over_years) {
    const bool local = (winner.per_month | further.per_month) != 0;
    if (!plain_over_years(data.regimes[regime_index], regime, arithmetic, request, local, amounts)) return false;
  } else {
    amounts.contribution = detail::nearest_of_64(
        static_cast<std::uint64_t>(request.income.dong()) * regime.rate * static_cast<unsigned>(months), 2);
    amounts.central = Money{std::int64_t{regime.central[held & 0xfU]} * months};
    amounts.unsettled = amounts.contribution.tie;
  }
  const Money of_ground{winner.per_month * months};
  const Money of_locality{further.per_month * months};
  const Money local = of_ground + of_locality;
  const Money share = amounts.contribution.dong - amounts.central - local;
  if (share < Money{}) [[unlikely]]
    return false;

  const auto of_layer = [&](unsigned layer) {
    return (winner.layer == layer ? of_ground : Money{}) +
           (in_locality && further.layer == layer ? of_locality : Money{});
  };
  answer.contribution = amounts.contribution.dong;
  answer.central_support = amounts.central;
  answer.local_top_up = local;
  answer.province_top_up = of_layer(0);
  answer.locality_top_up = of_layer(1);
  answer.participant_share = share;
  answer.months = static_cast<std::uint16_t>(months);
  answer.supported_months = static_cast<std::uint16_t>(months);
  const auto add = [&answer](const Winner& by, Money amount) {
    answer.layer_amounts.add({amount, by.programme, by.layer, by.source}, Money{} < amount);
  };
  if (in_locality && further.layer < winner.layer) add(further, of_locality);
  add(winner, of_ground);
  if (in_locality && winner.layer <= further.layer) add(further, of_locality);

  const bool unsettled =
      any_holds(amounts.unsettled, regime.unsettled[held & 0xfU], all_hold(Money{} < of_ground, !winner.settled),
                all_hold(Money{} < of_locality, !further.settled), all_hold(Money{} < local, regime.local_unsettled));
  const bool known = all_hold(cell.known_to(held), locality.known);
  const auto bit = [](Flag flag, bool on) { return static_cast<unsigned>(flag) * static_cast<unsigned>(on); };
  answer.flags =
      Flags::from_bits(bit(Flag::projected, data.verified_on < request.paid_on) | bit(Flag::off_step, off_step) |
                       bit(Flag::local_unknown, !known) | bit(Flag::unsettled, unsettled));
  return true;
}

// Kept apart, so that what nearly every row is stays short enough to be expanded where it is called.
template <bool over_years, bool in_locality>
[[nodiscard, gnu::noinline]] bool rarer_plain_payment(const Rules::Data& data, const FastArithmetic& arithmetic,
                                                      const Request& request, Assessment& answer) {
  return plain_payment_of<over_years, in_locality>(data, arithmetic, request, answer);
}

[[nodiscard, gnu::always_inline]] inline bool plain_payment(const Rules::Data& data, const FastArithmetic& arithmetic,
                                                            const Request& request, Assessment& answer) {
  const bool over_years = request.term.kind() != Term::Kind::months;
  const bool in_locality = request.place.locality.has_value();
  if (!over_years && !in_locality) [[likely]]
    return plain_payment_of<false, false>(data, arithmetic, request, answer);
  if (!in_locality) return rarer_plain_payment<true, false>(data, arithmetic, request, answer);
  return over_years ? rarer_plain_payment<true, true>(data, arithmetic, request, answer)
                    : rarer_plain_payment<false, true>(data, arithmetic, request, answer);
}

}  // namespace ansinh
