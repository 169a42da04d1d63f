# Finds SOCI whatever its distributor ships: 4.1 and later bring their own package, Debian's 4.0.3 only headers and libraries.
# Gives SOCI::Core and, for the component SQLite3, SOCI::SQLite3. The PostgreSQL backend is loaded by name at run time.
include(FindPackageHandleStandardArgs)

find_package(SOCI ${SOCI_FIND_VERSION} CONFIG QUIET)
if(NOT TARGET SOCI::Core AND TARGET SOCI::soci_core)
  add_library(SOCI::Core ALIAS SOCI::soci_core)
elseif(NOT TARGET SOCI::Core AND TARGET SOCI::soci_core_static)
  add_library(SOCI::Core ALIAS SOCI::soci_core_static)
endif()
if(NOT TARGET SOCI::SQLite3 AND TARGET SOCI::soci_sqlite3)
  add_library(SOCI::SQLite3 ALIAS SOCI::soci_sqlite3)
elseif(NOT TARGET SOCI::SQLite3 AND TARGET SOCI::soci_sqlite3_static)
  add_library(SOCI::SQLite3 ALIAS SOCI::soci_sqlite3_static)
endif()

if(TARGET SOCI::Core)
  set(SOCI_Core_FOUND TRUE)
  if(TARGET SOCI::SQLite3)
    set(SOCI_SQLite3_FOUND TRUE)
  endif()
  find_package_handle_standard_args(SOCI REQUIRED_VARS SOCI_DIR VERSION_VAR SOCI_VERSION HANDLE_COMPONENTS)
  return()
endif()

find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_library(SOCI_CORE_LIBRARY soci_core)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3)
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY)
if(SOCI_INCLUDE_DIR)
  file(STRINGS "${SOCI_INCLUDE_DIR}/soci/version.h" version_line REGEX "#define SOCI_LIB_VERSION +\"")
  string(REGEX REPLACE ".*\"([0-9_]+)\".*" "\\1" SOCI_VERSION "${version_line}")
  string(REPLACE "_" "." SOCI_VERSION "${SOCI_VERSION}")
endif()
if(SOCI_SQLITE3_LIBRARY)
  set(SOCI_SQLite3_FOUND TRUE)
endif()
find_package_handle_standard_args(SOCI REQUIRED_VARS SOCI_CORE_LIBRARY SOCI_INCLUDE_DIR VERSION_VAR SOCI_VERSION HANDLE_COMPONENTS)

if(SOCI_FOUND)
  add_library(SOCI::Core UNKNOWN IMPORTED)
  set_target_properties(SOCI::Core PROPERTIES
    IMPORTED_LOCATION "${SOCI_CORE_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${CMAKE_DL_LIBS}")
  if(SOCI_SQLite3_FOUND)
    find_package(SQLite3 REQUIRED)
    add_library(SOCI::SQLite3 UNKNOWN IMPORTED)
    set_target_properties(SOCI::SQLite3 PROPERTIES
      IMPORTED_LOCATION "${SOCI_SQLITE3_LIBRARY}"
      INTERFACE_LINK_LIBRARIES "SOCI::Core;SQLite::SQLite3")
  endif()
endif()
