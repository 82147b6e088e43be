// Quotes with the speaker that the words beside them name.
//
// Sieves, the strictest first: a cue and its subject right behind the quote, right before it,
// "according to", elsewhere in the sentence, and at last the speaker of the quote before in the
// same paragraph. Each has its own method id. Where none holds a quote has no speaker: a guess
// from the paragraphs around is right one time in two at best.
// Source: docs/reading.md; the order of sieves after Muzny et al., EACL 2017.
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/quote_marks.h"
#include "graph/reading/reading.h"
#include "graph/reading/text_parts.h"

namespace stemma {

struct QuoteFound {
  TokenRange words;
  QuoteKind kind = QuoteKind::kDirect;
  std::optional<TokenRange> speaker;
  std::optional<TokenRange> cue;
  std::string_view method;
};

// The direct and mixed ones, one for each of `quoted`. O(tokens).
std::vector<QuoteFound> FindQuoteSpeakers(const TextParts& parts,
                                          const std::vector<QuotedWords>& quoted);

}  // namespace stemma
