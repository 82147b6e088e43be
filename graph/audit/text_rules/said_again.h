// A run of words that a quote says twice, with nothing but a mark between: what an edit leaves.
//
// People say things twice as well. Not meant is what is short and begins with its subject ("I told
// him no, I told him no"), what is said three times or is made of one phrase again and again, and
// what goes on at its second time, as elaboration does.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/reading/token_view.h"

namespace stemma {

struct SaidAgain {
  TokenRange first;
  TokenRange second;
};

// Of the words of one quote, in order; none overlaps the one before. O(tokens).
std::vector<SaidAgain> FindSaidAgain(const TokenView& tokens, TokenRange words);

// Whether a word between `range` says more than grammar does.
bool HasContent(const TokenView& tokens, TokenRange range);

}  // namespace stemma
