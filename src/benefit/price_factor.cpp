#include <string>

#include "ansinh/plan.hpp"

namespace ansinh {
namespace {

constexpr int max_decimals = 6;
constexpr std::int64_t most = 100;

}  // namespace

std::optional<PriceFactor> PriceFactor::from_decimal(std::int64_t digits, int decimals) {
  if (decimals < 0 || decimals > max_decimals) return std::nullopt;
  std::int64_t one = 1;
  for (int i = 0; i < decimals; ++i) one *= 10;
  if (digits < 1 || most * one < digits) return std::nullopt;
  while (one > 1 && digits % 10 == 0) {
    digits /= 10;
    one /= 10;
  }
  PriceFactor factor;
  factor.digits_ = digits;
  factor.one_ = one;
  return factor;
}

std::optional<PriceFactor> PriceFactor::from_text(std::string_view text) {
  const auto mark = text.find_first_of(".,");
  const std::string_view whole = text.substr(0, mark);
  const std::string_view rest = mark == std::string_view::npos ? std::string_view{} : text.substr(mark + 1);
  if (whole.empty() || whole.size() > 3 || rest.size() > max_decimals) return std::nullopt;
  if (mark != std::string_view::npos && rest.empty()) return std::nullopt;
  std::int64_t digits = 0;
  for (const std::string_view part : {whole, rest}) {
    for (const char c : part) {
      if (c < '0' || c > '9') return std::nullopt;
      digits = digits * 10 + (c - '0');
    }
  }
  return from_decimal(digits, static_cast<int>(rest.size()));
}

std::string PriceFactor::text() const {
  const std::string whole = std::to_string(digits_ / one_);
  if (one_ == 1) return whole;
  const std::string rest = std::to_string(one_ + digits_ % one_);  // a leading 1 keeps the zeros
  return whole + '.' + rest.substr(1);
}

}  // namespace ansinh
