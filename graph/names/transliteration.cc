#include "graph/names/transliteration.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

// Consonants that must agree; of a syllabic script one more, because it tells fewer apart.
constexpr size_t kConsonantsMin = 3;
constexpr size_t kWordsMax = 4;  // of an alias, joined: Chinese gives one for every character

const icu::Transliterator* Latinizer() {
  thread_local const std::unique_ptr<icu::Transliterator> latinizer = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
    return U_SUCCESS(error) ? std::move(made) : nullptr;
  }();
  return latinizer.get();
}

UScriptCode ScriptOf(UChar32 point) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(point, &error);
  return U_SUCCESS(error) ? script : USCRIPT_COMMON;
}

bool IsSyllabicScript(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HIRAGANA;
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Calls `take(script)` for the letters of a script, until it says false.
template <typename Take>
void ForScripts(std::string_view text, Take take) {
  if (AsciiPrefix(text) == text.size()) {
    text = std::any_of(text.begin(), text.end(), IsAsciiLetter) ? "a" : "";
  }
  const icu::UnicodeString points = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    const UScriptCode script = ScriptOf(points.char32At(i));
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED && !take(script)) {
      return;
    }
  }
}

bool IsWrittenVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w';
}

// What ICU makes of ayn and hamza: Latin spellings have a vowel there, or nothing.
bool IsThroat(char c) {
  return c == '\'' || c == '`';
}

// Digraphs first; classes merge what Arabic, Chinese or Japanese write alike.
struct Sound {
  std::string_view letters;
  char sound;
};
constexpr auto kDigraphs = std::to_array<Sound>({{"sch", 'S'},
                                                 {"tch", 'S'},
                                                 {"sh", 'S'},
                                                 {"ch", 'S'},
                                                 {"kh", 'h'},
                                                 {"gh", 'g'},
                                                 {"th", 't'},
                                                 {"dh", 'd'},
                                                 {"ph", 'f'},
                                                 {"zh", 'j'},
                                                 {"ck", 'k'},
                                                 {"qu", 'k'}});
constexpr auto kClasses = std::to_array<Sound>(
    {{"p", 'b'}, {"v", 'f'}, {"q", 'k'}, {"c", 'k'}, {"x", 'k'}, {"z", 's'}, {"g", 'g'}});

struct Skeleton {
  std::string consonants;
  std::vector<std::string> vowels;  // before each consonant and behind the last
};

char MergedInSyllables(char sound) {
  switch (sound) {
    case 'r':
      return 'l';
    case 'd':
      return 't';
    case 'g':
      return 'k';
    case 'f':
      return 'b';
    case 'j':
      return 'S';
    default:
      return sound;
  }
}

char SoundAt(std::string_view word, size_t& at) {
  const std::string_view rest = word.substr(at);
  for (const Sound& digraph : kDigraphs) {
    if (rest.starts_with(digraph.letters)) {
      at += digraph.letters.size();
      return digraph.sound;
    }
  }
  ++at;
  if (rest.size() > 1 && rest[0] == 'c' && (rest[1] == 'e' || rest[1] == 'i' || rest[1] == 'y')) {
    return 's';
  }
  for (const Sound& one : kClasses) {
    if (rest[0] == one.letters[0]) {
      return one.sound;
    }
  }
  return rest[0];
}

Skeleton SkeletonOf(std::string_view word, bool is_syllabic) {
  Skeleton skeleton;
  skeleton.vowels.emplace_back();
  for (size_t at = 0; at < word.size();) {
    const char c = word[at];
    if ((c < 'a' || c > 'z') && !IsThroat(c)) {
      ++at;
    } else if (IsWrittenVowel(c) || IsThroat(c)) {
      skeleton.vowels.back() += c;
      ++at;
    } else {
      const char read = SoundAt(word, at);
      const char sound = is_syllabic ? MergedInSyllables(read) : read;
      const bool is_velar = is_syllabic && sound == 'k' && word[at - 1] == 'g' &&
                            skeleton.consonants.ends_with('n') && skeleton.vowels.back().empty();
      const bool is_doubled =
          skeleton.consonants.ends_with(sound) && skeleton.vowels.back().empty();
      const bool is_final_h = sound == 'h' && at == word.size();
      if (!is_velar && !is_doubled && !is_final_h) {
        skeleton.consonants += sound;
        skeleton.vowels.emplace_back();
      }
    }
  }
  return skeleton;
}

// What the script wrote between two consonants must be in the Latin spelling too: "w" is some sound
// of o or u, "y" some of i or e. What it left out may be any vowel.
bool VowelsAgree(const Skeleton& latin, const Skeleton& alias) {
  for (size_t i = 0; i < alias.vowels.size(); ++i) {
    const std::string& spelled = latin.vowels[i];
    for (const char written : alias.vowels[i]) {
      if (IsThroat(written)) {
        continue;
      }
      const std::string_view sounds = written == 'w' || written == 'u' || written == 'o' ? "ouw"
                                      : written == 'y' || written == 'i'                 ? "iey"
                                                                                         : "aeo";
      if (spelled.find_first_of(sounds) == std::string::npos) {
        return false;
      }
    }
  }
  return true;
}

bool Agree(const Skeleton& latin, const Skeleton& alias, bool is_syllabic) {
  return latin.consonants == alias.consonants && (is_syllabic || VowelsAgree(latin, alias));
}

std::vector<std::string> WordsOf(const std::string& latin) {
  std::vector<std::string> words(1);
  for (const char c : latin) {
    const bool is_letter = (c >= 'a' && c <= 'z') || IsThroat(c);
    if (is_letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

}  // namespace

std::string ToLatin(std::string_view text) {
  std::string latin(text);
  if (AsciiPrefix(text) == text.size() || Latinizer() == nullptr) {
    std::transform(latin.begin(), latin.end(), latin.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return latin;
  }
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  Latinizer()->transliterate(letters);
  for (const char16_t mark :
       {u'\u02BF', u'\u02BE'}) {  // ayn and hamza, of which Latin-ASCII has none
    letters.findAndReplace(icu::UnicodeString(mark), icu::UnicodeString(u'\''));
  }
  latin.clear();
  letters.toUTF8String(latin);
  return latin;
}

std::string ScriptName(std::string_view text) {
  std::string name;
  ForScripts(text, [&name](UScriptCode script) {
    name = uscript_getName(script);
    return false;
  });
  return name;
}

bool IsSyllabic(std::string_view text) {
  bool has_letter = false;
  bool is_syllabic = true;
  ForScripts(text, [&](UScriptCode script) {
    has_letter = true;
    is_syllabic = IsSyllabicScript(script);
    return is_syllabic;
  });
  return has_letter && is_syllabic;
}

std::string ConsonantsOf(std::string_view word) {
  return SkeletonOf(word, false).consonants;
}

bool ComesBackAs(std::string_view latin, std::string_view alias) {
  const std::string script = ScriptName(alias);
  if (script.empty() || script == "Latin") {
    return false;
  }
  const bool is_syllabic = IsSyllabic(alias);
  const Skeleton skeleton = SkeletonOf(ToLatin(latin), is_syllabic);
  if (skeleton.consonants.size() < kConsonantsMin + (is_syllabic ? 1 : 0)) {
    return false;
  }
  const std::vector<std::string> words = WordsOf(ToLatin(alias));
  for (size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (size_t j = i; j < words.size() && j < i + kWordsMax; ++j) {
      joined += words[j];
      const bool has_article = script == "Arabic" && joined.starts_with("al");
      if (Agree(skeleton, SkeletonOf(joined, is_syllabic), is_syllabic) ||
          (has_article && Agree(skeleton, SkeletonOf(joined.substr(2), false), false))) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace stemma
