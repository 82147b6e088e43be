// An article as it came in: its text, and what its markup says of it.
//
// Plain text is kept as it is, so that its positions are those of the file; of a page only the
// article's own text is kept. What markup states need not stand in the text.
// Source: docs/reading.md; schema.org NewsArticle, Open Graph.
// Thread safety: plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/base/result.h"

namespace stemma {

// Bytes of an article's text; end exclusive.
struct Span {
  size_t begin = 0;
  size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// A value, and where the text prints it; nowhere when it stands in markup alone.
struct Stated {
  std::string value;
  std::optional<Span> span;
};

struct Link {
  Span span;        // of the words that are linked; may be empty
  std::string url;  // absolute as far as the page lets it be; not canonical
};

struct Article {
  bool is_html = false;
  std::string text;  // well-formed UTF-8; blocks of a page stand apart by an empty line
  std::string lang;  // BCP 47, as markup says; empty when it does not
  std::string url;   // the page's own, as its markup says; empty when it does not
  std::optional<Stated> title;
  std::optional<Stated> outlet;
  std::optional<Stated> byline;     // names alone, without "By"
  std::optional<Stated> published;  // value: EDTF
  std::optional<Stated> modified;   // value: EDTF
  std::vector<Link> links;          // in the order of the text
  std::vector<std::string> notes;   // what a reader should know, e.g. a guessed encoding
};

// The article in the bytes of one file, text or HTML by what they look like, in the encoding that a
// byte-order mark or the markup declares, else UTF-8, else the likeliest one. InvalidInput when
// they are neither (an archive, a picture). O(bytes).
Result<Article> ReadArticle(const std::string& bytes);

}  // namespace stemma
