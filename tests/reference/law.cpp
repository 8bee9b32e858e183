#include "reference/law.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "reference/csv.hpp"

namespace reference {
namespace {

using ansinh::Day;

[[noreturn]] void stop(std::string_view what) {
  std::cerr << "tests/reference/data: cannot read " << what << '\n';
  std::exit(1);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') <= 1;
}

void set_number(Value& value, std::string_view text) {
  bool point = false;
  for (const char c : text) {
    if (c == '.') {
      point = true;
      continue;
    }
    value.digits = value.digits * 10 + (c - '0');
    if (point) ++value.decimals;
  }
}

bool is_settled(std::string_view standing, std::string_view corroboration) {
  return standing == "text" || standing == "official_example" ||
         (standing == "reported" && corroboration == "two_or_more");
}

ansinh::Standing standing_of(std::string_view text) {
  using S = ansinh::Standing;
  if (text == "text") return S::text;
  if (text == "official_example") return S::official_example;
  if (text == "practice") return S::practice;
  if (text == "reported") return S::reported;
  if (text == "assumed") return S::assumed;
  if (text == "draft") return S::draft;
  if (text == "none_found") return S::none_found;
  stop(text);
}

ansinh::Confidence confidence_of(std::string_view text) {
  if (text == "high") return ansinh::Confidence::high;
  if (text == "medium") return ansinh::Confidence::medium;
  if (text == "low") return ansinh::Confidence::low;
  if (text == "draft") return ansinh::Confidence::draft;
  stop(text);
}

ansinh::RecordKind record_kind_of(std::string_view text) {
  if (text == "none") return ansinh::RecordKind::none;
  if (text == "none_found") return ansinh::RecordKind::none_found;
  if (text == "unknown") return ansinh::RecordKind::unknown;
  if (text == "draft") return ansinh::RecordKind::draft;
  stop(text);
}

ansinh::GroupSet group_of(std::string_view text) {
  using ansinh::Group;
  if (text.empty()) return {};
  if (text == "poor") return Group::poor;
  if (text == "island") return Group::island;
  if (text == "near_poor") return Group::near_poor;
  if (text == "ethnic_minority") return Group::ethnic_minority;
  if (text == "escaped_near_poor") return Group::escaped_near_poor;
  if (text == "informal_worker") return Group::informal_worker;
  if (text == "security_force") return Group::security_force;
  stop(text);
}

ansinh::Territory territory_of(const CsvRow& row) {
  ansinh::Territory territory;
  const std::string& kind = row.at("territory");
  const std::string& code = row.at("code");
  if (kind == "province" && code == "*") {
    for (const ansinh::ProvinceCode province : ansinh::provinces()) territory.province.push_back(province);
  } else if (kind == "province") {
    territory.province.push_back(ansinh::ProvinceCode::from_number(std::stoi(code)).value());
  } else if (kind == "former_province") {
    territory.former_province.push_back(ansinh::FormerProvinceCode::from_number(std::stoi(code)).value());
  } else if (kind == "locality") {
    territory.locality.push_back(ansinh::LocalityCode::from_text(code).value());
  } else {
    stop(kind);
  }
  return territory;
}

void read_values(Law& law) {
  for (const CsvRow& row : read_csv("reference/data/national.csv")) {
    Value value;
    value.text = row.at("value");
    value.from = day_of(row.at("from"), ansinh::first_law_day);
    value.to = day_of(row.at("to"), ansinh::open_end);
    if (is_number(value.text)) set_number(value, value.text);
    value.standing = row.at("standing");
    value.corroboration = row.at("corroboration");
    value.settled = is_settled(value.standing, value.corroboration);
    law.values[row.at("parameter")].push_back(value);
  }
}

// Consecutive rows of one id are the rules of one programme.
void read_programmes(Law& law) {
  for (const CsvRow& row : read_csv("reference/data/programmes.csv")) {
    if (law.programmes.empty() || law.programmes.back().id != row.at("id")) {
      ansinh::Programme programme;
      programme.id = row.at("id");
      programme.layer = row.at("layer");
      programme.territory = territory_of(row);
      programme.from = day_of(row.at("from"), ansinh::first_law_day);
      programme.to = day_of(row.at("to"), ansinh::open_end);
      programme.standing = standing_of(row.at("standing"));
      programme.confidence = confidence_of(row.at("confidence"));
      programme.source_of_money =
          row.at("source_of_money") == "fund" ? ansinh::SourceOfMoney::fund : ansinh::SourceOfMoney::budget;
      law.programmes.push_back(programme);
    }
    ansinh::Rule rule;
    rule.groups = group_of(row.at("group"));
    rule.per_month = ansinh::FloorShare{ansinh::Rate::from_text(row.at("floor_share")).value()};
    if (row.at("months") != "central") {
      rule.months = {ansinh::RuleMonths::Kind::limit, std::stoi(row.at("months"))};
    }
    law.programmes.back().rules.push_back(rule);
  }
}

void read_records(Law& law) {
  for (const CsvRow& row : read_csv("reference/data/records.csv")) {
    ansinh::Record record;
    record.territory = territory_of(row);
    record.from = day_of(row.at("from"), ansinh::first_law_day);
    record.to = day_of(row.at("to"), ansinh::open_end);
    record.kind = record_kind_of(row.at("kind"));
    record.groups = group_of(row.at("group"));
    record.standing = standing_of(row.at("standing"));
    law.records.push_back(record);
  }
}

void read_provinces(Law& law) {
  for (const CsvRow& row : read_csv("reference/data/provinces.csv")) {
    const auto former = static_cast<std::size_t>(std::stoi(row.at("old_code")));
    law.present_of_former.at(former) = std::stoi(row.at("new_code"));
    law.unmerged.at(former) = row.at("merged_on").empty();
  }
}

}  // namespace

Day day_of(std::string_view text, Day if_empty) {
  if (text.empty()) return if_empty;
  if (text.size() != 10) stop(text);
  const std::string year{text.substr(0, 4)};
  const std::string month{text.substr(5, 2)};
  const std::string day{text.substr(8, 2)};
  return Day::from(std::stoi(year), static_cast<unsigned>(std::stoi(month)), static_cast<unsigned>(std::stoi(day)))
      .value();
}

Law Law::from_files() {
  Law law;
  read_values(law);
  read_programmes(law);
  read_records(law);
  read_provinces(law);
  return law;
}

const Value* Law::on(std::string_view parameter, Day day) const {
  const auto series = values.find(parameter);
  if (series == values.end()) return nullptr;
  for (const Value& value : series->second) {
    if (value.from <= day && day <= value.to) return &value;
  }
  return nullptr;
}

void Law::lay(const ansinh::LawRow& row) {
  Value value;
  value.from = row.from;
  value.to = row.to;
  value.settled = row.standing == ansinh::Standing::text || row.standing == ansinh::Standing::official_example ||
                  (row.standing == ansinh::Standing::reported && row.sources == ansinh::Sources::two_or_more);
  if (const auto* money = std::get_if<ansinh::Money>(&row.value)) {
    value.digits = money->dong();
  } else if (const auto* rate = std::get_if<ansinh::Rate>(&row.value)) {
    value.digits = rate->digits();
    value.decimals = rate->decimals();
  } else if (const auto* number = std::get_if<int>(&row.value)) {
    value.digits = *number;
  } else {
    value.text = ansinh::text(row.value);
  }
  auto& series = values[std::string(ansinh::name(row.parameter))];
  series.insert(series.begin(), value);
}

void Law::lay(const ansinh::Programme& programme) {
  std::erase_if(programmes, [&](const ansinh::Programme& held) { return held.id == programme.id; });
  programmes.push_back(programme);
}

void Law::lay(const ansinh::Record& record) { records.push_back(record); }

}  // namespace reference
