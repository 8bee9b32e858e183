// Sums of rows, against sums of 128 bit.
#include "lists/row_sums.hpp"

#include <gtest/gtest.h>

namespace {

using ansinh::Assessment;
using ansinh::Errc;
using ansinh::Int128;
using ansinh::Money;
using ansinh::SourceOfMoney;

// Amounts near the largest there are: ten rows are more than 64 bit hold.
TEST(RowSums, OfTheLargestAmounts) {
  ansinh::lists::RowSums sums;
  ansinh::Tally expected;
  for (int row = 0; row < 1000; ++row) {
    Assessment a;
    a.contribution = Money{Money::limit - row};
    a.central_support = Money{Money::limit / 4};
    a.province_top_up = Money{Money::limit / 8 + row};
    a.locality_top_up = Money{row};
    a.local_top_up = a.province_top_up + a.locality_top_up;
    a.other_support = Money{Money::limit / 16 - row};
    a.participant_share = a.contribution - a.central_support - a.local_top_up - a.other_support;
    a.layer_amounts.add({.amount = a.province_top_up, .layer = 0, .source = SourceOfMoney::budget});
    a.layer_amounts.add({.amount = a.locality_top_up, .layer = 1, .source = SourceOfMoney::fund});
    sums.add(a);
    expected.add(Errc::ok, a);
    if (row % 37 == 0) {
      ASSERT_EQ(sums.tally(), expected) << row;
    }
  }
  EXPECT_EQ(sums.tally(), expected);
  EXPECT_EQ(sums.tally(), expected) << "asking changes nothing";
  EXPECT_EQ(sums.tally().contribution, Int128{Money::limit} * 1000 - 499'500);
}

}  // namespace
