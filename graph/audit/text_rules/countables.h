// What of a text may be held against another figure: the figures that were read, and those that
// only their surroundings tell: "kills 40", "12-strong crew", "nine-year sentence", "£2.3m loan".
//
// A sum of money or a span of years is one of a kind only by what it is for, so that its noun here
// is that: a loan, a sentence. What is for nothing that is known stays out.
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "graph/audit/text_under_audit.h"

namespace stemma {

struct Countable {
  Number number;
  std::string noun;       // where the surroundings tell it; else `number.of` does
  int action = 0;         // see ActionWords; 0: not told
  bool is_thing = false;  // a loan, a sentence, a crew: mostly one of its kind in an article
};

// In order, none within another. O(bytes).
std::vector<Countable> FindCountables(const TextUnderAudit& text);

}  // namespace stemma
