// Columns of books that no law has: rates and sums that are fractions of a dong, rules of every kind, further layers.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "assess/random_law.hpp"
#include "columns/columns_of.hpp"

namespace {

using namespace ansinh;

void try_requests(const Rules& rules, const reference::Law& law, int count) {
  const ColumnRules compiled{rules};
  std::vector<Request> requests;
  while (requests.size() < static_cast<std::size_t>(count)) {
    Request request = random_law::request(law);
    if (random_law::chance(2)) request.first_month.reset();
    if (random_law::chance(2)) request.local_months_used.reset();
    if (columns::can_say(compiled, request)) requests.push_back(request);
  }
  const auto result = columns::agree(compiled, requests);
  if (!result) RC_FAIL(std::string(result.message()));
}

RC_GTEST_PROP(Columns, RequestsOfTheBuiltInLaw, ()) {
  try_requests(built_in_rules(), proof::built_in_law(), proof::full_sweep() ? 20'000 : 300);
}

RC_GTEST_PROP(Columns, BooksThatNoLawHas, ()) {
  const int books = proof::full_sweep() ? 100 : 1;
  for (int i = 0; i < books; ++i) {
    const proof::Twin twin = random_law::book();
    try_requests(Rules{twin.book}, twin.law, 200);
  }
}

}  // namespace
