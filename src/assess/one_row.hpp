// One row of many: its status is wanted, its fault is not.
#pragma once

#include "assess/kernel.hpp"
#include "assess/plain_payment.hpp"

namespace ansinh {

// `answer`, which must be fresh, stays so unless the status is ok.
[[gnu::always_inline]] inline Errc assess_row(const Rules::Data& data, const FastArithmetic& arithmetic,
                                              const Request& request, Assessment& answer) {
  if (plain_payment(data, arithmetic, request, answer)) return Errc::ok;
  SilentSink silent;
  const auto drop = [](const Fault&) {};
  return Kernel<FastArithmetic, SilentSink, decltype(drop)>{data, arithmetic, silent, drop}.run(request, answer);
}

}  // namespace ansinh
