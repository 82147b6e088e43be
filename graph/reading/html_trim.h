// A page's markup cut down to what a reader of articles needs, before a parser sees it.
//
// Browsers' rules make a parser do work that grows with the square of the page where elements nest
// without end, where formatting elements stay open, and where a tag has thousands of attributes.
// So nesting is bounded here, formatting tags and attributes that say nothing of the text are left
// out, and scripts, styles, drawings and comments are dropped (half of a usual page). Scripts that
// hold data (JSON-LD) are set apart.
// Source: HTML Living Standard, clauses 13.2.5 (tokens) and 13.2.6 (what closes what).
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

struct TrimmedPage {
  std::string markup;
  std::vector<std::string> data_scripts;  // the contents of `<script type="application/ld+json">`
  bool is_cut = false;  // elements nested deeper than kHtmlDepthMax were opened up
};

// Elements within elements that are kept; those deeper are left out, their text is not. Pages that
// people read reach 60 or so.
inline constexpr size_t kHtmlDepthMax = 200;

// `page` is well-formed UTF-8; NUL bytes in it are dropped. O(bytes).
TrimmedPage TrimPage(std::string_view page);

}  // namespace stemma
