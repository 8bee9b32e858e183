// Datum: one value with its unit, as an error or an explanation shows it.
//
// Promise: small, exact, never owns memory; a text it points to is the caller's and must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ansinh/calendar.hpp"
#include "ansinh/export.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/money.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/term.hpp"

namespace ansinh {

class Datum {
 public:
  enum class Kind : std::uint8_t {
    none,
    money,
    count,
    months,
    rate,
    day,
    month,
    term,
    groups,
    province,
    former_province,
    locality,
    text
  };

  constexpr Datum() = default;
  constexpr Datum(Money v) : kind_{Kind::money}, number_{v.dong()} {}
  constexpr Datum(Rate v) : kind_{Kind::rate}, decimals_{static_cast<std::int8_t>(v.decimals())}, number_{v.digits()} {}
  constexpr Datum(Day v) : kind_{Kind::day}, number_{v.number()} {}
  constexpr Datum(Month v) : kind_{Kind::month}, number_{v.number()} {}
  constexpr Datum(Term v) : kind_{Kind::term}, decimals_{static_cast<std::int8_t>(v.kind())}, number_{v.n()} {}
  constexpr Datum(GroupSet v) : kind_{Kind::groups}, number_{v.bits()} {}
  constexpr Datum(std::string_view v) : kind_{Kind::text}, text_{v} {}
  static constexpr Datum count(std::int64_t n) { return {Kind::count, n}; }
  static constexpr Datum months(std::int64_t n) { return {Kind::months, n}; }
  // A code of a place; the types of place.hpp convert to Datum by it.
  static constexpr Datum code(Kind kind, std::int64_t number) { return {kind, number}; }

  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  // Whole dong, a count, months, days since 1970-01-01, months since 0001-01, digits of a rate, bits of a group set,
  // the number in a term, or a code; 0 for a text.
  [[nodiscard]] constexpr std::int64_t number() const { return number_; }
  // Of a rate: its decimals. Of a term: its Kind.
  [[nodiscard]] constexpr int decimals() const { return decimals_; }
  [[nodiscard]] constexpr std::string_view raw_text() const { return text_; }

  // The canonical text that a cell would hold: 1500000, 0.22, 2026-11-22, VS3, 01. Groups print as "bits:" and the
  // number, since only a LawBook knows their names.
  [[nodiscard]] ANSINH_API std::string text() const;

  friend constexpr bool operator==(const Datum&, const Datum&) = default;

 private:
  constexpr Datum(Kind kind, std::int64_t number) : kind_{kind}, number_{number} {}

  Kind kind_ = Kind::none;
  std::int8_t decimals_ = 0;
  std::int64_t number_ = 0;
  std::string_view text_;
};

}  // namespace ansinh
