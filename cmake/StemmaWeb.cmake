# The page of `export html` and `serve`: built from web/ with npm, and put into the program as one
# source file, STEMMA_PAGE_SOURCE. Without npm, or with STEMMA_WEB=OFF, the program has no page.
option(STEMMA_WEB "Build the page of export html and serve, where npm is" ON)
find_program(NPM_PROGRAM npm)

set(web_folder ${CMAKE_BINARY_DIR}/web)
set(page ${web_folder}/dist/page.html)
set(STEMMA_PAGE_SOURCE ${CMAKE_BINARY_DIR}/built_page.cc)
set(embed ${PROJECT_SOURCE_DIR}/cmake/EmbedPage.cmake)
if(STEMMA_WEB AND NPM_PROGRAM)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/web
    ${PROJECT_SOURCE_DIR}/web/src/* ${PROJECT_SOURCE_DIR}/web/*.json ${PROJECT_SOURCE_DIR}/web/*.mjs)
  list(FILTER web_sources EXCLUDE REGEX "^(node_modules|dist)/")
  list(TRANSFORM web_sources PREPEND ${PROJECT_SOURCE_DIR}/web/ OUTPUT_VARIABLE web_paths)
  add_custom_command(OUTPUT ${page}
    COMMAND ${CMAKE_COMMAND} -DNPM=${NPM_PROGRAM} -DFROM=${PROJECT_SOURCE_DIR}/web
      -DTO=${web_folder} "-DFILES=${web_sources}" -P ${PROJECT_SOURCE_DIR}/cmake/BuildPage.cmake
    DEPENDS ${web_paths} ${PROJECT_SOURCE_DIR}/cmake/BuildPage.cmake
    COMMENT "Building the page with npm" VERBATIM)
  add_custom_command(OUTPUT ${STEMMA_PAGE_SOURCE}
    COMMAND ${CMAKE_COMMAND} -DOUT=${STEMMA_PAGE_SOURCE} -DPAGE=${page} -P ${embed}
    DEPENDS ${page} ${embed} VERBATIM)
else()
  message(STATUS "stemma: no npm, so export html and serve have no page")
  add_custom_command(OUTPUT ${STEMMA_PAGE_SOURCE}
    COMMAND ${CMAKE_COMMAND} -DOUT=${STEMMA_PAGE_SOURCE} -P ${embed}
    DEPENDS ${embed} VERBATIM)
endif()
