// Records, events and plans of the C interface as those of the library, and back.
#pragma once

#include <cstddef>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/benefit_list.hpp"
#include "ansinh/result.hpp"
#include "capi/sized.hpp"

namespace ansinh::capi {

extern const ansinh_span no_span;
extern const ansinh_benefit_request no_benefit_request;
extern const ansinh_plan_request no_plan_request;

// Form of every member; texts of a fault point into what was given. `number` is that of the span, from 1.
[[nodiscard]] Result<ContributionSpan> span_of(const ansinh_span& given, int number);
// Spans at the distance of the first one's size, which has been checked.
[[nodiscard]] Result<std::vector<ContributionSpan>> record_of(const ansinh_span* spans, std::size_t count);
void put_span(const ContributionSpan& span, ansinh_span& into);

struct BenefitQuestion {
  BenefitKind kind = BenefitKind::pension;
  BenefitInput input;
  BenefitOptions options;
};
[[nodiscard]] Result<BenefitQuestion> question_of(const ansinh_benefit_request& given);
[[nodiscard]] Result<PlanInput> plan_of(const ansinh_plan_request& given);

// The members of a question or a plan that was read from text; `options` stays.
void put_benefit(BenefitKind kind, const BenefitInput& input, ansinh_benefit_request& into);
void put_plan(const PlanInput& input, ansinh_plan_request& into);

}  // namespace ansinh::capi
