// What is reported as said without quotation marks.
//
// Only the patterns that are nearly always right: "X said that …", "X said …" of verbs that do
// nothing but report, "X promised to …", "according to X", and "…, X said" at the end of a
// sentence. They find about a third of what readers mark as indirect speech, and whoever shows them
// must say so.
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/cues.h"
#include "graph/reading/quote_speakers.h"

namespace stemma {

// In order. Cues that `quotes` have taken are left out. O(tokens).
std::vector<QuoteFound> FindIndirectSpeech(const TextParts& parts,
                                           const std::vector<QuotedWords>& quoted,
                                           const std::vector<QuoteFound>& quotes);

}  // namespace stemma
