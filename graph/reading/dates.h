// When a text says that it was published, modified and filed.
//
// A date counts only where its place says what it is: behind "Published" or "Mis à jour le", alone
// on a line of the heading, or in a dateline. One in running text is part of the story.
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// Fills in article.published, article.modified and dateline_date; what markup stated stays, and
// gets its place when the text prints the same day. A dateline without a year has that of the
// publication, if known. O(bytes of the heading and of the last lines).
void FindDates(const TokenView& tokens, Reading& reading);

}  // namespace stemma
