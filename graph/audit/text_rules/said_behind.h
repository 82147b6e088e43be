// Reported speech without quotation marks that hangs on a pronoun: "The weir was open, he said."
//
// Only behind a comma at the end of what is reported: "he said the weir was open" goes on from the
// sentence before, and "the weir, he said, was open" seldom begins anything new.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_under_audit.h"

namespace stemma {

struct SaidBehind {
  uint32_t pronoun = 0;
  TokenRange reported;  // from the sentence's begin to the comma
};

// In the order of the text. O(tokens).
std::vector<SaidBehind> FindSaidBehind(const TextUnderAudit& text, const Persons& persons);

}  // namespace stemma
