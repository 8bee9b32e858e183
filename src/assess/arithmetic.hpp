// The two arithmetics that the kernel can be run with. Each knows the formulas, which have one shape,
//   share x contribution rate x income x weight, or contribution rate x income x weight, or sum x weight,
// where the weight is a number of months or a return series, and rounds once at the end (rounding.hpp).
// ReferenceArithmetic evaluates them as they stand, on unbounded fractions. FastArithmetic starts from products that
// were worked out when the law was resolved, holds a series between bounds, and takes the exact path only where these
// do not agree on one dong; tests prove it equal.
#pragma once

#include "ansinh/rounding.hpp"
#include "assess/rules_data.hpp"
#include "assess/series_cache.hpp"
#include "assess/weights.hpp"
#include "core/exact.hpp"

namespace ansinh {

class FastArithmetic {
 public:
  // Without a cache every series is worked out anew.
  explicit FastArithmetic(SeriesCache* cache) : cache_{cache} {}

  // What a series lies between.
  [[nodiscard]] SeriesBounds bounds(const ReturnSeries& series) const {
    return cache_ != nullptr ? cache_->bounds(series) : series_bounds(series);
  }

  [[nodiscard]] RoundedMoney contribution(const Regime& regime, Money income, const Weight& weight) const {
    if (!weight.plain) return weighed(income * regime.contribution_rate, weight.series);
    if (regime.narrow_contribution) [[likely]] {
      const Rate rate = regime.contribution_rate;
      return narrow(income.dong() * rate.digits() * weight.months, rate.decimals());
    }
    return nearest_dong(income * regime.contribution_rate * weight.months);
  }
  [[nodiscard]] RoundedMoney central(const Regime& regime, const CentralRate& rate, const Weight& weight) const {
    if (!weight.plain) return weighed(rate.per_month, weight.series);
    if (regime.narrow_floor) [[likely]] {
      return narrow(static_cast<std::int64_t>(rate.per_month.digits()) * weight.months, rate.per_month.decimals());
    }
    return nearest_dong(rate.per_month * weight.months);
  }
  [[nodiscard]] RoundedMoney share_of_floor_contribution(const Regime& regime, Rate share, const Weight& weight) const {
    if (!weight.plain) return weighed(regime.floor_contribution * share, weight.series);
    if (regime.narrow_floor) [[likely]] {
      const Unrounded<1>& floor = regime.floor_contribution;
      return narrow(static_cast<std::int64_t>(floor.digits()) * share.digits() * weight.months,
                    floor.decimals() + share.decimals());
    }
    return nearest_dong(regime.floor_contribution * share * weight.months);
  }
  [[nodiscard]] RoundedMoney share_of_contribution(const Regime& regime, Rate share, Money income,
                                                   const Weight& weight) const {
    const Unrounded<2> per_month = income * regime.contribution_rate * share;
    return weight.plain ? nearest_dong(per_month * weight.months) : weighed(per_month, weight.series);
  }
  [[nodiscard]] RoundedMoney fixed(Money amount, const Weight& weight) const {
    if (weight.plain) return {amount * weight.months, false};
    return weighed(Unrounded<1>{amount.dong(), 0}, weight.series);
  }

 private:
  static RoundedMoney narrow(std::int64_t digits, int decimals) {
    return detail::nearest_of_64(static_cast<std::uint64_t>(digits), decimals);
  }

  template <int Rates>
  [[nodiscard]] RoundedMoney weighed(const Unrounded<Rates>& per_month, const ReturnSeries& series) const {
    return weighed(per_month.digits(), per_month.decimals(), series);
  }
  [[nodiscard]] RoundedMoney weighed(Int128 digits, int decimals, const ReturnSeries& series) const {
    if ((digits >> 63) == 0) [[likely]] {
      if (const auto dong = certain_nearest_dong(static_cast<std::uint64_t>(digits), decimals, bounds(series)))
          [[likely]] {
        return {*dong, false};
      }
    }
    if (cache_ != nullptr) cache_->took_exact_path();
    return exact_nearest_dong(digits, decimals, series);
  }

  SeriesCache* cache_;
};

class ReferenceArithmetic {
 public:
  [[nodiscard]] static RoundedMoney contribution(const Regime& regime, Money income, const Weight& weight) {
    return (Exact{income} * Exact{regime.contribution_rate} * exact(weight)).nearest_dong();
  }
  [[nodiscard]] static RoundedMoney central(const Regime& regime, const CentralRate& rate, const Weight& weight) {
    return share_of_contribution(regime, rate.rate, regime.poverty_line, weight);
  }
  [[nodiscard]] static RoundedMoney share_of_floor_contribution(const Regime& regime, Rate share,
                                                                const Weight& weight) {
    return share_of_contribution(regime, share, regime.poverty_line, weight);
  }
  [[nodiscard]] static RoundedMoney share_of_contribution(const Regime& regime, Rate share, Money income,
                                                          const Weight& weight) {
    return (Exact{share} * Exact{regime.contribution_rate} * Exact{income} * exact(weight)).nearest_dong();
  }
  [[nodiscard]] static RoundedMoney fixed(Money amount, const Weight& weight) {
    return (Exact{amount} * exact(weight)).nearest_dong();
  }

 private:
  static Exact exact(const Weight& weight) { return weight.plain ? Exact{weight.months} : Exact{weight.series}; }
};

}  // namespace ansinh
