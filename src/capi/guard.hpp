// No exception crosses the C interface: what is thrown becomes the status of the call.
#pragma once

#include <cstdint>
#include <new>
#include <stdexcept>

#include "ansinh/ansinh.h"

namespace ansinh::capi {

template <class Work>
std::int32_t guarded(Work&& work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return ANSINH_CALL_NO_MEMORY;
  } catch (const std::length_error&) {
    return ANSINH_CALL_NO_MEMORY;
  } catch (...) {
    return ANSINH_CALL_INTERNAL;
  }
}

}  // namespace ansinh::capi
