#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "reference/csv.hpp"
#include "reference/law.hpp"
#include "reference/reference.hpp"
#include "vectors/vectors.hpp"

namespace vectors {
namespace {

using namespace ansinh;
using reference::Outcome;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
// Name of a field and the text of its cell, in the order of the specification.
using Cells = std::vector<std::pair<std::string, std::string>>;

const reference::Law& law() {
  static const reference::Law of_files = reference::Law::from_files();
  return of_files;
}

const char* status_name(Errc code) {
  switch (code) {
    case Errc::ok: return "ok";
    case Errc::invalid_argument: return "invalid_argument";
    case Errc::day_outside_law: return "day_outside_law";
    case Errc::term_not_allowed: return "term_not_allowed";
    case Errc::income_below_floor: return "income_below_floor";
    case Errc::income_above_ceiling: return "income_above_ceiling";
    case Errc::income_off_step: return "income_off_step";
    case Errc::payment_late: return "payment_late";
    case Errc::value_not_published: return "value_not_published";
    case Errc::not_settled: return "not_settled";
    case Errc::not_yet_supported: return "not_yet_supported";
  }
  return "";
}

std::string group_text(GroupSet groups) {
  static const char* const names[] = {
      "poor", "island", "near_poor", "ethnic_minority", "escaped_near_poor", "informal_worker", "security_force"};
  std::string text;
  for (unsigned i = 0; i < 7; ++i) {
    if ((groups.bits() >> i & 1U) == 0) continue;
    if (!text.empty()) text += '|';
    text += names[i];
  }
  return text;
}

std::string two_digits(int code) { return (code < 10 ? "0" : "") + std::to_string(code); }

Cells cells_of(const Request& q) {
  Cells cells{{"paid_on", q.paid_on.text()}};
  if (q.first_month) cells.emplace_back("first_month", q.first_month->text());
  cells.emplace_back("income", std::to_string(q.income.dong()));
  cells.emplace_back("term", q.term.text());
  if (!q.groups.empty()) cells.emplace_back("groups", group_text(q.groups));
  if (q.place.province) cells.emplace_back("province", two_digits(q.place.province->number()));
  if (q.place.former_province) cells.emplace_back("former_province", two_digits(q.place.former_province->number()));
  if (q.place.locality) cells.emplace_back("locality", q.place.locality->text());
  if (q.months_supported != 0) cells.emplace_back("months_supported", std::to_string(q.months_supported));
  if (q.local_months_used) cells.emplace_back("local_months_used", std::to_string(*q.local_months_used));
  if (q.fund_return_rate) cells.emplace_back("fund_return_rate", q.fund_return_rate->text());
  if (q.other_support.dong() != 0) cells.emplace_back("other_support", std::to_string(q.other_support.dong()));
  return cells;
}

// One file in the making.
class Lines {
 public:
  explicit Lines(std::string name) : name_{std::move(name)} {}

  void add(const std::string& what, const std::string& source, const Request& q) {
    line(what, source, cells_of(q), reference::assess(law(), q));
  }
  // Other texts for the same request.
  void add(const std::string& what, const std::string& source, const Cells& cells, const Request& q) {
    line(what, source, cells, reference::assess(law(), q));
  }
  void refuse(const std::string& what, const std::string& source, const Cells& cells, const Outcome& refusal) {
    line(what, source, cells, refusal);
  }
  File file() const { return {name_ + ".jsonl", text_}; }

 private:
  void line(const std::string& what, const std::string& source, const Cells& cells, const Outcome& outcome) {
    rapidjson::StringBuffer buffer;
    Writer w{buffer};
    w.StartObject();
    const auto text = [&](const char* key, const std::string& value) {
      w.Key(key);
      w.String(value.c_str());
    };
    text("id", name_ + "/" + std::to_string(++count_) + " " + what);
    text("source", source);
    w.Key("request");
    w.StartObject();
    for (const auto& [field, cell] : cells) text(field.c_str(), cell);
    w.EndObject();
    if (outcome.status == Errc::ok) {
      w.Key("answer");
      answer(w, outcome);
    } else {
      w.Key("refusal");
      w.StartObject();
      text("status", status_name(outcome.status));
      text("parameter", outcome.parameter);
      text("given", outcome.given);
      w.EndObject();
    }
    w.EndObject();
    text_ += buffer.GetString();
    text_ += '\n';
  }

  static void answer(Writer& w, const Outcome& o) {
    const auto number = [&](const char* key, std::int64_t value) {
      w.Key(key);
      w.Int64(value);
    };
    w.StartObject();
    w.Key("status");
    w.String("ok");
    number("contribution", o.contribution);
    number("central_support", o.central_support);
    number("local_top_up", o.local_top_up);
    number("province_top_up", o.province_top_up);
    number("locality_top_up", o.locality_top_up);
    number("other_support", o.other_support);
    number("participant_share", o.participant_share);
    number("months", o.months);
    number("supported_months", o.supported_months);
    w.Key("flags");
    w.StartArray();
    for (const std::string& flag : reference::flag_names(o.flags)) w.String(flag.c_str());
    w.EndArray();
    w.Key("layers");
    w.StartArray();
    for (const reference::Layer& layer : o.layers) {
      w.StartObject();
      w.Key("layer");
      w.String(layer.layer.c_str());
      w.Key("programme");
      w.String(layer.programme.c_str());
      number("amount", layer.amount);
      w.Key("source");
      w.String(layer.source.c_str());
      w.EndObject();
    }
    w.EndArray();
    w.EndObject();
  }

  std::string name_;
  std::string text_;
  int count_ = 0;
};

const std::string by_reference = "computed by tests/reference from tests/reference/data";

Request monthly(Day day, std::int64_t income, GroupSet groups = {}) {
  Request q;
  q.paid_on = day;
  q.income = Money{income};
  q.groups = groups;
  return q;
}

Term months(int n) { return *Term::months(n); }
FormerProvinceCode former(int code) { return *FormerProvinceCode::from_number(code); }
ProvinceCode present(int code) { return *ProvinceCode::from_number(code); }
LocalityCode locality(const char* code) { return *LocalityCode::from_text(code); }
std::int64_t floor_on(Day asked) {
  const Day day = std::min(asked, last_law_day);
  return law().on(law().on("income_floor_basis", day)->text, day)->digits;
}
std::int64_t ceiling_on(Day day) { return 20 * law().on("base_salary", day)->digits; }

const GroupSet single_groups[] = {{},
                                  Group::poor,
                                  Group::island,
                                  Group::near_poor,
                                  Group::ethnic_minority,
                                  Group::escaped_near_poor,
                                  Group::informal_worker,
                                  Group::security_force};

// ------------------------------------------------------------------------------------------ the files

File worked_examples() {
  Lines lines{"worked-examples"};
  for (const reference::CsvRow& row : reference::read_csv("official/data/contribution.csv")) {
    if (row.at("id") == "W37") continue;  // contradicts W36; see tests/official
    const std::string& as_of = row.at("as_of_date");
    Request q =
        monthly(reference::day_of(as_of.size() == 7 ? as_of + "-01" : as_of, Day{}), std::stoll(row.at("income_vnd")));
    const std::string& category = row.at("category");
    if (category == "poor") q.groups = Group::poor;
    if (category == "near-poor") q.groups = Group::near_poor;
    if (category == "ethnic minority") q.groups = Group::ethnic_minority;
    q.term = months(std::stoi(row.at("months")));
    if (row.at("province") == "Hà Nội") q.place.province = present(1);
    const Outcome outcome = reference::assess(law(), q);
    const auto prints = [&](const char* column, std::int64_t value) {
      return row.at(column).empty() || std::stoll(row.at(column)) == value;
    };
    if (!prints("gross_vnd", outcome.contribution) || !prints("central_support_vnd", outcome.central_support) ||
        !prints("local_support_vnd", outcome.local_top_up) ||
        !prints("participant_pays_vnd", outcome.participant_share)) {
      std::cerr << row.at("id") << ": the reference contradicts the worked example\n";
      std::exit(1);
    }
    lines.add(row.at("id"), row.at("source"), q);
  }
  return lines.file();
}

// Both sides of every change of a national value that an amount or a bound rests on, at the edges of the income.
File national() {
  Lines lines{"national"};
  std::vector<Day> days;
  for (const char* name : {"contribution_rate", "base_salary", "rural_poverty_line", "support_rate.other"}) {
    for (const reference::Value& value : law().values.at(name)) days.push_back(value.from);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (const Day first : days) {
    for (const Day day : {first.previous(), first}) {
      if (day < first_law_day) continue;
      const std::int64_t floor = floor_on(day);
      const std::int64_t last = floor + (ceiling_on(day) - floor) / 50'000 * 50'000;
      lines.add("floor", by_reference, monthly(day, floor));
      lines.add("floor, poor", by_reference, monthly(day, floor, Group::poor));
      Request q = monthly(day, last, Group::near_poor);
      q.term = months(6);
      lines.add("last level, 6 months", by_reference, q);
      lines.add("ceiling", by_reference, monthly(day, ceiling_on(day)));
      lines.add("above the ceiling", by_reference, monthly(day, ceiling_on(day) + 1));
      lines.add("below the floor", by_reference, monthly(day, floor - 1));
      lines.add("between two levels", by_reference, monthly(day, floor + 49'999));
    }
  }
  for (const GroupSet groups : single_groups) {
    for (const Day day : {Day{2017, 12, 31}, Day{2018, 1, 1}, Day{2025, 6, 30}, Day{2025, 7, 1}, Day{2027, 1, 1}}) {
      lines.add("groups", by_reference, monthly(day, floor_on(day), groups));
    }
  }
  for (const GroupSet groups :
       {GroupSet(Group::poor) | Group::near_poor, GroupSet(Group::near_poor) | Group::ethnic_minority,
        GroupSet(Group::island) | Group::ethnic_minority, GroupSet::from_bits(0x7F)}) {
    lines.add("several groups, the highest rate", by_reference, monthly(Day{2026, 11, 22}, 1'500'000, groups));
  }
  lines.add("last day verified", by_reference, monthly(Day{2026, 11, 22}, 1'500'000));
  lines.add("projected", by_reference, monthly(Day{2026, 11, 23}, 1'500'000));
  lines.add("last day of the law", by_reference, monthly(Day{2030, 12, 31}, 2'200'000));
  return lines.file();
}

// Every programme: the days around its first and last, every group, and what it stacks on.
File programmes() {
  Lines lines{"programmes"};
  for (const Programme& p : law().programmes) {
    std::vector<Day> days{p.from.previous(), p.from};
    if (p.to < open_end) {
      days.push_back(p.to);
      days.push_back(p.to.next());
    }
    Place place;
    if (!p.territory.province.empty()) place.province = p.territory.province.front();
    if (!p.territory.locality.empty()) {
      place.province = present(1);  // Long Bien lies in Ha Noi
      place.locality = p.territory.locality.front();
    }
    int turn = 0;
    for (const Day day : days) {
      for (const GroupSet groups : single_groups) {
        Request q = monthly(day, floor_on(day) + 50'000 * (turn % 3), groups);
        q.place = place;
        q.term = months(turn % 2 == 0 ? 1 : 12);
        if (turn % 5 == 0) q.local_months_used = 4;
        ++turn;
        lines.add(p.id, by_reference, q);
      }
    }
  }
  Request trap = monthly(Day{2026, 3, 1}, 1'500'000, GroupSet(Group::near_poor) | Group::ethnic_minority);
  trap.place.province = present(56);
  lines.add("each layer takes its own best", by_reference, trap);
  return lines.file();
}

// Every province of both lists; each code of the seven that changed meaning, in each list; localities.
File places() {
  Lines lines{"places"};
  for (const ProvinceCode code : provinces()) {
    Request q = monthly(Day{2026, 11, 22}, 1'500'000, Group::poor);
    q.place.province = code;
    lines.add("province", by_reference, q);
  }
  for (const FormerProvinceCode code : former_provinces()) {
    Request q = monthly(Day{2025, 6, 30}, 1'500'000, Group::near_poor);
    q.place.former_province = code;
    lines.add("former province", by_reference, q);
  }
  for (const int code : {15, 24, 44, 52, 80, 82, 91}) {
    Request q = monthly(Day{2026, 11, 22}, 1'500'000);
    q.place.province = present(code);
    q.place.former_province = former(code);
    lines.add("a code that changed meaning, in both lists", by_reference, q);
  }
  const struct {
    int province, former;
  } pairs[] = {{56, 56}, {56, 58}, {79, 79}, {79, 74}, {79, 77}, {31, 30},
               {25, 17}, {66, 54}, {1, 1},   {1, 79},  {56, 54}};
  for (const auto& pair : pairs) {
    for (const Day day : {Day{2025, 6, 30}, Day{2026, 2, 3}}) {
      Request q = monthly(day, 1'500'000, Group::ethnic_minority);
      q.place.province = present(pair.province);
      q.place.former_province = former(pair.former);
      lines.add("both lists", by_reference, q);
    }
  }
  for (const char* code : {"004", "005", "00004"}) {
    for (const int province : {0, 1, 22}) {
      for (const Day day : {Day{2022, 7, 31}, Day{2024, 1, 1}, Day{2026, 1, 1}}) {
        Request q = monthly(day, 1'500'000, Group::near_poor);
        q.place.locality = locality(code);
        if (province != 0) q.place.province = present(province);
        lines.add("locality", by_reference, q);
      }
    }
  }
  for (const Day day : {Day{2023, 1, 1}, Day{2024, 6, 30}, Day{2024, 7, 1}, Day{2025, 6, 30}, Day{2025, 7, 1}}) {
    for (const int code : {1, 22, 42, 79}) {
      Request q = monthly(day, 1'500'000, Group::security_force);
      q.place.former_province = former(code);
      lines.add("security force", by_reference, q);
    }
  }
  return lines.file();
}

// Terms, first months, due windows, months before 2018, the 120 months and a programme's own limit.
File term_and_months() {
  Lines lines{"terms-and-months"};
  for (const int n : {1, 3, 6, 12}) {
    for (int shift = -8; shift <= 13; ++shift) {
      Request q = monthly(Day{2026, 8, 31}, 3'000'000);
      q.term = months(n);
      q.first_month = q.paid_on.month() + shift;
      lines.add("first month", by_reference, q);
    }
    for (const int supported : {0, 1, 107, 108, 109, 114, 115, 117, 118, 119, 120}) {
      Request q = monthly(Day{2026, 8, 1}, 1'500'000, Group::poor);
      q.term = months(n);
      q.months_supported = supported;
      q.place.province = present(1);
      lines.add("months already supported", by_reference, q);
    }
    for (const Month first : {Month{2017, 7}, Month{2017, 10}, Month{2017, 11}, Month{2017, 12}, Month{2018, 1}}) {
      for (const Day day : {Day{2017, 12, 31}, Day{2018, 1, 1}}) {
        Request q = monthly(day, 700'000, Group::poor);
        q.term = months(n);
        q.first_month = first;
        q.months_supported = 117;
        lines.add("support begins", by_reference, q);
      }
    }
    for (const int used : {-1, 0, 1, 6, 11, 12, 600}) {
      Request q = monthly(Day{2024, 5, 5}, 2'000'000, Group::escaped_near_poor);
      q.term = months(n);
      q.place.province = present(1);
      q.place.locality = locality("004");
      if (used >= 0) q.local_months_used = used;
      lines.add("a programme's own limit", by_reference, q);
    }
  }
  return lines.file();
}

// Parts above the contribution: other support first, then the layers from the last, then the central one.
File cuts() {
  Lines lines{"cuts"};
  for (const std::int64_t other : {0, 1, 65'999, 66'000, 66'001, 1'000'000, 1'000'000'000}) {
    for (const GroupSet groups : {GroupSet{}, GroupSet{Group::poor}, GroupSet{Group::near_poor}}) {
      Request q = monthly(Day{2025, 8, 1}, 1'500'000, groups);
      q.place.province = present(1);
      q.other_support = Money{other};
      lines.add("other support in Ha Noi", by_reference, q);
      q.place.locality = locality("004");
      lines.add("other support in Long Bien", by_reference, q);
      q.term = months(12);
      q.months_supported = 115;
      lines.add("other support in Long Bien, 12 months", by_reference, q);
    }
  }
  Request q = monthly(Day{2026, 11, 22}, 1'500'000);
  q.other_support = Money{264'000};
  lines.add("other support pays the whole share", by_reference, q);
  q.other_support = Money{264'001};
  lines.add("one dong too many", by_reference, q);
  q.income = Money{1'512'345};
  q.other_support = Money{};
  lines.add("between two levels", by_reference, q);
  for (const std::int64_t income : {1'500'001, 1'500'002, 1'500'003, 1'500'025, 1'500'075, 12'345'678, 50'599'999}) {
    lines.add("between two levels", by_reference, monthly(Day{2026, 11, 22}, income));
  }
  return lines.file();
}

// The law's refusals, in their order.
File refusals() {
  Lines lines{"refusals"};
  const struct {
    const char* what;
    Day day;
    const char* term;
    std::int64_t income;
    const char* first_month;
    const char* r;
  } cases[] = {
      {"before the law", {2007, 12, 31}, "1", 540'000, "", ""},
      {"after the law", {2031, 1, 1}, "1", 2'200'000, "", ""},
      {"12 months before 2016", {2015, 12, 31}, "12", 1'150'000, "", ""},
      {"VS before 2016", {2015, 12, 31}, "VS2", 1'150'000, "", "0.003"},
      {"DB before 2016", {2015, 12, 31}, "DB1", 1'150'000, "2015-10", "0.003"},
      {"DB from 2025-07-01", {2025, 7, 1}, "DB1", 1'500'000, "2025-05", "0.003"},
      {"DB while the window is open", {2025, 6, 30}, "DB6", 1'500'000, "2025-03", "0.003"},
      {"TH61 before 2016", {2015, 12, 31}, "TH61", 1'150'000, "", "0.003"},
      {"TH61 from 2025-07-01", {2025, 7, 1}, "TH61", 1'500'000, "", "0.003"},
      {"TH120 to 2025-06-30 is a term", {2025, 6, 30}, "TH120", 1'500'000, "", "0.003"},
      {"below the floor", {2026, 11, 22}, "1", 1'499'999, "", ""},
      {"below the floor of 2027", {2027, 1, 1}, "1", 2'199'999, "", ""},
      {"below the floor of 2015", {2015, 12, 31}, "1", 1'149'999, "", ""},
      {"above the ceiling", {2026, 6, 30}, "1", 46'800'001, "", ""},
      {"off the step", {2025, 6, 30}, "1", 1'500'001, "", ""},
      {"the ceiling off the grid", {2008, 1, 1}, "1", 10'800'000, "", ""},
      {"late", {2026, 11, 1}, "1", 1'500'000, "2026-10", ""},
      {"late, 3 months", {2026, 11, 1}, "3", 1'500'000, "2026-08", ""},
      {"late, 6 months", {2026, 11, 1}, "6", 1'500'000, "2026-07", ""},
      {"late, 12 months", {2026, 11, 1}, "12", 1'500'000, "2026-04", ""},
      {"VS later than its first month", {2026, 11, 1}, "VS2", 1'500'000, "2026-10", ""},
      {"VS without a published r", {2025, 12, 31}, "VS2", 1'500'000, "", ""},
      {"TH without a published r", {2027, 1, 1}, "TH12", 2'200'000, "", ""},
      {"DB without a published r", {2024, 6, 30}, "DB1", 1'500'000, "2024-05", ""},
      {"VS, not priced yet", {2026, 11, 22}, "VS5", 1'500'000, "", ""},
      {"TH, not priced yet", {2026, 11, 22}, "TH60", 1'500'000, "", ""},
      {"DB, not priced yet", {2024, 6, 30}, "DB1", 1'500'000, "2024-05", "0.00826"},
      {"r = 0 is accepted", {2025, 12, 31}, "VS2", 1'500'000, "", "0"},
  };
  for (const auto& c : cases) {
    Request q = monthly(c.day, c.income);
    q.term = *Term::from_text(c.term);
    if (*c.first_month != 0) q.first_month = read_month(c.first_month);
    if (*c.r != 0) q.fund_return_rate = Rate::from_text(c.r);
    lines.add(c.what, by_reference, q);
  }
  Request q = monthly(Day{2026, 11, 22}, 1'500'000);
  q.first_month = Month{2027, 12};
  lines.add("first month more than 12 months ahead", by_reference, q);
  q.first_month = Month{2007, 12};
  lines.add("first month before 2008", by_reference, q);
  q.first_month.reset();
  q.place.province = present(1);
  q.place.former_province = former(79);
  lines.add("former province elsewhere", by_reference, q);
  return lines.file();
}

// Texts that are no value of their field, refused before anything else is looked at.
File malformed() {
  Lines lines{"malformed"};
  const std::string source = "by hand, from the forms of the fields (README.md)";
  const struct {
    const char* field;
    const char* text;
  } cells[] = {
      {"paid_on", "30/02/2026"},
      {"paid_on", "2026-02-29"},
      {"paid_on", "22-11-2026"},
      {"paid_on", "2026/11/22"},
      {"paid_on", "22/11/26"},
      {"paid_on", "today"},
      {"paid_on", "2026-13-01"},
      {"paid_on", "32/01/2026"},
      {"first_month", "2026-13"},
      {"first_month", "2026"},
      {"first_month", "2026-11-22"},
      {"first_month", "13/2026"},
      {"income", "1.5"},
      {"income", "1,5"},
      {"income", "1,500,000"},
      {"income", "-1500000"},
      {"income", "+1500000"},
      {"income", "1500000.0"},
      {"income", "1.50.000"},
      {"income", "1.5000.000"},
      {"income", "1e6"},
      {"income", "1 500 000"},
      {"income", ".500"},
      {"income", "1500."},
      {"income", "1000000000000001"},
      {"income", "99999999999999999999999"},
      {"term", "VS02"},
      {"term", "vs2"},
      {"term", "VS1"},
      {"term", "VS6"},
      {"term", "TH0"},
      {"term", "TH121"},
      {"term", "TH01"},
      {"term", "DB2"},
      {"term", "2"},
      {"term", "0"},
      {"term", "012"},
      {"term", "monthly"},
      {"groups", "other"},
      {"groups", "Poor"},
      {"groups", "poor||near_poor"},
      {"groups", "poor|"},
      {"groups", "|poor"},
      {"groups", "rich"},
      {"groups", "poor,near_poor"},
      {"province", "1"},
      {"province", "001"},
      {"province", "99"},
      {"province", "02"},
      {"province", "00"},
      {"province", "Hà Nội"},
      {"former_province", "03"},
      {"former_province", "1"},
      {"former_province", "18"},
      {"locality", "04"},
      {"locality", "0004"},
      {"locality", "000004"},
      {"locality", "abc"},
      {"months_supported", "121"},
      {"months_supported", "-1"},
      {"months_supported", "1.5"},
      {"months_supported", "ten"},
      {"local_months_used", "601"},
      {"local_months_used", "x"},
      {"fund_return_rate", "0.051"},
      {"fund_return_rate", "5.1%"},
      {"fund_return_rate", "1"},
      {"fund_return_rate", "0.0000000001"},
      {"fund_return_rate", "-0.001"},
      {"fund_return_rate", "0,3,1%"},
      {"fund_return_rate", "abc"},
      {"other_support", "1000000000000001"},
      {"other_support", "0.5"},
      {"other_support", "abc"},
      {"th_support", "Nominal"},
      {"th_support", "none"},
  };
  for (const auto& cell : cells) {
    Cells request{{"paid_on", "2026-11-22"}, {"income", "1500000"}};
    bool replaced = false;
    for (auto& [field, text] : request) {
      if (field != cell.field) continue;
      text = cell.text;
      replaced = true;
    }
    if (!replaced) request.emplace_back(cell.field, cell.text);
    Outcome refusal;
    refusal.status = Errc::invalid_argument;
    refusal.parameter = cell.field;
    // A value out of its range is repeated in its canonical form, a text that is no value as it was written.
    refusal.given = std::string_view{cell.text} == "5.1%" ? "0.051" : cell.text;
    lines.refuse(cell.field, source, request, refusal);
  }
  Outcome missing;
  missing.status = Errc::invalid_argument;
  missing.parameter = "paid_on";
  lines.refuse("paid_on is missing", source, {{"income", "1500000"}}, missing);
  missing.parameter = "income";
  lines.refuse("income is missing", source, {{"paid_on", "2026-11-22"}}, missing);
  // The first field at fault is the one reported, in the order of the fields and before any relation or law.
  Outcome first;
  first.status = Errc::invalid_argument;
  first.parameter = "income";
  first.given = "1.5";
  lines.refuse("two malformed fields", source, {{"paid_on", "2031-01-01"}, {"income", "1.5"}, {"term", "VS9"}}, first);
  first.parameter = "term";
  first.given = "VS9";
  lines.refuse("a malformed field after a relation", source,
               {{"paid_on", "2026-11-22"}, {"first_month", "2029-01"}, {"income", "1500000"}, {"term", "VS9"}}, first);
  return lines.file();
}

// Several texts for one request.
File forms() {
  Lines lines{"forms"};
  Request q = monthly(Day{2026, 11, 2}, 1'500'000, GroupSet(Group::near_poor) | Group::ethnic_minority);
  q.first_month = Month{2026, 9};
  q.term = months(12);
  q.place.province = present(1);
  q.place.former_province = former(1);
  q.place.locality = locality("00004");
  q.months_supported = 7;
  q.local_months_used = 3;
  q.fund_return_rate = Rate::from_text("0.0031");
  q.other_support = Money{1'500};
  const Cells canonical = cells_of(q);
  lines.add("canonical", by_reference, canonical, q);
  const struct {
    const char* field;
    const char* text;
  } others[] = {{"paid_on", "02/11/2026"},
                {"paid_on", "2/11/2026"},
                {"first_month", "09/2026"},
                {"first_month", "9/2026"},
                {"income", "1.500.000"},
                {"income", "0001500000"},
                {"income", " 1500000\t"},
                {"groups", "ethnic_minority|near_poor"},
                {"groups", "near_poor|ethnic_minority|near_poor"},
                {"months_supported", "007"},
                {"local_months_used", "3"},
                {"fund_return_rate", "0,0031"},
                {"fund_return_rate", "0.31%"},
                {"fund_return_rate", "0,31%"},
                {"fund_return_rate", "0.003100000000"},
                {"other_support", "1.500"},
                {"th_support", "nominal"},
                {"th_support", "compounded"}};
  for (const auto& other : others) {
    Cells cells = canonical;
    bool replaced = false;
    for (auto& [field, text] : cells) {
      if (field != other.field) continue;
      text = other.text;
      replaced = true;
    }
    if (!replaced) cells.emplace_back(other.field, other.text);
    lines.add(other.field, by_reference, cells, q);
  }
  Request plain = monthly(Day{2026, 11, 22}, 1'500'000);
  lines.add("defaults", by_reference, {{"paid_on", "2026-11-22"}, {"income", "1500000"}}, plain);
  lines.add("empty cells are defaults", by_reference,
            {{"paid_on", "2026-11-22"},
             {"first_month", ""},
             {"income", "1500000"},
             {"term", ""},
             {"groups", ""},
             {"province", ""},
             {"former_province", ""},
             {"locality", ""},
             {"months_supported", ""},
             {"local_months_used", ""},
             {"fund_return_rate", ""},
             {"other_support", ""},
             {"th_support", ""}},
            plain);
  return lines.file();
}

}  // namespace

std::vector<File> generated() {
  return {worked_examples(), national(),  programmes(), places(), term_and_months(), cuts(),
          refusals(),        malformed(), forms()};
}

}  // namespace vectors
