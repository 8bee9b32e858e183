// A program of somebody else: needs nothing but ansinh and the standard library.
#include <ansinh/ansinh.hpp>
#include <iostream>

int main() {
  using namespace ansinh;
  const Request near_poor{.paid_on = Day{2026, 11, 22}, .income = 1'500'000_dong, .groups = Group::near_poor};
  const Result<Assessment> due = assess(built_in_rules(), near_poor);
  const Result<Assessment> refused = assess(built_in_rules(), Request{.paid_on = Day{2026, 11, 22}, .income = 1_dong});
  if (!due.ok() || refused.ok()) return 1;
  std::cout << due->contribution.dong() << ' ' << due->central_support.dong() << ' ' << due->participant_share.dong()
            << ' ' << name(refused.code()) << ' ' << ANSINH_VERSION << '\n';
}
