// Random requests of the built-in law, and random books: rates, lines and programmes that no law has, chosen so that
// amounts fall off the grid, onto exact ties and over the contribution.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "assess/proof.hpp"
#include "assess/random_law.hpp"

namespace {

using namespace ansinh;

void expect_agreement(const Rules& rules, const reference::Law& law, const Request& q) {
  const auto result = proof::agrees(rules, law, q);
  if (!result) RC_FAIL(std::string(result.message()));
}

RC_GTEST_PROP(Random, RequestsOfTheBuiltInLaw, ()) {
  const int requests = proof::full_sweep() ? 20'000 : 100;
  for (int i = 0; i < requests; ++i) {
    expect_agreement(built_in_rules(), proof::built_in_law(), random_law::request(proof::built_in_law()));
  }
}

void try_a_book() {
  const proof::Twin twin = random_law::book();
  const Rules rules{twin.book};
  for (int i = 0; i < 200; ++i) expect_agreement(rules, twin.law, random_law::request(twin.law));
}

RC_GTEST_PROP(Random, BooksThatNoLawHas, ()) {
  const int books = proof::full_sweep() ? 100 : 1;
  for (int i = 0; i < books; ++i) try_a_book();
}

// More income never lowers the contribution, and never moves the central support unless a cut does.
RC_GTEST_PROP(Random, MonotoneInIncome, ()) {
  const int pairs = proof::full_sweep() ? 20'000 : 100;
  for (int i = 0; i < pairs; ++i) {
    const Request lower = random_law::request(proof::built_in_law());
    Request higher = lower;
    const std::int64_t more = *rc::gen::inRange<std::int64_t>(0, 400);
    higher.income += Money{random_law::chance(2) ? more * 50'000 : more};
    const auto a = assess(built_in_rules(), lower);
    const auto b = assess(built_in_rules(), higher);
    if (!a.ok() || !b.ok()) continue;
    RC_ASSERT(b->contribution >= a->contribution);
    if (a->flags.has(Flag::support_cut) || b->flags.has(Flag::support_cut)) continue;
    RC_ASSERT(a->central_support == b->central_support);
    RC_ASSERT(a->supported_months == b->supported_months);
    RC_ASSERT(b->participant_share >= a->participant_share);
  }
}

}  // namespace
