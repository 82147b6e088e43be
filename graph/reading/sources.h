// Whom and what a text credits as its sources: outlets, documents, and those it does not name.
//
// People and offices who speak are speakers of quotes, not found here; nor is a court or committee
// that is told something. A document counts as seen only where the text says that its own outlet
// saw it: whoever else did is the source then, and the document is only mentioned.
// Source: docs/reading.md; docs/glossary.md, "cites".
// Thread safety: pure.
#pragma once

#include <vector>

#include "graph/reading/reading.h"
#include "graph/reading/token_view.h"

namespace stemma {

// In the order of the text; none for a language whose rules are not known. `outlet` is whose copy
// the text is; it may be empty. O(bytes).
std::vector<Source> FindSources(const TokenView& tokens, Language language,
                                std::string_view outlet);

}  // namespace stemma
