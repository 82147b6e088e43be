#include "graph/audit/text_rules/credited_to.h"

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

// "published by 12 outlets": who had it, or printed it.
const WordMap& PrintingWords() {
  static const WordMap words(
      "published reported carried broadcast aired quoted cited released obtained seen printed "
      "publié publiée publiés publiées relayé relayée relayés rapporté rapportée rapportés cité "
      "citée cités diffusé diffusée obtenus consultés");
  return words;
}

// "shared with some two dozen newspapers", "transmis à dix médias": who was given it.
const WordMap& GivingWords() {
  static const WordMap words(
      "shared leaked handed passed sent provided given supplied partagé partagée partagés "
      "partagées transmis transmise transmises remis remise remises confié confiée confiés "
      "confiées communiqué communiquée communiqués communiquées fourni fournie fournis fournies");
  return words;
}
const WordMap& GivenTo() {
  static const WordMap words("with to avec à");
  return words;
}

// Before whom something is credited to: alone, or with "de" ("de l'avis de certains experts"),
// which is among the modifiers.
const WordMap& CreditingWords() {
  static const WordMap words("citing selon citant");
  return words;
}
const WordMap& Sayings() {
  static const WordMap words("avis dires dire foi aveu");
  return words;
}

// "aux dires", "de l'avis", "sur la foi"; not "l'avis des experts est attendu".
bool EndsSayings(const TokenView& tokens, uint32_t i) {
  return tokens.IsIn(i, Sayings()) && (tokens.Is(i - 1, "aux") || tokens.Is(i - 1, "au") ||
                                       (tokens.Is(i - 1, "l'") && tokens.Is(i - 2, "de")) ||
                                       (tokens.Is(i - 1, "la") && tokens.Is(i - 2, "sur")));
}

// "published by", "publiée lundi par".
bool IsPrintedBefore(const TokenView& tokens, uint32_t begin) {
  const uint32_t verb = begin - (tokens.Has(begin - 2, Bits(kTime, kAdverb)) ? 3 : 2);
  return tokens.IsIn(verb, PrintingWords());
}

}  // namespace

bool IsCredited(const TokenView& tokens, uint32_t begin, uint32_t first) {
  if (begin < first + 1) {
    return false;
  }
  const bool has_two = begin >= first + 2;
  return tokens.IsIn(begin - 1, CreditingWords()) ||
         (has_two && tokens.Is(begin - 1, "to") && tokens.Is(begin - 2, "according")) ||
         (has_two && tokens.Is(begin - 1, "après") && tokens.Is(begin - 2, "d'")) ||
         (has_two && tokens.Is(begin - 1, "croire") && tokens.Is(begin - 2, "en")) ||
         EndsSayings(tokens, begin - 1) ||
         (tokens.Is(begin - 1, "d'") && EndsSayings(tokens, begin - 2)) ||
         (has_two && tokens.IsIn(begin - 1, GivenTo()) && tokens.IsIn(begin - 2, GivingWords())) ||
         ((tokens.Is(begin - 1, "by") || tokens.Is(begin - 1, "par")) &&
          IsPrintedBefore(tokens, begin));
}

}  // namespace stemma
