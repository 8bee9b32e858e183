// The payment that nearly every row of a list is, priced from the tables alone: from the month of payment on, nothing
// given by others, no locality, every month still supported, at most one local programme, by a share of the floor
// contribution, no cut, and no reading that the law leaves open. Everything else is left to the kernel, refusals too,
// and the tests that hold `assess` to `assess_exact`, which is the kernel alone, hold this to it.
//
// Which fields of a place are given, which groups are held and who gets a top-up is as good as random from row to row,
// so these are looked up, not branched on.
#pragma once

#include <algorithm>

#include "assess/arithmetic.hpp"
#include "assess/flags.hpp"
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
[[nodiscard]] inline bool plain_over_years(const Regime& regime, const FastArithmetic& arithmetic,
                                           const Request& request, const Winner& winner, PlainAmounts& amounts) {
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
    if (request.term.kind() != Term::Kind::missing_months || regime.missing_max < months || !bears_return ||
        winner.per_month != 0) {
      return false;
    }
  }
  const SeriesBounds bounds =
      arithmetic.bounds(ahead ? ReturnSeries::discounted(r, 0, months) : ReturnSeries::compounded(r, 1, months));
  const auto own = static_cast<std::uint64_t>(request.income.dong() * regime.contribution_rate.digits());
  const auto contribution = certain_nearest_dong(own, regime.contribution_rate.decimals(), bounds);
  const std::int64_t central_per_month = regime.plain_central[request.groups.bits() & 0xfU];
  const auto central = ahead ? std::optional{Money{central_per_month * months}}
                             : certain_nearest_dong(static_cast<std::uint64_t>(central_per_month), 0, bounds);
  if (!contribution || !central || Money{Money::limit} < *contribution) return false;
  amounts.contribution = {*contribution, false};
  amounts.central = *central;
  amounts.unsettled = !request.fund_return_rate && !regime.fund_return_settled;
  return true;
}

// False, and `answer` untouched, if the payment is not plain.
template <bool over_years>
[[nodiscard]] inline bool plain_payment_of(const Rules::Data& data, const FastArithmetic& arithmetic,
                                           const Request& request, Assessment& answer) {
  const auto day = static_cast<std::uint32_t>(request.paid_on.number() - first_law_day.number());
  const bool usual =
      all_hold(!request.first_month.has_value(), !request.place.locality.has_value(),
               over_years ? !request.th_support.has_value() : !request.fund_return_rate.has_value(),
               request.other_support == Money{}, request.groups.bits() < fixed_group_sets, within_form(request.income),
               day < days_of_law, static_cast<unsigned>(request.local_months_used.value_or(0)) <= 600U);
  if (!usual) [[unlikely]]
    return false;

  const std::size_t former = detail::CodeAccess::number_or_zero(request.place.former_province);
  const std::size_t province = detail::CodeAccess::number_or_zero(request.place.province);
  const std::size_t ground = former != 0 ? data.former_ground[former] : data.province_ground[province];
  const bool apart = all_hold(former != 0, province != 0, province != data.present_of_former[former]);
  const std::size_t regime_index = data.days[day].regime;
  const Regime& regime = data.regimes[regime_index];
  const Cell& cell = data.cell(ground, regime_index, request.paid_on);

  const int months = over_years ? request.term.covered_months() : request.term.n();
  const bool accepted = all_hold(!apart, regime.plain, request.months_supported >= 0,
                                 request.months_supported <= regime.plain_cap - months, regime.floor <= request.income,
                                 request.income <= regime.ceiling, cell.winners != Cell::no_winners,
                                 over_years || regime.window[static_cast<std::size_t>(months)] != 0);
  if (!accepted) [[unlikely]]
    return false;
  const std::uint64_t beyond = beyond_level(request.income, regime);
  if ((beyond & regime.plain_step_mask) != 0) [[unlikely]]
    return false;

  const std::size_t held = request.groups.bits();
  const Winner& winner = data.winners[cell.winners][held];
  PlainAmounts amounts;
  if constexpr (over_years) {
    if (!plain_over_years(regime, arithmetic, request, winner, amounts)) return false;
  } else {
    amounts.contribution = detail::nearest_of_64(
        static_cast<std::uint64_t>(request.income.dong() * regime.contribution_rate.digits() * months),
        regime.contribution_rate.decimals());
    amounts.central = Money{regime.plain_central[held & 0xfU] * months};
    amounts.unsettled = amounts.contribution.tie;
  }
  const Money local{winner.per_month * months};
  const Money share = amounts.contribution.dong - amounts.central - local;
  if (share < Money{}) [[unlikely]]
    return false;

  answer.contribution = amounts.contribution.dong;
  answer.central_support = amounts.central;
  answer.local_top_up = local;
  answer.province_top_up = winner.layer == 0 ? local : Money{};
  answer.locality_top_up = winner.layer == 1 ? local : Money{};
  answer.participant_share = share;
  answer.months = static_cast<std::uint16_t>(months);
  answer.supported_months = static_cast<std::uint16_t>(months);
  answer.layer_amounts.add({local, winner.programme, winner.layer, winner.source}, Money{} < local);

  const bool local_unsettled = all_hold(Money{} < local, !winner.settled | regime.plain_local_unsettled);
  const bool unsettled =
      amounts.unsettled | regime.plain_unsettled | regime.plain_central_unsettled[held & 0xfU] | local_unsettled;
  const auto bit = [](Flag flag, bool on) { return static_cast<unsigned>(flag) * static_cast<unsigned>(on); };
  answer.flags = Flags::from_bits(
      bit(Flag::projected, data.verified_on < request.paid_on) | bit(Flag::off_step, beyond != 0) |
      bit(Flag::local_unknown, !known_for(cell, request.groups, cell.known)) | bit(Flag::unsettled, unsettled));
  return true;
}

[[nodiscard]] inline bool plain_payment(const Rules::Data& data, const FastArithmetic& arithmetic,
                                        const Request& request, Assessment& answer) {
  if (request.term.kind() == Term::Kind::months) [[likely]]
    return plain_payment_of<false>(data, arithmetic, request, answer);
  return plain_payment_of<true>(data, arithmetic, request, answer);
}

}  // namespace ansinh
