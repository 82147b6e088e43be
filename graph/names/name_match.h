// Whether two names are of one person or body, how sure that is, and in what they differ.
//
// Similarity of letters alone cannot decide it: "Laudrian" is farther from "Le Drian" than "Le
// Maire" seems. So names are cut into parts, parts are paired by the cost of making one of the
// other, and what has no partner decides: a word too much on one side is often a middle name, one
// on each side makes two names. The kind of difference is told apart from the score, because an
// audit asks for it: a variant is no fault, a misspelling is one.
// Source: docs/names.md; the costs follow rigour (github.com/opensanctions/rigour).
// Thread safety: pure, but for the transform that each thread makes once (transliteration.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/names/name_parts.h"

namespace stemma {

// The gravest difference between two names, in rising order.
enum class NameDifference : uint8_t {
  kSame,             // letter for letter, but for case, accents, marks, titles and legal forms
  kSplit,            // words joined or parted: "Blue Bird", "Bluebird"
  kOrder,            // the same words in another order
  kFiller,           // one leaves out "of", "the", "Group"
  kVariant,          // known spellings and short forms: "Kiev", "Kyiv"; "Bill", "William"
  kInitials,         // "V. Orlov"
  kTransliteration,  // one is written in another script, and comes back as the other
  kWordForm,         // "protection", "protect"
  kMissing,          // one has more words
  kSound,            // other letters, the same sound: "Laudrian", "Le Drian"
  kSpelling,         // other letters: "Macron", "Marcon"
  kNumber,   // only figures differ: "Squadron 44", "Squadron 45". No match, but perhaps a slip
  kOneWord,  // one whole word differs, all else is the same: two names, or one of them wrong
  kDifferent,
};

struct NameMatch {
  double score = 0;       // 0 to 1; no probability
  bool is_match = false;  // score of kNameMatchMin or more
  NameDifference how = NameDifference::kDifferent;
  // The first parts that differ so, as written; one is empty for kMissing, both are for kSame,
  // kOrder, kFiller and kDifferent.
  std::string part_a;
  std::string part_b;
};

// On each half of the pairs measured the best F is that of the other half's choice (docs/names.md).
inline constexpr double kNameMatchMin = 0.7;

// Symmetric but for the order of `part_a` and `part_b`. Names are well-formed UTF-8; texts of more
// than 40 parts are no names and match nothing. O(parts of a times parts of b times their letters).
NameMatch CompareNames(std::string_view a, std::string_view b, NameKind kind);

// The same of names that are compared with many others and cut only once.
NameMatch CompareNames(const NameParts& a, const NameParts& b, NameKind kind);

}  // namespace stemma
