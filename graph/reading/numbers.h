// Figures with what they count: "more than one million Uighurs", "between 10 and 20 people".
//
// Dates, times, years, ordinals, scores, telephone numbers and parts of names ("Boeing 737") are no
// figures here, nor is a bare number that counts nothing and has no hedge.
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// In the order of the text; none for a language whose rules are not known. O(bytes).
std::vector<Number> FindNumbers(const TokenView& tokens, Language language);

}  // namespace stemma
