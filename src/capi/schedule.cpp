// A payment month by month.
#include "ansinh/schedule.hpp"

#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/report.hpp"
#include "capi/answer.hpp"
#include "capi/codes.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/one_payment.hpp"
#include "capi/request.hpp"
#include "capi/sized.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

Result<Schedule> schedule_of(const ansinh_book* book, const ansinh_request& given) {
  const Result<Request> read = request_of(given);
  if (!read) return read.fault();
  Result<Schedule> account = schedule(rules_of(book), *read);
  if (account && is_strict(given)) {
    if (const auto fault = not_settled(*read, account->assessment)) return *fault;
  }
  return account;
}

ansinh_schedule_month month_of(const ScheduleMonth& account) {
  ansinh_schedule_month month{};
  month.month = account.month ? month_number(*account.month) : ANSINH_NOT_GIVEN;
  month.exponent = account.exponent;
  month.contribution = account.amounts.contribution.dong();
  month.central_support = account.amounts.central_support.dong();
  month.local_top_up = account.amounts.local_top_up.dong();
  month.contribution_so_far = account.cumulative.contribution.dong();
  month.central_support_so_far = account.cumulative.central_support.dong();
  month.local_top_up_so_far = account.cumulative.local_top_up.dong();
  return month;
}

void put_months(const Schedule& account, ansinh_schedule_month* months) {
  const std::uint32_t size = months->size;
  auto* at = reinterpret_cast<std::byte*>(months);
  for (const ScheduleMonth& month : account.months) {
    auto* into = reinterpret_cast<ansinh_schedule_month*>(at);
    into->size = size;
    write_struct(into, month_of(month));
    at += size;
  }
}

}  // namespace

extern "C" {

int32_t ansinh_schedule(const ansinh_book* book, const ansinh_request* request, ansinh_schedule_month* months,
                        size_t capacity, size_t* count, ansinh_answer* answer) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_request(request); wrong != ANSINH_OK) return wrong;
    if (count == nullptr) return ANSINH_CALL_NULL;
    if (capacity > 0) {
      if (const auto wrong = check_struct(months); wrong != ANSINH_OK) return wrong;
    }
    if (answer != nullptr) {
      if (const auto wrong = check_struct(answer); wrong != ANSINH_OK) return wrong;
    }
    const Result<Schedule> account = schedule_of(book, read_struct(request, no_request));
    *count = account ? account->months.size() : 0;
    if (*count > capacity) return ANSINH_CALL_BUFFER_TOO_SMALL;
    if (answer != nullptr) {
      put_outcome(account ? Result<Assessment>{account->assessment} : Result<Assessment>{account.fault()}, answer);
    }
    if (!account) return status_of(account.fault());
    if (*count > 0) put_months(*account, months);
    return ANSINH_OK;
  });
}

int32_t ansinh_schedule_text(const ansinh_book* book, const ansinh_request* request, int32_t format, int32_t language,
                             char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_text_call(book, request, language, out); wrong != ANSINH_OK) return wrong;
    if (format != ANSINH_TEXT && format != ANSINH_CSV && format != ANSINH_JSON) return ANSINH_CALL_BAD_CODE;
    const Rules& rules = rules_of(book);
    const Result<Schedule> account = schedule_of(book, read_struct(request, no_request));
    if (!account) {
      return out.put(refusal(rules, account.fault(), language, format == ANSINH_JSON), status_of(account.fault()));
    }
    switch (format) {
      case ANSINH_CSV: return out.put(schedule_csv(*account), ANSINH_OK);
      case ANSINH_JSON: return out.put(schedule_json(rules, *account, nullptr, language_of(language)), ANSINH_OK);
      default: return out.put(schedule_text(*account, language_of(language)), ANSINH_OK);
    }
  });
}

}  // extern "C"
