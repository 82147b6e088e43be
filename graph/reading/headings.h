// Title, outlet, byline and dateline of a text whose markup did not state them, or not where.
//
// What markup stated stays as it is; where the heading prints the same words, they get their place.
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// How many paragraphs stand above the article's body: title, byline, dates, captions. At most 12.
uint32_t HeadingSize(const TokenView& tokens, Language language);

// Fills in article.title, .outlet and .byline and dateline_place. O(bytes of the heading).
void FindHeadings(const TokenView& tokens, Reading& reading);

}  // namespace stemma
