# Writes the page into one source file, as a raw string; an empty one when no PAGE is given.
# usage: cmake -DOUT=FILE.cc [-DPAGE=page.html] -P EmbedPage.cmake
set(text)
if(PAGE)
  file(READ ${PAGE} text)
endif()
file(WRITE ${OUT}.new "#include \"cli/page.h\"\n\nnamespace stemma {\n\n"
  "std::string_view BuiltPage() {\n  return R\"stemma-page(${text})stemma-page\";\n}\n\n"
  "}  // namespace stemma\n")
file(RENAME ${OUT}.new ${OUT})
