// The whole book as canonical JSON: keys sorted, no spaces, UTF-8, whole numbers as numbers and all else as strings.
// An open last day and what everyone has in common are left out, so that one book has one print.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "law/book_data.hpp"

namespace ansinh {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void key(Writer& out, std::string_view name) { out.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
void string(Writer& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void member(Writer& out, std::string_view name, std::string_view text) {
  key(out, name);
  string(out, text);
}

void citation(Writer& out, const Citation& citation) {
  key(out, "citation");
  out.StartObject();
  member(out, "instrument", citation.instrument);
  member(out, "provision", citation.provision);
  out.EndObject();
}

void group_names(Writer& out, const LawBook::Data& book, GroupSet groups) {
  key(out, "groups");
  out.StartArray();
  for (std::size_t bit = 0; bit < book.groups.size(); ++bit) {
    if ((groups.bits() >> bit & 1U) != 0) string(out, book.groups[bit].name);
  }
  out.EndArray();
}

template <class Code>
void codes(Writer& out, std::string_view name, const std::vector<Code>& list) {
  key(out, name);
  out.StartArray();
  for (const Code& code : list) string(out, code.text());
  out.EndArray();
}

void territory(Writer& out, const Territory& territory) {
  key(out, "territory");
  out.StartObject();
  codes(out, "former_province", territory.former_province);
  codes(out, "locality", territory.locality);
  codes(out, "province", territory.province);
  out.EndObject();
}

void last_day(Writer& out, Day to) {
  if (to != open_end) member(out, "to", to.text());
}

void override_row(Writer& out, const LawRow& row) {
  out.StartObject();
  citation(out, row.citation);
  member(out, "from", row.from.text());
  member(out, "parameter", name(row.parameter));
  member(out, "sources", name(row.sources));
  member(out, "standing", name(row.standing));
  last_day(out, row.to);
  key(out, "value");
  if (const auto* money = std::get_if<Money>(&row.value)) {
    out.Int64(money->dong());
  } else if (const auto* count = std::get_if<int>(&row.value)) {
    out.Int(*count);
  } else {
    string(out, text(row.value));
  }
  out.EndObject();
}

void per_month(Writer& out, const PerMonth& amount) {
  key(out, "per_month");
  out.StartObject();
  if (const auto* floor = std::get_if<FloorShare>(&amount)) {
    member(out, "floor_share", floor->share.text());
  } else if (const auto* own = std::get_if<OwnShare>(&amount)) {
    member(out, "own_share", own->share.text());
  } else if (const auto* fixed = std::get_if<FixedSum>(&amount)) {
    key(out, "fixed");
    out.Int64(fixed->amount.dong());
  } else if (const auto* stated = std::get_if<StatedIncomeShare>(&amount)) {
    member(out, "share", stated->share.text());
    key(out, "stated_income");
    out.Int64(stated->income.dong());
  }
  out.EndObject();
}

void rule_months(Writer& out, RuleMonths months) {
  key(out, "months");
  switch (months.kind) {
    case RuleMonths::Kind::central: string(out, "central"); break;
    case RuleMonths::Kind::all: string(out, "all"); break;
    case RuleMonths::Kind::limit: out.Int(months.limit); break;
  }
}

void programme(Writer& out, const LawBook::Data& book, const Programme& programme) {
  out.StartObject();
  citation(out, programme.citation);
  key(out, "conditions");
  out.StartArray();
  for (const auto& condition : programme.conditions) string(out, condition);
  out.EndArray();
  member(out, "confidence", name(programme.confidence));
  member(out, "displaces", name(programme.displaces));
  member(out, "from", programme.from.text());
  member(out, "id", programme.id);
  member(out, "layer", programme.layer);
  key(out, "rules");
  out.StartArray();
  for (const Rule& rule : programme.rules) {
    out.StartObject();
    group_names(out, book, rule.groups);
    rule_months(out, rule.months);
    per_month(out, rule.per_month);
    out.EndObject();
  }
  out.EndArray();
  member(out, "source_of_money", name(programme.source_of_money));
  member(out, "standing", name(programme.standing));
  territory(out, programme.territory);
  last_day(out, programme.to);
  out.EndObject();
}

void record(Writer& out, const LawBook::Data& book, const Record& record) {
  out.StartObject();
  citation(out, record.citation);
  member(out, "from", record.from.text());
  group_names(out, book, record.groups);
  member(out, "kind", name(record.kind));
  member(out, "standing", name(record.standing));
  territory(out, record.territory);
  last_day(out, record.to);
  out.EndObject();
}

}  // namespace

std::string canonical_json(const LawBook::Data& book) {
  rapidjson::StringBuffer buffer;
  Writer out{buffer};
  out.StartObject();
  member(out, "base", "none");
  key(out, "groups");
  out.StartArray();
  for (std::size_t i = fixed_group_count; i < book.groups.size(); ++i) {
    out.StartObject();
    member(out, "en", book.groups[i].en);
    member(out, "name", book.groups[i].name);
    member(out, "vi", book.groups[i].vi);
    out.EndObject();
  }
  out.EndArray();
  key(out, "layers");
  out.StartArray();
  for (std::size_t i = fixed_layer_count; i < book.layers.size(); ++i) string(out, book.layers[i]);
  out.EndArray();
  member(out, "name", "ansinh");
  key(out, "overrides");
  out.StartArray();
  for (const LawRow& row : book.rows) override_row(out, row);
  out.EndArray();
  key(out, "programmes");
  out.StartArray();
  for (const Programme& p : book.programmes) programme(out, book, p);
  out.EndArray();
  key(out, "records");
  out.StartArray();
  for (const Record& r : book.records) record(out, book, r);
  out.EndArray();
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace ansinh
