// The two arithmetics that the kernel can be run with. Each knows the formulas, which have one shape,
//   share x contribution rate x income x months, or contribution rate x income x months, or sum x months,
// and rounds once at the end (rounding.hpp). ReferenceArithmetic evaluates them as they stand, on unbounded fractions;
// FastArithmetic starts from products that were worked out when the law was resolved, and tests prove it equal.
#pragma once

#include "ansinh/rounding.hpp"
#include "assess/rules_data.hpp"
#include "core/exact.hpp"

namespace ansinh {

struct FastArithmetic {
  // Whether amounts may come from tables that were worked out when the law was resolved.
  static constexpr bool short_cuts = true;

  static RoundedMoney contribution(const Regime& regime, Money income, int months) {
    if (regime.narrow_contribution) [[likely]] {
      const Rate rate = regime.contribution_rate;
      return narrow(income.dong() * rate.digits() * months, rate.decimals());
    }
    return nearest_dong(income * regime.contribution_rate * months);
  }
  static RoundedMoney central(const Regime& regime, const CentralRate& rate, int months) {
    if (regime.narrow_floor) [[likely]] {
      return narrow(static_cast<std::int64_t>(rate.per_month.digits()) * months, rate.per_month.decimals());
    }
    return nearest_dong(rate.per_month * months);
  }
  static RoundedMoney share_of_floor_contribution(const Regime& regime, Rate share, int months) {
    if (regime.narrow_floor) [[likely]] {
      const Unrounded<1>& floor = regime.floor_contribution;
      return narrow(static_cast<std::int64_t>(floor.digits()) * share.digits() * months,
                    floor.decimals() + share.decimals());
    }
    return nearest_dong(regime.floor_contribution * share * months);
  }
  static RoundedMoney share_of_contribution(const Regime& regime, Rate share, Money income, int months) {
    return nearest_dong(income * regime.contribution_rate * share * months);
  }
  static RoundedMoney fixed(Money amount, int months) { return {amount * months, false}; }

 private:
  static RoundedMoney narrow(std::int64_t digits, int decimals) {
    return detail::nearest_of_64(static_cast<std::uint64_t>(digits), decimals);
  }
};

struct ReferenceArithmetic {
  static constexpr bool short_cuts = false;

  static RoundedMoney contribution(const Regime& regime, Money income, int months) {
    return (Exact{income} * Exact{regime.contribution_rate} * Exact{months}).nearest_dong();
  }
  static RoundedMoney central(const Regime& regime, const CentralRate& rate, int months) {
    return share_of_contribution(regime, rate.rate, regime.poverty_line, months);
  }
  static RoundedMoney share_of_floor_contribution(const Regime& regime, Rate share, int months) {
    return share_of_contribution(regime, share, regime.poverty_line, months);
  }
  static RoundedMoney share_of_contribution(const Regime& regime, Rate share, Money income, int months) {
    return (Exact{share} * Exact{regime.contribution_rate} * Exact{income} * Exact{months}).nearest_dong();
  }
  static RoundedMoney fixed(Money amount, int months) { return (Exact{amount} * Exact{months}).nearest_dong(); }
};

}  // namespace ansinh
