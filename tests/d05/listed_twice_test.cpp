// A participant listed twice for one month is found, also when the first was blocks ago; memory has its bound.
#include <gtest/gtest.h>

#include "ansinh/d05.hpp"

namespace ansinh {
namespace {

using Place = ListedTwice::Place;

TEST(ListedTwice, SameParticipantAndMonth) {
  ListedTwice twice;
  EXPECT_EQ(twice.add(7, Month{2026, 11}, {1, 7}), std::nullopt);
  EXPECT_EQ(twice.add(7, Month{2026, 12}, {2, 8}), std::nullopt);
  EXPECT_EQ(twice.add(8, Month{2026, 11}, {3, 9}), std::nullopt);
  EXPECT_EQ(twice.add(7, Month{2026, 11}, {4, 10}), (Place{1, 7}));
  EXPECT_EQ(twice.add(7, Month{2026, 11}, {5, 11}), (Place{1, 7}));
  EXPECT_EQ(twice.stopped_at(), std::nullopt);
}

TEST(ListedTwice, WithoutANumberNobodyIsTheSame) {
  ListedTwice twice;
  EXPECT_EQ(twice.add(0, Month{2026, 11}, {1, 1}), std::nullopt);
  EXPECT_EQ(twice.add(0, Month{2026, 11}, {2, 2}), std::nullopt);
}

TEST(ListedTwice, NeighbouringKeysDoNotMeet) {
  ListedTwice twice;
  const Month last{9999, 12};
  EXPECT_EQ(twice.add(1, last, {1, 1}), std::nullopt);
  EXPECT_EQ(twice.add(2, Month{1, 1}, {2, 2}), std::nullopt);
  EXPECT_EQ(twice.add(1, last, {3, 3}), (Place{1, 1}));
}

TEST(ListedTwice, SaysWhereItStoppedToKeep) {
  ListedTwice twice{2};
  EXPECT_EQ(twice.add(1, Month{2026, 11}, {1, 1}), std::nullopt);
  EXPECT_EQ(twice.add(2, Month{2026, 11}, {2, 2}), std::nullopt);
  EXPECT_EQ(twice.add(3, Month{2026, 11}, {3, 3}), std::nullopt);
  EXPECT_EQ(twice.add(4, Month{2026, 11}, {4, 4}), std::nullopt);
  EXPECT_EQ(twice.stopped_at(), (Place{3, 3}));
  // Those that are kept are still found, the others are not.
  EXPECT_EQ(twice.add(2, Month{2026, 11}, {5, 5}), (Place{2, 2}));
  EXPECT_EQ(twice.add(3, Month{2026, 11}, {6, 6}), std::nullopt);
}

}  // namespace
}  // namespace ansinh
