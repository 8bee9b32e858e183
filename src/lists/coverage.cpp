// Coverage: published rates, the workforces they stand for, and what a goal takes.
#include <algorithm>
#include <array>

#include "ansinh/goals.hpp"
#include "ansinh/rounding.hpp"
#include "lists/cell.hpp"
#include "lists/numbers.hpp"

namespace ansinh {
namespace {

Int128 ten_to(int decimals) {
  Int128 one = 1;
  for (int i = 0; i < decimals; ++i) one *= 10;
  return one;
}

// To the nearest whole, halves up; neither is negative and the divisor is not 0.
Int128 nearest(Int128 dividend, Int128 divisor) { return (2 * dividend + divisor) / (2 * divisor); }

Int128 rounded_up(Int128 dividend, Int128 divisor) { return (dividend + divisor - 1) / divisor; }

std::uint64_t persons(Int128 count) { return static_cast<std::uint64_t>(count); }

std::uint64_t more_than(Int128 count, std::uint64_t participants) {
  return count > static_cast<Int128>(participants) ? persons(count - static_cast<Int128>(participants)) : 0;
}

// The shares that round to a rate lie from (2 digits - 1) up to, without it, (2 digits + 1) of 2 x 10^decimals parts.
struct RoundedShare {
  Int128 least, beyond, parts;

  explicit RoundedShare(PublishedRate rate)
      : least{std::max<Int128>(0, 2 * static_cast<Int128>(rate.digits()) - 1)},
        beyond{2 * static_cast<Int128>(rate.digits()) + 1},
        parts{2 * ten_to(rate.decimals())} {}
};

}  // namespace

std::optional<PublishedRate> PublishedRate::from_text(std::string_view text) {
  text = lists::trimmed(text);
  int decimals = 0;
  if (text.ends_with('%')) {
    text.remove_suffix(1);
    text = lists::trimmed(text);
    decimals = 2;
  }
  const auto mark = text.find_first_of(".,");
  const std::string_view whole = text.substr(0, mark);
  const std::string_view fraction = mark == std::string_view::npos ? std::string_view{} : text.substr(mark + 1);
  if (lists::read_digits(whole).form != lists::Number::Form::whole) return std::nullopt;
  if (mark != std::string_view::npos && lists::read_digits(fraction).form == lists::Number::Form::malformed) {
    return std::nullopt;
  }
  if (fraction.size() + static_cast<std::size_t>(decimals) > max_decimals) return std::nullopt;
  decimals += static_cast<int>(fraction.size());
  const std::int64_t whole_part = lists::read_digits(whole).value;
  if (whole_part > 100) return std::nullopt;
  Int128 digits = whole_part;
  for (const char c : fraction) digits = digits * 10 + (c - '0');
  if (digits > ten_to(decimals)) return std::nullopt;
  return PublishedRate{static_cast<std::int64_t>(digits), decimals};
}

PublishedRate PublishedRate::of(std::uint64_t participants, std::uint64_t workforce, int decimals) {
  decimals = std::clamp(decimals, 0, max_decimals);
  if (workforce == 0) return {0, decimals};
  const Int128 among = static_cast<Int128>(std::min(participants, workforce));
  return {static_cast<std::int64_t>(nearest(among * ten_to(decimals), static_cast<Int128>(workforce))), decimals};
}

std::string PublishedRate::percent() const {
  const int shown = std::max(0, decimals_ - 2);
  std::int64_t digits = digits_;
  for (int i = decimals_; i < 2; ++i) digits *= 10;
  std::string text = std::to_string(digits);
  if (shown == 0) return text;
  const auto places = static_cast<std::size_t>(shown);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  text.insert(text.size() - places, 1, '.');
  return text;
}

std::optional<PersonsBetween> workforces_of(std::uint64_t participants, PublishedRate rate) {
  if (rate.digits() == 0 || participants == 0 || participants > max_workforce) return std::nullopt;
  const RoundedShare share{rate};
  const Int128 among = static_cast<Int128>(participants) * share.parts;
  // participants / workforce < beyond / parts, and >= least / parts.
  const Int128 least = std::max<Int128>(among / share.beyond + 1, static_cast<Int128>(participants));
  const Int128 most = among / share.least;
  if (most < least) return std::nullopt;
  const Int128 middle = nearest(static_cast<Int128>(participants) * ten_to(rate.decimals()), rate.digits());
  return PersonsBetween{persons(std::clamp(middle, least, most)), persons(least), persons(most)};
}

Growth growth(std::uint64_t participants, std::uint64_t workforce, PublishedRate goal) {
  Growth growth{.present = PublishedRate::of(participants, workforce, goal.decimals()),
                .goal = goal,
                .participants = {},
                .added = 0,
                .added_by_rates = std::nullopt};
  const RoundedShare share{goal};
  const Int128 force = static_cast<Int128>(workforce);
  const Int128 needed = nearest(force * goal.digits(), ten_to(goal.decimals()));
  // The last share below `beyond` is a whole number of persons below it.
  const Int128 least = std::min(needed, rounded_up(force * share.least, share.parts));
  const Int128 most = std::max(needed, std::min(force, rounded_up(force * share.beyond, share.parts) - 1));
  growth.participants = {persons(needed), persons(least), persons(most)};
  growth.added = more_than(needed, participants);
  if (const auto forces = workforces_of(participants, growth.present)) {
    const Int128 fewest = nearest(static_cast<Int128>(forces->least) * share.least, share.parts);
    const Int128 largest = nearest(static_cast<Int128>(forces->most) * share.beyond, share.parts);
    const Int128 middle = nearest(static_cast<Int128>(forces->nearest) * goal.digits(), ten_to(goal.decimals()));
    growth.added_by_rates = PersonsBetween{more_than(middle, participants), more_than(fewest, participants),
                                           more_than(largest, participants)};
  }
  return growth;
}

}  // namespace ansinh
