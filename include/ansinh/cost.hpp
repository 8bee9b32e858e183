// cost: what a law costs over months to come, by a population that goes on paying.
//
// Promise: the sum, exact to the dong, of the answers of `assess` for every payment of every person, whichever way they
// are computed. Sums are exact in 128 bit; parts merge into the whole in any order. A person of whom any payment is
// refused is refused as a whole, with that payment's Fault, and is in no sum. Money stands in the year in which it is
// paid. Units: VND, months, persons. Source in law: as in assess.hpp; support ends with its months in a lifetime
// (Decree 159/2025/ND-CP art. 5(2)).
//
// What no law says, and is assumed here (CostAssumption, which every answer lists): everyone goes on paying, by the
// term and on the income of the row, on the first day of the month in which a term begins; the first begins with the
// first month. Whose income falls below the floor of the day pays the floor; whose income comes to lie above the
// ceiling pays the highest payable income. Terms that are paid once (TH, DB) are refused. Support by others is given
// with every payment. Of a local programme's own limit the months of each payment in which it gives money count as
// used. New participants have the population's mix of incomes, groups, places and terms, no months of support behind
// them, and begin with the first month of their year; each part of their money is that of the population's rows so
// begun, times their number, over the rows, rounded once to the nearest dong, and their contribution is the sum of the
// parts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/calendar.hpp"
#include "ansinh/export.hpp"
#include "ansinh/goals.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/law.hpp"
#include "ansinh/result.hpp"
#include "ansinh/rounding.hpp"

namespace ansinh {

// What is counted of payments.
struct CostSums {
  Int128 payments = 0;
  Int128 months = 0;            // covered
  Int128 supported_months = 0;  // of these, inside the lifetime months of the State's support
  Int128 contribution = 0;
  Int128 central_support = 0;
  Int128 province_top_up = 0;
  Int128 locality_top_up = 0;
  Int128 further_top_up = 0;  // layers that an overlay adds
  Int128 other_support = 0;
  Int128 participant_share = 0;
  std::array<Int128, 2> by_source{};  // local layers, index: SourceOfMoney

  [[nodiscard]] Int128 local_top_up() const { return province_top_up + locality_top_up + further_top_up; }
  ANSINH_API void add(const CostSums& other);
  friend bool operator==(const CostSums&, const CostSums&) = default;
};

// Of one year, and of one group set or of all.
struct CostLine {
  std::uint64_t persons = 0;
  std::uint64_t supported = 0;  // with a supported month in the year
  std::uint64_t run_out = 0;    // of whom a payment was supported for fewer months, or none, since the 120 were used
  std::uint64_t raised = 0;     // who pay the floor, since their income lies below it
  std::uint64_t lowered = 0;    // who pay the highest payable income, since theirs lies above the ceiling
  std::uint64_t unsettled = 0;  // with an answer so flagged
  std::uint64_t local_unknown = 0;  // with an answer so flagged
  CostSums sums;

  ANSINH_API void add(const CostLine& other);
  friend bool operator==(const CostLine&, const CostLine&) = default;
};

struct CostOfGroups {
  GroupSet groups;
  CostLine line;
};

enum class CostAssumption : std::uint8_t {
  goes_on,          // everyone goes on paying as the row says
  first_day,        // paid on the first day of the month, in the order of terms from the first month on
  year_of_payment,  // money stands in the year in which it is paid
  floor,            // an income below the floor pays the floor
  ceiling,          // an income above the ceiling pays the highest payable one
  other_support,    // support by others comes with every payment
  own_limit,        // months under a local programme's own limit
  newcomers,        // new participants: mix, beginning, rounding
};
inline constexpr std::array<CostAssumption, 8> all_cost_assumptions{
    CostAssumption::goes_on, CostAssumption::first_day,     CostAssumption::year_of_payment, CostAssumption::floor,
    CostAssumption::ceiling, CostAssumption::other_support, CostAssumption::own_limit,       CostAssumption::newcomers};
[[nodiscard]] ANSINH_API std::string_view name(CostAssumption);

struct CostOptions {
  Month from, to;       // first and last month, both within the law
  bool strict = false;  // refuse persons with an answer flagged `unsettled` or `local_unknown`
  // Years, ascending, within from ... to: what persons cost who begin in them is kept too, for new_participants().
  std::vector<int> joining{};
};

// A person who is refused.
struct CostRefusal {
  std::size_t index = 0;  // among the persons of the call
  Request request;        // the payment that was refused
  Fault fault;            // texts in it point into the book or the person's own request
};

class ANSINH_API Cost {
 public:
  static constexpr std::size_t max_group_sets = 1024;

  // Faults of the field `first_month`: months outside the law (day_outside_law), the last before the first, or a
  // joining year outside them (invalid_argument, out_of_range); of `book`: a support cap of more than
  // max_support_months.
  [[nodiscard]] static Result<Cost> over(const Rules& rules, const CostOptions& options);

  Cost(Cost&&) noexcept;
  Cost& operator=(Cost&&) noexcept;
  ~Cost();
  // The same projection without persons, for another thread, to be merged later.
  [[nodiscard]] Cost fresh() const;

  // Adds persons, whose `paid_on` and `first_month` do not count but for this: of those `dated`, the row itself must be
  // a payment that `assess` accepts. Appends who was refused, in their order.
  void add(std::span<const Request> persons, std::span<const std::uint8_t> dated, std::vector<CostRefusal>& refused);
  // Rows that could not be read: counted as refused.
  void count_refused(Errc reason, std::uint64_t rows = 1);
  // Of costs that fresh() made of each other; false, and nothing changed, otherwise.
  [[nodiscard]] bool merge(const Cost& other);

  [[nodiscard]] const Rules& rules() const;
  [[nodiscard]] const CostOptions& options() const;
  [[nodiscard]] int first_year() const;
  [[nodiscard]] int last_year() const;
  [[nodiscard]] std::uint64_t persons() const { return persons_; }  // who are in the sums
  [[nodiscard]] std::uint64_t refused() const;
  [[nodiscard]] std::uint64_t refused(Errc reason) const { return refused_[static_cast<std::size_t>(reason)]; }
  // More group sets than max_group_sets: the sums are incomplete and must not be used.
  [[nodiscard]] bool too_many_group_sets() const { return too_many_; }

  [[nodiscard]] CostLine year(int year) const;
  [[nodiscard]] std::vector<CostOfGroups> groups(int year) const;  // by the bits of the set
  // Of all years; of the counts only `persons`, since the others are of a year.
  [[nodiscard]] CostLine total() const;

  // What so many new participants who begin in the year `joined`, one of options().joining, cost in `year`. Of the
  // counts only `persons`; payments and months are rounded as money is. Nothing without persons, or for another year.
  [[nodiscard]] std::optional<CostLine> new_participants(int joined, int year, std::uint64_t number) const;

 private:
  struct Plan;
  class Projection;
  explicit Cost(std::shared_ptr<const Plan> plan);

  // Of a group set, its place among group_sets_; nothing where there are too many.
  std::optional<std::size_t> cell_of(GroupSet groups);
  [[nodiscard]] std::size_t index_of(std::size_t cell, std::size_t beginning, std::size_t year) const;

  std::shared_ptr<const Plan> plan_;
  std::unique_ptr<Projection> projection_;  // working memory; made with the first persons
  std::vector<std::uint16_t> group_sets_;   // in the order in which they came
  std::vector<CostLine> lines_;  // by group set, then beginning (all from the first month; joining), then year
  std::uint64_t persons_ = 0;
  std::array<std::uint64_t, 11> refused_{};
  bool too_many_ = false;
};

// What a goal takes and costs.
struct GoalCost {
  Goal goal;
  Growth growth;                // over the participants and those whom the goals before it brought
  std::vector<CostLine> years;  // of the new participants whom this goal brings, from first_year() on
};

// Of goals for years of options().joining, in their order, and participants who are the persons of the cost.
[[nodiscard]] ANSINH_API std::vector<GoalCost> cost_of_goals(const Cost& cost, const std::vector<Goal>& goals);

}  // namespace ansinh
