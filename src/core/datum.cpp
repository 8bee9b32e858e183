#include "ansinh/datum.hpp"

namespace ansinh {
namespace {

std::string zero_filled(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::optional<Term> term_of(int kind, std::int64_t n) {
  switch (static_cast<Term::Kind>(kind)) {
    case Term::Kind::months: return Term::months(static_cast<int>(n));
    case Term::Kind::years_ahead: return Term::years_ahead(static_cast<int>(n));
    case Term::Kind::missing_months: return Term::missing_months(static_cast<int>(n));
    case Term::Kind::late: return Term::late(static_cast<int>(n));
  }
  return std::nullopt;
}

}  // namespace

std::string Datum::text() const {
  switch (kind_) {
    case Kind::none: return {};
    case Kind::money:
    case Kind::count:
    case Kind::months: return std::to_string(number_);
    case Kind::rate:
      if (const auto rate = Rate::from_decimal(number_, decimals_)) return rate->text();
      return {};
    case Kind::day:
      if (const auto day = Day::from_number(static_cast<std::int32_t>(number_))) return day->text();
      return {};
    case Kind::month: {
      const auto n = static_cast<int>(number_);
      if (const auto month = Month::from(n / 12 + 1, static_cast<unsigned>(n % 12 + 1))) return month->text();
      return {};
    }
    case Kind::term:
      if (const auto term = term_of(decimals_, number_)) return term->text();
      return {};
    case Kind::groups: return "bits:" + std::to_string(number_);
    case Kind::province:
    case Kind::former_province: return zero_filled(number_, 2);
    case Kind::locality: return number_ < 1000 ? zero_filled(number_, 3) : zero_filled(number_ - 1000, 5);
    case Kind::text: return std::string{text_};
  }
  return {};
}

}  // namespace ansinh
