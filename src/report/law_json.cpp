#include "report/law_json.hpp"

#include <variant>

namespace ansinh::report {
namespace {

void write_period(Json& json, Day from, Day to) {
  json.member("from", from.text());
  if (to != open_end) json.member("to", to.text());
}

template <class Codes>
void write_codes(Json& json, std::string_view key, const Codes& codes) {
  json.key(key);
  json.begin_array();
  for (const auto& code : codes) json.value(code.text());
  json.end_array();
}

void write_territory(Json& json, const Territory& territory) {
  json.key("territory");
  json.begin_object();
  write_codes(json, "province", territory.province);
  write_codes(json, "former_province", territory.former_province);
  write_codes(json, "locality", territory.locality);
  json.end_object();
}

void write_groups(Json& json, const LawBook& book, GroupSet groups) {
  json.key("groups");
  json.begin_array();
  const auto names = book.groups();
  for (std::size_t bit = 0; bit < names.size(); ++bit) {
    if (groups.intersects(GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit)))) json.value(names[bit].name);
  }
  json.end_array();
}

void write_rule(Json& json, const LawBook& book, const Rule& rule) {
  json.begin_object();
  write_groups(json, book, rule.groups);
  json.key("per_month");
  json.begin_object();
  if (const auto* floor = std::get_if<FloorShare>(&rule.per_month)) {
    json.member("floor_share", floor->share.text());
  } else if (const auto* own = std::get_if<OwnShare>(&rule.per_month)) {
    json.member("own_share", own->share.text());
  } else if (const auto* fixed = std::get_if<FixedSum>(&rule.per_month)) {
    json.member("fixed", fixed->amount);
  } else if (const auto* stated = std::get_if<StatedIncomeShare>(&rule.per_month)) {
    json.member("stated_income", stated->income);
    json.member("share", stated->share.text());
  }
  json.end_object();
  switch (rule.months.kind) {
    case RuleMonths::Kind::central: json.member("months", std::string_view{"central"}); break;
    case RuleMonths::Kind::all: json.member("months", std::string_view{"all"}); break;
    case RuleMonths::Kind::limit: json.member("months", std::int64_t{rule.months.limit}); break;
  }
  json.end_object();
}

}  // namespace

void write_law_value(Json& json, const LawValue& value) {
  if (const auto* money = std::get_if<Money>(&value)) {
    json.value(money->dong());
  } else if (const auto* count = std::get_if<int>(&value)) {
    json.value(std::int64_t{*count});
  } else {
    json.value(text(value));
  }
}

void write_row(Json& json, const LawRow& row) {
  json.begin_object();
  json.member("parameter", name(row.parameter));
  json.key("value");
  write_law_value(json, row.value);
  write_period(json, row.from, row.to);
  write_citation(json, row.citation);
  json.member("standing", name(row.standing));
  json.member("sources", name(row.sources));
  json.end_object();
}

void write_programme(Json& json, const LawBook& book, const Programme& programme) {
  json.begin_object();
  json.member("id", programme.id);
  json.member("layer", programme.layer);
  write_territory(json, programme.territory);
  write_period(json, programme.from, programme.to);
  json.member("displaces", name(programme.displaces));
  json.member("standing", name(programme.standing));
  json.member("confidence", name(programme.confidence));
  write_citation(json, programme.citation);
  json.member("source_of_money", name(programme.source_of_money));
  json.key("conditions");
  json.begin_array();
  for (const std::string& condition : programme.conditions) json.value(condition);
  json.end_array();
  json.key("rules");
  json.begin_array();
  for (const Rule& rule : programme.rules) write_rule(json, book, rule);
  json.end_array();
  json.end_object();
}

void write_record(Json& json, const LawBook& book, const Record& record) {
  json.begin_object();
  write_territory(json, record.territory);
  write_period(json, record.from, record.to);
  json.member("kind", name(record.kind));
  write_groups(json, book, record.groups);
  write_citation(json, record.citation);
  json.member("standing", name(record.standing));
  json.end_object();
}

}  // namespace ansinh::report
