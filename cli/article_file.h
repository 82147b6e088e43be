// The bytes of one article: a file, or standard input.
//
// An article is read whole, since its quotes are told apart by what stands around them; files are
// read one after the other, so that memory is bounded by the largest.
// Thread safety: one thread.
#pragma once

#include <cstddef>
#include <string>

#include "graph/base/result.h"
#include "graph/reading/reading.h"

namespace stemma {

inline constexpr size_t kArticleBytesMax = size_t{1} << 30;

// What messages and JSON call a file: "standard input" for "-".
std::string ShownFile(const std::string& file);

// InvalidInput "FILE: …": no such file, a directory, empty, too large; Io.
Result<std::string> ReadArticleBytes(const std::string& file);

// What the article in `file` says of its sourcing. Errors of ReadArticleBytes and ReadArticle, with
// the file's name before them.
Result<Reading> ReadArticleFile(const std::string& file);

}  // namespace stemma
