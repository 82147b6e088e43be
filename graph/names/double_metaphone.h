// Double Metaphone: how a word sounds, as one or two short keys.
//
// Names heard and written down again, or read in another language, keep their sound better than
// their letters: "Laudrian" and "Le Drian" have one key. The second key is that of another
// pronunciation ("Smith", "Schmidt"). Keys are not cut at four letters, as they often are: a key is
// compared here as evidence that two words sound the same, and long words must not agree by their
// beginnings alone. Whoever blocks with keys may cut them.
// Source: Lawrence Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal, June
// 2000.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

struct SoundKeys {
  std::string first;
  std::string second;  // the same as `first` when there is one pronunciation
};

// Of `word` in ASCII letters of either case; whatever else is in it counts as an end of the word.
// "0" stands for the sound "th", "X" for "sh", "A" for any vowel that begins the word. O(letters).
SoundKeys DoubleMetaphone(std::string_view word);

// Whether a pronunciation of the one is one of the other; false when a key is empty.
bool SoundsAlike(const SoundKeys& a, const SoundKeys& b);

}  // namespace stemma
