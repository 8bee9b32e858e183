// Which symbols the shared library shows. Everything else is hidden.
#pragma once

#if defined(ANSINH_STATIC) || !(defined(__GNUC__) || defined(__clang__))
#define ANSINH_API
#else
#define ANSINH_API __attribute__((visibility("default")))
#endif
