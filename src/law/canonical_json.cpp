// The whole book as canonical JSON: keys sorted, no spaces, UTF-8, whole numbers as numbers and all else as strings.
// An open last day and what everyone has in common are left out, so that one book has one print.
#include "core/json_writer.hpp"
#include "law/book_data.hpp"

namespace ansinh {
namespace {

void citation(JsonWriter& out, const Citation& citation) {
  out.key("citation");
  out.begin_object();
  out.member("instrument", citation.instrument);
  out.member("provision", citation.provision);
  out.end_object();
}

void group_names(JsonWriter& out, const LawBook::Data& book, GroupSet groups) {
  out.key("groups");
  out.begin_array();
  for (std::size_t bit = 0; bit < book.groups.size(); ++bit) {
    if ((groups.bits() >> bit & 1U) != 0) out.value(book.groups[bit].name);
  }
  out.end_array();
}

template <class Code>
void codes(JsonWriter& out, std::string_view name, const std::vector<Code>& list) {
  out.key(name);
  out.begin_array();
  for (const Code& code : list) out.value(code.text());
  out.end_array();
}

void territory(JsonWriter& out, const Territory& territory) {
  out.key("territory");
  out.begin_object();
  codes(out, "former_province", territory.former_province);
  codes(out, "locality", territory.locality);
  codes(out, "province", territory.province);
  out.end_object();
}

void last_day(JsonWriter& out, Day to) {
  if (to != open_end) out.member("to", to.text());
}

void override_row(JsonWriter& out, const LawRow& row) {
  out.begin_object();
  citation(out, row.citation);
  out.member("from", row.from.text());
  out.member("parameter", name(row.parameter));
  out.member("sources", name(row.sources));
  out.member("standing", name(row.standing));
  last_day(out, row.to);
  out.key("value");
  if (const auto* money = std::get_if<Money>(&row.value)) {
    out.value(money->dong());
  } else if (const auto* count = std::get_if<int>(&row.value)) {
    out.value(std::int64_t{*count});
  } else {
    out.value(text(row.value));
  }
  out.end_object();
}

void per_month(JsonWriter& out, const PerMonth& amount) {
  out.key("per_month");
  out.begin_object();
  if (const auto* floor = std::get_if<FloorShare>(&amount)) {
    out.member("floor_share", floor->share.text());
  } else if (const auto* own = std::get_if<OwnShare>(&amount)) {
    out.member("own_share", own->share.text());
  } else if (const auto* fixed = std::get_if<FixedSum>(&amount)) {
    out.key("fixed");
    out.value(fixed->amount.dong());
  } else if (const auto* stated = std::get_if<StatedIncomeShare>(&amount)) {
    out.member("share", stated->share.text());
    out.key("stated_income");
    out.value(stated->income.dong());
  }
  out.end_object();
}

void rule_months(JsonWriter& out, RuleMonths months) {
  out.key("months");
  switch (months.kind) {
    case RuleMonths::Kind::central: out.value(std::string_view{"central"}); break;
    case RuleMonths::Kind::all: out.value(std::string_view{"all"}); break;
    case RuleMonths::Kind::limit: out.value(std::int64_t{months.limit}); break;
  }
}

void programme(JsonWriter& out, const LawBook::Data& book, const Programme& programme) {
  out.begin_object();
  citation(out, programme.citation);
  out.key("conditions");
  out.begin_array();
  for (const auto& condition : programme.conditions) out.value(condition);
  out.end_array();
  out.member("confidence", name(programme.confidence));
  out.member("displaces", name(programme.displaces));
  out.member("from", programme.from.text());
  out.member("id", programme.id);
  out.member("layer", programme.layer);
  out.key("rules");
  out.begin_array();
  for (const Rule& rule : programme.rules) {
    out.begin_object();
    group_names(out, book, rule.groups);
    rule_months(out, rule.months);
    per_month(out, rule.per_month);
    out.end_object();
  }
  out.end_array();
  out.member("source_of_money", name(programme.source_of_money));
  out.member("standing", name(programme.standing));
  territory(out, programme.territory);
  last_day(out, programme.to);
  out.end_object();
}

void record(JsonWriter& out, const LawBook::Data& book, const Record& record) {
  out.begin_object();
  citation(out, record.citation);
  out.member("from", record.from.text());
  group_names(out, book, record.groups);
  out.member("kind", name(record.kind));
  out.member("standing", name(record.standing));
  territory(out, record.territory);
  last_day(out, record.to);
  out.end_object();
}

}  // namespace

std::string canonical_json(const LawBook::Data& book) {
  JsonWriter out;
  out.begin_object();
  out.member("base", "none");
  out.key("groups");
  out.begin_array();
  for (std::size_t i = fixed_group_count; i < book.groups.size(); ++i) {
    out.begin_object();
    out.member("en", book.groups[i].en);
    out.member("name", book.groups[i].name);
    out.member("vi", book.groups[i].vi);
    out.end_object();
  }
  out.end_array();
  out.key("layers");
  out.begin_array();
  for (std::size_t i = fixed_layer_count; i < book.layers.size(); ++i) out.value(book.layers[i]);
  out.end_array();
  out.member("name", "ansinh");
  out.key("overrides");
  out.begin_array();
  for (const LawRow& row : book.rows) override_row(out, row);
  out.end_array();
  out.key("programmes");
  out.begin_array();
  for (const Programme& p : book.programmes) programme(out, book, p);
  out.end_array();
  out.key("records");
  out.begin_array();
  for (const Record& r : book.records) record(out, book, r);
  out.end_array();
  out.end_object();
  return std::move(out).text();
}

}  // namespace ansinh
