// What frames every answer about a benefit.
#include "report/benefit_parts.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh::report {
namespace {

template <class Visit>
void each_reading(BenefitReadings readings, const Visit& visit) {
  for (int i = 0; i < benefit_reading_count; ++i) {
    const auto reading = static_cast<BenefitReading>(i);
    if (readings.has(reading)) visit(reading);
  }
}

std::string opening(BenefitFlags flags, Language language) {
  if (flags.has(BenefitFlag::illustration)) {
    return say(language, "Minh họa, không phải quyết định.", "An illustration, not a decision.");
  }
  if (flags.has(BenefitFlag::unsettled)) {
    return say(language, "Chưa chắc chắn: có điểm luật chưa rõ, xem ghi chú bên dưới.",
               "Not settled: it rests on what is said below.");
  }
  return say(language, "Chắc chắn theo luật đã rà soát.", "Settled by the law as it was last verified.");
}

}  // namespace

std::string framed_text(const BenefitRules& rules, const BenefitFrame& frame, Language language, bool explain) {
  std::string text = opening(frame.flags, language) + '\n' + frame.headline + '\n';
  for (const std::string& line : frame.lines) text += line + '\n';
  if (explain) {
    for (const BenefitStep& step : frame.steps) text += "  " + printed(rules, step, language) + '\n';
  }
  std::vector<std::string> flags, readings;
  for (const BenefitFlag flag : all_benefit_flags) {
    if (frame.flags.has(flag)) flags.emplace_back(words(flag, language));
  }
  each_reading(frame.readings, [&](BenefitReading reading) { readings.emplace_back(words(reading, language)); });
  text += list_text(say(language, "Lưu ý:", "Flags:"), flags);
  text += list_text(say(language, "Cách hiểu đã chọn:", "Readings taken:"), readings);
  text += say(language, "Dữ liệu luật: {0}, chế độ: {1}, rà soát gần nhất ngày {2}.\n",
              "Law: {0}, benefits: {1}, last verified on {2}.\n", rules.book().digest(), rules.law().digest(),
              printed(LawBook::verified_on(), language));
  return text;
}

namespace {

void write_step_parts(Json& json, const BenefitRules& rules, const BenefitStep& step) {
  json.key("from");
  json.begin_array();
  for (int i = 0; i < step.part_count; ++i) write_datum(json, rules.book(), step.parts[static_cast<std::size_t>(i)]);
  json.end_array();
}

void write_benefit_step(Json& json, const BenefitRules& rules, const BenefitStep& step, Language language) {
  json.begin_object();
  json.member("quantity", name(step.quantity));
  json.key("value");
  write_datum(json, rules.book(), step.value);
  write_step_parts(json, rules, step);
  const Citation* citation = step.provision != nullptr ? &step.provision->citation
                             : step.row != nullptr     ? &step.row->citation
                                                       : nullptr;
  if (citation != nullptr) {
    write_citation(json, *citation);
    json.member("standing", name(step.provision != nullptr ? step.provision->standing : step.row->standing));
  }
  json.member("text", printed(rules, step, language));
  json.end_object();
}

}  // namespace

void write_benefit_end(Json& json, const BenefitRules& rules, BenefitFlags flags, BenefitReadings readings,
                       const std::vector<BenefitStep>& steps, Language language) {
  json.key("flags");
  json.begin_array();
  for (const BenefitFlag flag : all_benefit_flags) {
    if (flags.has(flag)) json.value(name(flag));
  }
  json.end_array();
  json.key("readings");
  json.begin_array();
  each_reading(readings, [&](BenefitReading reading) {
    json.begin_object();
    json.member("name", name(reading));
    json.member("text", words(reading, language));
    json.end_object();
  });
  json.end_array();
  json.key("steps");
  json.begin_array();
  for (const BenefitStep& step : steps) write_benefit_step(json, rules, step, language);
  json.end_array();
  json.member("law_digest", rules.book().digest());
  json.member("benefit_law_digest", rules.law().digest());
}

}  // namespace ansinh::report
