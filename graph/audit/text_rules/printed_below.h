// Whether a text prints a quote of its headline, of a caption or of a pull quote where it stands in
// full.
//
// Most do, word for word, so that one that does not is somebody's words printed in two wordings, or
// in one that nobody said. Of the 84 articles of PolNeAR's development part none has one of three
// words or more.
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include "graph/audit/text_rules/quote_printings.h"

namespace stemma {

// In another quote, whole or with words left out, or in the article's own words.
// O(words of the heading * words of the text).
bool IsPrintedBelow(const TextUnderAudit& text, const QuotePrintings& printings,
                    const Printing& heading);

// Whether somebody said it: what may be a title, or a turn of phrase in marks, is somebody's words
// only where its line says so. O(tokens of the line).
bool MayBeSaid(const TextUnderAudit& text, const Printing& heading);

}  // namespace stemma
