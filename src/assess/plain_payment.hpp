// The payment that nearly every row of a list is, priced from the tables alone: a term of 1, 3, 6 or 12 months from the
// month of payment, nothing given by others, no locality, every month still supported, at most one local programme, by
// a share of the floor contribution, and no cut. Everything else is left to the kernel, refusals too, and the tests
// that hold `assess` to `assess_exact`, which is the kernel alone, hold this to it.
//
// Which fields of a place are given, which groups are held and who gets a top-up is as good as random from row to row,
// so these are looked up, not branched on.
#pragma once

#include <algorithm>

#include "assess/flags.hpp"
#include "assess/rules_data.hpp"
#include "law/code_access.hpp"

namespace ansinh {

// False, and `answer` untouched, if the payment is not plain.
[[nodiscard]] inline bool plain_payment(const Rules::Data& data, const Request& request, Assessment& answer) {
  const auto day = static_cast<std::uint32_t>(request.paid_on.number() - first_law_day.number());
  const bool usual = (request.term.kind() == Term::Kind::months) & !request.first_month.has_value() &
                     !request.fund_return_rate.has_value() & !request.place.locality.has_value() &
                     (request.other_support == Money{}) & (request.groups.bits() < fixed_group_sets) &
                     within_form(request.income) & (day < days_of_law) &
                     (static_cast<unsigned>(request.local_months_used.value_or(0)) <= 600U);
  if (!usual) [[unlikely]]
    return false;

  const std::size_t former = detail::CodeAccess::number_or_zero(request.place.former_province);
  const std::size_t province = detail::CodeAccess::number_or_zero(request.place.province);
  const std::size_t ground = former != 0 ? data.former_ground[former] : data.province_ground[province];
  const bool apart = (former != 0) & (province != 0) & (province != data.present_of_former[former]);
  const std::size_t regime_index = data.days[day].regime;
  const Regime& regime = data.regimes[regime_index];
  const Cell& cell = data.cell(ground, regime_index, request.paid_on);

  const auto months = static_cast<std::size_t>(request.term.n());
  const bool all_supported =
      (request.months_supported >= 0) & (request.months_supported <= regime.plain_supported_before[months]);
  const bool accepted = !apart & regime.plain & (regime.window[months] != 0) & all_supported &
                        (regime.floor <= request.income) & (request.income <= regime.ceiling) &
                        (cell.winners != Cell::no_winners);
  if (!accepted) [[unlikely]]
    return false;
  const std::uint64_t beyond = beyond_level(request.income, regime);
  if ((beyond & regime.plain_step_mask) != 0) [[unlikely]]
    return false;

  const std::size_t held = request.groups.bits();
  const Winner& winner = data.winners[cell.winners][held];
  const auto n = static_cast<std::int64_t>(months);
  const RoundedMoney contribution =
      detail::nearest_of_64(static_cast<std::uint64_t>(request.income.dong() * regime.contribution_rate.digits() * n),
                            regime.contribution_rate.decimals());
  const Money central{regime.plain_central[held & 0xfU] * n};
  const Money local{winner.per_month * n};
  const Money share = contribution.dong - central - local;
  if (share < Money{}) [[unlikely]]
    return false;

  answer.contribution = contribution.dong;
  answer.central_support = central;
  answer.local_top_up = local;
  answer.province_top_up = winner.layer == 0 ? local : Money{};
  answer.locality_top_up = winner.layer == 1 ? local : Money{};
  answer.participant_share = share;
  answer.months = static_cast<std::uint16_t>(months);
  answer.supported_months = static_cast<std::uint16_t>(months);
  answer.layer_amounts.add({local, winner.programme, winner.layer, winner.source}, Money{} < local);

  const bool local_unsettled = (Money{} < local) & (!winner.settled | regime.plain_local_unsettled);
  const bool unsettled =
      contribution.tie | regime.plain_unsettled | regime.plain_central_unsettled[held & 0xfU] | local_unsettled;
  const auto bit = [](Flag flag, bool on) { return static_cast<unsigned>(flag) * static_cast<unsigned>(on); };
  answer.flags = Flags::from_bits(
      bit(Flag::projected, data.verified_on < request.paid_on) | bit(Flag::off_step, beyond != 0) |
      bit(Flag::local_unknown, !known_for(cell, request.groups, cell.known)) | bit(Flag::unsettled, unsettled));
  return true;
}

}  // namespace ansinh
