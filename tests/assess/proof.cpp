#include "assess/proof.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace proof {

using ansinh::Assessment;
using ansinh::Fault;
using ansinh::Result;
using reference::describe;

namespace {

// Said at the end of a program, so that a sweep says how much it compared.
long compared = 0;
class Compared : public testing::Environment {
  void TearDown() override {
    if (compared > 0) std::printf("%ld requests compared with the reference\n", compared);
  }
};
[[maybe_unused]] const testing::Environment* const compared_at_the_end =
    testing::AddGlobalTestEnvironment(std::make_unique<Compared>().release());

}  // namespace

bool full_sweep() {
  const char* size = std::getenv("ANSINH_SWEEP");
  return size != nullptr && std::string_view{size} == "full";
}

Twin::Twin() : book{ansinh::LawBook::built_in()}, law{built_in_law()} {}

void Twin::add_layer(const std::string& layer) {
  auto next = book.with_layer(layer);
  ASSERT_TRUE(next.ok());
  book = *next;
  law.layers.push_back(layer);
}

const reference::Law& built_in_law() {
  static const reference::Law law = reference::Law::from_files();
  return law;
}

bool same_fault(const Fault& a, const Fault& b) {
  return a.code == b.code && a.field == b.field && a.hint == b.hint && a.parameter == b.parameter &&
         a.given == b.given && a.limit == b.limit && a.other_limit == b.other_limit && a.has_day == b.has_day &&
         (!a.has_day || a.day == b.day) && a.rule == b.rule && a.value == b.value;
}

bool same_result(const Result<Assessment>& a, const Result<Assessment>& b) {
  if (a.ok() != b.ok()) return false;
  return a.ok() ? *a == *b : same_fault(a.fault(), b.fault());
}

testing::AssertionResult agrees(const ansinh::Rules& rules, const reference::Law& law, const ansinh::Request& request) {
  ++compared;
  const reference::Outcome expected = reference::assess(law, request);
  const auto fast = ansinh::assess(rules, request);
  const reference::Outcome given = reference::outcome_of(rules.book(), fast);
  const auto fails = [&](const char* what) {
    return testing::AssertionFailure() << what << "\n  request:   " << describe(request)
                                       << "\n  reference: " << describe(expected)
                                       << "\n  assess:    " << describe(given);
  };
  if (!same(expected, given)) return fails("assess differs from the reference");
  if (fast.ok()) {
    const Assessment& a = *fast;
    for (const ansinh::Money part : {a.central_support, a.local_top_up, a.other_support, a.participant_share}) {
      if (part < ansinh::Money{0}) return fails("a part is negative");
    }
    if (a.central_support + a.local_top_up + a.other_support + a.participant_share != a.contribution) {
      return fails("the parts do not add up");
    }
    ansinh::Money layers;
    for (const ansinh::LayerAmount& layer : a.layers()) layers += layer.amount;
    if (layers != a.local_top_up) return fails("the layers do not add up");
  }
  if (!same_result(fast, ansinh::assess_exact(rules, request))) return fails("assess_exact differs");
  if (!same_result(fast, ansinh::explain(rules, request).outcome)) return fails("explain differs");
  static ansinh::Workspace workspace;
  if (!same_result(fast, ansinh::assess(rules, request, workspace))) return fails("a workspace changes the answer");
  ansinh::Answer answer;
  if (!ansinh::assess(rules, {&request, 1}, {&answer, 1}) || answer.status != fast.code() ||
      !(answer.assessment == (fast.ok() ? *fast : Assessment{}))) {
    return fails("the batch differs");
  }
  return testing::AssertionSuccess();
}

}  // namespace proof
