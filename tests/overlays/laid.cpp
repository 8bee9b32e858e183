#include "laid.hpp"

#include <gtest/gtest.h>

#include "reference/csv.hpp"
#include "reference/reference.hpp"

namespace overlays {

using namespace ansinh;

Laid laid(std::string_view json) {
  OverlayResult result = read_overlay(json, LawBook::built_in());
  if (!result.ok()) {
    const OverlayFault& fault = result.faults().front();
    ADD_FAILURE() << fault.line << ':' << fault.column << ": " << fault.key << ": " << name(fault.error);
    result = read_overlay("{}", LawBook::built_in());
  }
  reference::Law law = reference::Law::from_files();
  law.known_groups = result->book.known_groups().bits();
  law.layers.assign(result->book.layers().begin(), result->book.layers().end());
  for (const LawRow& row : result->values) law.lay(row);
  for (const Programme& programme : result->programmes) law.lay(programme);
  for (const Record& record : result->records) law.lay(record);
  return {*result, Rules{result->book}, std::move(law)};
}

std::string example(const std::string& name) { return reference::read_file("../examples/overlays/" + name + ".json"); }

Result<Assessment> priced(const Laid& law, const Request& request) {
  const auto answer = assess(law.rules, request);
  const auto ours = reference::outcome_of(law.rules.book(), answer);
  const auto slow = reference::assess(law.law, request);
  EXPECT_TRUE(reference::same(ours, slow)) << reference::describe(request) << "\nlibrary   "
                                           << reference::describe(ours) << "\nreference " << reference::describe(slow);
  return answer;
}

}  // namespace overlays
