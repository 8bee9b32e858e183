// Structs that begin with their size: read no further than the caller says, written no further.
//
// A new member goes to the end. What its struct's first edition ended with stays named here, so that programs built
// with any edition are served.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "ansinh/ansinh.h"

namespace ansinh::capi {

#define ANSINH_FIRST_EDITION(type, last)                                     \
  constexpr std::size_t first_edition(const type*) {                         \
    return offsetof(type, last) + sizeof(static_cast<type*>(nullptr)->last); \
  }

ANSINH_FIRST_EDITION(ansinh_brackets, reserved)
ANSINH_FIRST_EDITION(ansinh_request, th_support)
ANSINH_FIRST_EDITION(ansinh_answer, reserved)
ANSINH_FIRST_EDITION(ansinh_schedule_month, local_top_up_so_far)
ANSINH_FIRST_EDITION(ansinh_refund_request, support_refunded)
ANSINH_FIRST_EDITION(ansinh_refund_answer, layer_source)
ANSINH_FIRST_EDITION(ansinh_span, central_support)
ANSINH_FIRST_EDITION(ansinh_benefit_request, groups)
ANSINH_FIRST_EDITION(ansinh_pension_columns, lump_sum_above_cap)
ANSINH_FIRST_EDITION(ansinh_plan_request, fixed_factor)
ANSINH_FIRST_EDITION(ansinh_tally, from_fund)
ANSINH_FIRST_EDITION(ansinh_columns, tally_count)
ANSINH_FIRST_EDITION(ansinh_columns_fault, limit)

#undef ANSINH_FIRST_EDITION

template <class Struct>
bool known_size(std::uint32_t size) {
  return size >= first_edition(static_cast<const Struct*>(nullptr)) && size <= sizeof(Struct);
}

template <class Struct>
std::int32_t check_struct(const Struct* given) {
  if (given == nullptr) return ANSINH_CALL_NULL;
  return known_size<Struct>(given->size) ? ANSINH_OK : ANSINH_CALL_STRUCT_SIZE;
}

// Only of a struct that passed the check. What lies beyond its size is as in `defaults`.
template <class Struct>
Struct read_struct(const Struct* given, const Struct& defaults) {
  Struct whole = defaults;
  std::memcpy(&whole, given, given->size);
  whole.size = sizeof(Struct);
  return whole;
}

template <class Struct>
void write_struct(Struct* to, const Struct& value) {
  const std::uint32_t size = to->size;
  std::memcpy(to, &value, size);
  to->size = size;
}

}  // namespace ansinh::capi
