// What stands around a figure: what happened, where, when, and who says so.
//
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include "graph/audit/text_rules/figures.h"

namespace stemma {

struct FigurePlace {
  TokenRange figure;
  TokenRange sentence;  // of a long one, what is near
  size_t before = 0;    // byte behind the figure before
  size_t next = 0;      // byte at which the next one begins
};

// Fills in what `figure` says of its surroundings. O(tokens of the sentence).
void ReadSurroundings(const TextUnderAudit& text, const FigurePlace& place, Figure& figure);

}  // namespace stemma
