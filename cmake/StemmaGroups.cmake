# Compiles sources in groups, which takes less than half the time: most of it goes into headers, and
# a group reads each once. Who works on a source turns it off (-DSTEMMA_GROUPED=OFF): what is
# compiled again is then that source, and an include that is missing in it is seen.
option(STEMMA_GROUPED "Compile several sources as one" OFF)

# Of a target that is made in this folder, whose sources are given whole.
function(stemma_group target)
  if(NOT STEMMA_GROUPED)
    return()
  endif()
  file(GLOB_RECURSE headers
    ${PROJECT_SOURCE_DIR}/graph/*.h ${PROJECT_SOURCE_DIR}/storage/*.h ${PROJECT_SOURCE_DIR}/cli/*.h
    ${PROJECT_SOURCE_DIR}/tests/*.h)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "^${PROJECT_SOURCE_DIR}/.*[.]cc$")
  list(FILTER sources EXCLUDE REGEX "^${CMAKE_BINARY_DIR}/")
  execute_process(
    COMMAND awk -f ${PROJECT_SOURCE_DIR}/cmake/group_sources.awk ${headers} ${sources}
    OUTPUT_VARIABLE grouped COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" grouped "${grouped}")
  foreach(line ${grouped})
    string(REGEX REPLACE "^(.*) ([0-9]+)$" "\\1;\\2" words "${line}")
    list(GET words 0 source)
    list(GET words 1 group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${target}_${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # A name that a source adds may be another's.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})
  # A class of a source has members of types that only this source has, which is all right.
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
endfunction()
