// In which order of its words a name spells given letters.
//
// English puts the modifier first, French, Spanish, Arabic, Indonesian and many others the noun:
// the letters of a name that was translated from one of those, and kept its letters, follow that
// order. "Consistent with" is all that can be said: which language it was, the letters do not tell.
// Chance: of letters and names put together at random, head-first order fits 0.075 % with three
// letters, none of 5,367 with four.
// Source: docs/audit.md.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

enum class LetterOrder {
  kAsPrinted,    // initials of all content words, in order
  kLeavesOut,    // initials in order, of some of the words
  kHeadFirst,    // parts split at of and for; in each the noun first, then its modifiers
  kPermutation,  // the same initials in another order
  kNone,
};

// `letters` in any case, at most 16; `name` as printed. O(words squared).
LetterOrder OrderOfLetters(std::string_view letters, std::string_view name);

// What that order says, for a finding's reasons; of the order of the words and of none, nothing.
void AddReason(LetterOrder order, std::vector<std::string>& because);

}  // namespace stemma
