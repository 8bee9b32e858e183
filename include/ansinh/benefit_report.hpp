// benefit_report: benefits and plans as text and JSON, in Vietnamese and English.
//
// Promise: as report.hpp: rendering only; the same arguments give the same bytes. Everything that looks ahead opens
// with "Minh họa, không phải quyết định" (an illustration, not a decision). Every step names its article and, below an
// official example, its standing. JSON has the names of the specification, bare values, and last the digests of both
// laws. Units: VND, months; benefit years and rates as decimal strings.
#pragma once

#include <string>
#include <string_view>

#include "ansinh/benefit.hpp"
#include "ansinh/benefit_steps.hpp"
#include "ansinh/export.hpp"
#include "ansinh/plan.hpp"
#include "ansinh/report.hpp"

namespace ansinh {

[[nodiscard]] ANSINH_API std::string_view words(BenefitFlag, Language);
[[nodiscard]] ANSINH_API std::string_view words(NotEligible, Language);
// A sentence without its full stop: what the law leaves open, and what was chosen.
[[nodiscard]] ANSINH_API std::string_view words(BenefitReading, Language);
// One step as a sentence with its source.
[[nodiscard]] ANSINH_API std::string printed(const BenefitRules& rules, const BenefitStep& step, Language language);

// The answer; with `explain` every step of it.
[[nodiscard]] ANSINH_API std::string benefit_text(const BenefitRules& rules, const PensionRequest& request,
                                                  ContributionRecord record, const Pension& answer, Language language,
                                                  bool explain);
[[nodiscard]] ANSINH_API std::string benefit_text(const BenefitRules& rules, const OneTimeRequest& request,
                                                  ContributionRecord record, const OneTime& answer, Language language,
                                                  bool explain);
[[nodiscard]] ANSINH_API std::string benefit_text(const BenefitRules& rules, const DeathRequest& request,
                                                  ContributionRecord record, const Death& answer, Language language,
                                                  bool explain);
[[nodiscard]] ANSINH_API std::string benefit_text(const BenefitRules& rules, const MaternityRequest& request,
                                                  ContributionRecord record, const Maternity& answer, Language language,
                                                  bool explain);
[[nodiscard]] ANSINH_API std::string benefit_text(const BenefitRules& rules, const BridgeRequest& request,
                                                  ContributionRecord record, const Bridge& answer, Language language,
                                                  bool explain);
// {"status","eligible","reason",...,"flags","steps","law_digest","benefit_law_digest"}; amounts only where eligible.
[[nodiscard]] ANSINH_API std::string benefit_json(const BenefitRules& rules, const PensionRequest& request,
                                                  ContributionRecord record, const Pension& answer, Language language);
[[nodiscard]] ANSINH_API std::string benefit_json(const BenefitRules& rules, const OneTimeRequest& request,
                                                  ContributionRecord record, const OneTime& answer, Language language);
[[nodiscard]] ANSINH_API std::string benefit_json(const BenefitRules& rules, const DeathRequest& request,
                                                  ContributionRecord record, const Death& answer, Language language);
[[nodiscard]] ANSINH_API std::string benefit_json(const BenefitRules& rules, const MaternityRequest& request,
                                                  ContributionRecord record, const Maternity& answer,
                                                  Language language);
[[nodiscard]] ANSINH_API std::string benefit_json(const BenefitRules& rules, const BridgeRequest& request,
                                                  ContributionRecord record, const Bridge& answer, Language language);

// A plan: an answer or the refusal's message, or object.
[[nodiscard]] ANSINH_API std::string plan_text(const BenefitRules& rules, const PlanExplanation& plan,
                                               Language language, bool explain);
[[nodiscard]] ANSINH_API std::string plan_json(const BenefitRules& rules, const PlanExplanation& plan,
                                               Language language);

}  // namespace ansinh
