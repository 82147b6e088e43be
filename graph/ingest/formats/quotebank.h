// Quotebank: quotations from a decade of English news with their likely speakers, in both shapes.
//
// quotes-YEAR gives a quotation with the addresses of all articles that printed some form of it;
// quotebank-YEAR gives an article with its quotations, as it printed them. Both come to the same
// nodes, so that either may be imported after the other.
// Source: Vaucher et al., "Quotebank: A Corpus of Quotations from a Decade of News", WSDM 2021, and
// the description beside the data; docs/commands/import.md.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/ingest/mapped_lines.h"

namespace stemma {

std::unique_ptr<LineMapper> MapQuotebank();

}  // namespace stemma
