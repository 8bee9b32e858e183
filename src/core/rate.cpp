#include "ansinh/rate.hpp"

namespace ansinh {

std::string Rate::text() const {
  std::string digits = std::to_string(digits_);
  if (decimals_ == 0) return digits;
  const auto decimals = static_cast<std::size_t>(decimals_);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  digits.insert(digits.size() - decimals, ".");
  return digits;
}

}  // namespace ansinh
