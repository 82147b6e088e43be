// Words that tell of others between marks that nobody speaks them: they are sung, shown, written.
//
// English and French in one list each; a word of one language is none of the other.
// Source: docs/audit.md.
// Thread safety: pure; the tables are built once.
#pragma once

#include "graph/reading/word_map.h"

namespace stemma {

// What is sung, shouted, shown or defined: in the sentence of the marks, or in the one before.
const WordMap& ShownWords();
// What is written or played, and so may be spoken of otherwise: in the sentence of the marks only.
const WordMap& WrittenWords();

}  // namespace stemma
