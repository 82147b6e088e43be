// Where quotes stand that are printed elsewhere as well: captions, headlines, a repetition.
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>

#include "graph/audit/text_under_audit.h"

namespace stemma {

// "Caption: …", "Photo : …", "[Picture] …", wherever the paragraph stands.
bool IsCaption(const TextUnderAudit& text, uint32_t paragraph);

// A quote that is set apart in the middle of the text: "> “…”", "[Pull quote] “…”".
bool IsPullQuote(const TextUnderAudit& text, uint32_t paragraph);

// The first line's words behind a colon, where it has no marks and they are the speaker's own:
// "Mayor: We never sold it".
std::optional<Span> UnmarkedHeadline(const TextUnderAudit& text);

// A paragraph that is no more than a quote with a name behind a dash, “…” – Ida Moe, of whom the
// text speaks elsewhere too. O(tokens).
bool IsSignedQuote(const TextUnderAudit& text, const QuotedWords& quoted);

// Whether words beside the quote say that it was said before, and so printed before: "Moe repeated
// that “…”".
bool SaysItIsRepeated(const TextUnderAudit& text, const QuotedWords& quoted);

}  // namespace stemma
