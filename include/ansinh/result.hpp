// Result and Fault: how the library says no.
//
// Promise: no function that a caller's data can reach throws or aborts. A Fault is a small value that says which field,
// what was given, which limit, on which day and by which provision; its text is made later, in two languages
// (report.hpp). Codes are append-only.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "ansinh/calendar.hpp"
#include "ansinh/citation.hpp"
#include "ansinh/datum.hpp"
#include "ansinh/export.hpp"

namespace ansinh {

enum class Errc : std::uint8_t {
  ok = 0,
  invalid_argument = 1,  // malformed, unknown or out of its range
  day_outside_law = 2,   // paid before 2008-01-01 or after 2030-12-31
  term_not_allowed = 3,  // no such payment term on that day
  income_below_floor = 4,
  income_above_ceiling = 5,
  income_off_step = 6,      // only where the step was law: paid until 2025-06-30
  payment_late = 7,         // after the term's due window
  value_not_published = 8,  // a value of law that this payment needs is not in the book
  not_settled = 9,          // refused by a strict caller
  does_not_fit = 10,        // an amount is larger than the column that should hold it
};

// Fields of a request, in the order in which they are read and checked. `book` stands for a value of law given to a
// LawBook rather than a field of a request. Append-only.
enum class Field : std::uint8_t {
  paid_on,
  first_month,
  income,
  term,
  groups,
  province,
  former_province,
  locality,
  months_supported,
  local_months_used,
  fund_return_rate,
  other_support,
  th_support,
  row,
  book,
  remaining,
  on,
  reason,
  support_refunded,
  // Cells of a list that are no fields of a request.
  participant_number,
  stated_amount,
  stated_rate,
  // Of benefits and plans (contribution_record.hpp, benefit.hpp, plan.hpp).
  record,
  event,  // the month of one; `on` where it is read
  from,
  months,
  scheme,
  kind,
  central_support,
  sex,
  birth,
  one_time_case,
  children,
  drawn_pension,
  months_drawn,
  target_pension,
  budget,
  months_so_far,
  average_so_far,
  fixed_factor,
};

// What else a message should say; which of them apply is decided where the fault arises.
enum class Hint : std::uint8_t {
  none,
  malformed,
  out_of_range,
  missing,                 // a required field is empty
  unknown_name,            // no such group, layer, term ...
  unknown_code,            // in neither list of provinces
  code_of_former_list,     // a former province's code given as a present one
  code_of_present_list,    // a present province's code given as a former one
  former_not_in_province,  // the two codes do not lie on one ground
  month_out_of_range,      // first_month before 2008-01 or more than 12 months after paid_on's month
  window_still_open,       // a late make-up before the due window has closed
  window_closed,           // later than the due window
  not_on_step,
  cell_count,
  nul_byte,
  invalid_utf8,
  too_long,  // a row that cannot be read
  unsettled,
  local_unknown,  // why a strict caller refuses
  duplicate,
  unordered,
  uncited,
  overlapping,         // of values of law
  no_refund,           // a term of which the law gives nothing back
  nothing_left,        // the event of a refund lies after the paid period
  unknown_reason,      // a reason for a refund that the law of the day does not know
  split_row,           // a row that holds only a name: the rest of one that was split over two lines
  lost_leading_zeros,  // a participant's number that is too short
  paid_once,           // a term that no projection of payments can go on with
  // Of a contribution record; Fault::span says which of its spans.
  before_previous,  // it begins before the span before it
  month_taken,      // another span has the month
  two_schemes,      // a span of the other scheme has the month
  after_event,      // it reaches beyond the event
  no_table,         // no coefficient of indexation is published
  not_reached,      // no payable income leads to the target, or fits the budget
};

struct Fault {
  Errc code = Errc::invalid_argument;
  Field field = Field::paid_on;
  Hint hint = Hint::none;
  // The value of law that sets the limit: a name as in law.hpp (`name(Parameter)`); empty for a fault of form.
  std::string_view parameter;
  Datum given;
  Datum limit;        // what would have been accepted at the edge: least, most, last day, step
  Datum other_limit;  // the other end of a range, where there are two
  Day day;            // day of payment, which selected the limit; meaningful if has_day
  bool has_day = false;
  int span = 0;  // of a contribution record: which span, from 1; 0 where the fault is of none
  // The provision of the rule and that of the value; null where there is none. They live as long as the book.
  const Citation* rule = nullptr;
  const Citation* value = nullptr;
};

// A value or the fault that took its place.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
  // A value-initialised T, to be filled where it stands.
  explicit Result(std::in_place_t) : state_{std::in_place_index<0>} {}
  Result(const Fault& fault) : state_{std::in_place_index<1>, fault} {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] Errc code() const { return ok() ? Errc::ok : std::get_if<1>(&state_)->code; }

  // Only if ok().
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T& value() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] const T* operator->() const { return std::get_if<0>(&state_); }
  // Only if not ok().
  [[nodiscard]] const Fault& fault() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Fault> state_;
};

// The names used in CSV, JSON and documentation, such as "income_below_floor" and "paid_on".
[[nodiscard]] ANSINH_API std::string_view name(Errc);
[[nodiscard]] ANSINH_API std::string_view name(Field);

}  // namespace ansinh
