#include "assess/formulas.hpp"

#include <span>

namespace ansinh {
namespace {

struct Dated {
  Day from, to;
  Formula formula;
};

// T1, MD1: n years ahead, from the second month on discounted by the fund's return.
const std::array years_ahead{
    Dated{Day{2016, 1, 1}, Day{2025, 6, 30}, {{"Decision 595/QĐ-BHXH (2017)", "art. 10(3)"}, Standing::text}},
    Dated{Day{2025, 7, 1}, open_end, {{"Decree 159/2025/NĐ-CP", "art. 6"}, Standing::text}},
};
// T2, MD2: t missing months, each with the fund's return. Before 2016 the same is assumed.
const std::array missing_months{
    Dated{Day{2008, 1, 1}, Day{2015, 12, 31}, {{"Decree 190/2007/NĐ-CP", ""}, Standing::assumed}},
    Dated{Day{2016, 1, 1}, Day{2025, 6, 30}, {{"Decision 595/QĐ-BHXH (2017)", "art. 10(4)"}, Standing::text}},
    Dated{Day{2025, 7, 1}, open_end, {{"Decree 159/2025/NĐ-CP", "art. 7"}, Standing::text}},
};
// T3: the whole period's contribution with the fund's return of the months that it is late.
const std::array late{
    Dated{Day{2016, 1, 1}, Day{2025, 6, 30}, {{"Decision 595/QĐ-BHXH (2017)", "art. 11(3)"}, Standing::text}},
};
// HT: what was paid for the months that are left, less the support for them. Before 2016 the same is assumed.
const std::array refunds{
    Dated{Day{2008, 1, 1}, Day{2015, 12, 31}, {{"Decree 190/2007/NĐ-CP", ""}, Standing::assumed}},
    Dated{Day{2016, 1, 1}, Day{2025, 6, 30}, {{"Decision 595/QĐ-BHXH (2017)", "art. 10(6)"}, Standing::text}},
    Dated{Day{2025, 7, 1}, open_end, {{"Decree 159/2025/NĐ-CP", "art. 8(2)"}, Standing::text}},
};

const Formula* on(std::span<const Dated> series, Day day) {
  for (const Dated& dated : series) {
    if (dated.from <= day && day <= dated.to) return &dated.formula;
  }
  return nullptr;
}

}  // namespace

const Formula* contribution_formula(Term::Kind kind, Day paid_on) {
  switch (kind) {
    case Term::Kind::months: break;
    case Term::Kind::years_ahead: return on(years_ahead, paid_on);
    case Term::Kind::missing_months: return on(missing_months, paid_on);
    case Term::Kind::late: return on(late, paid_on);
  }
  return nullptr;
}

const Formula* refund_formula(Day event) { return on(refunds, event); }

}  // namespace ansinh
