# Targets that read the sources and change nothing: `format-check` (clang-format) and `tidy` (clang-tidy over the
# library and the program). `format` writes. They need clang-format and clang-tidy; no other target does.
find_program(ANSINH_CLANG_FORMAT NAMES clang-format-14 clang-format)
find_program(ANSINH_RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)

file(GLOB_RECURSE formatted CONFIGURE_DEPENDS
  include/*.hpp include/*.h src/*.hpp src/*.cpp tests/*.hpp tests/*.cpp tests/*.c bench/*.hpp bench/*.cpp examples/*.cpp examples/*.c)

if(ANSINH_CLANG_FORMAT)
  add_custom_target(format-check COMMAND "${ANSINH_CLANG_FORMAT}" --dry-run --Werror ${formatted} VERBATIM)
  add_custom_target(format COMMAND "${ANSINH_CLANG_FORMAT}" -i ${formatted} VERBATIM)
endif()
if(ANSINH_RUN_CLANG_TIDY)
  add_custom_target(tidy
    COMMAND "${ANSINH_RUN_CLANG_TIDY}" -quiet -p "${PROJECT_BINARY_DIR}" "${PROJECT_SOURCE_DIR}/src/"
    VERBATIM USES_TERMINAL)
endif()
