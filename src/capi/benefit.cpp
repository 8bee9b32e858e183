// What a record brings, and plans.
#include <string>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/benefit_report.hpp"
#include "capi/benefit_request.hpp"
#include "capi/codes.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/one_payment.hpp"
#include "capi/sized.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

bool is_text_or_json(std::int32_t format) { return format == ANSINH_TEXT || format == ANSINH_JSON; }

// What every call that gives a text checks first.
template <class Given>
std::int32_t check_call(const ansinh_book* book, const Given* request, std::uint32_t known_options, std::int32_t format,
                        std::int32_t language, const TextOut& out) {
  if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_struct(request); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
  const bool known = is_text_or_json(format) && is_language(language) && (request->options & ~known_options) == 0;
  return known ? ANSINH_OK : ANSINH_CALL_BAD_CODE;
}

struct Form {
  bool json;
  Language language;
  bool strict;
  bool explain;
};

std::int32_t put_refusal(const BenefitRules& rules, const Fault& fault, const Form& form, const TextOut& out) {
  return out.put(
      form.json ? fault_json(rules.rules(), fault, form.language) : fault_message(rules.rules(), fault, form.language),
      status_of(fault));
}

template <class Request, class Answer>
std::int32_t put_answer(const BenefitRules& rules, const Request& request, ContributionRecord record,
                        const Result<Answer>& answer, const Form& form, const TextOut& out) {
  if (!answer) return put_refusal(rules, answer.fault(), form, out);
  if (form.strict) {
    if (const auto fault = not_settled(answer->flags)) return put_refusal(rules, *fault, form, out);
  }
  return out.put(form.json ? benefit_json(rules, request, record, *answer, form.language)
                           : benefit_text(rules, request, record, *answer, form.language, form.explain),
                 ANSINH_OK);
}

std::int32_t answer_question(const BenefitRules& rules, const BenefitQuestion& question, ContributionRecord record,
                             const Form& form, const TextOut& out) {
  const BenefitInput& input = question.input;
  switch (question.kind) {
    case BenefitKind::pension: {
      const PensionRequest request{input.person, input.on, question.options};
      return put_answer(rules, request, record, pension(rules, request, record), form, out);
    }
    case BenefitKind::one_time: {
      const OneTimeRequest request{input.person, input.on, input.one_time_case, input.drawn, question.options};
      return put_answer(rules, request, record, one_time(rules, request, record), form, out);
    }
    case BenefitKind::death: {
      const DeathRequest request{input.on, input.drawn, question.options};
      return put_answer(rules, request, record, death(rules, request, record), form, out);
    }
    case BenefitKind::maternity: {
      const MaternityRequest request{input.on, input.children, question.options};
      return put_answer(rules, request, record, maternity(rules, request, record), form, out);
    }
    case BenefitKind::bridge: {
      const BridgeRequest request{input.person, input.on, input.groups, question.options};
      return put_answer(rules, request, record, bridge(rules, request, record), form, out);
    }
  }
  return ANSINH_CALL_BAD_CODE;
}

std::int32_t init(auto* into, std::uint32_t size, const auto& nothing) {
  if (into == nullptr) return ANSINH_CALL_NULL;
  if (!known_size<std::remove_pointer_t<decltype(into)>>(size)) return ANSINH_CALL_STRUCT_SIZE;
  into->size = size;
  write_struct(into, nothing);
  return ANSINH_OK;
}

}  // namespace

extern "C" {

int32_t ansinh_span_init(ansinh_span* span, uint32_t size) { return init(span, size, no_span); }
int32_t ansinh_benefit_request_init(ansinh_benefit_request* request, uint32_t size) {
  return init(request, size, no_benefit_request);
}
int32_t ansinh_plan_request_init(ansinh_plan_request* request, uint32_t size) {
  return init(request, size, no_plan_request);
}

int32_t ansinh_benefit(const ansinh_book* book, const ansinh_benefit_request* request, const ansinh_span* spans,
                       size_t count, int32_t format, int32_t language, char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    constexpr std::uint32_t known = ANSINH_STRICT | ANSINH_ESTIMATE_INDEXATION | ANSINH_EXPLAIN;
    if (const auto wrong = check_call(book, request, known, format, language, out); wrong != ANSINH_OK) return wrong;
    if (count > 0) {
      if (const auto wrong = check_struct(spans); wrong != ANSINH_OK) return wrong;
    }
    const BenefitRules& rules = benefits_of(book);
    const ansinh_benefit_request given = read_struct(request, no_benefit_request);
    const Form form{format == ANSINH_JSON, language_of(language), (given.options & ANSINH_STRICT) != 0,
                    (given.options & ANSINH_EXPLAIN) != 0};
    const auto question = question_of(given);
    if (!question) return put_refusal(rules, question.fault(), form, out);
    const auto record = record_of(spans, count);
    if (!record) return put_refusal(rules, record.fault(), form, out);
    return answer_question(rules, *question, *record, form, out);
  });
}

int32_t ansinh_read_record(const ansinh_book* book, const char* csv, size_t csv_length, ansinh_span* spans,
                           size_t spans_capacity, size_t* count, int32_t language, char* buffer, size_t capacity,
                           size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (csv == nullptr || count == nullptr) return ANSINH_CALL_NULL;
    if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
    if (!is_language(language)) return ANSINH_CALL_BAD_CODE;
    if (spans_capacity > 0) {
      if (const auto wrong = check_struct(spans); wrong != ANSINH_OK) return wrong;
    }
    const auto record = read_record(law_of(book), text_of(csv, csv_length));
    *count = record ? record->size() : 0;
    if (!record) {
      return out.put_if_wanted(fault_json(rules_of(book), record.fault(), language_of(language)),
                               status_of(record.fault()));
    }
    if (*count > spans_capacity) return ANSINH_CALL_BUFFER_TOO_SMALL;
    if (*count == 0) return ANSINH_OK;
    const std::uint32_t size = spans->size;
    auto* at = reinterpret_cast<std::byte*>(spans);
    for (const ContributionSpan& span : *record) {
      ansinh_span whole = no_span;
      put_span(span, whole);
      auto* into = reinterpret_cast<ansinh_span*>(at);
      into->size = size;
      write_struct(into, whole);
      at += size;
    }
    return ANSINH_OK;
  });
}

int32_t ansinh_plan(const ansinh_book* book, const ansinh_plan_request* request, int32_t format, int32_t language,
                    char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    constexpr std::uint32_t known = ANSINH_STRICT | ANSINH_EXPLAIN;
    if (const auto wrong = check_call(book, request, known, format, language, out); wrong != ANSINH_OK) return wrong;
    const BenefitRules& rules = benefits_of(book);
    const ansinh_plan_request given = read_struct(request, no_plan_request);
    const Form form{format == ANSINH_JSON, language_of(language), (given.options & ANSINH_STRICT) != 0,
                    (given.options & ANSINH_EXPLAIN) != 0};
    const auto input = plan_of(given);
    if (!input) return put_refusal(rules, input.fault(), form, out);
    const Result<Plan> found = plan(rules, *input);
    if (!found) return put_refusal(rules, found.fault(), form, out);
    if (form.strict) {
      if (const auto fault = not_settled(found->flags)) return put_refusal(rules, *fault, form, out);
    }
    PlanRequest at_income = input->request;
    at_income.income = found->income;
    const PlanExplanation explained = explain(rules, at_income);
    return out.put(form.json ? plan_json(rules, explained, form.language)
                             : plan_text(rules, explained, form.language, form.explain),
                   ANSINH_OK);
  });
}

const char* ansinh_benefit_law_digest(const ansinh_book* book) {
  return check(book) == ANSINH_OK ? benefits_of(book).law().digest().c_str() : nullptr;
}

}  // extern "C"
