// json: writing JSON, and the small values that several objects share.
//
// Promise: valid JSON in UTF-8 whatever the texts hold: what is not UTF-8 becomes U+FFFD, controls are escaped; keys
// come in the order in which they are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ansinh/report.hpp"
#include "core/json_writer.hpp"

namespace ansinh::report {

class Json {
 public:
  void begin_object() { out_.begin_object(); }
  void end_object() { out_.end_object(); }
  void begin_array() { out_.begin_array(); }
  void end_array() { out_.end_array(); }
  void key(std::string_view name);
  void value(std::string_view text);
  void value(std::int64_t number) { out_.value(number); }
  void value(bool truth) { out_.value(truth); }
  void null() { out_.null(); }

  void value(const char*) = delete;  // would be taken for a bool
  void member(std::string_view name, std::string_view text) { key(name), value(text); }
  void member(std::string_view name, std::int64_t number) { key(name), value(number); }
  void member(std::string_view name, Money amount) { key(name), value(amount.dong()); }

  [[nodiscard]] const std::string& text() const { return out_.text(); }

 private:
  JsonWriter out_;
};

// A number for amounts, counts and months; a string otherwise (groups by their names, joined by `|`); null for none.
void write_datum(Json& json, const LawBook& book, const Datum& datum);
// The same as a string, for `given`; empty for none.
[[nodiscard]] std::string given_text(const LawBook& book, const Datum& datum);
// "near_poor|ethnic_minority"; empty for the empty set.
[[nodiscard]] std::string group_names(const LawBook& book, GroupSet groups);

// [flags by name, in the order of the specification]
void write_flags(Json& json, Flags flags);
// "citation":{"instrument","provision"}
void write_citation(Json& json, const Citation& citation);

// The members of a refusal, and of an answer, without the braces around them.
void write_fault_members(Json& json, const Rules& rules, const Fault& fault, Language language);
void write_overlay_fault(Json& json, std::string_view file, const OverlayFault& fault, Language language);
void write_assessment_members(Json& json, const Rules& rules, const Assessment& assessment);
// "layers":[{"layer","programme","amount","source"}]
void write_layers(Json& json, const LawBook& book, std::span<const LayerAmount> layers);

}  // namespace ansinh::report
