# Installs what was built, and builds and runs examples/embed against that copy alone.
# cmake -DBUILD=… -DSOURCE=… -DWORK=… -P embed.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/examples/embed -B ${WORK}/build
  -DCMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/embed ${WORK}/new.db)
if(NOT output STREQUAL "blog wire report (origin, 2 hops)\n")
  message(FATAL_ERROR "unexpected output: ${output}")
endif()
run(${WORK}/prefix/bin/stemma --db ${WORK}/new.db check)
file(REMOVE_RECURSE ${WORK})
