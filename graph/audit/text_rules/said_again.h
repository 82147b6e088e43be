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

// Whether the sentence goes on behind its token `last` with more of the same clause, before `end`.
bool GoesOnAfter(const TokenView& tokens, uint32_t last, uint32_t end);

// "about the mill, about the weir and about the mill": a list that ends with what it has already,
// others between. O(tokens between).
bool IsListedAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                   TokenRange second);

// "they sell the wheel of the mill, they sell the wheel and …": a clause that begins again and
// stops short. People do so as well.
bool IsBegunAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                  TokenRange second);

// "we took the long road and slept, we took the long road and sang": a whole clause, not one that
// ends otherwise the second time, as what people say for effect does. O(tokens of both).
bool IsClauseAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                   TokenRange second);

// "we took the long road, they told the we took the long road others": in the middle of a phrase.
bool IsPastedAgain(const TokenView& tokens, TokenRange sentence, TokenRange first,
                   TokenRange second);

// Whether a word between `range` says more than grammar does.
bool HasContent(const TokenView& tokens, TokenRange range);

}  // namespace stemma
