// The pieces that the texts and objects of all benefits share.
#pragma once

#include <string>
#include <vector>

#include "ansinh/benefit_report.hpp"
#include "report/json.hpp"

namespace ansinh::report {

// "62 tuổi 3 tháng", "62 years 3 months"
[[nodiscard]] std::string age_text(std::int64_t months, Language language);
// "15,5 năm", "15.5 years"
[[nodiscard]] std::string years_text(std::int64_t halves, Language language);

// What frames the lines of an answer: the opening line, flags, readings, and which law it is.
struct BenefitFrame {
  BenefitFlags flags;
  BenefitReadings readings;
  std::string headline;  // a sentence
  std::vector<std::string> lines;
  std::vector<BenefitStep> steps;
};
[[nodiscard]] std::string framed_text(const BenefitRules& rules, const BenefitFrame& frame, Language language,
                                      bool explain);

// "flags", "readings", "steps" and the digests: the last members of an object.
void write_benefit_end(Json& json, const BenefitRules& rules, BenefitFlags flags, BenefitReadings readings,
                       const std::vector<BenefitStep>& steps, Language language);

}  // namespace ansinh::report
