// What an article that is not stored says of its sources, as far as a store knows them.
//
// A file is audited without storing it. Names are matched as adding it would match them, exactly
// one bearer or none, and, since nothing is written, also where the words are the same but for
// "of", "in" and "the": "The Chinese embassy in London" is "Chinese embassy, London". The article
// may be one that is stored: by its address, or by its title and outlet. Source: docs/audit.md;
// docs/reading.md, "Whose name it is". Thread safety: one thread.
#pragma once

#include "graph/audit/chain_reader.h"
#include "graph/audit/text_under_audit.h"
#include "graph/audit/work_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// The one stored work that the text is, with what the text adds, or a work without a node. `text`
// is borrowed. A look-up for each name and link; the first address that no id tells reads through
// the store.
Result<WorkUnderAudit> WorkOfText(ChainReader& reader, const TextUnderAudit& text);

}  // namespace stemma
