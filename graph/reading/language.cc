#include "graph/reading/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace stemma {
namespace {

constexpr size_t kBytesLookedAt = size_t{1} << 16U;
constexpr size_t kWordsEnough = 8;

// Frequent words that the one language has and the other has not.
constexpr auto kEnglishWords = std::to_array<std::string_view>(
    {"the", "of",    "and",  "to",   "that", "is",  "was", "with", "his",
     "by",  "from",  "has",  "were", "said", "he",  "she", "they", "it",
     "who", "which", "this", "be",   "have", "had", "not"});
constexpr auto kFrenchWords = std::to_array<std::string_view>(
    {"le",  "la", "les", "des", "du",  "et",   "une", "dans",  "que", "qui",  "est", "pour", "par",
     "sur", "au", "aux", "ne",  "pas", "avec", "ce",  "cette", "il",  "elle", "ont", "a"});
// Words of one of those lists that other languages share in numbers; what tells them apart.
constexpr auto kOtherWords = std::to_array<std::string_view>(
    {"der", "die",  "und", "das", "von", "den", "mit", "el",    "los", "las", "del", "por",  "con",
     "una", "para", "di",  "che", "per", "non", "gli", "della", "het", "een", "van", "zijn", "och",
     "att", "som",  "og",  "det", "em",  "uma", "dos", "na",    "nie", "y",   "al"});

template <size_t N>
bool Holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsLetter(unsigned char c) {
  return std::isalpha(c) != 0 || c >= 0x80U;
}

}  // namespace

Language LanguageOf(std::string_view text, std::string_view declared) {
  size_t words = 0;
  size_t english = 0;
  size_t french = 0;
  size_t other = 0;
  text = text.substr(0, kBytesLookedAt);
  std::string word;
  for (size_t i = 0; i < text.size();) {
    word.clear();
    while (i < text.size() && IsLetter(static_cast<unsigned char>(text[i]))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i++])));
    }
    ++i;
    if (!word.empty()) {
      ++words;
      english += Holds(kEnglishWords, word) ? 1 : 0;
      french += Holds(kFrenchWords, word) ? 1 : 0;
      other += Holds(kOtherWords, word) ? 1 : 0;
    }
  }
  // A fifth to a third of running words are of one's own language's list, where it is known.
  if (words >= kWordsEnough) {
    if (english * 10 > words && english > french && english > other) {
      return Language::kEnglish;
    }
    if (french * 10 > words && french > english && french > other) {
      return Language::kFrench;
    }
    if (english * 20 < words && french * 20 < words) {
      return Language::kOther;
    }
  }
  if (declared.starts_with("en")) {
    return Language::kEnglish;
  }
  if (declared.starts_with("fr")) {
    return Language::kFrench;
  }
  return declared.empty() && english > 0 && english >= french && english > other
             ? Language::kEnglish
             : Language::kOther;
}

}  // namespace stemma
