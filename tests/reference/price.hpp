// The account of one payment behind its answer: what each part is per month, and for which months.
#pragma once

#include <optional>
#include <vector>

#include "reference/long_terms.hpp"
#include "reference/reference.hpp"

namespace reference {

// What one part of a payment gives: per_month x the sum of the weights of its months, rounded once.
struct Part {
  Number per_month = 0;
  Months months;
  std::int64_t after_cut = 0;
  bool counts_as_central = false;  // a local rule whose months are those of the central support
};

struct Priced {
  // A refusal, and then nothing else is meaningful, or the answer.
  Outcome outcome;
  Months all;
  // The month with number 1; none where the law names no months (missing months).
  std::optional<ansinh::Month> first;
  Months supportable;
  Number own_per_month = 0;  // rate x income
  Weights own = Weights::nominal();
  Weights support = Weights::nominal();
  Part central;
  std::vector<Part> layers;  // as outcome.layers
};

Priced price(const Law& law, const ansinh::Request& request);

}  // namespace reference
