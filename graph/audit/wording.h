// How the wording of two printings of one quote differs, and how much.
//
// The strongest difference is the one that counts: an editor who cuts a quote has changed nothing,
// one who drops its "not" has. Whether both are one quote at all is told by the words they share; a
// caller who knows it from elsewhere (the same slot in reused text) says so. Two translations
// differ in wording by nature: what a difference means is the caller's to say.
// Source: docs/audit.md, "Wording"; edlib (Šošić and Šikić 2017), global alignment of words.
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/reading/article.h"
#include "graph/reading/language.h"

namespace stemma {

// From harmless to grave.
enum class WordingKind : uint8_t {
  kSame,           // letter by letter
  kNormalisation,  // case, marks, contractions, spelled-out numbers, British and American spelling
  kTrimming,       // words of one are left out in the other, at its ends or inside
  kFunctionWord,   // "on the camps", "in the camps"
  kRelatedWord,    // "arrests", "arrested"; "detain", "detention"
  kContentWord,    // "arrests", "detentions"
  kNegation,       // "will", "will not"
  kNumber,         // "three camps", "four camps"
  kUnrelated,      // not the same quote at all
};

// Words of the one where the other has others, or none: then its span is empty, and stands where
// they would.
struct WordChange {
  Span in_a;
  Span in_b;
  WordingKind kind = WordingKind::kTrimming;
};

struct WordingDifference {
  WordingKind kind = WordingKind::kUnrelated;
  std::vector<WordChange> changes;  // in order, trimmed words among them
  uint32_t words_shared = 0;
  uint32_t long_words_shared = 0;  // of them those that are no function words
  uint32_t words_min = 0;          // of the shorter wording
};

enum class SameQuote : uint8_t {
  kByWords,  // told by the words that both share
  kAssumed,  // known from elsewhere: never kUnrelated, unless a side has no word
};

// Spans are bytes of `a` and of `b`. Compared are the words up to the 250th distinct one,
// 2,000 at most.
// O(words of a * words of b / 64).
WordingDifference CompareWordings(std::string_view a, std::string_view b, Language language,
                                  SameQuote same = SameQuote::kByWords);

// "content word".
std::string_view Name(WordingKind kind);

}  // namespace stemma
