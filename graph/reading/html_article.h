// The article of a page, and what the page states of it.
//
// Source: docs/reading.md, "Pages".
// Thread safety: pure.
#pragma once

#include <string_view>

#include "graph/reading/article.h"

namespace stemma {

// `page` is well-formed UTF-8. A page without running text has an empty text and a note. O(bytes).
Article ReadPage(std::string_view page);

}  // namespace stemma
