// Term: which months a payment covers (Vietnamese: phuong thuc dong).
//
//   1 3 6 12        that many months
//   VS2 ... VS5     two to five years ahead
//   TH1 ... TH120   months still missing for a pension, paid at once
//   DB1 3 6 12      late make-up of such a period
//
// Promise: always one of these. Whether the law of the day allows it is decided by `assess`.
// Source: Law 41/2024/QH15 art. 36(2); Decree 159/2025/ND-CP art. 6, 7; before, Decree 134/2015/ND-CP art. 9, 12(3).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/export.hpp"

namespace ansinh {

class Term {
 public:
  enum class Kind : std::uint8_t { months, years_ahead, missing_months, late };

  constexpr Term() = default;  // 1 month

  // 1, 3, 6 or 12.
  static constexpr std::optional<Term> months(int n) {
    if (!ordinary(n)) return std::nullopt;
    return Term{Kind::months, n};
  }
  // 2 to 5.
  static constexpr std::optional<Term> years_ahead(int years) {
    if (years < 2 || years > 5) return std::nullopt;
    return Term{Kind::years_ahead, years};
  }
  // 1 to 120.
  static constexpr std::optional<Term> missing_months(int n) {
    if (n < 1 || n > 120) return std::nullopt;
    return Term{Kind::missing_months, n};
  }
  // 1, 3, 6 or 12.
  static constexpr std::optional<Term> late(int n) {
    if (!ordinary(n)) return std::nullopt;
    return Term{Kind::late, n};
  }
  // Exactly as written above: "12", "VS2", "TH7", "DB3". "VS02" and "vs2" are malformed.
  [[nodiscard]] ANSINH_API static std::optional<Term> from_text(std::string_view text);

  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  // The number in the term: months, or years for years ahead.
  [[nodiscard]] constexpr int n() const { return n_; }
  // Months that the payment covers.
  [[nodiscard]] constexpr int covered_months() const { return kind_ == Kind::years_ahead ? 12 * n_ : n_; }
  [[nodiscard]] ANSINH_API std::string text() const;

  friend constexpr auto operator<=>(Term, Term) = default;

 private:
  constexpr Term(Kind kind, int n) : kind_{kind}, n_{static_cast<std::uint8_t>(n)} {}
  static constexpr bool ordinary(int n) { return n == 1 || n == 3 || n == 6 || n == 12; }

  Kind kind_ = Kind::months;
  std::uint8_t n_ = 1;
};

inline namespace literals {
// 12_months: 1, 3, 6 or 12; anything else does not compile.
consteval Term operator""_months(unsigned long long n) {
  const auto term = n <= 12 ? Term::months(static_cast<int>(n)) : std::nullopt;
  if (!term) throw "a payment term is 1, 3, 6 or 12 months";
  return *term;
}
}  // namespace literals

}  // namespace ansinh
