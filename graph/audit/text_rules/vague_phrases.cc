#include "graph/audit/text_rules/vague_phrases.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

// Each word by word. What is made of a subject that stands for nobody and any verb of a class is
// below.
constexpr auto kPhrases = std::to_array<std::string_view>({
    "it has emerged that",
    "it emerged that",
    "it has transpired that",
    "it transpired that",
    "rumour has it",
    "rumor has it",
    "word has it",
    "word is that",
    "there are rumours",
    "there are rumors",
    "there is talk of",
    "there is talk that",
    "there was talk of",
    "there was talk that",
    "there are reports that",
    "there were reports that",
    "according to the media",
    "people familiar with",
    "person familiar with",
    "people with knowledge of",
    "person with knowledge of",
    "people briefed on",
    "person briefed on",
    "people close to the",
    "person close to the",
    "il paraît que",
    "il paraît qu'",
    "il paraîtrait que",
    "il paraîtrait qu'",
    "à ce qu' on dit",
    "à ce qu' il paraît",
    "paraît il",
    "le bruit court que",
    "le bruit court qu'",
    "la rumeur court que",
    "la rumeur court qu'",
    "la rumeur veut que",
    "la rumeur veut qu'",
    "selon les médias",
    "de bonne source",
    "proche du dossier",
    "proches du dossier",
    "d' aucuns",
});

// "it is widely believed", "it has been suggested".
const WordMap& HeldParticiples() {
  static const WordMap words(
      "believed understood reported said rumoured rumored alleged claimed thought speculated "
      "suggested whispered assumed reputed");
  return words;
}
// "is said to have sold": those that an article uses for what it cannot know. What is thought or
// believed to be so is as often an estimate.
const WordMap& ToldParticiples() {
  static const WordMap words(
      "understood rumoured rumored said reported alleged claimed whispered reputed");
  return words;
}
const WordMap& Hedges() {
  static const WordMap words("widely generally commonly being now often also already long");
  return words;
}

// "on raconte que", "il se murmure que", "il a été rapporté que".
const WordMap& FrenchRumourVerbs() {
  static const WordMap words(
      "dit murmure raconte chuchote susurre colporte prétend disait murmurait racontait "
      "chuchotait prétendait");
  return words;
}
const WordMap& FrenchParticiples() {
  static const WordMap words("dit rapporté affirmé avancé prétendu allégué");
  return words;
}

// "murmure-t-on": of a rumour whatever follows; other verbs of saying where they end, or say little
// of where.
const WordMap& InvertedRumourVerbs() {
  static const WordMap verbs(
      "murmure chuchote susurre souffle raconte croit prétend suppose subodore murmurait "
      "chuchotait "
      "racontait");
  return verbs;
}

// "a-t-on appris".
const WordMap& LearntParticiples() {
  static const WordMap words("appris dit indiqué précisé expliqué assuré affirmé confié rapporté");
  return words;
}

// "dans le milieu", "en coulisses": where nobody in particular is.
const WordMap& Nowhere() {
  static const WordMap words(
      "milieu milieux coulisses coulisse couloirs entourage l'entourage interne haut-lieu source "
      "sources");
  return words;
}

const WordMap& Forecasters() {
  static const WordMap words("analysts analystes");
  return words;
}
const WordMap& ForecastVerbs() {
  static const WordMap words(
      "expect expected forecast predict predicted estimate estimated attendent attendaient "
      "tablaient prévoyaient attendu prévu estimé");
  return words;
}
const WordMap& Decades() {
  static const WordMap words(
      "twenties thirties forties fifties sixties seventies eighties nineties");
  return words;
}

constexpr uint32_t kNowhereReach = 4;
constexpr size_t kDecadeBytes = 5;    // "1930s"
constexpr uint32_t kFigureReach = 5;  // "expected a profit of $1.22"

uint32_t PhraseEnd(const TokenView& tokens, uint32_t i, std::string_view phrase) {
  uint32_t at = i;
  while (!phrase.empty()) {
    const size_t space = std::min(phrase.find(' '), phrase.size());
    if (!tokens.Is(at, phrase.substr(0, space))) {
      return i;
    }
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
    ++at;
  }
  return at;
}

// By the first word of each.
const std::unordered_map<std::string_view, std::vector<std::string_view>>& ByFirstWord() {
  static const auto by_word = [] {
    std::unordered_map<std::string_view, std::vector<std::string_view>> phrases;
    for (const std::string_view phrase : kPhrases) {
      phrases[phrase.substr(0, phrase.find(' '))].push_back(phrase);
    }
    return phrases;
  }();
  return by_word;
}

bool IsAnyForm(const TokenView& tokens, uint32_t i, std::initializer_list<std::string_view> forms) {
  return std::any_of(forms.begin(), forms.end(),
                     [&](std::string_view form) { return tokens.Is(i, form); });
}

// "it is widely believed", "it has been suggested"; behind the participle.
uint32_t HeldEnd(const TokenView& tokens, uint32_t i) {
  if (!tokens.Is(i, "it")) {
    return i;
  }
  uint32_t at = i + 1;
  if (IsAnyForm(tokens, at, {"has", "had"}) && tokens.Is(at + 1, "been")) {
    at += 2;
  } else if (IsAnyForm(tokens, at, {"is", "was"})) {
    at += 1;
  } else {
    return i;
  }
  at += tokens.IsIn(at, Hedges()) ? 1 : 0;
  const bool is_advice = tokens.Is(at, "suggested") && tokens.Is(at + 1, "to");
  return tokens.IsIn(at, HeldParticiples()) && !is_advice ? at + 1 : i;
}

// "is said to have", "were rumoured to be": of "said" and the like only with what has been or is,
// as a ghost is said to walk.
uint32_t ToldEnd(const TokenView& tokens, uint32_t i) {
  if (!IsAnyForm(tokens, i, {"is", "are", "was", "were"})) {
    return i;
  }
  const uint32_t at = i + (tokens.IsIn(i + 1, Hedges()) ? 2 : 1);
  const bool is_told = tokens.IsIn(at, ToldParticiples()) && tokens.Is(at + 1, "to");
  const bool is_sure = IsAnyForm(tokens, at, {"understood", "rumoured", "rumored"});
  return is_told && (is_sure || IsAnyForm(tokens, at + 2, {"have", "be"})) ? at + 2 : i;
}

// "on dit que", "il se murmure qu'", "il a été rapporté que"; behind the conjunction.
uint32_t FrenchRumourEnd(const TokenView& tokens, uint32_t i) {
  uint32_t at = i + 1;
  bool is_told = false;
  if (tokens.Is(i, "on") || (tokens.Is(i, "il") && tokens.Is(at, "se"))) {
    at += tokens.Is(i, "il") ? 1 : 0;
    is_told = tokens.IsIn(at, FrenchRumourVerbs());
    if (tokens.Is(at, "croit") && tokens.Is(at + 1, "savoir")) {
      is_told = true;
      ++at;
    }
  } else if (tokens.Is(i, "il") && tokens.Is(at, "a") && tokens.Is(at + 1, "été")) {
    at += 2;
    is_told = tokens.IsIn(at, FrenchParticiples());
  }
  return is_told && IsAnyForm(tokens, at + 1, {"que", "qu'"}) ? at + 2 : i;
}

// "croit-on savoir", "murmure-t-on": the subject is a token of its own, and the hyphen none. Also
// "a-t-on appris", and any other verb of saying.
uint32_t InvertedEnd(const TokenView& tokens, uint32_t i) {
  const uint32_t on = i + 1;
  if (!tokens.Is(on, "on") || !tokens.GapBehind(i).starts_with('-')) {
    return i;
  }
  const bool is_past = tokens.Is(i, "a") && tokens.IsIn(on + 1, LearntParticiples());
  const bool says = tokens.Has(i, Bits(WordClass::kSays, WordClass::kSaysThat));
  const bool is_rumour = tokens.IsIn(i, InvertedRumourVerbs());
  if (!is_rumour && !is_past && !says) {
    return i;
  }
  const uint32_t behind = on + (is_past || tokens.Is(on + 1, "savoir") ? 2 : 1);
  if (is_rumour || tokens.IsMark(behind, U',') || tokens.IsMark(behind, U'.')) {
    return behind;
  }
  for (uint32_t at = behind; !is_past && at < behind + kNowhereReach; ++at) {
    if (tokens.IsIn(at, Nowhere())) {
      return at + 1;
    }
  }
  return i;
}

}  // namespace

uint32_t VaguePhraseEnd(const TokenView& tokens, uint32_t i) {
  WordBuffer buffer;
  const auto found = ByFirstWord().find(LowerWord(tokens.Words(i), buffer));
  if (found != ByFirstWord().end()) {
    for (const std::string_view phrase : found->second) {
      if (const uint32_t behind = PhraseEnd(tokens, i, phrase); behind > i) {
        return behind;
      }
    }
  }
  for (const auto end : {HeldEnd, ToldEnd, FrenchRumourEnd}) {
    if (const uint32_t behind = end(tokens, i); behind > i) {
      return behind;
    }
  }
  return InvertedEnd(tokens, i);
}

bool IsConsensus(const TokenView& tokens, uint32_t head, TokenRange rest) {
  if (!tokens.IsIn(head, Forecasters()) || !tokens.IsIn(rest.begin, ForecastVerbs())) {
    return false;
  }
  for (uint32_t i = rest.begin + 1; i < std::min(rest.end, rest.begin + kFigureReach); ++i) {
    if (tokens.IsNumber(i)) {
      return true;
    }
  }
  return false;
}

bool IsOfDecade(const TokenView& tokens, uint32_t i) {
  const bool is_led =
      IsAnyForm(tokens, i, {"from", "of", "in"}) && tokens.Has(i + 1, Bit(WordClass::kArticle));
  if (!is_led || i + 2 >= tokens.Size()) {
    return false;
  }
  const std::string_view word = tokens.Words(i + 2);
  const bool is_written = word.size() == kDecadeBytes && word.front() == '1' && word.back() == 's';
  return is_written || tokens.IsIn(i + 2, Decades());
}

}  // namespace stemma
