#include <algorithm>

#include "ansinh/law.hpp"

namespace ansinh {
namespace {

OpenItem item(OpenItem::Kind kind, Day from, Day to) {
  OpenItem open{};
  open.kind = kind;
  open.from = from;
  open.to = to;
  return open;
}

void add_values(const LawBook& book, std::vector<OpenItem>& items) {
  for (const LawRow& row : book.rows()) {
    if (row.standing != Standing::assumed && row.standing != Standing::draft && row.standing != Standing::none_found) {
      continue;
    }
    items.push_back(item(OpenItem::Kind::value, row.from, row.to));
    items.back().row = &row;
  }
}

// Days of the law on which a parameter is known from some day on or to some day, but has no value. Only r has such days
// in the built-in book: the terms that need it exist from 2008 (missing months) on.
void add_gaps(const LawBook& book, std::vector<OpenItem>& items) {
  Day next = first_law_day;
  const auto gap = [&](Day from, Day to) {
    if (to < from) return;
    items.push_back(item(OpenItem::Kind::not_published, from, to));
    items.back().parameter = Parameter::fund_return_rate;
  };
  for (const LawRow& row : book.series(Parameter::fund_return_rate)) {
    if (next < row.from) gap(next, std::min(row.from.previous(), last_law_day));
    next = std::max(next, row.to.next());
  }
  if (next <= last_law_day) gap(next, last_law_day);
}

bool names(const Territory& territory, FormerProvinceCode former) {
  return std::ranges::find(territory.former_province, former) != territory.former_province.end() ||
         std::ranges::find(territory.province, former.present()) != territory.province.end();
}

// A record for one group only says nothing of the place for everyone else.
bool spoken_of(const LawBook& book, FormerProvinceCode former) {
  for (const Programme& programme : book.programmes()) {
    if (names(programme.territory, former)) return true;
  }
  for (const Record& record : book.records()) {
    if (record.groups.empty() && names(record.territory, former)) return true;
  }
  return false;
}

}  // namespace

std::vector<OpenItem> open_items(const LawBook& book) {
  std::vector<OpenItem> items;
  add_values(book, items);
  add_gaps(book, items);
  for (const Programme& programme : book.programmes()) {
    if (programme.settled()) continue;
    items.push_back(item(OpenItem::Kind::programme, programme.from, programme.to));
    items.back().programme = &programme;
  }
  for (const Record& record : book.records()) {
    if (record.kind == RecordKind::none) continue;
    items.push_back(item(OpenItem::Kind::record, record.from, record.to));
    items.back().record = &record;
  }
  for (const FormerProvinceCode former : former_provinces()) {
    if (spoken_of(book, former)) continue;
    items.push_back(item(OpenItem::Kind::place_without_record, first_law_day, last_law_day));
    items.back().former_province = former;
  }
  return items;
}

}  // namespace ansinh
