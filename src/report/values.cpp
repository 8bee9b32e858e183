// Amounts, days, rates, terms and groups as they are printed.
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <vector>

#include "ansinh/report.hpp"
#include "report/escape.hpp"
#include "report/phrase.hpp"

namespace ansinh {

using report::say;

std::string printed(Money amount) {
  std::string digits = fmt::format("{}", amount.dong());
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, '.');
  }
  return digits + " đ";
}

std::string printed(Day day, Language language) {
  if (language == Language::en) return day.text();
  const auto date = day.date();
  return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                     static_cast<int>(date.year()));
}

std::string printed(Month month, Language language) {
  if (language == Language::en) return month.text();
  return fmt::format("{:02}/{}", month.month(), month.year());
}

std::string printed(Rate rate, Language language) {
  // Shifting the decimal point by two places makes a share a percentage, exactly.
  std::string digits = fmt::format("{}", rate.digits());
  const auto decimals = static_cast<std::size_t>(rate.decimals());
  if (decimals <= 2) {
    if (rate.digits() != 0) digits.append(2 - decimals, '0');
    return digits + '%';
  }
  const std::size_t places = decimals - 2;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, language == Language::vi ? ',' : '.');
  return digits + '%';
}

std::string printed(Term term, Language language) {
  switch (term.kind()) {
    case Term::Kind::months:
      if (term.n() == 1) return say(language, "1 tháng", "1 month");
      return say(language, "{} tháng", "{} months", term.n());
    case Term::Kind::years_ahead:
      return say(language, "{} năm về sau (VS{})", "{} years ahead (VS{})", term.n(), term.n());
    case Term::Kind::missing_months:
      return say(language, "{} tháng còn thiếu (TH{})", "{} missing months (TH{})", term.n(), term.n());
    case Term::Kind::late:
      return say(language, "đóng bù kỳ {} tháng (DB{})", "late make-up of a {}-month period (DB{})", term.n(),
                 term.n());
  }
  return term.text();
}

std::string printed(const LawBook& book, GroupSet groups, Language language) {
  if (groups.empty()) return say(language, "đối tượng khác", "other participants");
  const auto names = book.groups();
  std::vector<std::string> held;
  for (std::size_t bit = 0; bit < GroupSet::capacity; ++bit) {
    if (!groups.intersects(GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit)))) continue;
    if (bit >= names.size()) {
      held.push_back(say(language, "đối tượng không có tên (số {})", "a group without a name (number {})", bit));
      continue;
    }
    const std::string& text = language == Language::vi ? names[bit].vi : names[bit].en;
    held.push_back(report::plain(text.empty() ? names[bit].name : text));
  }
  return report::joined(held);
}

}  // namespace ansinh
