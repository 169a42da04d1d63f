# Installs the library, its headers, and the two files by which other builds find it: CMake's package and pkg-config's.
include(CMakePackageConfigHelpers)

install(TARGETS patio EXPORT patio-targets COMPONENT patio)
install(DIRECTORY include/ bindings/c/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT patio
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/patio)
configure_package_config_file(cmake/patio-config.cmake.in patio-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(patio-config-version.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT patio-targets NAMESPACE patio:: DESTINATION ${package_dir} COMPONENT patio)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/patio-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/patio-config-version.cmake
  cmake/FindSOCI.cmake
  DESTINATION ${package_dir} COMPONENT patio)

# A static library asks its users to link what it stands on; a shared one has done so already.
if(BUILD_SHARED_LIBS)
  set(pc_requires Requires.private)
  set(pc_libs Libs.private)
else()
  set(pc_requires Requires)
  set(pc_libs Libs)
endif()
cmake_path(APPEND pc_libdir "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
cmake_path(APPEND pc_includedir "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
configure_file(cmake/libpatio.pc.in libpatio.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/libpatio.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT patio)
install(FILES LICENSE LICENSES/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT patio)
