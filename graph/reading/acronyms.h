// Where a text says what an acronym stands for: "Long Form (ABC)" and "ABC (Long Form)".
//
// The letters need not fit: "International Federation of Investigative Journalists (FIJI)" is a
// definition too, and a finding for the audit. So the long form is the words whose initials spell
// the acronym, else those that Schwartz and Hearst align, else the organisation's whole name.
// Source: Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
// biomedical text" (2003); docs/reading.md.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// In the order of the text. O(bytes): each parenthesis looks at some twenty tokens.
std::vector<AcronymDefinition> FindAcronyms(const TokenView& tokens, Language language);

}  // namespace stemma
