// A batch gives each row the answer that the row has alone, whatever its neighbours, its place and the cuts.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "assess/mixed_rows.hpp"
#include "assess/proof.hpp"

namespace {

using namespace ansinh;

bool same(const Answer& a, const Answer& b) { return a.status == b.status && a.assessment == b.assessment; }

std::vector<Answer> answers_of(std::span<const Request> requests) {
  std::vector<Answer> answers(requests.size());
  EXPECT_TRUE(assess(built_in_rules(), requests, answers));
  return answers;
}

TEST(Batch, EqualsTheScalarCall) {
  const std::vector<Request> rows = proof::mixed_rows(20'000, 1);
  const std::vector<Answer> answers = answers_of(rows);
  int refused = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto alone = assess(built_in_rules(), rows[i]);
    ASSERT_EQ(answers[i].status, alone.code());
    ASSERT_TRUE(answers[i].assessment == (alone.ok() ? *alone : Assessment{})) << reference::describe(rows[i]);
    if (!alone.ok()) ++refused;
  }
  EXPECT_GT(refused, 100);
  EXPECT_LT(refused, 10'000);
}

TEST(Batch, DoesNotDependOnTheOrder) {
  const std::vector<Request> rows = proof::mixed_rows(5'000, 2);
  const std::vector<Answer> answers = answers_of(rows);
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random{3};
  std::shuffle(order.begin(), order.end(), random);
  std::vector<Request> shuffled;
  for (const std::size_t i : order) shuffled.push_back(rows[i]);
  const std::vector<Answer> of_shuffled = answers_of(shuffled);
  for (std::size_t i = 0; i < order.size(); ++i) ASSERT_TRUE(same(of_shuffled[i], answers[order[i]]));
}

TEST(Batch, DoesNotDependOnTheSplit) {
  const std::vector<Request> rows = proof::mixed_rows(1'000, 4);
  const std::vector<Answer> answers = answers_of(rows);
  for (const std::size_t size : {1U, 2U, 3U, 7U, 63U, 64U, 65U, 999U}) {
    std::vector<Answer> of_parts(rows.size());
    for (std::size_t at = 0; at < rows.size(); at += size) {
      const std::size_t n = std::min(size, rows.size() - at);
      ASSERT_TRUE(assess(built_in_rules(), std::span{rows}.subspan(at, n), std::span{of_parts}.subspan(at, n)));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_TRUE(same(of_parts[i], answers[i])) << size;
  }
}

// Nothing of an earlier use of the buffer shines through.
TEST(Batch, OverwritesTheWholeAnswer) {
  const std::vector<Request> rows = proof::mixed_rows(1'000, 5);
  const std::vector<Answer> answers = answers_of(rows);
  std::vector<Request> reversed(rows.rbegin(), rows.rend());
  std::vector<Answer> used = answers_of(reversed);
  ASSERT_TRUE(assess(built_in_rules(), rows, used));
  for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_TRUE(same(used[i], answers[i]));
}

TEST(Batch, RefusesSpansOfDifferentLengthAndWritesNothing) {
  const std::vector<Request> rows = proof::mixed_rows(3, 6);
  std::vector<Answer> answers(2);
  for (Answer& a : answers) a.assessment.months = 99;
  EXPECT_FALSE(assess(built_in_rules(), rows, answers));
  for (const Answer& a : answers) EXPECT_EQ(a.assessment.months, 99);
  EXPECT_TRUE(assess(built_in_rules(), std::span<const Request>{}, std::span<Answer>{}));
}

}  // namespace
