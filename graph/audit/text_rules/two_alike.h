// Two of whom a sentence speaks alike: "Tom Reed and the miller, Paul Hart, argued over the weir."
//
// Reported speech without marks goes on from the subject of the sentence before, so that a pronoun
// tells nothing only where both are the subject, or where they met and something else has been
// spoken of since.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>

#include "graph/audit/text_rules/both_of_two.h"
#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_under_audit.h"

namespace stemma {

struct TwoAlike : BothOfTwo {
  bool is_acted_on = false;  // "were arrested": seldom by their own account
};

// When two have met of whom one is the subject: before something else was spoken of, or just now.
enum class Meeting : uint8_t { kBefore, kJust };

// The two in the last sentence of `above` that speaks of anybody who fits `gender`.
std::optional<TwoAlike> FindTwoAlike(const TextUnderAudit& text, const Persons& persons,
                                     TokenRange above, Gender gender, Meeting meeting);

}  // namespace stemma
