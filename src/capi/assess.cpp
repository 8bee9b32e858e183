// One payment: its answer as a struct, as JSON, and explained.
#include "ansinh/assess.hpp"

#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/explain.hpp"
#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"
#include "capi/answer.hpp"
#include "capi/cells.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/one_payment.hpp"
#include "capi/request.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

// A text about one payment: `text(rules, request)` where the request can be read and a strict caller takes the answer,
// else the refusal.
template <class Text>
std::int32_t put_text(const ansinh_book* book, const ansinh_request* request, std::int32_t language, const TextOut& out,
                      bool as_json, Text text) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check_text_call(book, request, language, out); wrong != ANSINH_OK) return wrong;
    const Rules& rules = rules_of(book);
    const ansinh_request given = read_struct(request, no_request);
    const Result<Request> read = request_of(given);
    if (!read) return out.put(refusal(rules, read.fault(), language, as_json), status_of(read.fault()));
    const Result<Assessment> outcome = strictly(assess(rules, *read), *read, is_strict(given));
    if (!outcome && outcome.code() == Errc::not_settled) {
      return out.put(refusal(rules, outcome.fault(), language, as_json), ANSINH_NOT_SETTLED);
    }
    return out.put(text(rules, *read, outcome), static_cast<std::int32_t>(outcome.code()));
  });
}

}  // namespace

extern "C" {

int32_t ansinh_assess(const ansinh_book* book, ansinh_workspace* workspace, const ansinh_request* request,
                      ansinh_answer* answer) {
  if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check(workspace); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_request(request); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_struct(answer); wrong != ANSINH_OK) return wrong;
  const ansinh_request given = read_struct(request, no_request);
  const Result<Request> read = request_of(given);
  if (!read) return put_outcome(Result<Assessment>{read.fault()}, answer);
  const Rules& rules = rules_of(book);
  const Result<Assessment> outcome =
      workspace == nullptr ? assess(rules, *read) : assess(rules, *read, opened(workspace)->contents->workspace);
  return put_outcome(strictly(outcome, *read, is_strict(given)), answer);
}

int32_t ansinh_assess_json(const ansinh_book* book, const ansinh_request* request, int32_t language, char* buffer,
                           size_t capacity, size_t* length) {
  return put_text(book, request, language, {buffer, capacity, length}, true,
                  [&](const Rules& rules, const Request&, const Result<Assessment>& outcome) {
                    return outcome ? assessment_json(rules, *outcome)
                                   : fault_json(rules, outcome.fault(), language_of(language));
                  });
}

int32_t ansinh_explain(const ansinh_book* book, const ansinh_request* request, int32_t format, int32_t language,
                       char* buffer, size_t capacity, size_t* length) {
  if (format != ANSINH_TEXT && format != ANSINH_JSON) return ANSINH_CALL_BAD_CODE;
  return put_text(book, request, language, {buffer, capacity, length}, format == ANSINH_JSON,
                  [&](const Rules& rules, const Request& read, const Result<Assessment>&) {
                    const Explanation explanation = explain(rules, read);
                    return format == ANSINH_JSON ? explanation_json(rules, explanation, language_of(language))
                                                 : explanation_text(rules, explanation, language_of(language));
                  });
}

int32_t ansinh_summary(const ansinh_book* book, const ansinh_request* request, int32_t language, char* buffer,
                       size_t capacity, size_t* length) {
  return put_text(book, request, language, {buffer, capacity, length}, false,
                  [&](const Rules& rules, const Request& read, const Result<Assessment>&) {
                    return assessment_text(rules, explain(rules, read), language_of(language));
                  });
}

int32_t ansinh_read_request(const ansinh_book* book, const char* const* texts, const size_t* lengths, size_t count,
                            ansinh_request* request, int32_t language, char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_text_call(book, request, language, out); wrong != ANSINH_OK) return wrong;
    if (count > 0 && texts == nullptr) return ANSINH_CALL_NULL;
    if (count > request_field_count) return ANSINH_CALL_BAD_CODE;
    const Cells cells{texts, lengths, count};
    const Result<Request> read = read_request(law_of(book), cells.of_request());
    if (!read) {
      return out.put_if_wanted(fault_json(rules_of(book), read.fault(), language_of(language)),
                               status_of(read.fault()));
    }
    ansinh_request whole = read_struct(request, no_request);
    put_request(*read, whole);
    write_struct(request, whole);
    return out.nothing();
  });
}

}  // extern "C"
