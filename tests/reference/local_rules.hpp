// What the rules of one layer of local programmes give a payment.
#pragma once

#include <vector>

#include "ansinh/law.hpp"
#include "reference/long_terms.hpp"

namespace reference {

// What a rule needs to know of the payment.
struct Facts {
  Number rate;
  Number line;
  Number income;
  Months all;
  Months central;  // those that rules counting "as the central support" give for
  Weights weights = Weights::nominal();
  int local_months_used = 0;
};

// The rule that gives the most; of equal ones that of the programme with the later first day, then the smaller id.
struct Best {
  std::int64_t amount = 0;  // before the cut
  bool tie = false;
  const ansinh::Programme* programme = nullptr;  // null where no rule holds
  const ansinh::Rule* rule = nullptr;
  Number per_month = 0;
  Months months;
};

Best best_of(const std::vector<const ansinh::Programme*>& programmes, ansinh::GroupSet groups, const Facts& facts);

// An answer may rest on it without being called unsettled.
bool is_settled(const ansinh::Programme& programme);

}  // namespace reference
