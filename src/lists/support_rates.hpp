// The rates of support that the form shows, worked out from the book: which group the State's rate stands for, and
// which rate of the floor contribution a local top-up is.
#pragma once

#include <optional>
#include <string_view>

#include "ansinh/assess.hpp"
#include "ansinh/d05.hpp"

namespace ansinh::lists {

// The group by whose rate the State supports on a day, and the rate; 0 where the law of the day gives nothing.
struct StateRate {
  SupportGroup group = SupportGroup::other;
  Rate rate;
};
[[nodiscard]] StateRate state_rate(const LawBook& book, GroupSet held, Day paid_on);

// What the form's rate says about the participant: the names of the groups as a cell writes them, empty for everyone
// else. Nothing where the law of the day has no such rate. Before the State's support began the first rates there were
// are meant.
[[nodiscard]] std::optional<std::string_view> groups_of_rate(const LawBook& book, Rate rate, Day paid_on);

// rate x rural poverty line x contribution rate x months, rounded once: how the form turns a rate into an amount.
// Nothing where the book lacks a value that day.
[[nodiscard]] std::optional<Money> share_of_floor(const LawBook& book, Rate rate, Day paid_on, int months);

// The local rate that column 9 should show: the shares of the floor contribution that the layers of this answer give,
// added up. Nothing where some layer gives something else (a fixed sum, a share of the own contribution).
[[nodiscard]] std::optional<Rate> local_rate(const LawBook& book, const Request& request, const Assessment& answer);

// In percent, as the form shows it: "40", "12.5".
[[nodiscard]] std::string percent(Rate rate);
// "40", "40%", "12,5", "12.5%".
[[nodiscard]] std::optional<Rate> rate_of_percent(std::string_view text);

}  // namespace ansinh::lists
