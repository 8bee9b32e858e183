#include "ansinh/term.hpp"

namespace ansinh {
namespace {

// A positive number of at most three digits without leading zero; 0 otherwise.
int plain_number(std::string_view text) {
  if (text.empty() || text.size() > 3 || text.front() == '0') return 0;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Term> Term::from_text(std::string_view text) {
  if (text == "1") return months(1);  // nearly every row of a list
  if (!text.empty() && text.front() <= '9') return months(plain_number(text));
  if (text.starts_with("VS")) return years_ahead(plain_number(text.substr(2)));
  if (text.starts_with("TH")) return missing_months(plain_number(text.substr(2)));
  if (text.starts_with("DB")) return late(plain_number(text.substr(2)));
  return std::nullopt;
}

std::string Term::text() const {
  const char* prefix = "";
  switch (kind_) {
    case Kind::months: break;
    case Kind::years_ahead: prefix = "VS"; break;
    case Kind::missing_months: prefix = "TH"; break;
    case Kind::late: prefix = "DB"; break;
  }
  return prefix + std::to_string(n_);
}

}  // namespace ansinh
