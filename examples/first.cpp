// The README's first screen: one near-poor participant under the support rates of 2024 and of 2026, the second time
// with a provincial top-up (Ha Noi, 01) stacked on the State's support. The eight lines shown there are those between
// the two marks.
#include <ansinh/ansinh.hpp>
#include <iostream>
#include <utility>

using namespace ansinh;

namespace {

// The State's support rates of a day, from the poor to everyone: "30%/25%/10%".
std::string tiers(const LawBook& book, Day day) {
  std::string text;
  for (const Parameter rate :
       {Parameter::support_rate_poor, Parameter::support_rate_island, Parameter::support_rate_near_poor,
        Parameter::support_rate_ethnic_minority, Parameter::support_rate_other}) {
    const LawRow* row = book.on(rate, day);
    if (row == nullptr) continue;
    if (!text.empty()) text += '/';
    text += printed(std::get<Rate>(row->value), Language::en);
  }
  return text;
}

}  // namespace

int main() {
  const Rules& law = built_in_rules();
  // clang-format off
  // [README begin]
  for (const auto& [day, code] : {std::pair{Day{2024, 11, 22}, ""}, {Day{2026, 11, 22}, "01"}}) {  // 01: Hà Nội
    const Request near_poor{.paid_on = day, .income = 1'500'000_dong, .groups = Group::near_poor,
                            .place = {.province = ProvinceCode::from_text(code)}};
    const Assessment due = *assess(law, near_poor);
    std::cout << day.text() << ", " << tiers(law.book(), day) << ": " << printed(due.contribution) << " = State "
              << printed(due.central_support) << " + province " << printed(due.province_top_up) << " + participant "
              << printed(due.participant_share) << '\n';
  }
  // [README end]
  // clang-format on
}
