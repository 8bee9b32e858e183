// The table that agents print.
#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/report.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/one_payment.hpp"
#include "capi/request.hpp"
#include "capi/text_out.hpp"

extern "C" {

int32_t ansinh_table(const ansinh_book* book, const ansinh_request* request, int32_t format, int32_t language,
                     char* buffer, size_t capacity, size_t* length) {
  using namespace ansinh::capi;
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_text_call(book, request, language, out); wrong != ANSINH_OK) return wrong;
    if (!is_format(format)) return ANSINH_CALL_BAD_CODE;
    const bool as_json = format == ANSINH_JSON;
    const ansinh::Rules& rules = rules_of(book);
    const ansinh_request given = read_struct(request, no_request);
    const auto read = request_of(given, Needs::paid_on);
    if (!read) return out.put(refusal(rules, read.fault(), language, as_json), status_of(read.fault()));
    const ansinh::TableRequest asked{.paid_on = read->paid_on,
                                     .place = read->place,
                                     .months_supported = read->months_supported,
                                     .fund_return_rate = read->fund_return_rate,
                                     .settled_only = is_strict(given)};
    const auto table = contribution_table(rules, asked, format_of(format), language_of(language));
    if (!table) return out.put(refusal(rules, table.fault(), language, as_json), status_of(table.fault()));
    return out.put(*table, ANSINH_OK);
  });
}

}  // extern "C"
