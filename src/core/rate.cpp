#include "ansinh/rate.hpp"

namespace ansinh {

std::string Rate::text() const {
  std::string digits = std::to_string(digits_);
  if (decimals_ == 0) return digits;
  const auto decimals = static_cast<std::size_t>(decimals_);
  if (digits.size() <= decimals) digits = std::string(decimals + 1 - digits.size(), '0') + digits;
  const std::size_t whole = digits.size() - decimals;
  return digits.substr(0, whole) + '.' + digits.substr(whole);
}

}  // namespace ansinh
