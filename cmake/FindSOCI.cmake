# Finds SOCI whatever its distributor ships: 4.1 and later bring their own package, Debian's 4.0.3 only headers and libraries.
# Gives SOCI::Core and, for the component SQLite3, SOCI::SQLite3. The PostgreSQL backend is loaded by name at run time.
include(FindPackageHandleStandardArgs)

if(NOT TARGET SOCI::Core)
  find_package(SOCI ${SOCI_FIND_VERSION} CONFIG QUIET)
  foreach(pair IN ITEMS Core:soci_core SQLite3:soci_sqlite3) # the names of packages older than 4.1
    string(REGEX MATCH "(.+):(.+)" pair "${pair}")
    foreach(older IN ITEMS SOCI::${CMAKE_MATCH_2} SOCI::${CMAKE_MATCH_2}_static)
      if(NOT TARGET SOCI::${CMAKE_MATCH_1} AND TARGET ${older})
        add_library(SOCI::${CMAKE_MATCH_1} ALIAS ${older})
      endif()
    endforeach()
  endforeach()
endif()

if(NOT TARGET SOCI::Core)
  find_path(SOCI_INCLUDE_DIR soci/soci.h)
  find_library(SOCI_CORE_LIBRARY soci_core)
  find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3)
  mark_as_advanced(SOCI_INCLUDE_DIR SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY)
  if(SOCI_INCLUDE_DIR AND SOCI_CORE_LIBRARY)
    file(STRINGS "${SOCI_INCLUDE_DIR}/soci/version.h" line REGEX "#define SOCI_LIB_VERSION +\"")
    string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+)_?([0-9]*)\".*" "\\1.\\2.\\3" SOCI_VERSION "${line}")
    add_library(SOCI::Core UNKNOWN IMPORTED)
    set_target_properties(SOCI::Core PROPERTIES
      IMPORTED_LOCATION "${SOCI_CORE_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR}"
      INTERFACE_LINK_LIBRARIES "${CMAKE_DL_LIBS}")
    if(SOCI_SQLITE3_LIBRARY)
      find_package(SQLite3 REQUIRED)
      add_library(SOCI::SQLite3 UNKNOWN IMPORTED)
      set_target_properties(SOCI::SQLite3 PROPERTIES
        IMPORTED_LOCATION "${SOCI_SQLITE3_LIBRARY}"
        INTERFACE_LINK_LIBRARIES "SOCI::Core;SQLite::SQLite3")
    endif()
  endif()
endif()

unset(SOCI_CORE_TARGET)
if(TARGET SOCI::Core)
  set(SOCI_CORE_TARGET SOCI::Core)
endif()
if(TARGET SOCI::SQLite3)
  set(SOCI_SQLite3_FOUND TRUE)
endif()
find_package_handle_standard_args(SOCI REQUIRED_VARS SOCI_CORE_TARGET VERSION_VAR SOCI_VERSION HANDLE_COMPONENTS)
