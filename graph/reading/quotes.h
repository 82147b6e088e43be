// The quotes of a text, direct, mixed and indirect, with who speaks them.
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/reading.h"
#include "graph/reading/text_parts.h"

namespace stemma {

// In the order of the text. O(tokens).
std::vector<Quote> FindQuotes(const TextParts& parts, Language language);

}  // namespace stemma
