#include "graph/reading/language.h"

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "graph/reading/word_table.h"

namespace stemma {
namespace {

constexpr size_t kBytesLookedAt = size_t{1} << 11U;
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

enum Listed : unsigned { kInEnglish = 1, kInFrench = 2, kInOther = 4 };

WordTable<unsigned> MakeListedWords() {
  std::map<std::string_view, unsigned> lists;
  const auto add = [&](const auto& words, unsigned listed) {
    for (const std::string_view word : words) {
      lists[word] |= listed;
    }
  };
  add(kEnglishWords, kInEnglish);
  add(kFrenchWords, kInFrench);
  add(kOtherWords, kInOther);
  return WordTable<unsigned>({lists.begin(), lists.end()});
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool IsLetter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80U;
}

}  // namespace

Language LanguageOf(std::string_view text, std::string_view declared) {
  static const WordTable<unsigned> lists = MakeListedWords();
  size_t words = 0;
  size_t english = 0;
  size_t french = 0;
  size_t other = 0;
  text = text.substr(0, kBytesLookedAt);
  std::string word;
  for (size_t i = 0; i < text.size();) {
    word.clear();
    while (i < text.size() && IsLetter(static_cast<unsigned char>(text[i]))) {
      word += Lower(text[i++]);
    }
    ++i;
    if (!word.empty()) {
      ++words;
      if (const unsigned* listed = lists.Find(word)) {
        english += (*listed & kInEnglish) != 0 ? 1 : 0;
        french += (*listed & kInFrench) != 0 ? 1 : 0;
        other += (*listed & kInOther) != 0 ? 1 : 0;
      }
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
