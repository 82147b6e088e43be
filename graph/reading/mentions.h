// A mention of a speaker taken apart: what role, of what organisation, by what name.
//
// Source: docs/reading.md.
// Thread safety: pure.
#pragma once

#include <string>

#include "graph/reading/noun_phrases.h"
#include "graph/reading/text_parts.h"

namespace stemma {

enum class Gender { kUnknown, kMan, kWoman };

struct Mention {
  std::string role;          // "spokeswoman", "French Foreign Minister"
  std::string organisation;  // "French Foreign Ministry"
  std::string name;          // "Jean-Yves Le Drian"; of an organisation that speaks, its own
  bool is_person = false;
  bool is_pronoun = false;
  Gender gender = Gender::kUnknown;
};

// The noun phrase `phrase`. O(tokens of the phrase).
Mention TakeApart(const TextParts& parts, const NounPhrases& phrases, TokenRange phrase);

}  // namespace stemma
