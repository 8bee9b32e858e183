// Amounts closer to half a dong than any table or chance would bring: constructed from the convergents of a series'
// continued fraction. Both paths agree on each. And exact ties, which only the exact path decides.
#include <gtest/gtest.h>

#include <vector>

#include "ansinh/assess.hpp"
#include "core/exact.hpp"
#include "core/series_bounds.hpp"
#include "plain_sums.hpp"

namespace {

using namespace ansinh;
using plain_sums::Fraction;
using plain_sums::Integer;

// Numbers q below `most` for which q x value / 10^decimals is closest to an odd half: the denominators of the
// convergents p / q of 2 x value / 10^decimals whose p is odd.
std::vector<Integer> near_ties(const Fraction& value, int decimals, const Integer& most) {
  Integer a = 2 * value.numerator;
  Integer b = value.denominator;
  for (int i = 0; i < decimals; ++i) b *= 10;
  Integer p_before = 1, p = a / b, q_before = 0, q = 1;
  std::vector<Integer> found;
  for (Integer rest = a % b; rest != 0; rest = a % b) {
    a = b;
    b = rest;
    const Integer whole = a / b;
    Integer p_next = whole * p + p_before;
    Integer q_next = whole * q + q_before;
    p_before = p;
    p = p_next;
    q_before = q;
    q = q_next;
    if (q > most) break;
    if (p % 2 != 0) found.push_back(q);
  }
  return found;
}

// How far q x value / 10^decimals lies from the nearest half, as a power of ten: 10^-n at most.
int closeness(const Integer& q, const Fraction& value, int decimals) {
  Integer denominator = value.denominator * 2;
  for (int i = 0; i < decimals; ++i) denominator *= 10;
  const Integer twice = 4 * q * value.numerator;  // 2 x amount, over `denominator`
  Integer distance = twice % (2 * denominator) - denominator;
  if (distance < 0) distance = -distance;
  int n = 0;
  for (distance *= 10; distance != 0 && distance < 2 * denominator && n < 40; distance *= 10) ++n;
  return distance == 0 ? 40 : n;
}

TEST(NearTies, BothPathsAgree) {
  int within[41] = {};
  long tried = 0;
  for (const Rate r : plain_sums::returns()) {
    if (r.is_zero()) continue;
    for (int n = 1; n <= 120; ++n) {
      for (const ReturnSeries& series : {ReturnSeries::compounded(r, 1, n), ReturnSeries::discounted(r, 0, n)}) {
        const Fraction value = plain_sums::value(series);
        const SeriesBounds bounds = series_bounds(series);
        for (const Integer& q : near_ties(value, 2, Integer{1} << 55)) {
          const auto digits = q.convert_to<std::uint64_t>();
          const plain_sums::Rounded expected = plain_sums::nearest(q, 2, value);
          if (expected.dong > Integer{Money::limit}) continue;
          const RoundedMoney exact = exact_nearest_dong(static_cast<Int128>(digits), 2, series);
          ASSERT_EQ(Integer{exact.dong.dong()}, expected.dong);
          ASSERT_EQ(exact.tie, expected.tie);
          if (const auto dong = certain_nearest_dong(digits, 2, bounds)) {
            ASSERT_EQ(*dong, exact.dong) << r.text() << ", " << n << ", " << digits;
            ASSERT_FALSE(expected.tie);
          }
          ++within[closeness(q, value, 2)];
          ++tried;
        }
      }
    }
  }
  EXPECT_GT(tried, 10'000);
  // Down to 1e-9 ... 1e-13 of half a dong and beyond.
  for (int n = 9; n <= 13; ++n) EXPECT_GT(within[n], 100) << "1e-" << n;
}

// Incomes of the law whose contribution comes closest to half a dong, through the door.
TEST(NearTies, IncomesOfTheLaw) {
  int answered = 0;
  Workspace workspace;
  for (const Rate r : plain_sums::returns()) {
    if (r.is_zero()) continue;
    for (const char* term : {"VS2", "VS3", "VS4", "VS5", "TH1", "TH13", "TH37", "TH60"}) {
      Request q;
      q.paid_on = Day{2026, 8, 1};
      q.term = *Term::from_text(term);
      q.fund_return_rate = r;
      const bool ahead = q.term.kind() == Term::Kind::years_ahead;
      Fraction value = plain_sums::value(ahead ? ReturnSeries::discounted(r, 0, q.term.covered_months())
                                               : ReturnSeries::compounded(r, 1, q.term.n()));
      value.numerator *= 22;
      for (const Integer& income : near_ties(value, 2, 50'000'000)) {
        // An odd multiple of a near tie is one too.
        for (Integer at = income; at <= 50'000'000; at *= 3) {
          q.income = Money{at.convert_to<std::int64_t>()};
          const auto fast = assess(built_in_rules(), q, workspace);
          if (!fast.ok()) continue;
          ASSERT_EQ(*fast, *assess_exact(built_in_rules(), q)) << term << ' ' << r.text() << ' ' << at;
          ++answered;
        }
      }
    }
  }
  EXPECT_GT(answered, 200);
}

// 22 % of 1.05 x an odd multiple of 500 is an odd half; at r = 0 so is 22 % of an odd multiple of 25.
TEST(ExactTies, AreDecidedByTheExactPathOnly) {
  const struct {
    const char* r;
    std::int64_t income;
  } ties[] = {{"0.05", 1'500'500}, {"0.05", 2'501'500}, {"0", 1'500'025}, {"0", 1'999'975}};
  for (const auto& tie : ties) {
    const Rate r = *Rate::from_text(tie.r);
    const ReturnSeries series = ReturnSeries::compounded(r, 1, 1);
    EXPECT_FALSE(certain_nearest_dong(static_cast<std::uint64_t>(22 * tie.income), 2, series_bounds(series)));
    EXPECT_TRUE(exact_nearest_dong(22 * tie.income, 2, series).tie);
    Request q;
    q.income = Money{tie.income};
    q.paid_on = Day{2026, 8, 1};
    q.term = *Term::missing_months(1);
    q.fund_return_rate = r;
    q.months_supported = 120;
    Workspace workspace;
    const auto answer = assess(built_in_rules(), q, workspace);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(workspace.exact_amounts(), 1U);
    EXPECT_TRUE(answer->flags.has(Flag::unsettled));
    EXPECT_EQ(*answer, *assess_exact(built_in_rules(), q));
    q.income += Money{1};
    ASSERT_TRUE(assess(built_in_rules(), q, workspace).ok());
    EXPECT_EQ(workspace.exact_amounts(), 1U) << "next to a tie the bounds decide";
  }
}

}  // namespace
