// The stretches of a text between quotation marks.
//
// A paragraph is read on its own, so that a mark without a partner spoils no other; a quote of
// several paragraphs, each but the last opened and not closed, is one. Quotes in quotes belong to
// the outer one.
// Source: docs/reading.md; the Chicago Manual of Style, 13.30 (quotes of several paragraphs).
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/reading/text_parts.h"

namespace stemma {

struct QuotedWords {
  uint32_t open = 0;       // token of the mark before the words
  TokenRange words;        // not empty
  uint32_t close = 0;      // token of the mark behind them; without one, words.end
  uint32_t paragraph = 0;  // in which it begins
  bool is_closed = true;   // false: its mark has no partner, and its paragraph ends it
  bool is_single = false;  // between single marks
};

// In order. O(tokens).
std::vector<QuotedWords> FindQuotedWords(const TextParts& parts);

}  // namespace stemma
