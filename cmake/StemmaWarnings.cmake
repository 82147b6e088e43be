# Warnings are errors for our own targets; `stemma_flags` is linked privately by each of them.
add_library(stemma_flags INTERFACE)
target_compile_options(stemma_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
if(STEMMA_SANITIZE)
  target_compile_options(stemma_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(stemma_flags INTERFACE -fsanitize=address,undefined)
endif()
