// Whom a text credits for its words or its pictures: agencies' datelines, sign-offs and photo
// lines.
//
// An agency's name alone is no credit: its place must say so. "(R-Ohio)" and an acronym in running
// text are none.
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// In the order of the text. O(bytes).
std::vector<Credit> FindCredits(const TokenView& tokens, Language language);

}  // namespace stemma
