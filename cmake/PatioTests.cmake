# patio_test(<noun>...) in tests/<room>/CMakeLists.txt adds <noun>_test.cpp to the one test program of that room.
# CTest shows each test case as "<room>: <its sentence>".
find_package(Catch2 REQUIRED CONFIG)
find_package(rapidcheck REQUIRED CONFIG)
include(Catch)

# Catch2 3 fails by itself when no test bears the asked name.
if(Catch2_VERSION VERSION_LESS 3)
  set(PATIO_CATCH_ARGS EXTRA_ARGS --warn NoTests)
endif()

function(patio_test)
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
  set(program ${room}_tests)
  if(NOT TARGET ${program})
    add_executable(${program})
    target_include_directories(${program} PRIVATE ${patio_SOURCE_DIR}/tests ${patio_SOURCE_DIR}/src)
    target_compile_definitions(${program} PRIVATE PATIO_TEST_DATA="${patio_SOURCE_DIR}/tests")
    target_link_libraries(${program} PRIVATE patio::patio Catch2::Catch2WithMain rapidcheck)
    # The inner quotes keep the space.
    catch_discover_tests(${program} TEST_PREFIX "'${room}: '" ${PATIO_CATCH_ARGS} PROPERTIES LABELS ${room})
  endif()
  list(TRANSFORM ARGN APPEND "_test.cpp" OUTPUT_VARIABLE sources)
  foreach(source IN LISTS sources)
    file(STRINGS ${source} broken REGEX "TEST_CASE\\(\"[^\"]*;[^\"]*\"")
    if(broken)
      message(FATAL_ERROR "${source}: CTest cannot run a test whose name holds a semicolon: ${broken}")
    endif()
  endforeach()
  target_sources(${program} PRIVATE ${sources})
endfunction()
