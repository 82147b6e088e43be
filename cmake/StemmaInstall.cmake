# `cmake --install build`: the program, the two libraries with their headers, and the files by which
# find_package(stemma) finds them. examples/embed uses it, and a test builds that.
include(CMakePackageConfigHelpers)

set_target_properties(stemma_graph PROPERTIES EXPORT_NAME graph)
set_target_properties(stemma_storage PROPERTIES EXPORT_NAME storage)
install(TARGETS stemma RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS stemma_graph stemma_storage EXPORT stemma
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/graph DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/stemma
  FILES_MATCHING PATTERN "*.h")
# Of the storage, the headers that promise to stay, and what they include.
set(storage_headers backup.h commit_log.h database.h merkle_tree.h proof.h redaction.h)
list(TRANSFORM storage_headers PREPEND ${PROJECT_SOURCE_DIR}/storage/)
install(FILES ${storage_headers}
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/stemma/storage)

set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/stemma)
install(EXPORT stemma NAMESPACE stemma:: FILE stemmaTargets.cmake DESTINATION ${config_folder})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/stemmaConfig.cmake.in
  ${CMAKE_BINARY_DIR}/stemmaConfig.cmake INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/stemmaConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/stemmaConfig.cmake ${CMAKE_BINARY_DIR}/stemmaConfigVersion.cmake
  DESTINATION ${config_folder})
