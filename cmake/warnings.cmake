# ansinh_warnings: the warnings that every target of this project is compiled with; errors with ANSINH_WERROR.
add_library(ansinh_warnings INTERFACE)
target_compile_options(ansinh_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${ANSINH_WERROR}>:-Werror>)
