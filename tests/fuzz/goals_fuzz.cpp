// The file of goals: any bytes. What is read is in order and in range, and says the same when it is written and read
// again; what a goal takes lies within its own interval. The first byte chooses the participants.
#include <ansinh/goals.hpp>
#include <string>
#include <variant>
#include <vector>

#include "require.hpp"

namespace {

using ansinh::Goal;
using ansinh::GoalFault;
using ansinh::PublishedRate;

std::string written(const std::vector<Goal>& goals) {
  std::string text = "rate;workforce;year\r\n";
  for (const Goal& goal : goals) {
    // As a share with all its decimals, however it was printed.
    std::string digits = std::to_string(goal.rate.digits());
    const auto decimals = static_cast<std::size_t>(goal.rate.decimals());
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, ',');
    text += digits + ';' + std::to_string(goal.workforce) + ';' + std::to_string(goal.year) + "\r\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const fuzz::Requirements require{data, size};
  const std::uint64_t participants = data[0] * std::uint64_t{1009};
  const auto read = ansinh::read_goals(fuzz::text_of(data + 1, size - 1));
  if (const auto* fault = std::get_if<GoalFault>(&read)) {
    require(!ansinh::name(fault->kind).empty(), "a fault has a name");
    return 0;
  }
  const auto& goals = std::get<std::vector<Goal>>(read);
  require(!goals.empty(), "a file without goals is a fault");
  int year = 0;
  for (const Goal& goal : goals) {
    require(goal.year > year && goal.year >= 2008 && goal.year <= 2030, "years ascend within the law");
    year = goal.year;
    require(goal.workforce >= 1 && goal.workforce <= ansinh::max_workforce, "a workforce is in range");
    require(PublishedRate::from_text(goal.rate.percent() + "%").has_value(), "a printed rate can be read");
    const auto growth = ansinh::growth(participants, goal.workforce, goal.rate);
    require(growth.participants.least <= growth.participants.nearest &&
                growth.participants.nearest <= growth.participants.most,
            "the nearest lies between the ends");
    require(growth.participants.most <= goal.workforce, "nobody takes part twice");
    require(
        growth.added == (growth.participants.nearest > participants ? growth.participants.nearest - participants : 0),
        "what is added is what is lacking");
    if (growth.added_by_rates) {
      require(growth.added_by_rates->least <= growth.added_by_rates->nearest &&
                  growth.added_by_rates->nearest <= growth.added_by_rates->most,
              "the nearest lies between the ends, by the rates alone too");
    }
  }
  const auto again = ansinh::read_goals(written(goals));
  const auto* same = std::get_if<std::vector<Goal>>(&again);
  require(same != nullptr && same->size() == goals.size(), "what was read can be written and read again");
  for (std::size_t i = 0; i < goals.size(); ++i) {
    require((*same)[i].year == goals[i].year && (*same)[i].workforce == goals[i].workforce &&
                (*same)[i].rate == goals[i].rate,
            "and says the same");
  }
  const auto fault = ansinh::check_goals(goals, 2027, 2030, participants);
  require(fault.has_value() || goals.front().year >= 2027, "a year outside the projection is found");
  return 0;
}
