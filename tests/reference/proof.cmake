# ansinh_proof(NAME SOURCES... [LABELS label...]): a test program that may use the reference.
include_guard(GLOBAL)
include(GoogleTest)

function(ansinh_proof name)
  cmake_parse_arguments(arg "" "" "LABELS;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ansinh_reference ansinh_warnings ${arg_LIBRARIES} GTest::gtest_main)
  set(properties TIMEOUT 14400)
  if(arg_LABELS)
    list(APPEND properties LABELS ${arg_LABELS})
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST TEST_PREFIX "${name}." PROPERTIES ${properties})
endfunction()
