// How one word of a name stands to the word that a known name has in its place.
//
// A name that went through another language comes back with a neighbour in meaning ("Frontiers" for
// "Borders"); one that was typed from memory, with another form of the word ("Protection" for
// "Protect"). Any other word in its place makes another body as often as not, and says nothing.
// Source: docs/audit.md, "Names of bodies"; the groups are common knowledge of the trade.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace stemma {

enum class WordPair {
  kOther,     // says nothing
  kVariant,   // known spellings of one word: no fault
  kForm,      // another inflection or derivation
  kSpelling,  // a letter or two differ in a long word
  kMeaning,   // neighbours in meaning
  kBody,      // neighbours in meaning that say what a body is: "Federation", "Consortium"
  kAnyBody,   // any others that say so: "Agency", "Association"
  kMade,      // other words, made alike: "Exporting", "Producing"
};

// Words in any case, with accents or without. O(letters).
WordPair CompareNameWords(std::string_view printed, std::string_view known);

}  // namespace stemma
