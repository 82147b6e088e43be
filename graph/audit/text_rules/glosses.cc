#include "graph/audit/text_rules/glosses.h"

#include "graph/audit/text_rules/given_names.h"
#include "graph/audit/text_rules/person_nouns.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

const WordMap& OfVoices() {
  static const WordMap words(
      "laugh laughs laughing laughter laughed smile smiles smiling sigh sighs sighing sob sobs "
      "sobbing tears cries crying cheer cheers applause applauds applaud clapping pause pauses "
      "pausing silence inaudible unintelligible crosstalk indistinct bleep beep expletive sic ndlr "
      "rire rires rit rient riant sourit sourire soupir soupire soupirs sanglot sanglots pleure "
      "larmes applaudissements applaudit applaudissent silences");
  return words;
}

// A gloss says who or what is meant; who speaks says what it is to him and his listeners.
const WordMap& OfSpeakers() {
  static const WordMap words(
      "i i'm i've i'd me my mine myself we we're we've us our ours you you're your yours "
      "je j' me m' moi mon ma mes nous notre nos tu te t' toi vous votre vos");
  return words;
}

// Words for somebody or something that a gloss behind them may name.
const WordMap& Pronouns() {
  static const WordMap words(
      "he she they it him her them these those one ones il elle ils elles on lui eux celui celle "
      "ceux celles ça cela");
  return words;
}
const WordMap& Subjects() {
  static const WordMap words("he she they it il elle ils elles");
  return words;
}
// "(those who sell it)", "(ceux du bas)": begin a noun phrase as an article does.
const WordMap& Antecedents() {
  static const WordMap words("those people ceux celles celui celle gens");
  return words;
}
// "(the latter)", "(the same again)": in which nothing is explained.
const WordMap& Empty() {
  static const WordMap words(
      "latter former same first second last other others more less least "
      "most worst best même mêmes premier première dernier dernière pire");
  return words;
}

// "(a kilo a day)": how much it is, as figures would say.
const WordMap& Measures() {
  static const WordMap words(
      "kilo gram pound ounce ton tonne litre liter pint gallon metre meter foot inch yard mile "
      "kilometre kilometer acre hectare hour minute second day week month year euro dollar penny "
      "cent third half quarter dozen hundred thousand million bit little lot few kilogramme gramme "
      "livre mètre kilomètre heure jour semaine mois année an douzaine centaine millier peu tiers");
  return words;
}

class Brackets {
 public:
  Brackets(const TextUnderAudit& text, TokenRange brackets)
      : text_(text),
        tokens_(text.Tokens()),
        brackets_(brackets),
        inside_{brackets.begin + 1, brackets.end - 1} {}

  Gloss Kind() const {
    if (IsLed()) {
      return IsSpeakersOwn() ? Gloss::kInPlace : Gloss::kBeside;
    }
    if (!IsName() && !(IsNounPhrase() && !IsSpeakersOwn())) {
      return Gloss::kNone;
    }
    return IsBeside() ? Gloss::kBeside : Gloss::kInPlace;
  }

 private:
  // "that is", and the like.
  bool IsLed() const {
    const uint32_t first = inside_.begin;
    const bool is_that_is =
        tokens_.Is(first, "that") && tokens_.Is(first + 1, "is") &&
        (tokens_.IsMark(first + 2, U',') || tokens_.Has(first + 2, Bits(kArticle, kOwner)));
    const bool is_known = tokens_.Is(first, "à") && tokens_.Is(first + 1, "savoir");
    return is_that_is || is_known || tokens_.Is(first, "meaning") || tokens_.Is(first, "i.e") ||
           (tokens_.Is(first, "c'") && tokens_.Is(first + 1, "est-à-dire")) ||
           tokens_.Is(first, "viz") || tokens_.Is(first, "namely");
  }

  bool IsSpeakersOwn() const {
    for (uint32_t i = inside_.begin; i < inside_.end; ++i) {
      if (tokens_.IsIn(i, OfSpeakers())) {
        return true;
      }
    }
    return false;
  }

  // A name of two words or more, or of one with who that is; not "(AP)", "(R-Ohio)".
  bool IsName() const {
    uint32_t capitals = 0;
    bool is_somebody = false;
    for (uint32_t i = inside_.begin; i < inside_.end; ++i) {
      is_somebody = is_somebody ||
                    (tokens_.Has(i, Bits(kTitle, kRole)) && !tokens_.Has(i, Bit(kPlural))) ||
                    GivenNameGender(tokens_.Words(i)).has_value();
      if (tokens_.IsCapital(i) && !tokens_[i].is_upper) {
        ++capitals;
      } else if (IsPersonNoun(tokens_.Words(i), text_.Read().language)) {
        is_somebody = true;
      } else if (!tokens_.Has(i, Bits(kArticle, kLinks, kRole, kTitle)) &&
                 !tokens_.IsMark(i, U',') && !tokens_.IsMark(i, U'.')) {
        return false;
      }
    }
    return capitals >= 2 || (capitals == 1 && is_somebody);
  }

  // An article or an owner and more than a name behind it, without figures or marks.
  bool IsNounPhrase() const {
    const uint32_t first = inside_.begin;
    const bool begins =
        (tokens_.Has(first, Bits(kArticle, kOwner)) && !tokens_.IsIn(first + 1, Measures())) ||
        tokens_.IsIn(first, Antecedents());
    bool has_noun = false;
    for (uint32_t i = first; i < inside_.end; ++i) {
      const bool is_plain = tokens_.IsWord(i) || tokens_.IsMark(i, U',') ||
                            tokens_.IsMark(i, U'’') || tokens_.IsMark(i, U'\'');  // "millers'"
      if (!is_plain || tokens_.IsIn(i, OfVoices())) {
        return false;
      }
      has_noun = has_noun ||
                 (i > first && tokens_.IsWord(i) && !tokens_.IsCapital(i) &&
                  !tokens_.IsIn(i, Empty()) && !tokens_.Has(i, kGrammar | Bits(kTime, kAdverb)));
    }
    return begins && has_noun;
  }

  // Behind a pronoun, a noun with its article or a name; or before a pronoun that begins a clause,
  // "and (the women) they will".
  bool IsBeside() const {
    const uint32_t before = brackets_.begin - 1;
    if (tokens_.Has(before, Bits(kAnd, kBut, kJoins)) || !tokens_.IsWord(before)) {
      return tokens_.IsIn(brackets_.end, Subjects());
    }
    if (tokens_.IsIn(before, Pronouns())) {
      return true;
    }
    if (tokens_[before].is_upper) {
      return false;  // letters and what they stand for, as papers print them
    }
    const bool is_noun =
        !tokens_.Has(before, kGrammar | Bits(kTime, kAdverb)) &&
        (tokens_.Has(before - 1, Bits(kArticle, kOwner)) ||
         (tokens_.Has(before - 1, Bit(kDeterminer)) &&
          !tokens_.Has(before, Bits(kSays, kSaysThat, kListens))));  // "some told (the …)"
    return is_noun || (tokens_.IsCapital(before) && tokens_.IsWord(before - 1));
  }

  static constexpr WordClasses kGrammar =
      Bits(kArticle, kOwner, kDeterminer, kPreposition, kAnd, kBut, kJoins, kWho, kAuxiliary) |
      Bits(kHe, kShe, kThey, kIt, kNot);

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  TokenRange brackets_;
  TokenRange inside_;
};

}  // namespace

Gloss GlossIn(const TextUnderAudit& text, TokenRange brackets) {
  return Brackets(text, brackets).Kind();
}

}  // namespace stemma
