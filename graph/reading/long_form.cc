#include "graph/reading/long_form.h"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/reading/outlets.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kLongFormTokensMax = 16;
constexpr uint32_t kLettersMin = 2;
constexpr uint32_t kContentSlack = 2;

// Nouns for bodies that are no speakers, beside the lexicon's.
const WordMap& BodyNouns() {
  static const WordMap words(
      "programme program partnership treaty act agreement front movement forum initiative "
      "directorate secretariat assembly academy confederation congress conference convention corps "
      "exchange fund laboratory observatory order pact project registry scheme system tribunal "
      "watch club guild society league trust brotherhood fellowship circle coalition collective "
      "syndicat fédération amicale comité cercle collectif coordination confrérie "
      "community nations journalists states republic reserve chamber guard observatoire "
      "organisation mouvement front traité programme fonds tribunal confédération assemblée union "
      "communauté caisse haut direction centre nations réseau ligue alliance alliances mutuelle "
      "régie régime office chambre coopérative rassemblement parlement société cooperative "
      "federation union platform plateforme task service services trustees");
  return words;
}

const WordMap& FunctionWords() {
  static const WordMap words(
      "of for the and in on to at by with from a an de du des la le les d' l' et en pour à au aux "
      "sur contre");
  return words;
}

char LowerLetter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The first letter as ASCII, accents of Latin-1 left out: "É" is "e".
char InitialOf(std::string_view word) {
  constexpr std::string_view kPlain = "aaaaaaaceeeeiiiidnooooo/ouuuuyts";
  const auto first = static_cast<unsigned char>(word.front());
  if (first == 0xC3U && word.size() > 1) {
    return kPlain[static_cast<unsigned char>(word[1]) & 0x1FU];
  }
  return LowerLetter(word.front());
}

// Initials from the last word to the first; a content word must give its letter, a function word
// may. Greedy is exact enough: a function word is passed over when its letter is not asked for.
class InitialsSpeller {
 public:
  explicit InitialsSpeller(std::string_view letters) : letters_(letters) {}

  bool TakeWord(std::string_view word, bool is_function) {
    while (!word.empty()) {
      const size_t hyphen = word.rfind('-');
      const std::string_view part =
          hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
      word = hyphen == std::string_view::npos ? std::string_view() : word.substr(0, hyphen);
      if (part.empty()) {
        continue;
      }
      const bool fits = !letters_.empty() && LowerLetter(letters_.back()) == InitialOf(part);
      if (fits) {
        letters_.remove_suffix(1);
      } else if (!is_function) {
        return false;
      }
    }
    return true;
  }
  bool IsDone() const { return letters_.empty(); }

 private:
  std::string_view letters_;
};

bool IsFunctionWord(const TokenView& tokens, uint32_t i) {
  return tokens.IsIn(i, FunctionWords()) && !tokens[i].is_capital;
}

// Where the words that Schwartz and Hearst align with `letters` begin; `end` when they do not.
uint32_t AlignedBegin(const TokenView& tokens, uint32_t begin, uint32_t end,
                      std::string_view letters) {
  const std::string_view text = tokens.Parts().text;
  size_t at = tokens[end - 1].end;
  const size_t first = tokens[begin].begin;
  for (size_t left = letters.size(); left > 0; --left) {
    const char letter = LowerLetter(letters[left - 1]);
    if (letter < 'a' || letter > 'z') {
      continue;
    }
    bool is_found = false;
    while (at > first && !is_found) {
      --at;
      const bool opens_word =
          at == first || text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '\'';
      is_found = LowerLetter(text[at]) == letter && (left > 1 || opens_word);
    }
    if (!is_found) {
      return end;
    }
  }
  uint32_t token = end - 1;
  while (token > begin && tokens[token].begin > at) {
    --token;
  }
  return token;
}

// The apostrophe of "Farmers' Union", which the word before does not hold, or the 's of "Women's".
bool IsPossessiveMark(const TokenView& tokens, uint32_t i) {
  const bool is_mark = (tokens.IsMark(i, U'\'') || tokens.IsMark(i, U'’')) && i > 0 &&
                       tokens.TouchesNext(i - 1) && !tokens.TouchesNext(i);
  return (is_mark || tokens.Has(i, Bit(kPossessive))) && i > 0 && tokens.IsCapital(i - 1) &&
         tokens.IsCapital(i + 1);
}

// "Centre de relève": a noun, though its form is a verb's as well.
bool IsBehindOf(const TokenView& tokens, uint32_t i) {
  static const WordMap words("of for de d' du des à aux");
  return i > 0 && tokens.IsIn(i - 1, words);
}

bool MayStandIn(const TokenView& tokens, uint32_t i) {
  return tokens.IsMark(i, U'&') || IsPossessiveMark(tokens, i) ||
         (tokens.IsWord(i) &&
          !tokens.Has(i, Bits(kHe, kShe, kThey, kI, kIt, kAuxiliary, kWho, kPossessive)) &&
          !(tokens.Has(i, Bits(kSays, kJoins)) && !tokens[i].is_capital && !IsBehindOf(tokens, i)));
}

// Where the last run of words with capitals between begins; `end`: there is none.
uint32_t LastCapitals(const TokenView& tokens, uint32_t begin, uint32_t end) {
  uint32_t at = end;
  while (at > begin && !tokens.IsCapital(at - 1)) {
    --at;
  }
  if (at == begin) {
    return end;
  }
  while (at > begin && tokens.IsCapital(at - 1) && !tokens.Has(at - 1, Bit(kArticle))) {
    --at;
  }
  return at;
}

// Where the name that ends before `end` begins, titles and function words not with it.
uint32_t NameBegin(const TokenView& tokens, uint32_t begin, uint32_t end, Language language) {
  uint32_t name = end;
  uint32_t head = end;
  for (uint32_t i = end; i > begin; --i) {
    const bool is_capital = tokens.IsCapital(i - 1);
    const bool is_inside = tokens.IsMark(i - 1, U'&') || IsPossessiveMark(tokens, i - 1) ||
                           IsFunctionWord(tokens, i - 1) || language == Language::kFrench;
    if (!is_capital && !is_inside) {
      break;
    }
    name = is_capital ? i - 1 : name;
    if (is_capital && (tokens.Has(i - 1, Bit(kBody)) || tokens.IsIn(i - 1, BodyNouns()))) {
      head = i - 1;
    }
  }
  // "The" at the beginning of a sentence.
  while (name + 1 < end && tokens.Has(name, Bit(kArticle))) {
    ++name;
  }
  if (language != Language::kFrench) {
    return name;
  }
  // A French name begins with its head; without a noun that is known for one, with the last of its
  // capitals that stands apart.
  return head < end ? head : LastCapitals(tokens, name, end);
}

// How many of the letters are no initials, each initial taken once.
size_t MissingLetters(std::string initials, std::string_view letters) {
  size_t missing = 0;
  for (const char letter : letters) {
    const size_t at = initials.find(LowerLetter(letter));
    if (at == std::string::npos) {
      ++missing;
    } else {
      initials.erase(at, 1);
    }
  }
  return missing;
}

// Of a name without a noun for a body, "Northern Plum and Pear Growers (NPGP)": three words or more
// whose initials are the letters in another order, or all but one of them. French writes a capital
// at its beginning alone, and then all must be there.
bool AreInitialsInDisorder(const TokenView& tokens, TokenRange words, std::string_view letters,
                           Language language) {
  std::string left;
  const bool is_french = language == Language::kFrench;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const bool counts = tokens.IsCapital(i) || (is_french && !IsFunctionWord(tokens, i));
    if (counts && tokens.IsWord(i) && !IsPossessiveMark(tokens, i)) {
      left += InitialOf(tokens.Words(i));
    } else if (tokens.IsWord(i) && !IsFunctionWord(tokens, i) && !IsPossessiveMark(tokens, i)) {
      return false;
    }
  }
  constexpr size_t kInitialsMin = 3;
  if (left.size() < kInitialsMin || left.size() != letters.size() ||
      left.front() != LowerLetter(letters.front())) {
    return false;
  }
  const size_t missing = MissingLetters(std::move(left), letters);
  // Bodies that are named after their people end in a plural.
  const bool is_plural = !is_french && tokens.Words(words.end - 1).ends_with('s');
  return missing == 0 || (missing == 1 && is_plural);
}

}  // namespace

bool HasBodyNoun(const TokenView& tokens, TokenRange long_form) {
  for (uint32_t i = long_form.begin; i < long_form.end; ++i) {
    if (tokens.IsCapital(i) && (tokens.Has(i, Bit(kBody)) || tokens.IsIn(i, BodyNouns()))) {
      return true;
    }
  }
  return false;
}

bool AreMostlyInitials(const TokenView& tokens, TokenRange words, std::string_view letters) {
  std::string initials;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    if (tokens.IsWord(i) && !IsPossessiveMark(tokens, i)) {
      initials += InitialOf(tokens.Words(i));
    }
  }
  return MissingLetters(std::move(initials), letters) <= 1;
}

uint32_t CapitalWords(const TokenView& tokens, TokenRange long_form) {
  uint32_t count = 0;
  for (uint32_t i = long_form.begin; i < long_form.end; ++i) {
    count += tokens.IsCapital(i) && tokens[i].end - tokens[i].begin >= 3 ? 1 : 0;
  }
  return count;
}

bool InitialsSpell(const TokenView& tokens, TokenRange words, std::string_view letters) {
  InitialsSpeller speller(letters);
  for (uint32_t i = words.end; i > words.begin; --i) {
    if (tokens.IsWord(i - 1) && !IsPossessiveMark(tokens, i - 1) &&
        !speller.TakeWord(tokens.Words(i - 1), IsFunctionWord(tokens, i - 1))) {
      return false;
    }
  }
  return speller.IsDone();
}

std::optional<TokenRange> LongFormBefore(const TokenView& tokens, uint32_t begin, uint32_t end,
                                         std::string_view letters, Language language) {
  if (letters.size() < kLettersMin) {
    return std::nullopt;
  }
  uint32_t first = end;
  while (first > begin && end - first < kLongFormTokensMax && MayStandIn(tokens, first - 1)) {
    --first;
  }
  // Initials, the shortest words that spell it.
  InitialsSpeller speller(letters);
  for (uint32_t i = end; i > first; --i) {
    if (IsPossessiveMark(tokens, i - 1)) {
      continue;
    }
    if (!speller.TakeWord(tokens.Words(i - 1), IsFunctionWord(tokens, i - 1))) {
      break;
    }
    const TokenRange words{i - 1, end};
    if (speller.IsDone()) {
      if (!IsFunctionWord(tokens, i - 1) &&
          (HasBodyNoun(tokens, words) || CapitalWords(tokens, words) >= 2)) {
        return words;
      }
      break;
    }
  }
  // Letters within words, or letters that do not fit: only what is surely a body's name.
  const uint32_t name = NameBegin(tokens, first, end, language);
  const TokenRange words{name, end};
  if (name == end || tokens.Has(name, Bit(kTitle)) ||
      !(HasBodyNoun(tokens, words) || AreInitialsInDisorder(tokens, words, letters, language))) {
    return std::nullopt;
  }
  uint32_t content = 0;
  for (uint32_t i = name; i < end; ++i) {
    content += IsFunctionWord(tokens, i) || IsPossessiveMark(tokens, i) ? 0 : 1;
  }
  const bool is_aligned = AlignedBegin(tokens, name, end, letters) < end;
  const bool may_differ = letters.size() >= 3 && content >= 2 &&
                          content <= letters.size() + kContentSlack &&
                          letters.size() <= content + kContentSlack;
  return is_aligned || may_differ ? std::optional<TokenRange>(words) : std::nullopt;
}

}  // namespace stemma
