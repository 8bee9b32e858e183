// A workspace changes how long an answer takes, never the answer.
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "ansinh/assess.hpp"

namespace {

using namespace ansinh;

std::vector<Request> many_returns() {
  std::vector<Request> rows;
  for (int i = 0; i < 20'000; ++i) {
    Request q;
    q.paid_on = i % 2 == 0 ? Day{2026, 8, 1} : Day{2025, 6, 1};
    q.income = Money{1'500'000 + 50'000 * (i % 900)};
    q.fund_return_rate = Rate::from_decimal(1'000'000 + 7'919 * (i % 4'001), 9);
    q.term = i % 3 == 0 ? *Term::years_ahead(2 + i % 4) : *Term::missing_months(1 + i % 60);
    q.months_supported = i % 121;
    rows.push_back(q);
  }
  return rows;
}

// More series than the cache has places for: they push each other out, and every answer stays.
TEST(Workspace, NeverChangesAnAnswer) {
  const std::vector<Request> rows = many_returns();
  std::vector<Answer> with(rows.size());
  std::vector<Answer> without(rows.size());
  Workspace workspace;
  ASSERT_TRUE(assess(built_in_rules(), rows, with, workspace));
  ASSERT_TRUE(assess(built_in_rules(), rows, without));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(with[i].status, Errc::ok);
    ASSERT_EQ(with[i].assessment, without[i].assessment) << i;
  }
  // Once more, with whatever the cache now holds, and backwards.
  for (std::size_t i = rows.size(); i-- > 0;) {
    ASSERT_EQ(*assess(built_in_rules(), rows[i], workspace), without[i].assessment) << i;
  }
}

TEST(Workspace, AfterAMoveIsEmptyAndServes) {
  Workspace first;
  Workspace second = std::move(first);
  Request q = many_returns().front();
  EXPECT_EQ(*assess(built_in_rules(), q, second), *assess(built_in_rules(), q));
  EXPECT_EQ(*assess(built_in_rules(), q, first), *assess(built_in_rules(), q));
  EXPECT_EQ(first.exact_amounts(), 0U);
}

}  // namespace
