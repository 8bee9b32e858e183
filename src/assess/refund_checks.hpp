// What refuses a refund whose payment is in order, in the order of refund.hpp.
#pragma once

#include <optional>

#include "ansinh/refund.hpp"
#include "assess/rules_data.hpp"

namespace ansinh {

std::optional<Fault> refund_fault(const Rules::Data& data, const RefundRequest& request);

}  // namespace ansinh
