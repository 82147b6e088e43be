// Words that stand in names without telling whose name it is: titles, legal forms, "the",
// "company".
//
// Source: common knowledge; legal forms as companies' registers abbreviate them.
// Thread safety: pure; tables are built once.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stemma {

// All words in small Latin letters (ToLatin), without marks.

bool IsTitle(std::string_view word);         // "mr", "dr", "general", "cheikh"
bool IsTitleBehind(std::string_view word);   // of those, what may stand behind a name: "jr"
bool IsParticle(std::string_view word);      // of a person's name: "de", "van", "bin", "al"
bool IsFiller(std::string_view word);        // may be left out of a body's name: "the", "group"
bool IsRegion(std::string_view word);        // that a company has an arm for: "europe"
bool IsFunctionWord(std::string_view word);  // "of", "für"
bool IsGenericWord(std::string_view word);   // in very many bodies' names: "bank", "national"

struct LegalForm {
  std::string_view form;  // what all its spellings share: "ltd"
  size_t words = 0;       // that spell it
};
// The longest legal form that `words` begin with: "limited liability company", "sp z o o".
std::optional<LegalForm> LegalFormAt(std::span<const std::string> words);

struct NumberWords {
  std::string digits;
  size_t words = 0;
};
// The digits of the spelled-out number that `words` begin with ("forty", "four"), of an ordinal
// ("first", "1st"), up to 99.
std::optional<NumberWords> NumberWordsAt(std::span<const std::string> words);

}  // namespace stemma
