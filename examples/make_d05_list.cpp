// Prints examples/d05.csv: a list D05-TS of 300 invented participants, twenty of its rows wrong on purpose (see
// README.md there).
//
// The list is written by the library from the participants below, as `ansinh batch --to d05` would, and then spoiled in
// twenty cells; so it is right everywhere else by construction.
#include <ansinh/ansinh.hpp>
#include <array>
#include <cstddef>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace ansinh;

struct Participant {
  std::string paid_on = "2026-11-22", first_month, income, term, groups, province, former_province, locality;
  std::string months_supported, rate, other_support;
  std::string number;  // a number of its own where empty
};

// Columns of the form, from 0, and of those that the batch has to its right.
enum Column : std::size_t { number = 2, months = 5, income = 6, contribution = 7, share = 8, support_rate = 9 };
enum LocalColumn : std::size_t { local_rate = 10, local_top_up = 11, other_rate = 12 };
constexpr std::size_t paid_on_column = d05_columns;

using Cells = std::vector<std::string>;
using Spoil = std::string (*)(const Cells& cells);

// A row that is right but for one cell.
struct Planted {
  Participant participant;
  std::size_t column;
  Spoil spoil;
};

using Participants = std::vector<Participant>;

// The list of the batch from which the form is written.
std::string batch_csv(const Participants& participants) {
  static constexpr std::array<std::string_view, 8> family{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Lò"};
  static constexpr std::array<std::string_view, 7> middle{"Thị", "Văn", "Minh", "Ngọc", "Đức", "Thu", "Xuân"};
  static constexpr std::array<std::string_view, 9> given{"An",  "Bình", "Chi",  "Dũng", "Hà",
                                                         "Lan", "Nam",  "Oanh", "Phúc"};
  static constexpr std::array<std::string_view, 3> kinds{"Đóng tiếp", "Tham gia lần đầu", "Đăng ký lại"};
  std::string text =
      "name,participant_number,kind,paid_on,first_month,income,term,groups,province,former_province,locality,"
      "months_supported,fund_return_rate,other_support\n";
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const Participant& p = participants[i];
    ((text += family[i % family.size()]) += ' ') += middle[i % middle.size()];
    (text += ' ') += given[i % given.size()];
    const std::string digits = std::to_string(100 + i);
    // Every third has the personal number of 12 digits, the others the older one of 10.
    const std::string own = (i % 3 == 0 ? "001085000" : "7900000") + digits;
    for (const std::string& cell :
         {p.number.empty() ? own : p.number, std::string{kinds[i % kinds.size()]}, p.paid_on, p.first_month, p.income,
          p.term, p.groups, p.province, p.former_province, p.locality, p.months_supported, p.rate, p.other_support}) {
      text += ',' + cell;
    }
    text += '\n';
  }
  return text;
}

std::string lowest_income(Day day) {
  const auto brackets = income_brackets(LawBook::built_in(), day);
  return brackets ? std::to_string(brackets->floor.dong()) : std::string{};
}

// The day before every change of law and the day itself, with the place where a local one happens.
void add_changes(Participants& list) {
  const LawBook& law = LawBook::built_in();
  std::set<std::pair<Day, std::string>> changes;  // first day, and ",province" or ",,former province"
  const auto add = [&](Day day, const std::string& place) {
    if (first_law_day < day && day <= last_law_day) changes.insert({day, place});
  };
  for (const LawRow& row : law.rows()) {
    add(row.from, {});
    if (row.to != open_end) add(row.to.next(), {});
  }
  for (const Programme& programme : law.programmes()) {
    std::string place;
    if (!programme.territory.province.empty()) place = ',' + programme.territory.province.front().text();
    if (!programme.territory.former_province.empty()) place = ",," + programme.territory.former_province.front().text();
    add(programme.from, place);
    if (programme.to != open_end) add(programme.to.next(), place);
  }
  static constexpr std::array<std::string_view, 5> groups{"near_poor", "poor", "", "ethnic_minority", "island"};
  std::size_t turn = 0;
  for (const auto& [change, place] : changes) {
    for (const Day day : {change.previous(), change}) {
      Participant p;
      p.paid_on = day.text();
      p.income = lowest_income(day);
      p.groups = groups[turn / 2 % groups.size()];
      if (place.starts_with(",,")) {
        p.former_province = place.substr(2);
      } else if (!place.empty()) {
        p.province = place.substr(1);
      }
      list.push_back(p);
      ++turn;
    }
  }
}

// Every kind of term, with the law of several days.
void add_terms(Participants& list) {
  static constexpr std::array<std::string_view, 12> terms{"1",   "3",   "6",   "12",  "VS2",  "VS3",
                                                          "VS4", "VS5", "TH1", "TH7", "TH12", "TH60"};
  static constexpr std::array<std::string_view, 6> days{"2017-06-15", "2024-11-22", "2025-06-30",
                                                        "2026-04-30", "2026-05-01", "2026-11-22"};
  static constexpr std::array<std::string_view, 4> groups{"near_poor", "", "poor", "ethnic_minority"};
  static constexpr std::array<std::string_view, 5> provinces{"", "22", "01", "56", "66"};
  std::size_t turn = 0;
  for (const std::string_view day : days) {
    for (const std::string_view term : terms) {
      Participant p;
      p.paid_on = day;
      p.income = std::to_string(1'500'000 + 50'000 * (turn % 9));
      p.term = term;
      p.groups = groups[turn % groups.size()];
      p.province = provinces[turn % provinces.size()];
      // The return of the fund is published for 2026 only.
      if (!day.starts_with("2026")) p.rate = "0.0052";
      list.push_back(p);
      ++turn;
    }
  }
  for (const auto& [term, first] :
       {std::pair{"DB1", "2025-05"}, {"DB3", "2025-03"}, {"DB6", "2025-01"}, {"DB12", "2024-10"}}) {
    Participant p;
    p.paid_on = "2025-06-30";
    p.first_month = first;
    p.income = "2000000";
    p.term = term;
    p.rate = "0.0041";
    list.push_back(p);
  }
}

// What an ordinary month brings: places, the 120 months, support by others.
void add_ordinary(Participants& list, std::size_t total) {
  static constexpr std::array<std::string_view, 5> groups{"", "near_poor", "poor", "ethnic_minority",
                                                          "informal_worker"};
  static constexpr std::array<std::string_view, 4> days{"2026-08-20", "2026-10-01", "2026-11-05", "2026-11-22"};
  for (std::size_t turn = 0; list.size() < total; ++turn) {
    Participant p;
    p.paid_on = days[turn % days.size()];
    p.income = std::to_string(1'500'000 + 350'000 * (turn % 11));
    p.term = turn % 4 == 3 ? "3" : "";
    p.groups = groups[turn % groups.size()];
    switch (turn % 6) {
      case 0: p.province = "22"; break;
      case 1: p.province = "01"; break;
      case 2: p.former_province = "17"; break;
      case 3:
        p.province = "01";
        p.locality = "004";
        break;
      case 4: p.province = "56"; break;
      default: break;
    }
    if (turn % 5 == 0) p.months_supported = turn % 2 == 0 ? "119" : "120";
    if (turn % 7 == 0) p.other_support = "50000";
    list.push_back(p);
  }
}

Participant near_poor() {
  Participant p;
  p.income = "1500000";
  p.groups = "near_poor";
  p.province = "22";
  return p;
}
template <class Change>
Participant near_poor(Change change) {
  Participant p = near_poor();
  change(p);
  return p;
}

// The twenty, each wrong in its own way; README.md lists them in this order.
std::vector<Planted> planted() {
  std::vector<Planted> all;
  const auto add = [&](const Participant& p, std::size_t column, Spoil spoil) { all.push_back({p, column, spoil}); };
  add(near_poor(), contribution, [](const Cells&) { return std::string{"303000"}; });
  add(near_poor(), share, [](const Cells&) { return std::string{"198000"}; });
  add(near_poor([](Participant& p) { p.groups = "poor"; }), support_rate,
      [](const Cells&) { return std::string{"40"}; });
  add(near_poor([](Participant& p) { p.paid_on = "2025-07-01"; }), support_rate,
      [](const Cells&) { return std::string{"25"}; });
  add(near_poor([](Participant& p) { p.paid_on = "2025-06-30"; }), support_rate,
      [](const Cells&) { return std::string{"40"}; });
  add(near_poor(), local_rate, [](const Cells&) { return std::string{"20"}; });
  add(near_poor([](Participant& p) {
        p.income = "5000000";
        p.groups = "";
      }),
      local_top_up, [](const Cells&) { return std::string{"220000"}; });
  add(near_poor(), other_rate, [](const Cells&) { return std::string{"10"}; });
  add(near_poor([](Participant& p) { p.term = "VS3"; }), share,
      [](const Cells& cells) { return std::to_string(std::stoll(cells[share]) + 1); });
  add(near_poor([](Participant& p) { p.term = "3"; }), months, [](const Cells&) { return std::string{"6"}; });
  add(near_poor([](Participant& p) { p.term = "VS2"; }), contribution,
      [](const Cells&) { return std::to_string(24 * 330'000); });
  add(near_poor([](Participant& p) {
        p.paid_on = "2026-04-30";
        p.term = "TH12";
        p.province = "";
      }),
      share, [](const Cells& cells) { return std::to_string(std::stoll(cells[contribution]) - 12 * 132'000); });
  add(near_poor([](Participant& p) {
        p.term = "3";
        p.groups = "";
        p.province = "";
        p.months_supported = "118";
      }),
      share, [](const Cells&) { return std::to_string(3 * 264'000); });
  add(near_poor(), income, [](const Cells&) { return std::string{"1.500.000 đ"}; });
  add(near_poor([](Participant& p) { p.number = "0790000999"; }), number,
      [](const Cells& cells) { return cells[number].substr(1); });
  add(near_poor(), paid_on_column, [](const Cells&) { return std::string{"30/02/2026"}; });
  add(near_poor(), months, [](const Cells&) { return std::string{"5"}; });
  add(near_poor([](Participant& p) { p.groups = ""; }), support_rate, [](const Cells&) { return std::string{"15"}; });
  add(near_poor(), income, [](const Cells&) { return std::string{"1450000"}; });
  add(near_poor(), number, [](const Cells&) { return std::string{"7900000113"}; });
  return all;
}

std::string joined(const Cells& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += d05_delimiter;
    text += cells[i];
  }
  return text + "\r\n";
}

// The form, its rows as cells.
struct Form {
  std::string head, foot;
  std::vector<Cells> rows;
  std::size_t refused = 0;
};

Form written(const std::string& csv) {
  BatchOptions options;
  options.write = BatchOptions::Write::d05;
  BatchInput input{built_in_rules(), options};
  Form form;
  Totals totals;
  std::uint64_t ordinal = 1;
  Block block;
  PricedBlock priced;
  const auto price = [&] {
    input.batch()->price(block, priced, totals);
    const std::string text = number_rows(priced, ordinal);
    std::string_view rows = text;
    for (Cells cells; take_row(rows, d05_delimiter, cells);) form.rows.push_back(cells);
    form.refused += priced.refusals.size();
  };
  std::string_view rest = csv;
  while (input.take(rest, block)) price();
  while (input.finish(block)) price();
  if (input.batch() == nullptr) return form;
  form.head = input.batch()->output_header();
  form.foot = input.batch()->output_footer(totals);
  return form;
}

}  // namespace

int main() {
  constexpr std::size_t total = 300, every = 14;
  const std::vector<Planted> wrong = planted();
  Participants right;
  add_changes(right);
  add_terms(right);
  add_ordinary(right, total - wrong.size());

  // The wrong rows stand among the others, one at the end of every `every`.
  Participants all;
  std::vector<const Planted*> plan;
  for (std::size_t next_right = 0, next_wrong = 0; all.size() < total && next_right < right.size() + 1;) {
    const bool spoiled = next_wrong < wrong.size() && all.size() % every == every - 1;
    plan.push_back(spoiled ? &wrong[next_wrong] : nullptr);
    all.push_back(spoiled ? wrong[next_wrong++].participant : right[next_right++]);
  }

  Form form = written(batch_csv(all));
  if (form.rows.size() != total || form.refused != 0 || right.size() + wrong.size() != total) {
    std::cerr << form.rows.size() << " rows, " << form.refused << " refused, " << right.size() << " right\n";
    return 1;
  }
  std::cout << form.head;
  for (std::size_t i = 0; i < total; ++i) {
    Cells& cells = form.rows[i];
    if (plan[i] != nullptr) cells[plan[i]->column] = plan[i]->spoil(cells);
    std::cout << joined(cells);
  }
  std::cout << form.foot;
  return 0;
}
