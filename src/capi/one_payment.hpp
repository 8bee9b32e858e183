// What every call about one payment has in common.
#pragma once

#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/report.hpp"
#include "ansinh/result.hpp"
#include "capi/handle.hpp"
#include "capi/request.hpp"
#include "capi/text_out.hpp"

namespace ansinh::capi {

inline std::int32_t status_of(const Fault& fault) { return static_cast<std::int32_t>(fault.code); }

inline std::int32_t check_text_call(const ansinh_book* book, const ansinh_request* request, std::int32_t language,
                                    const TextOut& out) {
  if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_request(request); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
  return is_language(language) ? ANSINH_OK : ANSINH_CALL_BAD_CODE;
}

// The outcome, or what a strict caller gets in its place.
template <class Outcome, class Requested>
Result<Outcome> strictly(Result<Outcome> outcome, const Requested& request, bool strict) {
  if (strict && outcome) {
    if (const auto fault = not_settled(request, *outcome)) return *fault;
  }
  return outcome;
}

inline std::string refusal(const Rules& rules, const Fault& fault, std::int32_t language, bool as_json) {
  return as_json ? fault_json(rules, fault, language_of(language)) : fault_message(rules, fault, language_of(language));
}

}  // namespace ansinh::capi
