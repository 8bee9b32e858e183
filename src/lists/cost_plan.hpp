// The months of a projection, cut where the law or the year changes.
#pragma once

#include <cstddef>
#include <vector>

#include "ansinh/columns.hpp"
#include "ansinh/cost.hpp"

namespace ansinh {

namespace lists {

// Months of one year on whose first days the same law holds.
struct CostSegment {
  Month first, last;
  Day day;                // the first day, which stands for all of them
  std::size_t year = 0;   // counted from the first of the projection
  bool same_law = false;  // as in the segment before: only the year is another
  bool bounded = false;   // the day has a floor and a ceiling
  Money floor, highest;   // the least and the highest payable income
  int support_cap = 0;    // months in a lifetime; no book has more than a request can count
  // Some programme of the day is not told by the amounts of columns: its money is not of a budget, or it has an own
  // limit of months. Who receives local money is then asked for its layers.
  bool ask_for_layers = false;
};

// How many payments of a term of n months, the first in `begin`, fall into the segment.
[[nodiscard]] inline int payments_in(const CostSegment& segment, Month begin, int n) {
  if (segment.last < begin) return 0;
  const int before = segment.first > begin ? segment.first - begin : 0;  // months from the beginning on
  return (segment.last - begin) / n - (before + n - 1) / n + 1;
}

// On how many payments in a row, from so many supported months on, the same answer falls. `supported`: in the first of
// them; at least 1 payment and at most `left`.
[[nodiscard]] inline int same_payments(int months_supported, int supported, int n, int support_cap, int left) {
  if (supported == 0) return left;
  if (months_supported + n > support_cap) return 1;
  const int full = (support_cap - n - months_supported) / supported + 1;
  return full < left ? full : left;
}

[[nodiscard]] std::vector<CostSegment> segments_of(const LawBook& book, Month from, Month to);

}  // namespace lists

struct Cost::Plan {
  Rules rules;
  ColumnRules columns;
  CostOptions options;
  std::vector<lists::CostSegment> segments;
  std::vector<Month> begins;  // of the population; of those who join in each year
  std::size_t years = 0;
};

}  // namespace ansinh
