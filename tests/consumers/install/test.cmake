# Builds the library as KIND (static or shared), installs it, and from there builds and runs a C++ program that uses CMake's
# package and a C99 program that uses pkg-config. A shared library must export nothing but what is ours.
cmake_minimum_required(VERSION 3.25)
include("${SETTINGS}")
set(prefix "${BUILD}/prefix")
string(COMPARE EQUAL "${KIND}" shared shared)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

run(${CMAKE_COMMAND} -S "${SOURCE}" -B "${BUILD}" -G ${GENERATOR} -C "${SETTINGS}" -DCMAKE_INSTALL_PREFIX=${prefix}
  -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=${shared} -DPATIO_TESTS=OFF -DPATIO_EXAMPLES=OFF)
run(${CMAKE_COMMAND} --build "${BUILD}" --target patio)
file(REMOVE_RECURSE "${prefix}")
run(${CMAKE_COMMAND} --install "${BUILD}" --component patio)

run(${CMAKE_COMMAND} -S "${CMAKE_CURRENT_LIST_DIR}" -B "${BUILD}/consumer" -G ${GENERATOR} -C "${SETTINGS}"
  -Dpatio_DIR=${prefix}/lib/cmake/patio)
run(${CMAKE_COMMAND} --build "${BUILD}/consumer")
run("${BUILD}/consumer/consumer")

set(ENV{PKG_CONFIG_PATH} "${prefix}/lib/pkgconfig")
execute_process(COMMAND pkg-config --cflags --libs libpatio OUTPUT_VARIABLE flags COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND "${flags}")
run("${CMAKE_C_COMPILER}" -std=c99 -Wall -Wextra -Wpedantic -Werror "${CMAKE_CURRENT_LIST_DIR}/consumer.c"
  -o "${BUILD}/consumer_c" ${flags})
set(ENV{LD_LIBRARY_PATH} "${prefix}/lib")
run("${BUILD}/consumer_c")

if(shared AND CMAKE_HOST_SYSTEM_NAME STREQUAL Linux)
  execute_process(COMMAND nm --dynamic --demangle --defined-only "${prefix}/lib/libpatio.so"
    OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "[^\n]*(patio|PATIO)[^\n]*\n" "" foreign "${symbols}")
  if(NOT foreign STREQUAL "")
    message(FATAL_ERROR "libpatio.so exports symbols that are not ours:\n${foreign}")
  endif()
endif()
