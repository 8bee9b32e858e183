// Whether the law of the day knows a term, and whether the payment is in time.
#pragma once

#include "ansinh/assess.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

// The month in which a payment starts to count.
inline Month first_month(const Request& request) {
  return request.first_month ? *request.first_month : request.paid_on.month();
}

// Which value of law says within how many months a period of 1, 3, 6 or 12 months may be paid.
Parameter due_window_parameter(int months);

// Last day on which an ordinary term or a payment for years ahead is in time.
Day last_day_in_time(const Request& request, const Regime& regime);

// Why a term that the kernel found not allowed on the day is refused.
Fault term_fault(const Request& request, const Regime& regime);

}  // namespace ansinh
