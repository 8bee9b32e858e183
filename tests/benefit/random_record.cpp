#include "benefit/random_record.hpp"

#include <algorithm>

#include "ansinh/law.hpp"

namespace random_law {

using namespace ansinh;

std::vector<ContributionSpan> random_record(std::mt19937_64& random, Month last, bool compulsory_too) {
  const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  std::vector<ContributionSpan> record;
  Month at = Month{2008, 1} + up_to(180);
  while (at <= last && record.size() < 30) {
    ContributionSpan span;
    span.from = at;
    span.months = 1 + up_to(up_to(3) == 0 ? 80 : 14);
    span.months = std::min(span.months, last - at + 1);
    if (compulsory_too && up_to(4) == 0) span.scheme = Scheme::compulsory;
    const bool voluntary = span.scheme == Scheme::voluntary;
    if (voluntary && up_to(5) == 0) span.kind = SpanKind::ahead;
    if (voluntary && up_to(19) == 0) span.kind = SpanKind::missing;
    if (voluntary && up_to(3) == 0) span.paid_on = at.first_day();
    if (voluntary) span.groups = GroupSet::from_bits(static_cast<std::uint16_t>(up_to(15)));
    if (voluntary && up_to(7) == 0) span.central_support = Money{up_to(3) * 12'345};
    // What every month of the span allows: the highest floor and the lowest ceiling on its way.
    Money floor, ceiling{Money::limit};
    for (int i = 0; i < span.months; ++i) {
      const Day day = span.paid_on || span.kind == SpanKind::missing ? at.first_day() : (at + i).first_day();
      const auto brackets = income_brackets(LawBook::built_in(), day);
      floor = std::max(floor, brackets->floor);
      ceiling = std::min(ceiling, brackets->ceiling);
    }
    span.income =
        floor + Money{static_cast<std::int64_t>(random() % static_cast<std::uint64_t>((ceiling - floor).dong() + 1))};
    record.push_back(span);
    at = at + (span.kind == SpanKind::missing ? 1 : span.months) + up_to(up_to(2) == 0 ? 40 : 1);
  }
  return record;
}

}  // namespace random_law
