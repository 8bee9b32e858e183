# What was installed is whole, names no folder of this machine, and asks for no library but its own.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

foreach(file IN ITEMS "${BIN}/ansinh" "${LIB}/libansinh.a" "${LIB}/libansinh.so" "${LIB}/libansinh.so.${ABI}"
    "${LIB}/libansinh_c.so" "${LIB}/libansinh_c.so.${ABI}" "${LIB}/pkgconfig/ansinh_c.pc" "${INCLUDE}/ansinh/ansinh.h"
    "${LIB}/pkgconfig/ansinh.pc" "${LIB}/cmake/ansinh/ansinh-config.cmake" "${INCLUDE}/ansinh/version.hpp"
    "${DOC}/LICENSE")
  if(NOT EXISTS "${PREFIX}/${file}")
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

file(GLOB_RECURSE texts "${PREFIX}/*.cmake" "${PREFIX}/*.pc" "${PREFIX}/*.hpp" "${PREFIX}/*.h")
foreach(file IN LISTS texts)
  file(READ "${file}" text)
  foreach(folder IN ITEMS "${SOURCE}" "${BUILD}" "${WORK}")
    string(FIND "${text}" "${folder}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${file} names ${folder}")
    endif()
  endforeach()
  if(text MATCHES "\n *find_(dependency|package)\\(|Requires|-lfmt|fmt::|date::|Boost::|RapidJSON")
    message(FATAL_ERROR "${file} asks for another library: ${CMAKE_MATCH_0}")
  endif()
endforeach()

# Headers: the standard library and each other.
file(GLOB_RECURSE headers RELATIVE "${PREFIX}/${INCLUDE}" "${PREFIX}/${INCLUDE}/*")
file(GLOB public RELATIVE "${SOURCE}/include" "${SOURCE}/include/ansinh/*.hpp"
  "${SOURCE}/include/ansinh/*.h")
list(APPEND public ansinh/version.hpp)
list(SORT headers)
list(SORT public)
if(NOT headers STREQUAL public)
  message(FATAL_ERROR "installed headers: ${headers}")
endif()
foreach(header IN LISTS headers)
  file(STRINGS "${PREFIX}/${INCLUDE}/${header}" includes REGEX "^ *# *include")
  foreach(include IN LISTS includes)
    if(NOT include MATCHES "^#include (<[a-z_0-9]+>|<std(int|def|bool)\\.h>|\"ansinh/[a-z0-9_]+\\.hpp\")$")
      message(FATAL_ERROR "${header}: ${include}")
    endif()
  endforeach()
endforeach()

run("${PREFIX}/${BIN}/ansinh" version)
if(NOT output MATCHES "${VERSION}")
  message(FATAL_ERROR "the installed program does not say its version:\n${output}")
endif()
