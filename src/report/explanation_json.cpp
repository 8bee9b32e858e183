// The answer with its steps as values.
#include "report/explanation_json.hpp"

#include "report/explanation_parts.hpp"

namespace ansinh {
namespace {

using report::Json;

void write_layer(Json& json, const LawBook& book, std::size_t layer) {
  if (layer < book.layers().size()) json.member("layer", book.layers()[layer]);
}

bool rounds(Operation operation) {
  switch (operation) {
    case Operation::nearest_dong:
    case Operation::nearest_dong_discounted:
    case Operation::nearest_dong_compounded:
    case Operation::nearest_dong_late:
    case Operation::prorated: return true;
    default: return false;
  }
}

void write_step(Json& json, const Rules& rules, const Explanation& explanation, const Step& step, Language language) {
  const LawBook& book = rules.book();
  json.begin_object();
  json.member("quantity", report::quantity_name(step.quantity));
  json.member("operation", report::operation_name(step.operation));
  json.key("value");
  report::write_datum(json, book, step.value);
  json.key("inputs");
  json.begin_array();
  for (std::size_t i = 0; i < step.input_count && i < step.inputs.size(); ++i) {
    json.value(std::int64_t{step.inputs[i]});
  }
  json.end_array();
  if (step.operation == Operation::given) {
    json.key("default");
    json.value(step.is_default);
  }
  if (rounds(step.operation)) {
    json.key("tie");
    json.value(step.tie);
  }
  if (step.quantity == Quantity::support_rate || step.rule != nullptr) {
    json.member("groups", report::group_names(book, step.groups));
  }
  if (step.row != nullptr) {
    json.member("parameter", name(step.row->parameter));
    report::write_citation(json, step.row->citation);
    json.member("standing", name(step.row->standing));
    json.member("sources", name(step.row->sources));
  } else if (step.formula != nullptr) {
    report::write_citation(json, step.formula->citation);
    json.member("standing", name(step.formula->standing));
  } else if (step.programme != nullptr) {
    write_layer(json, book, step.layer);
    json.member("programme", step.programme->id);
    report::write_citation(json, step.programme->citation);
    json.member("standing", name(step.programme->standing));
    json.member("confidence", name(step.programme->confidence));
  }
  json.member("text", report::step_text(rules, explanation, step, language));
  json.end_object();
}

void write_doubt(Json& json, const Rules& rules, const Doubt& doubt, Language language) {
  json.begin_object();
  json.member("reading", report::reading_name(doubt.reading));
  if (doubt.row != nullptr) {
    json.member("parameter", name(doubt.row->parameter));
    report::write_citation(json, doubt.row->citation);
    json.member("standing", name(doubt.row->standing));
    json.member("sources", name(doubt.row->sources));
  }
  if (doubt.programme != nullptr) {
    json.member("programme", doubt.programme->id);
    report::write_citation(json, doubt.programme->citation);
    json.member("standing", name(doubt.programme->standing));
    json.member("confidence", name(doubt.programme->confidence));
  }
  if (doubt.layer) write_layer(json, rules.book(), *doubt.layer);
  json.key("effect");
  if (doubt.effect) {
    json.value(doubt.effect->dong());
  } else {
    json.null();
  }
  json.member("text", report::doubt_text(rules, doubt, language));
  json.end_object();
}

void write_unknown(Json& json, const Rules& rules, const Record& record, Language language) {
  json.begin_object();
  json.member("kind", name(record.kind));
  json.member("groups", report::group_names(rules.book(), record.groups));
  report::write_citation(json, record.citation);
  json.member("standing", name(record.standing));
  json.member("text", words(record.kind, language));
  json.end_object();
}

void write_texts(Json& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

}  // namespace

namespace report {

void write_steps(Json& json, const Rules& rules, const Explanation& explanation, Language language) {
  json.key("steps");
  json.begin_array();
  for (const Step& step : explanation.steps) write_step(json, rules, explanation, step, language);
  json.end_array();
}

void write_doubts(Json& json, const Rules& rules, const Explanation& explanation, Language language) {
  json.key("doubts");
  json.begin_array();
  for (const Doubt& doubt : explanation.doubts) write_doubt(json, rules, doubt, language);
  json.end_array();
  json.key("unknown");
  json.begin_array();
  for (const Record* record : explanation.unknown) {
    if (record != nullptr) write_unknown(json, rules, *record, language);
  }
  json.end_array();
}

void write_explained_members(Json& json, const Rules& rules, const Explanation& explanation, Language language) {
  if (explanation.outcome.ok()) {
    write_assessment_members(json, rules, *explanation.outcome);
  } else {
    write_fault_members(json, rules, explanation.outcome.fault(), language);
  }
  json.key("explanation");
  json.begin_object();
  json.member("opening", opening_line(rules, explanation, language));
  write_steps(json, rules, explanation, language);
  write_doubts(json, rules, explanation, language);
  write_texts(json, "conditions", conditions(explanation, language));
  write_texts(json, "notes", notes(explanation, language));
  json.member("verified_on", LawBook::verified_on().text());
  json.end_object();
}

}  // namespace report

std::string explanation_json(const Rules& rules, const Explanation& explanation, Language language) {
  Json json;
  json.begin_object();
  report::write_explained_members(json, rules, explanation, language);
  json.end_object();
  return json.text();
}

}  // namespace ansinh
