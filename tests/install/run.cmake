# Shared by the scripts here: run a command and stop with its output if it fails; build a consumer and compare what it
# prints.
cmake_minimum_required(VERSION 3.25)

set(expected "330000 132000 198000 income_below_floor ${VERSION}\n")

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    string(JOIN " " command ${ARGV})
    message(FATAL_ERROR "${command}\nended with ${result}:\n${output}${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(compare)
  if(NOT output STREQUAL expected)
    message(FATAL_ERROR "printed\n${output}instead of\n${expected}")
  endif()
endfunction()

# Configures and builds a CMake consumer afresh and runs it.
function(cmake_consumer folder)
  set(build "${WORK}/${NAME}")
  file(REMOVE_RECURSE "${build}")
  run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/consumer/${folder}" -B "${build}" -G "${GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" -DCMAKE_BUILD_TYPE=Debug
    -DCMAKE_CXX_FLAGS_DEBUG=-O0 ${ARGN})
  run("${CMAKE_COMMAND}" --build "${build}")
  run("${build}/consumer")
  compare()
  set(build "${build}" PARENT_SCOPE)
endfunction()
