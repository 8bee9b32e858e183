#include "lists/support_rates.hpp"

#include <algorithm>
#include <array>

#include "lists/numbers.hpp"

namespace ansinh {
namespace lists {
namespace {

struct CentralGroup {
  Parameter parameter;
  GroupSet held;  // empty: everyone
  SupportGroup line;
  std::string_view name;
  bool from_the_start;  // a category since there is support; the others exist only on days of their own rows
};
// By the order of the form's rates; where two have one rate the first is meant.
const std::array<CentralGroup, 5>& central_groups() {
  static const std::array<CentralGroup, 5> groups{
      CentralGroup{Parameter::support_rate_poor, Group::poor, SupportGroup::poor_or_island, "poor", true},
      CentralGroup{Parameter::support_rate_island, Group::island, SupportGroup::poor_or_island, "island", false},
      CentralGroup{Parameter::support_rate_near_poor, Group::near_poor, SupportGroup::near_poor, "near_poor", true},
      CentralGroup{Parameter::support_rate_ethnic_minority, Group::ethnic_minority, SupportGroup::ethnic_minority,
                   "ethnic_minority", false},
      CentralGroup{Parameter::support_rate_other, {}, SupportGroup::other, "", true}};
  return groups;
}

Rate rate_on(const LawRow* row) {
  const Rate* rate = row == nullptr ? nullptr : std::get_if<Rate>(&row->value);
  return rate == nullptr ? Rate{} : *rate;
}

template <class Value>
std::optional<Value> value_on(const LawBook& book, Parameter parameter, Day day) {
  const LawRow* row = book.on(parameter, day);
  const Value* value = row == nullptr ? nullptr : std::get_if<Value>(&row->value);
  return value == nullptr ? std::nullopt : std::optional<Value>{*value};
}

int months_of(const RuleMonths& months, const Request& request, const Assessment& answer) {
  switch (months.kind) {
    case RuleMonths::Kind::central: return answer.supported_months;
    case RuleMonths::Kind::all: return answer.months;
    case RuleMonths::Kind::limit:
      return std::min<int>(answer.months, std::max(0, months.limit - request.local_months_used.value_or(0)));
  }
  return 0;
}

// What a rule gives, in nominal months: enough to tell which of a programme's rules counted.
Money amount_of(const LawBook& book, const Rule& rule, const Request& request, int months) {
  const auto contribution_rate = value_on<Rate>(book, Parameter::contribution_rate, request.paid_on);
  if (const auto* floor = std::get_if<FloorShare>(&rule.per_month)) {
    return share_of_floor(book, floor->share, request.paid_on, months).value_or(Money{});
  }
  if (const auto* fixed = std::get_if<FixedSum>(&rule.per_month)) return fixed->amount * months;
  if (!contribution_rate) return {};
  if (const auto* own = std::get_if<OwnShare>(&rule.per_month)) {
    return nearest_dong(request.income * *contribution_rate * own->share * months).dong;
  }
  const auto& stated = *std::get_if<StatedIncomeShare>(&rule.per_month);
  return nearest_dong(stated.income * *contribution_rate * stated.share * months).dong;
}

std::optional<Rate> sum(Rate a, Rate b) {
  std::int64_t billionths = 0;
  for (const Rate rate : {a, b}) {
    std::int64_t digits = rate.digits();
    for (int i = rate.decimals(); i < Rate::max_decimals; ++i) digits *= 10;
    billionths += digits;
  }
  return Rate::from_decimal(billionths, Rate::max_decimals);
}

}  // namespace

StateRate state_rate(const LawBook& book, GroupSet held, Day paid_on) {
  StateRate best;
  for (const CentralGroup& group : central_groups()) {
    if (!group.held.empty() && !held.intersects(group.held)) continue;
    const Rate rate = rate_on(book.on(group.parameter, paid_on));
    if (best.rate < rate) best = {group.line, rate};
  }
  return best;
}

std::optional<std::string_view> groups_of_rate(const LawBook& book, Rate rate, Day paid_on) {
  for (const CentralGroup& group : central_groups()) {
    const auto series = book.series(group.parameter);
    const LawRow* row = book.on(group.parameter, paid_on);
    if (row == nullptr && group.from_the_start && !series.empty() && paid_on < series.front().from) {
      row = &series.front();
    }
    if (row != nullptr && rate_on(row) == rate) return group.name;
  }
  return std::nullopt;
}

std::optional<Money> share_of_floor(const LawBook& book, Rate rate, Day paid_on, int months) {
  const auto line = value_on<Money>(book, Parameter::rural_poverty_line, paid_on);
  const auto contribution_rate = value_on<Rate>(book, Parameter::contribution_rate, paid_on);
  if (!line || !contribution_rate) return std::nullopt;
  return nearest_dong(*line * *contribution_rate * rate * months).dong;
}

std::optional<Rate> local_rate(const LawBook& book, const Request& request, const Assessment& answer) {
  std::optional<Rate> total = Rate{};
  for (const LayerAmount& layer : answer.layers()) {
    const Rule* best = nullptr;
    Money most;
    for (const Rule& rule : book.programmes()[layer.programme].rules) {
      if (!rule.groups.empty() && !rule.groups.intersects(request.groups)) continue;
      const Money amount = amount_of(book, rule, request, months_of(rule.months, request, answer));
      if (best == nullptr || most < amount) {
        best = &rule;
        most = amount;
      }
    }
    const auto* floor = best == nullptr ? nullptr : std::get_if<FloorShare>(&best->per_month);
    if (floor == nullptr) return std::nullopt;
    total = sum(*total, floor->share);
    if (!total) return std::nullopt;
  }
  return total;
}

std::string percent(Rate rate) {
  std::string digits = std::to_string(rate.digits());
  int decimals = rate.decimals() - 2;
  if (decimals <= 0) {
    if (rate.digits() != 0) digits.append(static_cast<std::size_t>(-decimals), '0');
    return digits;
  }
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return digits;
}

std::optional<Rate> rate_of_percent(std::string_view text) {
  std::string share{text};
  if (!share.ends_with('%')) share += '%';
  const Decimal decimal = read_decimal(share, Rate::max_decimals);
  if (decimal.form != Decimal::Form::decimal) return std::nullopt;
  return Rate::from_decimal(decimal.digits, decimal.decimals);
}

}  // namespace lists

std::optional<Rate> read_percent(std::string_view text) { return lists::rate_of_percent(text); }

}  // namespace ansinh
