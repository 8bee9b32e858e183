// A dated value of national law in an overlay ("overrides"). Which kind of value a parameter holds is told here; its
// range is that of every book (checks.hpp).
#include <algorithm>

#include "law/checks.hpp"
#include "law/overlay_read.hpp"

namespace ansinh {
namespace {

constexpr std::array<FloorBasis, 2> bases{FloorBasis::base_salary, FloorBasis::rural_poverty_line};
constexpr std::array<StepRule, 2> step_rules{StepRule::required, StepRule::noted};
constexpr std::array<TermSet::Bit, 7> term_bits{TermSet::one,         TermSet::three,   TermSet::six, TermSet::twelve,
                                                TermSet::years_ahead, TermSet::missing, TermSet::late};

// Values that are words, written as `text` writes them: one of a few, found by writing each.
template <class T, std::size_t N>
std::optional<LawValue> word_of(OverlayWalk& walk, std::uint32_t node, const std::array<T, N>& choices) {
  const auto given = walk.word(node);
  if (!given) return std::nullopt;
  std::string all;
  for (const T choice : choices) {
    const std::string written = text(LawValue{choice});
    if (written == *given) return choice;
    all += (all.empty() ? "" : ", ") + written;
  }
  walk.fault(node, OverlayError::unknown_name, std::move(all));
  return std::nullopt;
}

// A set written as names joined by commas. `names` writes each member alone.
template <class Add>
bool read_set(OverlayWalk& walk, std::uint32_t node, const std::vector<std::string>& names, Add add) {
  const auto given = walk.word(node);
  if (!given) return false;
  std::vector<bool> had(names.size());
  std::string_view rest = *given;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view item = rest.substr(0, comma);
    std::size_t which = 0;
    while (which < names.size() && names[which] != item) ++which;
    const bool ends_with_comma = comma + 1 == rest.size();
    if (which == names.size() || ends_with_comma) {
      std::string all;
      for (const std::string& name : names) all += (all.empty() ? "" : ",") + name;
      walk.fault(node, OverlayError::unknown_name, std::move(all));
      return false;
    }
    if (had[which]) {
      walk.fault(node, OverlayError::duplicate);
      return false;
    }
    had[which] = true;
    add(which);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return true;
}

std::optional<LawValue> terms(OverlayWalk& walk, std::uint32_t node) {
  std::vector<std::string> names;
  for (const TermSet::Bit bit : term_bits) names.push_back(text(LawValue{TermSet{bit}}));
  unsigned bits = 0;
  if (!read_set(walk, node, names, [&](std::size_t which) { bits |= term_bits[which]; })) return std::nullopt;
  return TermSet{bits};
}

std::optional<LawValue> reasons(OverlayWalk& walk, std::uint32_t node) {
  std::vector<std::string> names;
  for (const RefundReason reason : all_refund_reasons) names.emplace_back(name(reason));
  RefundReasons all;
  const auto add = [&](std::size_t which) { all.add(all_refund_reasons[which]); };
  if (!read_set(walk, node, names, add)) return std::nullopt;
  return all;
}

std::optional<LawValue> month(OverlayWalk& walk, std::uint32_t node) {
  const auto given = walk.word(node);
  if (!given) return std::nullopt;
  const bool iso = given->size() == 7 && (*given)[4] == '-';
  const auto month = iso ? read_month(*given) : std::nullopt;
  if (!month) {
    walk.fault(node, OverlayError::not_a_day);
    return std::nullopt;
  }
  return *month;
}

std::optional<LawValue> amount(OverlayWalk& walk, std::uint32_t node) {
  const auto number = walk.whole(node);
  if (!number) return std::nullopt;
  return Money{*number};
}

std::optional<LawValue> count(OverlayWalk& walk, std::uint32_t node) {
  const auto number = walk.whole(node);
  if (!number) return std::nullopt;
  // Beyond int it is beyond every limit as well, and is refused there.
  constexpr std::int64_t far = 1'000'000;
  return static_cast<int>(std::clamp(*number, -far, far));
}

std::optional<LawValue> rate(OverlayWalk& walk, std::uint32_t node) {
  const auto rate = walk.rate(node);
  if (!rate) return std::nullopt;
  return *rate;
}

std::optional<LawValue> value_of(OverlayWalk& walk, Parameter parameter, std::uint32_t node) {
  switch (parameter) {
    case Parameter::base_salary:
    case Parameter::rural_poverty_line:
    case Parameter::income_step: return amount(walk, node);
    case Parameter::contribution_rate:
    case Parameter::support_rate_poor:
    case Parameter::support_rate_island:
    case Parameter::support_rate_near_poor:
    case Parameter::support_rate_ethnic_minority:
    case Parameter::support_rate_other:
    case Parameter::fund_return_rate: return rate(walk, node);
    case Parameter::income_ceiling_multiple:
    case Parameter::missing_months_max:
    case Parameter::due_window_1:
    case Parameter::due_window_3:
    case Parameter::due_window_6:
    case Parameter::due_window_12:
    case Parameter::support_cap_months: return count(walk, node);
    case Parameter::support_from: return month(walk, node);
    case Parameter::income_floor_basis: return word_of(walk, node, bases);
    case Parameter::income_step_rule: return word_of(walk, node, step_rules);
    case Parameter::payment_terms: return terms(walk, node);
    case Parameter::th_support: return word_of(walk, node, std::array{ThSupport::compounded, ThSupport::nominal});
    case Parameter::refund_reasons: return reasons(walk, node);
  }
  return std::nullopt;
}

std::optional<Parameter> parameter_of(OverlayWalk& walk, std::uint32_t node) {
  const OverlayWalk::Step step{walk, "parameter"};
  const auto given = walk.word(node);
  if (!given) return std::nullopt;
  const auto parameter = parameter_from_name(*given);
  if (!parameter) {
    std::string all;
    for (int p = 0; p < parameter_count; ++p) {
      all += (all.empty() ? "" : ", ") + std::string{name(static_cast<Parameter>(p))};
    }
    walk.fault(node, OverlayError::unknown_name, std::move(all));
  }
  return parameter;
}

}  // namespace

std::optional<LawRow> read_value(OverlayWalk& walk, std::uint32_t node) {
  static constexpr std::array<OverlayKey, 7> keys{
      {{"parameter", true}, {"value", true}, {"from", true}, {"to"}, {"citation"}, {"standing"}, {"sources"}}};
  const auto members = walk.members(node, keys);
  if (!members) return std::nullopt;
  const auto& [parameter_at, value_at, from_at, to_at, citation_at, standing_at, sources_at] = *members;
  const auto parameter = parameter_of(walk, parameter_at);
  std::optional<LawValue> value;
  if (parameter) {
    const OverlayWalk::Step step{walk, "value"};
    value = value_of(walk, *parameter, value_at);
  }
  const auto period = read_period(walk, from_at, to_at);
  auto citation = read_citation(walk, citation_at);
  const auto standing = read_standing(walk, standing_at);
  std::optional<Sources> sources = Sources::two_or_more;
  if (sources_at != 0) {
    const OverlayWalk::Step step{walk, "sources"};
    sources = walk.one_of(sources_at, std::array{Sources::none, Sources::one, Sources::two_or_more});
  }
  if (!value || !period || !citation || !standing || !sources) return std::nullopt;
  LawRow row{*parameter, *value, period->from, period->to, std::move(*citation), *standing, *sources};
  if (const auto fault = check(row)) {
    const OverlayWalk::Step step{walk, "value"};
    fault_of_check(walk, value_at, *fault);
    return std::nullopt;
  }
  return row;
}

}  // namespace ansinh
