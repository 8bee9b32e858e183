#include "ansinh/version.hpp"

#include "ansinh/ansinh.h"
#include "ansinh/law.hpp"

static_assert(ANSINH_ABI == ANSINH_ABI_VERSION);

extern "C" {

uint32_t ansinh_abi_version(void) { return ANSINH_ABI_VERSION; }
const char* ansinh_version(void) { return ANSINH_VERSION; }
int32_t ansinh_verified_on(void) { return ansinh::LawBook::verified_on().number(); }

}  // extern "C"
