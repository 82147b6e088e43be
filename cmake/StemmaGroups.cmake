# Compiles sources in groups, which takes less than half the time: most of it goes into headers, and
# a group reads each once. Who works on a source turns it off (-DSTEMMA_GROUPED=OFF): what is
# compiled again is then that source, and an include that is missing in it is seen.
option(STEMMA_GROUPED "Compile several sources as one" OFF)

# Of the sources of a target that is made in this folder, these, with their whole paths.
function(stemma_group target)
  if(NOT STEMMA_GROUPED)
    return()
  endif()
  file(GLOB_RECURSE headers
    ${PROJECT_SOURCE_DIR}/graph/*.h ${PROJECT_SOURCE_DIR}/storage/*.h ${PROJECT_SOURCE_DIR}/cli/*.h
    ${PROJECT_SOURCE_DIR}/tests/*.h)
  execute_process(
    COMMAND awk -f ${PROJECT_SOURCE_DIR}/cmake/group_sources.awk ${headers} ${ARGN}
    OUTPUT_VARIABLE grouped COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" grouped "${grouped}")
  foreach(line ${grouped})
    string(REGEX MATCH "^(.*) ([0-9]+)$" line "${line}")
    set_source_files_properties(${CMAKE_MATCH_1} PROPERTIES UNITY_GROUP ${target}_${CMAKE_MATCH_2})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # A name that a source adds may be another's.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
  # A class of a source has members of types that only this source has, which is all right.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()
