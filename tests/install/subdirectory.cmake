# A CMake consumer that builds ansinh as a part of itself.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
cmake_consumer(subdirectory "-DANSINH_SOURCE_DIR=${SOURCE}")
