// Nouns for persons, by what they do, whose kin they are or where they come from, beside those that
// the lexicon of speakers in news holds.
//
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <string_view>

#include "graph/reading/language.h"

namespace stemma {

// One person: "nurse", "grandson", "beau-frère", "beekeeper", "octogénaire", "43-year-old".
bool IsPersonNoun(std::string_view printed, Language language);

// Of French ones, whether the ending is a woman's: "infirmière", "directrice".
bool IsWomansNoun(std::string_view printed);

// With a capital, and an article before it: "Frenchman", "Lillois".
bool IsPersonOfPlace(std::string_view printed, Language language);

}  // namespace stemma
