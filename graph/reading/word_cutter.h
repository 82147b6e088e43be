// Cuts a paragraph into words, numbers and marks.
//
// Source: docs/reading.md, "Choices, measured", which says why ICU's words are not used here.
// Thread safety: pure.
#pragma once

#include <string_view>
#include <vector>

#include "graph/reading/text_parts.h"

namespace stemma {

// Appends the tokens of `paragraph` to `tokens`. O(bytes).
void CutWords(std::string_view text, Span paragraph, const Lexicon& lexicon, Language language,
              std::vector<Token>& tokens);

}  // namespace stemma
