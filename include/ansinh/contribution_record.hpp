// A contribution record (qua trinh dong BHXH): the months that a person has paid for, as spans.
//
// Promise: checked whole before anything is computed from it; nothing is clipped, reordered or guessed. Refused, with
// the number of the span from 1 (Fault::span): a span of no months or more than 1200; a span that begins before the one
// before it; months that another span has, under the same scheme or the other; months after the event, or before 2008;
// an income outside the law of its month.
// Units: months; VND per month.
// Source in law: Law 41/2024/QH15 art. 5(6), 31, 104; Decree 159/2025/ND-CP art. 10, 11.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ansinh/calendar.hpp"
#include "ansinh/export.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/money.hpp"

namespace ansinh {

enum class Scheme : std::uint8_t {
  voluntary,   // BHXH tu nguyen
  compulsory,  // BHXH bat buoc, on a wage that the employer decides
};

// How a span was paid.
enum class SpanKind : std::uint8_t {
  monthly,  // in its time, for 1, 3, 6 or 12 months
  ahead,    // years ahead at once (VS)
  missing,  // missing months at once (TH): they lie in no month of the calendar, and `from` is the month of payment
};
inline constexpr std::array<SpanKind, 3> all_span_kinds{SpanKind::monthly, SpanKind::ahead, SpanKind::missing};

struct ContributionSpan {
  Month from{};
  int months = 0;
  Money income{};  // contributory income; of a compulsory span the wage
  Scheme scheme = Scheme::voluntary;
  SpanKind kind = SpanKind::monthly;
  std::optional<Day> paid_on{};            // selects floor, ceiling, rates; default: the first day of each month
  GroupSet groups{};                       // of which the State's support follows where it is not stated
  std::optional<Money> central_support{};  // what the State gave for the whole span

  friend bool operator==(const ContributionSpan&, const ContributionSpan&) = default;
};

using ContributionRecord = std::span<const ContributionSpan>;

// "voluntary", "compulsory"; "monthly", "ahead", "missing".
[[nodiscard]] ANSINH_API std::string_view name(Scheme);
[[nodiscard]] ANSINH_API std::string_view name(SpanKind);

}  // namespace ansinh
