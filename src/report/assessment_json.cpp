// The answer as JSON, with the keys and their order that other systems rely on.
#include "report/json.hpp"

namespace ansinh {

std::string assessment_json(const Rules& rules, const Assessment& assessment) {
  report::Json json;
  json.begin_object();
  report::write_assessment_members(json, rules, assessment);
  json.end_object();
  return json.text();
}

namespace report {

void write_assessment_members(Json& json, const Rules& rules, const Assessment& assessment) {
  const LawBook& book = rules.book();
  json.member("status", name(Errc::ok));
  json.member("contribution", assessment.contribution);
  json.member("central_support", assessment.central_support);
  json.member("local_top_up", assessment.local_top_up);
  json.member("province_top_up", assessment.province_top_up);
  json.member("locality_top_up", assessment.locality_top_up);
  json.member("other_support", assessment.other_support);
  json.member("participant_share", assessment.participant_share);
  json.member("months", std::int64_t{assessment.months});
  json.member("supported_months", std::int64_t{assessment.supported_months});
  json.key("flags");
  write_flags(json, assessment.flags);
  write_layers(json, book, assessment.layers());
  json.member("law_digest", book.digest());
}

void write_layers(Json& json, const LawBook& book, std::span<const LayerAmount> layers) {
  json.key("layers");
  json.begin_array();
  for (const LayerAmount& layer : layers) {
    json.begin_object();
    json.member("layer", layer.layer < book.layers().size() ? std::string_view{book.layers()[layer.layer]} : "");
    json.member("programme", layer.programme < book.programmes().size()
                                 ? std::string_view{book.programmes()[layer.programme].id}
                                 : "");
    json.member("amount", layer.amount);
    json.member("source", name(layer.source));
    json.end_object();
  }
  json.end_array();
}

}  // namespace report
}  // namespace ansinh
