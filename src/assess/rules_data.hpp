// The law made ready for computing. A LawBook is resolved once into flat tables:
//   regimes   spans of days on which nothing changes, national or local; a table leads from the day to its regime
//   grounds   for each place the spans of days on which nothing changes there, and the cell of what holds then
// Two more tables are short cuts for what nearly every payment is, and are left out where a book would make them large:
// the cell by ground and regime, and the winning rule of a cell by group set. Everything is constant after `resolve`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/rounding.hpp"

namespace ansinh {

// Which share of the floor contribution the State gives to holders of some central groups.
struct CentralRate {
  Rate rate;
  Unrounded<2> per_month{0, 0};  // rate x contribution rate x poverty line, reduced
  const LawRow* row = nullptr;   // null where the law of the day gives nothing
  GroupSet by;                   // the group whose rate it is; empty: everyone's
  bool settled = true;
};

struct Regime {
  Day from;
  std::array<const LawRow*, parameter_count> rows{};  // null where nothing is in force

  Rate contribution_rate;
  Money floor, ceiling, step, poverty_line;
  Unrounded<1> floor_contribution{0, 0};  // contribution rate x poverty line, reduced
  // Whether products stay below 2^63: of the own contribution at any payable income in an ordinary term, and of any
  // share of the floor contribution in any term. True of every law there has been; the wide way is for books of other
  // orders.
  bool narrow_contribution = false;
  bool narrow_floor = false;
  bool contribution_rate_settled = true;
  bool poverty_line_settled = true;
  bool step_required = false;
  bool has_bounds = false;  // every value that the income checks need is in force
  bool has_contribution_rate = false;
  bool has_poverty_line = false;
  bool has_support = false;  // the State's support has begun
  Month support_from;
  Day support_from_day;
  int support_cap = 0;
  // By number of months of an ordinary term, and of the period that a late make-up is for: months of the period within
  // which it may be paid; 0: no such term that day.
  std::array<std::uint8_t, 13> window{};
  std::array<std::uint8_t, 13> late_window{};
  bool years_ahead = false;  // whether the term exists
  int missing_max = 0;       // longest TH, 0: none that day
  bool has_fund_return = false;
  bool fund_return_settled = true;
  Rate fund_return;
  bool has_th_support = false;
  bool th_support_settled = true;
  ThSupport th_support = ThSupport::compounded;
  std::array<CentralRate, 16> central{};  // by the four lowest bits of the group set

  [[nodiscard]] const LawRow* row(Parameter p) const { return rows[static_cast<std::size_t>(p)]; }
};

// What a plain payment (plain_payment.hpp) needs of a regime, in two lines of the cache.
struct PlainRegime {
  // Payable incomes are floor ... floor + span. Where nothing is plain, no amount is one, and there is no room for
  // months.
  std::uint64_t floor = ~std::uint64_t{0};
  std::uint32_t span = 0;
  std::uint32_t step = 1;
  std::uint32_t rate = 0;  // contribution rate, hundredths
  // By months of an ordinary term: how many values the months already supported may have for all of the term to be
  // supported; 0: no such term.
  std::array<std::uint8_t, 13> room{};
  bool step_required = false;
  bool local_unsettled = false;      // whether local support leaves the answer unsettled
  std::array<bool, 16> unsettled{};  // whether the answer is without it, by the four lowest bits of the group set
  std::array<std::uint32_t, 16> central{};  // the State's sum a month, whole dong, by the same
};

// By how much an income of at least the floor lies above a level.
inline std::uint64_t beyond_level(Money income, const Regime& regime) {
  return static_cast<std::uint64_t>((income - regime.floor).dong()) % static_cast<std::uint64_t>(regime.step.dong());
}

// The range of returns in a request, 0 to 0.05.
inline bool within_form(Rate r) {
  constexpr auto most_digits = [] {
    std::array<std::int64_t, Rate::max_decimals + 1> most{};
    std::int64_t digits = 5;
    for (std::size_t i = 2; i < most.size(); ++i, digits *= 10) most[i] = digits;
    return most;
  }();
  return r.digits() <= most_digits[static_cast<std::size_t>(r.decimals())];
}

// The range of amounts in a request.
inline bool within_form(Money amount) {
  constexpr std::uint64_t largest = 1'000'000'000'000'000;
  return static_cast<std::uint64_t>(amount.dong()) <= largest;
}

struct CompiledRule {
  enum class Base : std::uint8_t { floor_contribution, own_contribution, stated_income, fixed_sum };
  GroupSet groups;
  Base base = Base::floor_contribution;
  RuleMonths::Kind months = RuleMonths::Kind::central;
  int limit = 0;
  Rate share;
  Money amount;  // stated income or fixed sum, VND per month
  const Rule* rule = nullptr;

  [[nodiscard]] bool holds_for(GroupSet held) const { return groups.empty() || groups.intersects(held); }
};

// How a programme's territory reaches a participant.
enum class Matched : std::uint8_t { present_province, former_province, locality };

struct Candidate {
  std::uint16_t programme = 0;  // index into LawBook::programmes()
  std::uint8_t layer = 0;
  Matched matched = Matched::present_province;
  Displaces displaces = Displaces::fitting;
  SourceOfMoney source = SourceOfMoney::budget;
  bool settled = true;
  Day from;
  std::uint32_t rules_begin = 0, rules_end = 0;  // into Rules::Data::rules
};

// What a cell's one layer gives to the holders of a group set, per supported month: whole dong, so that nothing is
// rounded however many months there are.
struct Winner {
  static constexpr std::int64_t not_plain = -1;  // a rule of another kind holds
  std::int64_t per_month = 0;
  std::uint16_t programme = 0;  // index into LawBook::programmes()
  std::uint8_t layer = 0;
  SourceOfMoney source = SourceOfMoney::budget;
  bool settled = true;  // the programme
};
// By the bits of the fixed groups; per_month is 0, and the rest means nothing, where no rule holds. The first table is
// that of a cell without a programme.
inline constexpr std::size_t fixed_group_sets = 128;
using Winners = std::array<Winner, fixed_group_sets>;

// What holds on one ground between two changes.
struct Cell {
  static constexpr std::uint32_t no_winners = 0xffff'ffff;
  std::uint32_t begin = 0, end = 0;    // into Rules::Data::candidates, by layer
  std::uint8_t layers = 0;             // bit set of the layers that have a candidate
  std::uint32_t winners = no_winners;  // into Rules::Data::winners
  bool known = false;    // a programme is in force in the first layer, or a none is confirmed for everyone
  GroupSet none_for;     // a confirmed none for these groups only
  GroupSet unknown_for;  // groups for which only a record without a rate is known
  // Whether the law is known for the holders of a group set, by the bits of the fixed groups.
  std::array<std::uint64_t, fixed_group_sets / 64> known_sets{};

  [[nodiscard]] bool known_to(std::size_t held) const { return (known_sets[held / 64] >> (held % 64) & 1U) != 0; }
};

struct Slice {
  Day from;
  std::uint32_t cell = 0;
};

struct Ground {
  std::vector<Slice> slices;  // by first day; the first starts with the law

  [[nodiscard]] std::uint32_t cell_on(Day day) const {
    std::size_t i = slices.size() - 1;
    while (i > 0 && day < slices[i].from) --i;
    return slices[i].cell;
  }
};

// Where a day of payment stands.
struct DayEntry {
  std::uint16_t regime = 0;
  std::uint16_t month = 0;  // months since that of first_law_day
};
inline constexpr std::size_t days_of_law = static_cast<std::size_t>(last_law_day.number() - first_law_day.number()) + 1;

// Positions of the places in Rules::Data::grounds.
inline constexpr std::size_t no_ground = 0;
inline constexpr std::size_t first_province_ground = 1;
inline constexpr std::size_t first_former_ground = first_province_ground + 34;
inline constexpr std::size_t place_grounds = first_former_ground + 63;
// The same for a locality that no programme and no record names.
inline constexpr std::size_t unnamed_locality = static_cast<std::size_t>(-1);

struct Rules::Data {
  explicit Data(LawBook law) : book{std::move(law)} {}

  LawBook book;
  GroupSet known_groups;
  Day verified_on;
  std::vector<Regime> regimes;
  std::vector<PlainRegime> plain;            // by regime
  std::array<DayEntry, days_of_law> days{};  // by days since first_law_day
  std::vector<Ground> grounds;               // places, then named localities
  std::vector<Cell> cells;
  std::vector<std::uint32_t> cell_of;  // by ground x cells_per_ground + regime; empty where it would be large
  std::size_t cells_per_ground = 0;
  std::vector<Winners> winners;
  std::vector<Candidate> candidates;
  std::vector<CompiledRule> rules;
  std::vector<std::pair<LocalityCode, std::size_t>> localities;  // code, ground; by code
  // By code number: ground of a present province (of its one former unit where it is unmerged), and of a former one.
  std::array<std::uint8_t, 100> province_ground{};
  std::array<std::uint8_t, 100> former_ground{};
  std::array<std::uint8_t, 100> present_of_former{};

  [[nodiscard]] std::size_t locality_ground(LocalityCode code) const;
  [[nodiscard]] const Cell& cell(std::size_t ground, std::size_t regime, Day day) const {
    if (cells_per_ground == 0) [[unlikely]]
      return cells[grounds[ground].cell_on(day)];
    return cells[cell_of[ground * cells_per_ground + regime]];
  }
  // Of a day of the law.
  [[nodiscard]] const Regime& regime_on(Day day) const {
    return regimes[days[static_cast<std::size_t>(day.number() - first_law_day.number())].regime];
  }
};

// Fills the tables of a book.
std::shared_ptr<const Rules::Data> resolve(LawBook book);

}  // namespace ansinh
