// Where a quoted sentence stops before its last word: at an article, a preposition or a conjunction
// that must have another word behind it, or at a clause that is but begun: "if the goats".
//
// Not meant: words that end sentences as well ("what we are looking for", "no ifs", "as if"), what
// dots or a dash break off, what the sentence goes on with behind the mark, and what the same
// sentence takes up again (“We took the,” she said, “road to the mill”).
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/audit/text_under_audit.h"

namespace stemma {

// The last words, in order, of a quote that is closed and direct. O(tokens of the quote).
std::vector<TokenRange> FindCutEnds(const TextUnderAudit& text, const QuotedWords& quoted);

}  // namespace stemma
