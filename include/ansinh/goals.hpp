// goals: coverage, the participants as a share of the workforce, as it was published and as it is aimed at.
//
// Promise: exact. A published rate keeps its decimals, since they say what was rounded: 2.68 % stands for every share
// that rounds to it. Counts of persons that follow from a rate are to the nearest person, halves up (assumed: no text
// says how), and come with the interval that the rounding of the rates allows. Nothing is guessed: a file of goals that
// is not in order is refused with a GoalFault that names line, column, value and limit. Units: persons; shares.
// Source: rates of coverage are goals of programmes, not of the law on contributions; no law states their rounding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ansinh/export.hpp"

namespace ansinh {

// A share from 0 to 1 as it was printed: digits / 10^decimals, trailing zeros kept.
class PublishedRate {
 public:
  static constexpr int max_decimals = 9;

  // "3.41%", "3,41 %", "0.0341". Empty when malformed, above 1 or with more than nine decimals of the share.
  [[nodiscard]] ANSINH_API static std::optional<PublishedRate> from_text(std::string_view text);
  // The rate of so many among so many, rounded to that many decimals of the share, 0 to 9. Of no one: 0.
  [[nodiscard]] ANSINH_API static PublishedRate of(std::uint64_t participants, std::uint64_t workforce, int decimals);

  [[nodiscard]] std::int64_t digits() const { return digits_; }
  [[nodiscard]] int decimals() const { return decimals_; }
  // In percent: "3.41"; of a share with fewer than two decimals "30".
  [[nodiscard]] ANSINH_API std::string percent() const;

  friend bool operator==(const PublishedRate&, const PublishedRate&) = default;

 private:
  PublishedRate(std::int64_t digits, int decimals) : digits_{digits}, decimals_{decimals} {}

  std::int64_t digits_;
  int decimals_;
};

// A count of persons and how far the rounding of what it was computed from lets it go.
struct PersonsBetween {
  std::uint64_t nearest = 0;
  std::uint64_t least = 0;
  std::uint64_t most = 0;

  friend bool operator==(const PersonsBetween&, const PersonsBetween&) = default;
};

inline constexpr std::uint64_t max_workforce = 1'000'000'000'000;  // persons

// The workforces of which so many are that rate: the one nearest to the rate itself, and the whole numbers of which the
// share rounds to it. Empty for a rate of 0 and where no whole number does.
[[nodiscard]] ANSINH_API std::optional<PersonsBetween> workforces_of(std::uint64_t participants, PublishedRate rate);

// What a goal takes.
struct Growth {
  PublishedRate present;  // the participants' rate now, with the goal's decimals
  PublishedRate goal;
  PersonsBetween participants;  // that the goal takes in all; the interval: of shares that round to the goal
  std::uint64_t added = 0;      // more than there are; 0 where the goal is reached
  // What `added` may be where the workforce is known by `present` alone, as where an office publishes only that: the
  // interval of both roundings together. Empty where no workforce can be told from it.
  std::optional<PersonsBetween> added_by_rates;
  [[nodiscard]] bool reached() const { return added == 0; }
};
[[nodiscard]] ANSINH_API Growth growth(std::uint64_t participants, std::uint64_t workforce, PublishedRate goal);

// ---------------------------------------------------------------------------------------------- a file of goals

// The participants at the end of a year as a share of the workforce.
struct Goal {
  int year = 0;
  std::uint64_t workforce = 0;
  PublishedRate rate;
  std::uint64_t line = 0;  // physical line of the file, from 1; 0 where it came from elsewhere

  friend bool operator==(const Goal&, const Goal&) = default;
};

// Why goals cannot be used. Texts are copies, so that a fault outlives the file.
struct GoalFault {
  enum class Kind : std::uint8_t {
    empty,             // no header, or no goal below it
    missing_column,    // of year, workforce, rate
    unknown_column,    // any other
    duplicate_column,  // a name twice
    cell_count,        // another number of cells than the header has
    malformed,         // not as the column is written; also quotes, NUL and what is not UTF-8
    out_of_range,
    unordered,           // a year that does not come after the one before it
    outside_period,      // a year that the projection does not reach
    below_participants,  // a workforce smaller than the participants
  };
  Kind kind = Kind::empty;
  std::uint64_t line = 0;   // physical line, from 1; 0 where there is none
  std::string column;       // year, workforce, rate, or the unknown name; empty where none is at fault
  std::string given;        // as written
  std::string limit;        // the least, or the year before; empty where there is none
  std::string other_limit;  // the most, where there are two
  friend bool operator==(const GoalFault&, const GoalFault&) = default;
};
[[nodiscard]] ANSINH_API std::string_view name(GoalFault::Kind);

// A CSV with the columns year, workforce, rate in any order; separators, quotes and line ends as in a batch. Years
// ascend, each at most once.
[[nodiscard]] ANSINH_API std::variant<std::vector<Goal>, GoalFault> read_goals(std::string_view bytes);

// What is wrong with goals for these years and participants: a year outside, a workforce smaller than the participants.
[[nodiscard]] ANSINH_API std::optional<GoalFault> check_goals(const std::vector<Goal>& goals, int first_year,
                                                              int last_year, std::uint64_t participants);

}  // namespace ansinh
