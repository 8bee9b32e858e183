# The shared library shows the symbols of ansinh and no others, and is called by its ABI.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

# In `foreign`, the lines of `nm -D` that show a symbol of neither the namespace ansinh nor the C interface. Tables of
# classes (_ZTV, _ZTI, _ZTS) and guards of static variables (_ZGV) count as what they belong to.
function(find_foreign lines)
  string(REGEX MATCHALL "[^\n]+" lines "${lines}")
  list(FILTER lines EXCLUDE REGEX "^[0-9a-f]+ [A-Za-z] (_Z(T[VIS]|GVZ?)?N[KRO]*6ansinh.*|ansinh_[a-z0-9_]+)$")
  set(foreign "${lines}" PARENT_SCOPE)
endfunction()

# The check sees what it is for.
find_foreign("0000000000001000 T _ZN6ansinh6assessERKNS_5RulesERKNS_7RequestE
0000000000001000 V _ZTIN6ansinh5RulesE
0000000000001000 T _ZN5boost14multiprecision3absEv
0000000000001000 W _ZNSt6vectorIN6ansinh7LawRowEE9push_backEv
0000000000001000 T ansinh_assess
0000000000001000 T SHA256Init
")
list(LENGTH foreign count)
if(NOT count EQUAL 3)
  message(FATAL_ERROR "of a list with three foreign symbols the check finds: ${foreign}")
endif()

run("${NM}" -D --defined-only "${PREFIX}/${LIB}/libansinh.so")
find_foreign("${output}")
if(foreign)
  string(JOIN "\n" foreign ${foreign})
  message(FATAL_ERROR "foreign symbols:\n${foreign}")
endif()
if(NOT output MATCHES "_ZN6ansinh14built_in_rulesEv" OR NOT output MATCHES "_ZN6ansinh6assessERK")
  message(FATAL_ERROR "public functions are missing:\n${output}")
endif()

file(READ_SYMLINK "${PREFIX}/${LIB}/libansinh.so" link)
file(READ_SYMLINK "${PREFIX}/${LIB}/${link}" versioned)
if(NOT link STREQUAL "libansinh.so.${ABI}" OR NOT versioned STREQUAL "libansinh.so.${VERSION}")
  message(FATAL_ERROR "libansinh.so -> ${link} -> ${versioned}")
endif()
run("${OBJDUMP}" -p "${PREFIX}/${LIB}/libansinh.so")
if(NOT output MATCHES "SONAME +libansinh\\.so\\.${ABI}\n")
  message(FATAL_ERROR "no SONAME libansinh.so.${ABI}:\n${output}")
endif()
