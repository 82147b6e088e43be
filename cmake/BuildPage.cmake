# Copies web/ beside the build, fetches its packages as locked, and bundles the page there, so that
# nothing is written into the sources.
# usage: cmake -DNPM=PROGRAM -DFROM=web -DTO=FOLDER -DFILES=LIST -P BuildPage.cmake
foreach(name IN LISTS FILES)
  get_filename_component(folder ${TO}/${name} DIRECTORY)
  file(COPY ${FROM}/${name} DESTINATION ${folder})
endforeach()
foreach(arguments "ci;--ignore-scripts;--no-audit;--no-fund" "run;build")
  execute_process(COMMAND ${NPM} ${arguments} WORKING_DIRECTORY ${TO}
    OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    string(REPLACE ";" " " arguments "${arguments}")
    message(FATAL_ERROR "npm ${arguments} failed (-DSTEMMA_WEB=OFF builds without the page):\n${said}")
  endif()
endforeach()
