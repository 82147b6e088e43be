# Copies the sources of web/ beside its packages and bundles the page there, so that nothing is
# written into the sources.
# usage: cmake -DNPM=PROGRAM -DFROM=web -DTO=FOLDER -DFILES=LIST -P BuildPage.cmake
foreach(name IN LISTS FILES)
  get_filename_component(folder ${TO}/${name} DIRECTORY)
  file(COPY ${FROM}/${name} DESTINATION ${folder})
endforeach()
execute_process(COMMAND ${NPM} run build WORKING_DIRECTORY ${TO}
  OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "npm run build failed (-DSTEMMA_WEB=OFF builds without the page):\n${said}")
endif()
