// Contribution records: any bytes. What is read is priced without an abort, whatever it holds; parts of a payment add
// up. The first byte chooses the event.
#include <ansinh/benefit.hpp>
#include <ansinh/benefit_list.hpp>
#include <ansinh/benefit_report.hpp>
#include <string_view>
#include <vector>

#include "require.hpp"

namespace {

using namespace ansinh;

void price(const fuzz::Requirements& require, const std::vector<ContributionSpan>& record, unsigned choice) {
  const BenefitRules& rules = built_in_benefit_rules();
  const Month on = Month{2025, 7} + static_cast<int>(choice % 17);
  const Person person{choice % 2 == 0 ? Sex::female : Sex::male, Month{1955, 1} + static_cast<int>(choice % 251)};
  if (const auto monthly = pension(rules, {person, on}, record)) {
    require(!monthly->eligible || monthly->sums.months() >= 180, "a pension takes its months");
    require(!benefit_json(rules, {person, on}, record, *monthly, Language::vi).empty(), "an answer has a text");
  }
  const auto why = all_one_time_cases[choice % all_one_time_cases.size()];
  if (const auto once = one_time(rules, {person, on, why}, record)) {
    require(once->net + once->support_deducted == once->gross, "parts of a one-time payment add up");
    require(!(once->net < Money{}), "nothing is owed");
  }
  if (const auto left = death(rules, {on}, record))
    require(!(left->survivor_lump_sum < Money{}), "no negative lump sum");
  (void)maternity(rules, {on}, record);
  (void)bridge(rules, {person, on}, record);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const fuzz::Requirements require{data, size};
  const std::string_view bytes = fuzz::text_of(data + 1, size - 1);
  const auto read = read_record(LawBook::built_in(), bytes);
  if (!read) {
    require(!fault_message(built_in_rules(), read.fault(), Language::vi).empty(), "a refusal has words");
    return 0;
  }
  price(require, *read, data[0]);
  return 0;
}
