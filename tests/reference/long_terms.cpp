#include "reference/long_terms.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace reference {
namespace {

Number sum_of_powers(const Number& r, int first, int last) {
  Number sum = 0;
  Number of_month = power(r, first);
  for (int i = first; i <= last; ++i) {
    sum += of_month;
    of_month *= 1 + r;
  }
  return sum;
}

// The sums of one r at a time are kept: tests price many incomes at the same r.
const Number& kept_sum_of_powers(const Number& r, int first, int last) {
  thread_local Number kept_r = -1;
  thread_local std::map<std::pair<int, int>, Number> kept;
  if (kept_r != r) {
    kept.clear();
    kept_r = r;
  }
  const auto [at, is_new] = kept.try_emplace({first, last});
  if (is_new) at->second = sum_of_powers(r, first, last);
  return at->second;
}

}  // namespace

Months common(Months a, Months b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

Number power(const Number& r, int i) {
  const Number one_month = 1 + r;
  Number value = 1;
  for (int done = 0; done < i; ++done) value *= one_month;
  for (int done = 0; done > i; --done) value /= one_month;
  return value;
}

Number Weights::of(int month) const { return power(r_, falling_ ? base_ - month : base_); }

Number Weights::sum(Months months) const {
  if (months.count() == 0) return 0;
  if (!falling_) return power(r_, base_) * months.count();
  return kept_sum_of_powers(r_, base_ - months.last, base_ - months.first);
}

}  // namespace reference
