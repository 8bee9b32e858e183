// The contribution table as JSON.
#include "report/json.hpp"
#include "report/table_cells.hpp"

namespace ansinh::report {
namespace {

void write_place(Json& json, const Place& place) {
  json.key("province");
  place.province ? json.value(place.province->text()) : json.null();
  json.key("former_province");
  place.former_province ? json.value(place.former_province->text()) : json.null();
  json.key("locality");
  place.locality ? json.value(place.locality->text()) : json.null();
}

template <class Cited>
void write_source(Json& json, const Cited& cited) {
  json.begin_object();
  json.member("instrument", cited.citation.instrument);
  json.member("provision", cited.citation.provision);
  json.member("standing", name(cited.standing));
  json.end_object();
}

void write_cell(Json& json, const Table& table, std::size_t term, std::size_t level, std::size_t group) {
  const Assessment& cell = table.cell(term, level, group);
  json.begin_object();
  json.member("term", table.terms[term].text());
  json.member("level", static_cast<std::int64_t>(level));
  json.member("income", table.income(level));
  json.member("group", table_groups[group].name);
  json.member("contribution", cell.contribution);
  json.member("central_support", cell.central_support);
  json.member("local_top_up", cell.local_top_up);
  json.member("province_top_up", cell.province_top_up);
  json.member("locality_top_up", cell.locality_top_up);
  json.member("other_support", cell.other_support);
  json.member("participant_share", cell.participant_share);
  json.member("months", std::int64_t{cell.months});
  json.member("supported_months", std::int64_t{cell.supported_months});
  json.key("flags");
  write_flags(json, cell.flags);
  json.end_object();
}

}  // namespace

std::string table_as_json(const Rules& rules, const Table& table, Language) {
  Json json;
  json.begin_object();
  json.member("paid_on", table.request.paid_on.text());
  write_place(json, table.request.place);
  json.member("months_supported", std::int64_t{table.request.months_supported});
  json.member("floor", table.brackets.floor);
  json.member("ceiling", table.brackets.ceiling);
  json.member("step", table.brackets.step);
  json.key("terms");
  json.begin_array();
  for (const Term term : table.terms) json.value(term.text());
  json.end_array();
  json.key("groups");
  json.begin_array();
  for (const TableGroup& group : table_groups) json.value(group.name);
  json.end_array();
  json.key("rows");
  json.begin_array();
  for (std::size_t term = 0; term < table.terms.size(); ++term) {
    for (std::size_t level = 0; level < table.levels(); ++level) {
      for (std::size_t group = 0; group < table_groups.size(); ++group) write_cell(json, table, term, level, group);
    }
  }
  json.end_array();
  json.key("sources");
  json.begin_array();
  for (const LawRow* row : table.sources) write_source(json, *row);
  for (const Programme* programme : table.local) write_source(json, *programme);
  json.end_array();
  json.member("law_digest", rules.book().digest());
  json.member("verified_on", LawBook::verified_on().text());
  json.end_object();
  return json.text();
}

}  // namespace ansinh::report
