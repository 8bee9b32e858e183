#include "slow_cost.hpp"

#include <algorithm>

namespace slow {
namespace {

using namespace ansinh;

struct Counted {
  bool supported = false, run_out = false, raised = false, lowered = false, unsettled = false, unknown = false;
};

// One person from `begin` on; nothing where some payment is refused, whose code is then in `refused`.
std::optional<std::map<int, CostLine>> person(const Rules& rules, const CostOptions& options, Request request,
                                              Month begin, bool fresh, bool dated, Errc& refused) {
  std::map<int, CostLine> years;
  for (int year = begin.year(); year <= options.to.year(); ++year) years[year].persons = 1;
  if (fresh) {
    request.months_supported = 0;
    if (request.local_months_used) request.local_months_used = 0;
  }
  const Money stated = request.income;
  const int n = request.term.covered_months();
  std::map<int, Counted> seen;
  for (Month month = begin; month <= options.to; month = month + 1) {
    if ((month - begin) % n != 0) continue;
    const int year = month.year();
    request.paid_on = month.first_day();
    request.first_month.reset();
    request.income = stated;
    const auto brackets = income_brackets(rules.book(), request.paid_on);
    // Of a book whose floor lies above its ceiling no income is payable, and none is put in its place.
    if (brackets && brackets->count > 0) {
      const Money most = brackets->step_required ? brackets->level(brackets->count - 1) : brackets->ceiling;
      if (stated < brackets->floor) {
        request.income = brackets->floor;
        seen[year].raised = true;
      } else if (stated > most) {
        seen[year].lowered = true;
        // Nothing vouches for a row without a day in its first month.
        if (dated || month != options.from) request.income = most;
      }
    }
    const Result<Assessment> answer = assess(rules, request);
    if (!answer) {
      refused = answer.code();
      return std::nullopt;
    }
    if (options.strict && (answer->flags.has(Flag::unsettled) || answer->flags.has(Flag::local_unknown))) {
      refused = Errc::not_settled;
      return std::nullopt;
    }
    CostSums& sums = years[year].sums;
    sums.payments += 1;
    sums.months += answer->months;
    sums.supported_months += answer->supported_months;
    sums.contribution += answer->contribution.dong();
    sums.central_support += answer->central_support.dong();
    sums.province_top_up += answer->province_top_up.dong();
    sums.locality_top_up += answer->locality_top_up.dong();
    sums.further_top_up += (answer->local_top_up - answer->province_top_up - answer->locality_top_up).dong();
    sums.other_support += answer->other_support.dong();
    sums.participant_share += answer->participant_share.dong();
    for (const LayerAmount& layer : answer->layers()) {
      sums.by_source[static_cast<std::size_t>(layer.source)] += layer.amount.dong();
    }
    Counted& c = seen[year];
    c.supported |= answer->supported_months > 0;
    c.run_out |= answer->flags.has(Flag::support_exhausted);
    c.unsettled |= answer->flags.has(Flag::unsettled);
    c.unknown |= answer->flags.has(Flag::local_unknown);

    Request used_up = request;
    used_up.local_months_used = 600;
    if (assess(rules, used_up)->local_top_up < answer->local_top_up) {
      request.local_months_used = std::min(600, request.local_months_used.value_or(0) + n);
    }
    request.months_supported += answer->supported_months;
  }
  for (const auto& [year, c] : seen) {
    CostLine& line = years[year];
    line.supported = c.supported ? 1 : 0;
    line.run_out = c.run_out ? 1 : 0;
    line.raised = c.raised ? 1 : 0;
    line.lowered = c.lowered ? 1 : 0;
    line.unsettled = c.unsettled ? 1 : 0;
    line.local_unknown = c.unknown ? 1 : 0;
  }
  return years;
}

}  // namespace

Cost cost(const Rules& rules, const CostOptions& options, std::span<const Request> persons,
          std::span<const std::uint8_t> dated) {
  Cost all;
  all.lines.resize(options.joining.size() + 1);
  for (std::size_t i = 0; i < persons.size(); ++i) {
    Errc refused = Errc::ok;
    const auto kind = persons[i].term.kind();
    if (kind == Term::Kind::missing_months || kind == Term::Kind::late) refused = Errc::term_not_allowed;
    if (refused == Errc::ok && dated[i] != 0) refused = assess(rules, persons[i]).code();
    std::vector<std::map<int, CostLine>> projected;
    for (std::size_t b = 0; b <= options.joining.size() && refused == Errc::ok; ++b) {
      const Month begin = b == 0 ? options.from : std::max(*Month::from(options.joining[b - 1], 1), options.from);
      const auto years = person(rules, options, persons[i], begin, b > 0, dated[i] != 0, refused);
      if (years) projected.push_back(*years);
    }
    all.refused.push_back(refused == Errc::ok ? std::nullopt : std::optional{refused});
    if (refused != Errc::ok) continue;
    ++all.persons;
    for (std::size_t b = 0; b < projected.size(); ++b) {
      for (const auto& [year, line] : projected[b]) all.lines[b][{year, persons[i].groups.bits()}].add(line);
    }
  }
  return all;
}

}  // namespace slow
