#include "graph/audit/text_rules/vague_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

// Each word by word.
constexpr auto kPhrases = std::to_array<std::string_view>({
    "it is believed",
    "it is understood",
    "it is reported",
    "it is said",
    "it is rumoured",
    "it is rumored",
    "it is alleged",
    "it is claimed",
    "it is thought",
    "it is speculated",
    "it is widely believed",
    "it is widely reported",
    "it is widely thought",
    "it is generally believed",
    "it is being said",
    "it was reported",
    "it was rumoured",
    "it was rumored",
    "it was claimed",
    "it was alleged",
    "it has been reported",
    "it has been claimed",
    "it has been alleged",
    "it has been suggested",
    "it has been rumoured",
    "is understood to",
    "are understood to",
    "is rumoured to",
    "is rumored to",
    "are rumoured to",
    "are rumored to",
    "rumours say",
    "rumors say",
    "rumours suggest",
    "rumors suggest",
    "rumour has it",
    "rumor has it",
    "word has it",
    "word is that",
    "there are rumours",
    "there are rumors",
    "there is talk of",
    "there are reports that",
    "there were reports that",
    "according to rumours",
    "according to rumors",
    "according to the media",
    "according to the press",
    "people familiar with",
    "person familiar with",
    "people with knowledge of",
    "person with knowledge of",
    "people briefed on",
    "person briefed on",
    "people close to the",
    "person close to the",
    "il se dit que",
    "il se dit qu'",
    "il se murmure que",
    "il se murmure qu'",
    "il se raconte que",
    "il se raconte qu'",
    "il se chuchote que",
    "il se chuchote qu'",
    "il paraît que",
    "il paraît qu'",
    "il paraîtrait que",
    "il paraîtrait qu'",
    "on murmure que",
    "on murmure qu'",
    "on dit que",
    "on dit qu'",
    "on raconte que",
    "on raconte qu'",
    "on chuchote que",
    "on chuchote qu'",
    "on croit savoir que",
    "on croit savoir qu'",
    "le bruit court que",
    "le bruit court qu'",
    "la rumeur court que",
    "la rumeur court qu'",
    "la rumeur veut que",
    "la rumeur veut qu'",
    "selon la rumeur",
    "selon une rumeur",
    "selon les rumeurs",
    "selon des rumeurs",
    "selon certaines rumeurs",
    "selon la presse",
    "selon les médias",
    "de bonne source",
    "proche du dossier",
    "proches du dossier",
    "d' aucuns",
});

// "murmure-t-on": of a rumour whatever follows; of others where they end, or say little of where.
enum Inverted { kRumour = 1, kSaying };

const WordMap& InvertedVerbs() {
  static const WordMap verbs({{"murmure chuchote susurre raconte croit prétend suppose subodore "
                               "murmurait chuchotait racontait",
                               kRumour},
                              {"dit rapporte assure affirme souffle glisse confie indique précise "
                               "explique estime disait assurait",
                               kSaying}});
  return verbs;
}

// "dans le milieu", "en coulisses": where nobody in particular is.
const WordMap& Nowhere() {
  static const WordMap words(
      "milieu milieux coulisses coulisse couloirs entourage l'entourage interne haut-lieu source "
      "sources");
  return words;
}

constexpr uint32_t kNowhereReach = 4;

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

// "croit-on savoir", "murmure-t-on": the subject is a token of its own, and the hyphen none.
uint32_t InvertedEnd(const TokenView& tokens, uint32_t i) {
  const auto kind = InvertedVerbs().Find(tokens.Words(i));
  const uint32_t on = i + 1;
  if (!kind || !tokens.Is(on, "on") || !tokens.GapBehind(i).starts_with('-')) {
    return i;
  }
  const uint32_t behind = on + (tokens.Is(on + 1, "savoir") ? 2 : 1);
  if (kind == kRumour || tokens.IsMark(behind, U',') || tokens.IsMark(behind, U'.')) {
    return behind;
  }
  for (uint32_t at = behind; at < behind + kNowhereReach; ++at) {
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
  return InvertedEnd(tokens, i);
}

}  // namespace stemma
