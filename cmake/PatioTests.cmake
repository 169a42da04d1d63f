# patio_test(<noun>...) in tests/<room>/CMakeLists.txt adds <noun>_test.cpp to the one test program of that room.
# CTest shows each test case as "<room>: <its sentence>", whatever the sentence is made of.
#
# As a script: cmake -DPROGRAM= -DROOM= -DCATCH= -DOUT= -P PatioTests.cmake asks a test program for its sentences.
if(CMAKE_SCRIPT_MODE_FILE)
  set(list --list-tests --verbosity quiet)
  if(CATCH VERSION_LESS 3)
    set(list --list-test-names-only)
    set(arguments "--warn NoTests") # Catch2 3 fails by itself when no test bears the asked name
  endif()
  execute_process(COMMAND "${PROGRAM}" ${list} OUTPUT_VARIABLE names)
  string(REPLACE ";" "\\;" names "${names}")
  string(REGEX REPLACE "\n+" ";" names "${names}")
  set(script "")
  foreach(name IN LISTS names)
    if(name STREQUAL "")
      continue()
    endif()
    string(REGEX REPLACE "([[,\\\\])" "\\\\\\1" asked "${name}")
    string(APPEND script "add_test([==[${ROOM}: ${name}]==] [==[${PROGRAM}]==] [==[${asked}]==] ${arguments})\n")
    string(APPEND script "set_tests_properties([==[${ROOM}: ${name}]==] PROPERTIES LABELS ${ROOM})\n")
  endforeach()
  file(WRITE "${OUT}" "${script}")
  return()
endif()

find_package(Catch2 REQUIRED CONFIG)
find_package(rapidcheck REQUIRED CONFIG)
set(PATIO_TESTS_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(patio_test)
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
  set(program ${room}_tests)
  if(NOT TARGET ${program})
    add_executable(${program})
    target_include_directories(${program} PRIVATE ${patio_SOURCE_DIR}/tests ${patio_SOURCE_DIR}/src)
    target_compile_definitions(${program} PRIVATE PATIO_TEST_DATA="${patio_SOURCE_DIR}/tests")
    target_link_libraries(${program} PRIVATE patio::patio Catch2::Catch2WithMain rapidcheck)

    set(sentences "${CMAKE_CURRENT_BINARY_DIR}/${program}.cmake")
    add_custom_command(TARGET ${program} POST_BUILD
      COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${program}> -DROOM=${room} -DCATCH=${Catch2_VERSION} "-DOUT=${sentences}"
              -P "${PATIO_TESTS_SCRIPT}"
      BYPRODUCTS "${sentences}" VERBATIM)
    file(WRITE "${sentences}.include.cmake" "if(EXISTS [==[${sentences}]==])\n  include([==[${sentences}]==])\nelse()\n"
      "  add_test([==[${room}: the test program is built]==] ${program})\nendif()\n")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${sentences}.include.cmake")
  endif()
  list(TRANSFORM ARGN APPEND "_test.cpp" OUTPUT_VARIABLE sources)
  target_sources(${program} PRIVATE ${sources})
endfunction()
