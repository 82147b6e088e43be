// Datelines: "FLINT, Mich., Oct. 4 (UPI) —", "Paris, 27 nov 2019 (AFP) -", "(Reuters) -".
//
// Source: docs/reading.md; AP and Reuters style guides on datelines.
// Thread safety: pure.
#pragma once

#include <optional>

#include "graph/reading/date_words.h"
#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

struct Dateline {
  TokenRange range;   // all of it, its dash with it
  TokenRange place;   // "FLINT, Mich."; may be empty
  TokenRange outlet;  // inside the parentheses; may be empty
  std::optional<DateMention> date;
};

// The dateline that opens `paragraph`. Without parentheses the place must be in capitals, and be no
// label ("BREAKING — …"). O(1): looks at two dozen tokens.
std::optional<Dateline> DatelineOf(const TokenView& tokens, TokenRange paragraph,
                                   Language language);

}  // namespace stemma
