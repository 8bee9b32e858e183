// Cutting of the months of a projection.
#include "lists/cost_plan.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace ansinh::lists {
namespace {

// Every day on which something in the book begins, or is over since the day before.
std::set<Day> days_of_change(const LawBook& book) {
  std::set<Day> days;
  const auto add = [&days](Day from, Day to) {
    days.insert(from);
    days.insert(to.next());
  };
  for (const LawRow& row : book.rows()) {
    add(row.from, row.to);
    // A month that the law names, such as the first that is supported.
    if (const Month* month = std::get_if<Month>(&row.value)) days.insert(month->first_day());
  }
  for (const Programme& programme : book.programmes()) add(programme.from, programme.to);
  for (const Record& record : book.records()) add(record.from, record.to);
  return days;
}

bool needs_layers(const LawBook& book, Day day) {
  return std::any_of(book.programmes().begin(), book.programmes().end(), [day](const Programme& programme) {
    if (day < programme.from || day > programme.to) return false;
    return programme.source_of_money != SourceOfMoney::budget ||
           std::any_of(programme.rules.begin(), programme.rules.end(),
                       [](const Rule& rule) { return rule.months.kind == RuleMonths::Kind::limit; });
  });
}

}  // namespace

std::vector<CostSegment> segments_of(const LawBook& book, Month from, Month to) {
  const std::set<Day> changes = days_of_change(book);
  std::vector<CostSegment> segments;
  for (Month month = from; month <= to; month = month + 1) {
    const Day day = month.first_day();
    bool same_law = false;
    if (month != from) {
      const auto change = changes.upper_bound((month - 1).first_day());
      same_law = change == changes.end() || *change > day;
    }
    if (same_law && month.month() != 1) {
      segments.back().last = month;
      continue;
    }
    CostSegment& segment = segments.emplace_back();
    segment.same_law = same_law;
    segment.first = segment.last = month;
    segment.day = day;
    segment.year = static_cast<std::size_t>(month.year() - from.year());
    if (const Result<IncomeBrackets> brackets = income_brackets(book, day)) {
      segment.bounded = brackets->count > 0;
      segment.floor = brackets->floor;
      segment.highest = brackets->step_required ? brackets->level(brackets->count - 1) : brackets->ceiling;
    }
    if (const LawRow* cap = book.on(Parameter::support_cap_months, day)) {
      segment.support_cap = std::get<int>(cap->value);
    }
    segment.ask_for_layers = needs_layers(book, day);
  }
  return segments;
}

}  // namespace ansinh::lists
