# ansinh_warnings: the warnings that every target of this project is compiled with; errors with ANSINH_WERROR.
# -Wrestrict is off for g++ 12, which reports it inside its own std::string (GCC bug 105651).
add_library(ansinh_warnings INTERFACE)
target_compile_options(ansinh_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${ANSINH_WERROR}>:-Werror>)
