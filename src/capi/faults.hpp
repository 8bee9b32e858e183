// Faults of members that cannot be read.
#pragma once

#include "ansinh/result.hpp"

namespace ansinh::capi {

inline Fault fault_of(Field field, Hint hint, const Datum& given) {
  Fault fault;
  fault.field = field;
  fault.hint = hint;
  fault.given = given;
  return fault;
}
inline Fault missing(Field field) { return fault_of(field, Hint::missing, {}); }

}  // namespace ansinh::capi
