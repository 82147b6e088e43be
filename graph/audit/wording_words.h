// The words of a quote as they are compared: spelled one way, with what a change of each would
// mean.
//
// Source: docs/audit.md, "Wording".
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/reading/article.h"
#include "graph/reading/language.h"

namespace stemma {

struct WordingWord {
  Span span;           // as printed; of "can't" both words have the same
  std::string folded;  // "color", "not", "1000000"
  bool is_function = false;
  bool is_negation = false;
  bool is_number = false;
};

// Contractions are opened, numbers read, spellings made American, words with hyphens parted.
// O(bytes).
std::vector<WordingWord> WordingWordsOf(std::string_view wording, Language language);

// Whether both are forms of one word, or made from one: "detain", "detention".
bool AreRelated(const WordingWord& a, const WordingWord& b, Language language);

}  // namespace stemma
