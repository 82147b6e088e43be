# `stemma_flags` is linked privately by each of our own targets. Warnings are errors in a release
# build, tests included. One with sanitizers compiles the same sources with less optimisation, where
# compilers take library code for uninitialized (GCC 12: std::stop_source), and looks for errors in
# another way.
add_library(stemma_flags INTERFACE)
if(STEMMA_SANITIZE)
  target_compile_options(stemma_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # A program at a fixed place: one that can stand anywhere has so many addresses to write down here
  # that it starts twice as slowly (.39 s, .22 s), and the tests start some hundreds.
  target_link_options(stemma_flags INTERFACE -fsanitize=address,undefined -no-pie)
else()
  target_compile_options(stemma_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Both misfire on inlined library code under optimisation (GCC bugs 105651 and 105329: string
    # concatenation, and vectors in boost's CSR graph); the sanitizer build watches bounds instead.
    target_compile_options(stemma_flags INTERFACE -Wno-restrict -Wno-array-bounds)
  endif()
endif()
