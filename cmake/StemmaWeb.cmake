# The page of `export html` and `serve`: built from web/ with npm, and put into the program as one
# source file, STEMMA_PAGE_SOURCE. Without npm, where npm cannot fetch what the page is built with, or
# with STEMMA_WEB=OFF, the program has no page, which it says when asked for it; STEMMA_HAS_PAGE tells.
option(STEMMA_WEB "Build the page of export html and serve, where npm is" ON)
find_program(NPM_PROGRAM npm)

set(web_folder ${CMAKE_BINARY_DIR}/web)
set(page ${web_folder}/dist/page.html)
set(STEMMA_PAGE_SOURCE ${CMAKE_BINARY_DIR}/built_page.cc)
set(embed ${PROJECT_SOURCE_DIR}/cmake/EmbedPage.cmake)
set(STEMMA_HAS_PAGE OFF)

# The packages as locked, into the build: when this is configured, since whether they can be had decides
# what is built.
if(STEMMA_WEB AND NPM_PROGRAM)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/web/package-lock.json)
  file(SHA256 ${PROJECT_SOURCE_DIR}/web/package-lock.json locked)
  set(fetched ${web_folder}/node_modules/.${locked})
  if(NOT EXISTS ${fetched})
    file(COPY ${PROJECT_SOURCE_DIR}/web/package.json ${PROJECT_SOURCE_DIR}/web/package-lock.json
      DESTINATION ${web_folder})
    execute_process(COMMAND ${NPM_PROGRAM} ci --ignore-scripts --no-audit --no-fund
      WORKING_DIRECTORY ${web_folder}
      OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
    if(status EQUAL 0)
      file(TOUCH ${fetched})
    else()
      string(REGEX REPLACE "\n.*" "" said "${said}")
      message(WARNING "npm cannot fetch the page's packages, so export html and serve have no page: "
        "${said}")
    endif()
  endif()
  if(EXISTS ${fetched})
    set(STEMMA_HAS_PAGE ON)
  endif()
elseif(STEMMA_WEB)
  message(WARNING "there is no npm, so export html and serve have no page")
endif()

if(STEMMA_HAS_PAGE)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/web
    ${PROJECT_SOURCE_DIR}/web/src/*)
  list(APPEND web_sources build.mjs package.json tsconfig.json)
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
  add_custom_command(OUTPUT ${STEMMA_PAGE_SOURCE}
    COMMAND ${CMAKE_COMMAND} -DOUT=${STEMMA_PAGE_SOURCE} -P ${embed}
    DEPENDS ${embed} VERBATIM)
endif()
