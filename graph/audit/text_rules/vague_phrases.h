// Phrases by which an article says something and credits nobody: "it is understood", "people
// familiar with the matter", "croit-on savoir", "murmure-t-on".
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "graph/reading/token_view.h"

namespace stemma {

// The token behind the phrase that begins with token `i`; `i` itself where none does. O(phrases
// that begin alike).
uint32_t VaguePhraseEnd(const TokenView& tokens, uint32_t i);

// "Analysts had expected $1.22": of `head` and what follows it, the mean of published forecasts, by
// which results are measured. `rest` begins with the verb. O(1).
bool IsConsensus(const TokenView& tokens, uint32_t head, TokenRange rest);

// "from the thirties", "of the 1930s", beginning with token `i`: of reports, in an archive where
// they can be looked up.
bool IsOfDecade(const TokenView& tokens, uint32_t i);

}  // namespace stemma
