// Prints examples/participants.csv: 300 invented participants, 12 of them wrong on purpose (see README.md there).
//
// The list is made from the table of bounds below and nothing else, so that it is the same bytes on every machine and
// does not lean on the library that it exercises.
#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Lowest and highest income on the 50,000 dong step from a day on: floor (base salary to 2015, rural poverty line
// since), and the last step at or below twenty base salaries.
struct Bounds {
  std::string_view from;
  std::int64_t floor;
  std::int64_t twenty_base_salaries;
};
constexpr std::array bounds{
    Bounds{"2008-01-01", 540'000, 10'800'000},   Bounds{"2009-05-01", 650'000, 13'000'000},
    Bounds{"2010-05-01", 730'000, 14'600'000},   Bounds{"2011-05-01", 830'000, 16'600'000},
    Bounds{"2012-05-01", 1'050'000, 21'000'000}, Bounds{"2013-07-01", 1'150'000, 23'000'000},
    Bounds{"2016-01-01", 700'000, 23'000'000},   Bounds{"2016-05-01", 700'000, 24'200'000},
    Bounds{"2017-07-01", 700'000, 26'000'000},   Bounds{"2018-07-01", 700'000, 27'800'000},
    Bounds{"2019-07-01", 700'000, 29'800'000},   Bounds{"2022-01-01", 1'500'000, 29'800'000},
    Bounds{"2023-07-01", 1'500'000, 36'000'000}, Bounds{"2024-07-01", 1'500'000, 46'800'000},
    Bounds{"2026-07-01", 1'500'000, 50'600'000}, Bounds{"2027-01-01", 2'200'000, 50'600'000},
};
constexpr std::int64_t step = 50'000;

const Bounds& bounds_on(std::string_view day) {
  const Bounds* found = &bounds.front();
  for (const Bounds& row : bounds) {
    if (row.from <= day) found = &row;
  }
  return *found;
}
std::int64_t lowest(std::string_view day) { return bounds_on(day).floor; }
std::int64_t highest(std::string_view day) {
  const Bounds& b = bounds_on(day);
  return b.floor + (b.twenty_base_salaries - b.floor) / step * step;
}

struct Row {
  std::string paid_on, first_month, income, term, groups, province, former_province, locality;
  std::string months_supported, local_months_used, other_support;
  std::string surplus;  // a cell too many, for the row with the wrong number of cells
};

class List {
 public:
  void add(const Row& row) {
    static constexpr std::array<std::string_view, 8> family{"Nguyễn", "Trần", "Lê",   "Phạm",
                                                            "Hoàng",  "Vũ",   "Đặng", "Lò"};
    static constexpr std::array<std::string_view, 7> middle{"Thị", "Văn", "Minh", "Ngọc", "Đức", "Thu", "Xuân"};
    static constexpr std::array<std::string_view, 9> given{"An",  "Bình", "Chi",  "Dũng", "Hà",
                                                           "Lan", "Nam",  "Oanh", "Phúc"};
    static constexpr std::array<std::string_view, 5> hamlet{"Thôn 1", "Thôn 2", "Tổ dân phố 3", "\"Ấp Đông, khu 4\"",
                                                            "\"Bản \"\"Mới\"\"\""};
    const std::size_t i = count_++;
    const std::string number = std::to_string(count_);
    const std::array<std::string_view, 11> cells{
        row.paid_on,          row.first_month,       row.income,          row.term,
        row.groups,           row.province,          row.former_province, row.locality,
        row.months_supported, row.local_months_used, row.other_support};
    text_ += "P" + std::string(3 - number.size(), '0') + number + ',';
    text_ += family[i % family.size()];
    text_ += ' ';
    text_ += middle[i % middle.size()];
    text_ += ' ';
    text_ += given[i % given.size()];
    text_ += ',';
    text_ += hamlet[i % hamlet.size()];
    for (const std::string_view cell : cells) {
      text_ += ',';
      text_ += cell;
    }
    text_ += row.surplus;
    text_ += '\n';
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_ =
      "id,name,hamlet,paid_on,first_month,income,term,groups,province,former_province,locality,months_supported,"
      "local_months_used,other_support\n";
  std::size_t count_ = 0;
};

// The day before a change of law and the day itself: one participant at the lowest income, one at the highest.
void add_edges(List& list) {
  struct Edge {
    std::string_view before, on;
    std::string_view province;  // where the change is a local one
    std::string_view groups;
  };
  static constexpr std::array edges{
      Edge{"2009-04-30", "2009-05-01", "", ""},
      Edge{"2009-12-31", "2010-01-01", "", "poor"},
      Edge{"2010-04-30", "2010-05-01", "", ""},
      Edge{"2011-04-30", "2011-05-01", "", "near_poor"},
      Edge{"2011-12-31", "2012-01-01", "", ""},
      Edge{"2012-04-30", "2012-05-01", "", ""},
      Edge{"2013-06-30", "2013-07-01", "", "ethnic_minority"},
      Edge{"2013-12-31", "2014-01-01", "", ""},
      Edge{"2015-12-31", "2016-01-01", "", "poor"},
      Edge{"2016-04-30", "2016-05-01", "", ""},
      Edge{"2017-06-30", "2017-07-01", "", "near_poor"},
      Edge{"2017-12-31", "2018-01-01", "20", "poor"},
      Edge{"2018-06-30", "2018-07-01", "20", "near_poor"},
      Edge{"2019-06-30", "2019-07-01", "", ""},
      Edge{"2019-12-31", "2020-01-01", "42", "informal_worker"},
      Edge{"2021-12-31", "2022-01-01", "20", "poor"},
      Edge{"2022-07-31", "2022-08-01", "01", "near_poor"},
      Edge{"2022-12-31", "2023-01-01", "22", "poor"},
      Edge{"2023-06-30", "2023-07-01", "22", ""},
      Edge{"2024-06-30", "2024-07-01", "01", "poor"},
      Edge{"2025-06-30", "2025-07-01", "01", "near_poor"},
      Edge{"2025-06-30", "2025-07-01", "66", "ethnic_minority"},
      Edge{"2025-12-31", "2026-01-01", "01", "near_poor"},
      Edge{"2025-12-31", "2026-01-01", "42", "informal_worker"},
      Edge{"2026-02-02", "2026-02-03", "56", "poor"},
      Edge{"2026-06-30", "2026-07-01", "56", "near_poor"},
      Edge{"2026-11-22", "2026-11-23", "25", "near_poor"},
      Edge{"2026-12-31", "2027-01-01", "31", "poor"},
      Edge{"2027-12-31", "2028-01-01", "22", "near_poor"},
  };
  for (const Edge& edge : edges) {
    for (const std::string_view day : {edge.before, edge.on}) {
      for (const bool low : {true, false}) {
        Row row;
        row.paid_on = day;
        row.income = std::to_string(low ? lowest(day) : highest(day));
        row.groups = edge.groups;
        row.province = edge.province;
        row.months_supported = low ? "" : "12";
        list.add(row);
      }
    }
  }
  for (const std::string_view day : {"2008-01-01", "2030-12-31"}) {
    Row row;
    row.paid_on = day;
    row.income = std::to_string(lowest(day));
    list.add(row);
  }
}

// Every group and several sets, each with every term, after and before 2025-07-01.
void add_groups_and_terms(List& list) {
  static constexpr std::array<std::string_view, 12> sets{"",
                                                         "poor",
                                                         "island",
                                                         "near_poor",
                                                         "ethnic_minority",
                                                         "escaped_near_poor",
                                                         "informal_worker",
                                                         "security_force",
                                                         "poor|near_poor",
                                                         "island|ethnic_minority",
                                                         "near_poor|ethnic_minority|informal_worker",
                                                         "escaped_near_poor|ethnic_minority"};
  static constexpr std::array<std::string_view, 9> provinces{"01", "20", "22", "25", "31", "42", "56", "66", "79"};
  static constexpr std::array<std::string_view, 4> terms{"1", "3", "6", "12"};
  std::size_t turn = 0;
  for (const std::string_view groups : sets) {
    for (const std::string_view term : terms) {
      Row row;
      const bool recent = turn % 3 != 2;
      row.paid_on = recent ? "2026-11-22" : "2024-11-22";
      row.income = std::to_string(1'500'000 + static_cast<std::int64_t>(turn % 8) * 250'000);
      row.term = term;
      row.groups = groups;
      row.province = provinces[turn % provinces.size()];
      list.add(row);
      ++turn;
    }
  }
}

// Places: present and former codes on three days, and the former district of Long Bien (004).
void add_places(List& list) {
  static constexpr std::array<std::string_view, 3> days{"2024-11-22", "2025-10-15", "2026-11-22"};
  static constexpr std::array<std::string_view, 8> former{"17", "20", "54", "30", "56", "58", "77", "74"};
  static constexpr std::array<std::string_view, 4> present{"24", "44", "52", "91"};  // codes that changed their meaning
  static constexpr std::array<std::string_view, 4> groups{"poor", "near_poor", "ethnic_minority", ""};
  std::size_t turn = 0;
  for (const std::string_view day : days) {
    for (const std::string_view code : former) {
      Row row;
      row.paid_on = day;
      row.income = "1500000";
      row.groups = groups[turn++ % groups.size()];
      row.former_province = code;
      list.add(row);
    }
    for (const std::string_view code : present) {
      Row row;
      row.paid_on = day;
      row.income = "2000000";
      row.groups = groups[turn++ % groups.size()];
      row.province = code;
      list.add(row);
    }
    for (const std::string_view group : {"poor", "near_poor", "escaped_near_poor"}) {
      Row row;
      row.paid_on = day;
      row.income = "1500000";
      row.groups = group;
      row.province = "01";
      row.locality = "004";
      list.add(row);
    }
  }
  // The twelve months of Long Bien's own limit.
  for (const std::string_view used : {"0", "6", "11", "12"}) {
    Row row;
    row.paid_on = "2024-11-22";
    row.income = "1500000";
    row.term = "6";
    row.groups = "escaped_near_poor";
    row.province = "01";
    row.locality = "004";
    row.local_months_used = used;
    list.add(row);
  }
}

// The 120 months of support, money of others, months ahead and behind, other ways to write the same cell.
void add_circumstances(List& list) {
  for (const std::string_view supported : {"0", "119", "120"}) {
    for (const std::string_view term : {"1", "3", "6", "12"}) {
      Row row;
      row.paid_on = "2026-11-22";
      row.income = "1500000";
      row.term = term;
      row.groups = "near_poor";
      row.province = term == "3" ? "22" : "";
      row.months_supported = supported;
      list.add(row);
    }
  }
  for (const std::string_view other : {"50000", "100.000", "198000", "330000"}) {
    Row row;
    row.paid_on = "2026-11-22";
    row.income = "1500000";
    row.groups = "near_poor";
    row.province = "79";
    row.other_support = other;
    list.add(row);
  }
  // First months: ahead, and as late as the due window allows.
  struct Window {
    std::string_view term, first, paid;
  };
  static constexpr std::array windows{Window{"1", "2027-01", "2026-11-22"},  Window{"12", "2027-11", "2026-11-22"},
                                      Window{"3", "2026-06", "2026-08-31"},  Window{"6", "2026-05", "2026-08-31"},
                                      Window{"12", "2026-03", "2026-09-30"}, Window{"6", "2017-10", "2018-01-31"},
                                      Window{"6", "2025-04", "2025-07-01"}};
  for (const Window& window : windows) {
    Row row;
    row.paid_on = window.paid;
    row.first_month = window.first;
    row.income = std::to_string(lowest(window.paid) + step);
    row.term = window.term;
    row.groups = "poor";
    list.add(row);
  }
  // Between two steps: a flag since 2025-07-01.
  for (const std::string_view income : {"1512345", "1999999"}) {
    Row row;
    row.paid_on = "2026-11-22";
    row.income = income;
    row.province = "01";
    list.add(row);
  }
  // The same cell, written otherwise.
  Row row;
  row.paid_on = "22/11/2026";
  row.first_month = "12/2026";
  row.income = "1.500.000";
  row.term = "3";
  row.groups = "near_poor|near_poor";
  row.province = "01";
  list.add(row);
  row = {};
  row.paid_on = "1/7/2026";
  row.income = "0001550000";
  row.groups = " poor ";
  row.province = " 25 ";
  row.former_province = "17";
  list.add(row);
}

// Twelve rows that are wrong, each in its own way; README.md lists them.
void add_wrong(List& list, std::size_t which) {
  Row row;
  row.paid_on = "2026-11-22";
  row.income = "1500000";
  row.groups = "near_poor";
  switch (which) {
    case 0: row.paid_on = "30/02/2026"; break;
    case 1: row.income = "1.500.00"; break;
    case 2: row.groups = "near-poor"; break;
    case 3: row.province = "17"; break;
    case 4:
      row.province = "01";
      row.former_province = "30";
      break;
    case 5: row.surplus = ",?"; break;
    case 6:
      row.paid_on = "2007-12-31";
      row.income = "540000";
      break;
    case 7:
      row.paid_on = "2015-12-31";
      row.income = "1150000";
      row.term = "12";
      break;
    case 8: row.income = "1450000"; break;
    case 9: row.income = "50650000"; break;
    case 10:
      row.paid_on = "2025-06-30";
      row.income = "1525000";
      break;
    default:
      row.paid_on = "2026-09-01";
      row.first_month = "2026-06";
      row.term = "3";
      break;
  }
  list.add(row);
}

// Brings the list to its full length: an ordinary month of an ordinary year, place by place.
void add_ordinary(List& list, std::size_t total) {
  static constexpr std::array<std::string_view, 6> provinces{"01", "22", "42", "56", "79", "25"};
  static constexpr std::array<std::string_view, 5> days{"2026-03-05", "2026-05-15", "2026-08-20", "2026-10-01",
                                                        "2026-11-22"};
  static constexpr std::array<std::string_view, 5> groups{"", "near_poor", "poor", "ethnic_minority",
                                                          "informal_worker"};
  for (std::size_t turn = 0; list.count() < total; ++turn) {
    Row row;
    row.paid_on = days[turn % days.size()];
    row.income = std::to_string(1'500'000 + static_cast<std::int64_t>(turn % 11) * 350'000);
    row.term = turn % 4 == 3 ? "3" : "";
    row.groups = groups[turn % groups.size()];
    row.province = provinces[turn % provinces.size()];
    row.months_supported = std::to_string(turn % 60);
    list.add(row);
  }
}

}  // namespace

int main() {
  constexpr std::size_t total = 300;
  List list;
  std::size_t wrong = 0;
  add_wrong(list, wrong++);
  add_edges(list);
  add_wrong(list, wrong++);
  add_wrong(list, wrong++);
  add_groups_and_terms(list);
  add_wrong(list, wrong++);
  add_wrong(list, wrong++);
  add_places(list);
  add_wrong(list, wrong++);
  add_wrong(list, wrong++);
  add_circumstances(list);
  while (wrong < 11) add_wrong(list, wrong++);
  add_ordinary(list, total - 1);
  add_wrong(list, wrong++);
  std::cout << list.text();
  return list.count() == total && wrong == 12 ? 0 : 1;
}
