// A sentence that opens with a pronoun and a verb of speech: "He said the weir was open."
//
// Without quotation marks; of the sentences that have some, who speaks is the quotes' matter.
// Source: docs/audit.md, "Within one text".
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_under_audit.h"

namespace stemma {

// The pronouns, in the order of the text. O(tokens).
std::vector<uint32_t> FindSaidFirst(const TextUnderAudit& text, const Persons& persons);

}  // namespace stemma
