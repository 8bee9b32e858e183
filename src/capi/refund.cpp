// What is given back of a paid period.
#include "ansinh/refund.hpp"

#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"
#include "capi/answer.hpp"
#include "capi/cells.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/one_payment.hpp"
#include "capi/request.hpp"
#include "capi/sized.hpp"
#include "capi/text_out.hpp"

extern "C" {

int32_t ansinh_refund(const ansinh_book* book, const ansinh_request* payment, const ansinh_refund_request* refund,
                      ansinh_refund_answer* answer) {
  using namespace ansinh::capi;
  if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_request(payment); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_struct(refund); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_struct(answer); wrong != ANSINH_OK) return wrong;
  const ansinh_request given = read_struct(payment, no_request);
  const auto read = refund_request_of(given, read_struct(refund, no_refund_request));
  if (!read) return put_outcome(ansinh::Result<ansinh::Refund>{read.fault()}, answer);
  return put_outcome(strictly(ansinh::refund(rules_of(book), *read), *read, is_strict(given)), answer);
}

int32_t ansinh_explain_refund(const ansinh_book* book, const ansinh_request* payment,
                              const ansinh_refund_request* refund, int32_t format, int32_t language, char* buffer,
                              size_t capacity, size_t* length) {
  using namespace ansinh::capi;
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_text_call(book, payment, language, out); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_struct(refund); wrong != ANSINH_OK) return wrong;
    if (format != ANSINH_TEXT && format != ANSINH_JSON) return ANSINH_CALL_BAD_CODE;
    const bool as_json = format == ANSINH_JSON;
    const ansinh::Rules& rules = rules_of(book);
    const ansinh_request given = read_struct(payment, no_request);
    const auto read = refund_request_of(given, read_struct(refund, no_refund_request));
    if (!read) return out.put(refusal(rules, read.fault(), language, as_json), status_of(read.fault()));
    const ansinh::RefundExplanation explanation = explain(rules, *read);
    const auto outcome = strictly(explanation.outcome, *read, is_strict(given));
    if (!outcome && outcome.code() == ansinh::Errc::not_settled) {
      return out.put(refusal(rules, outcome.fault(), language, as_json), ANSINH_NOT_SETTLED);
    }
    return out.put(as_json ? refund_json(rules, explanation, language_of(language))
                           : refund_explanation_text(rules, explanation, language_of(language)),
                   static_cast<std::int32_t>(outcome.code()));
  });
}

int32_t ansinh_read_refund(const ansinh_book* book, const char* const* texts, const size_t* lengths, size_t count,
                           ansinh_request* payment, ansinh_refund_request* refund, int32_t language, char* buffer,
                           size_t capacity, size_t* length) {
  using namespace ansinh::capi;
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_text_call(book, payment, language, out); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_struct(refund); wrong != ANSINH_OK) return wrong;
    if (count > 0 && texts == nullptr) return ANSINH_CALL_NULL;
    if (count > ANSINH_FIELD_SUPPORT_REFUNDED + 1) return ANSINH_CALL_BAD_CODE;
    const Cells cells{texts, lengths, count};
    const auto read = read_refund(law_of(book), cells.of_refund());
    if (!read) {
      return out.put_if_wanted(fault_json(rules_of(book), read.fault(), language_of(language)),
                               status_of(read.fault()));
    }
    ansinh_request whole_payment = read_struct(payment, no_request);
    put_request(read->payment, whole_payment);
    write_struct(payment, whole_payment);
    ansinh_refund_request whole_refund = read_struct(refund, no_refund_request);
    put_refund_request(*read, whole_refund);
    write_struct(refund, whole_refund);
    return out.nothing();
  });
}

}  // extern "C"
