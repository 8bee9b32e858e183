# ansinh_warnings: the warnings that every target of this project is compiled with; errors with ANSINH_WERROR.
# g++ 12 sees overlapping and overflowing copies inside its own std::string (GCC bugs 105651 and 105329): what reports
# them is off for it, and on for every other compiler. Under the sanitizers no g++ knows any longer what is initialised.
add_library(ansinh_warnings INTERFACE)
target_compile_options(ansinh_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-stringop-overflow;-Wno-array-bounds>"
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${ANSINH_SANITIZE}>>:-Wno-maybe-uninitialized>
  $<$<BOOL:${ANSINH_WERROR}>:-Werror>)
