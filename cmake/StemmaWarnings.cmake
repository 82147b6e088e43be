# Warnings are errors for our own targets; `stemma_flags` is linked privately by each of them.
add_library(stemma_flags INTERFACE)
target_compile_options(stemma_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Both misfire on inlined library code under optimisation (GCC bugs 105651 and 105329: string
  # concatenation, and vectors in boost's CSR graph); the sanitizer build watches bounds instead.
  target_compile_options(stemma_flags INTERFACE -Wno-restrict -Wno-array-bounds)
endif()
if(STEMMA_SANITIZE)
  target_compile_options(stemma_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(stemma_flags INTERFACE -fsanitize=address,undefined)
endif()
