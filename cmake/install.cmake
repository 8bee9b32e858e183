# What `cmake --install` gives: both libraries, the headers, the program, the CMake package, the pkg-config file, the
# documents. Nothing installed names the place it was built or installed in, so a prefix may be moved.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/ansinh")

# One export a library, so that a program takes the one it asks for and needs nothing of the other.
foreach(kind static shared c)
  install(TARGETS ansinh_${kind} EXPORT ansinh-${kind}
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install(EXPORT ansinh-${kind} NAMESPACE ansinh:: DESTINATION "${package_dir}")
endforeach()
if(ANSINH_BUILD_PROGRAM)
  install(TARGETS ansinh_program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

install(DIRECTORY include/ansinh DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING
  PATTERN "*.hpp" PATTERN "*.h")
install(FILES "${PROJECT_BINARY_DIR}/include/ansinh/version.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/ansinh")

configure_package_config_file(cmake/ansinh-config.cmake.in ansinh-config.cmake INSTALL_DESTINATION "${package_dir}"
  NO_SET_AND_CHECK_MACRO)
# Until 1.0 a new minor version may break a program.
write_basic_package_version_file(ansinh-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/ansinh-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/ansinh-config-version.cmake"
  DESTINATION "${package_dir}")

# pkg-config finds the prefix from the file's own folder.
set(pkgconfig_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
file(RELATIVE_PATH prefix_from_pkgconfig "/prefix/${pkgconfig_dir}" "/prefix")
configure_file(cmake/ansinh.pc.in ansinh.pc @ONLY)
configure_file(cmake/ansinh_c.pc.in ansinh_c.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/ansinh.pc" "${CMAKE_CURRENT_BINARY_DIR}/ansinh_c.pc" DESTINATION "${pkgconfig_dir}")

file(GLOB documents LIST_DIRECTORIES OFF README.md CHANGELOG.md LICENSE docs/*.md)
install(FILES ${documents} DESTINATION "${CMAKE_INSTALL_DOCDIR}")
