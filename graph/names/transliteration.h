// Names in other scripts: the script's name, Latin letters for it, and whether a Latin spelling is
// how such a name comes back.
//
// A name that a text has from Arabic or Chinese comes back in Latin letters by its sound, and by
// what the script wrote of it: لودريان, the Arabic for "Le Drian", comes back as "Laudrian". So a
// misspelling may name the language that a text has passed through. Compared are the consonants, in
// classes that scripts tell apart badly, and the vowels in so far as the script has written them.
// Of pairs of different names at most 16 in 100,000 hold by chance (tests/audit/measure_scripts).
// Source: ICU transforms (Any-Latin; Latin-ASCII), Unicode TR 24 (scripts).
// Thread safety: any thread; each makes its own transform, once, which takes some milliseconds.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

// `text` in small ASCII letters, as near as ICU comes; apostrophes and marks may remain. Plain
// ASCII is only made small. O(bytes).
std::string ToLatin(std::string_view text);

// "Arabic", "Cyrillic", "Han", …: that of the first letter which is of a script; "" when none is.
std::string ScriptName(std::string_view text);

// Whether every letter is written as a whole syllable or word: Han, Hangul, Kana.
bool IsSyllabic(std::string_view text);

// The consonants of `word`, in small Latin letters, by classes that scripts tell apart badly:
// "ldrn" of "laudrian" and of "lwdryan". Vowels, w and y are left out. O(letters).
std::string ConsonantsOf(std::string_view word);

// Whether the Latin-script word or words `latin` is how one word or more of `alias`, which is in
// another script, come back. False for an alias in Latin letters, and where too few consonants
// could agree for it to mean anything. O(words of alias).
bool ComesBackAs(std::string_view latin, std::string_view alias);

}  // namespace stemma
