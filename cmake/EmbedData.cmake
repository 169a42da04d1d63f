# patio_embed(<target> <name> <file>...) compiles text files into <target>. `src/embedded.hpp` declares what comes out:
#     std::span<const File> patio::embedded::<name>();
# Each file keeps its path relative to the calling folder. A changed file is embedded anew at the next build. The property
# PATIO_FILES of the target <target>_<name> lists the files, for tests that read them as they lie.
#
# As a script: cmake -DNAME= -DROOT= -DFILES= -DOUT= -P EmbedData.cmake writes the source.
if(CMAKE_SCRIPT_MODE_FILE)
  set(source "// Made by cmake/EmbedData.cmake.\n#include \"embedded.hpp\"\n\n")
  string(APPEND source "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n")
  string(APPEND source "namespace patio::embedded {\n\nusing namespace std::string_view_literals;\n\n")
  string(APPEND source "std::span<const File> ${NAME}() {\n  static constexpr File files[] = {\n")
  foreach(file IN LISTS FILES)
    file(READ "${ROOT}/${file}" text)
    if(text MATCHES "\\)patio\"")
      message(FATAL_ERROR "${file} holds the mark that ends an embedded text")
    endif()
    string(APPEND source "      {\"${file}\", R\"patio(${text})patio\"sv},\n")
  endforeach()
  string(APPEND source "  };\n  return files;\n}\n\n}  // namespace patio::embedded\n")
  file(WRITE "${OUT}" "${source}")
  return()
endif()

set(PATIO_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(patio_embed target name)
  list(TRANSFORM ARGN PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE inputs)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${name}.embedded.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} "-DROOT=${CMAKE_CURRENT_SOURCE_DIR}" "-DFILES=${ARGN}" "-DOUT=${out}"
            -P "${PATIO_EMBED_SCRIPT}"
    DEPENDS ${inputs} "${PATIO_EMBED_SCRIPT}"
    COMMENT "Embedding ${name}"
    VERBATIM)
  # The target may be of another folder, where the command above is not seen.
  add_custom_target(${target}_${name} DEPENDS "${out}")
  set_property(TARGET ${target}_${name} PROPERTY PATIO_FILES ${inputs})
  add_dependencies(${target} ${target}_${name})
  target_sources(${target} PRIVATE "${out}")
endfunction()
