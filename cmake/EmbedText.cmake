# Writes the files of the authority into one source file, as raw strings.
# usage: cmake -DOUT=FILE.cc -DFOLDER=FOLDER -P EmbedText.cmake
file(GLOB files ${FOLDER}/*.jsonl)
list(LENGTH files count)
file(WRITE ${OUT}.new "#include \"graph/audit/authority_data.h\"\n\n#include <array>\n\n"
  "namespace stemma {\nnamespace {\n\nconstexpr std::array<AuthorityFile, ${count}> kFiles = {{\n")
foreach(path IN LISTS files)
  get_filename_component(name ${path} NAME)
  file(READ ${path} lines)
  file(APPEND ${OUT}.new "    {\"${name}\", R\"jsonl(${lines})jsonl\"},\n")
endforeach()
file(APPEND ${OUT}.new "}};\n\n}  // namespace\n\n"
  "std::span<const AuthorityFile> ShippedAuthorityFiles() {\n  return kFiles;\n}\n\n"
  "}  // namespace stemma\n")
file(RENAME ${OUT}.new ${OUT})
