# A CMake consumer of the installed package, KIND static or shared.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
cmake_consumer(package "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DKIND=${KIND}")

# It is linked as asked for.
run("${OBJDUMP}" -p "${build}/consumer")
string(FIND "${output}" "libansinh.so.${ABI}" at)
if((KIND STREQUAL "static" AND NOT at EQUAL -1) OR (KIND STREQUAL "shared" AND at EQUAL -1))
  message(FATAL_ERROR "not linked ${KIND}:\n${output}")
endif()
