// Requests of the C interface as those of the library, and back.
#pragma once

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/refund.hpp"
#include "ansinh/result.hpp"
#include "capi/sized.hpp"

namespace ansinh::capi {

inline const ansinh_request no_request = ANSINH_REQUEST_INIT;
inline const ansinh_refund_request no_refund_request = ANSINH_REFUND_REQUEST_INIT;

// Which members a request must have.
enum class Needs { paid_on_and_income, paid_on, nothing };

// Form and range of every member in the order of the fields; the first fault is the one reported. Texts of the fault
// point into `given`.
[[nodiscard]] Result<Request> request_of(const ansinh_request& given, Needs needs = Needs::paid_on_and_income);
[[nodiscard]] Result<RefundRequest> refund_request_of(const ansinh_request& payment,
                                                      const ansinh_refund_request& given);

// The members of a request that was read from text.
void put_request(const Request& request, ansinh_request& into);
void put_refund_request(const RefundRequest& request, ansinh_refund_request& into);

[[nodiscard]] constexpr bool is_strict(const ansinh_request& request) { return (request.options & ANSINH_STRICT) != 0; }
// Bits that this library does not know would be promises that it cannot keep.
[[nodiscard]] constexpr bool known_options(const ansinh_request& request) {
  return (request.options & ~std::uint32_t{ANSINH_STRICT}) == 0;
}

// ANSINH_OK, or why the struct cannot be read.
[[nodiscard]] inline std::int32_t check_request(const ansinh_request* request) {
  if (const auto wrong = check_struct(request); wrong != ANSINH_OK) return wrong;
  return known_options(*request) ? ANSINH_OK : ANSINH_CALL_BAD_CODE;
}

}  // namespace ansinh::capi
