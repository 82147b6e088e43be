// What two wordings have in common where one may be the other, reworded.
//
// For headlines and captions, whose quotes stand in full in the text below: one that does not may
// be another one's, heavily reworded. Two forms of one word count as the same, as do those of "be",
// of "have" and of "not". Whether what is shared is enough is asked apart.
// Source: docs/audit.md, "Wording".
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/audit/wording_words.h"

namespace stemma {

struct SharedWording {
  uint32_t words = 0;                // that both have in the same order
  uint32_t run = 0;                  // most of them in a row
  uint32_t words_min = 0;            // of the shorter wording
  std::vector<std::string> content;  // of them, in the first wording, what is no function word
};

// Of each the first 60 words. O(words of a * words of b).
SharedWording CompareLoosely(const std::vector<WordingWord>& a, const std::vector<WordingWord>& b,
                             Language language);

struct Coverage {
  uint32_t words = 0;           // of `a` that stand in `b` in runs long enough
  uint32_t content_missed = 0;  // of the others those that are no function words
};

// Of runs of `run_min` words or more. O(words of a * words of b).
Coverage CoverageOf(const std::vector<WordingWord>& a, const std::vector<WordingWord>& b,
                    uint32_t run_min);

// How many words a headline's quote shares with one sentence of `later`, or with all of it, where
// that is enough for one quote: a long run of them, or a good part with a word that the article
// does not use itself; else 0. Stock words of speeches tie no two quotes.
uint32_t CountReworded(const std::vector<WordingWord>& headline, std::string_view later,
                       const std::unordered_set<std::string>& article_words, Language language);

}  // namespace stemma
