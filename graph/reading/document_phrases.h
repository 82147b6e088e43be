// Documents as a text speaks of them: "internal documents", "a Tax Office report", "the memo".
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

struct DocumentPhrase {
  TokenRange range;  // from its article to its noun
  std::string name;  // empty when no name stands in it
};

// Whether token `i` is a noun for something written or recorded.
bool IsDocumentNoun(const TokenView& tokens, uint32_t i);

// The document that the noun phrase at token `i` names. O(1).
std::optional<DocumentPhrase> DocumentAt(const TokenView& tokens, uint32_t i, uint32_t end);

// The nearest document before token `end`, its noun at most `tokens_max` before it. O(tokens_max).
std::optional<DocumentPhrase> DocumentBefore(const TokenView& tokens, uint32_t begin, uint32_t end,
                                             uint32_t tokens_max);

}  // namespace stemma
