// What somebody else than the speaker explains in round brackets inside of a quote: "they (the men
// of the mill)", "ils (c'est-à-dire les messieurs)".
//
// Agencies whose wires carry no square brackets print in round ones what stands in place of a
// speaker's own word: "we told (the miners) to go". What stands beside the word that it explains is
// no house's style: nobody said it. Not meant is what tells of a voice ("(laughs)"), figures,
// acronyms, "(R-Ohio)", and a speaker's own asides: what speaks of "I" or "you", or is no name and
// no noun phrase.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "graph/audit/text_under_audit.h"

namespace stemma {

enum class Gloss : uint8_t {
  kNone,
  kInPlace,  // of what the speaker said
  kBeside,   // the word that it explains, or led by "that is"
};

// Of brackets, with their marks, inside a quote. O(tokens of the brackets).
Gloss GlossIn(const TextUnderAudit& text, TokenRange brackets);

}  // namespace stemma
