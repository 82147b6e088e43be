#include "graph/audit/text_rules/two_alike.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "graph/audit/text_rules/person_nouns.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

// Words of a subject before the name that it ends with: "The head of the mill's union, Ida Moe".
constexpr uint32_t kSubjectReach = 10;
// Words between the second and what is done to both.
constexpr uint32_t kVerbReach = 6;
// Between one and whom he met.
constexpr uint32_t kMetMax = 16;
constexpr auto kParticiples = std::to_array<std::string_view>(
    {"ed", "en", "und", "ught", "és", "ées", "is", "ises", "us", "ues", "ts", "tes"});

const WordMap& Meets() {
  static const WordMap words(
      "met meets meeting received receives hosted visited welcomed saw phoned telephoned rang "
      "reçu reçoit recevait rencontré rencontre retrouvé retrouve accueilli accueille entretenu");
  return words;
}

// "toured the mill with", "avec le capitaine".
const WordMap& Beside() {
  static const WordMap words("with alongside beside avec côtés compagnie accompanied accompagné");
  return words;
}

class Finder {
 public:
  Finder(const TextUnderAudit& text, const Persons& persons, Gender gender, Meeting meeting)
      : text_(text),
        tokens_(text.Tokens()),
        persons_(persons),
        gender_(gender),
        meeting_(meeting) {}

  std::optional<TwoAlike> In(TokenRange above) const {
    const auto known = persons_.In(above);
    const auto last = std::find_if(known.rbegin(), known.rend(),
                                   [&](const Person& one) { return MayStandFor(one); });
    if (last == known.rend()) {
      return std::nullopt;
    }
    TwoAlike two;
    two.sentence = text_.SentenceAt(tokens_[last->words.begin].begin);
    for (const Person& one : known) {
      if (one.words.begin < two.sentence.begin || !MayStandFor(one)) {
        continue;
      }
      const bool is_of_first =  // "X and his rival, Y"
          two.first != nullptr && tokens_.Has(one.words.begin, Bit(kOwner));
      if (one.by == PersonBy::kPronoun && !is_of_first) {
        return std::nullopt;  // a chain
      }
      if (!persons_.IsNamed(one) && !IsRoleAlone(one)) {
        continue;
      }
      if (two.first == nullptr) {
        two.first = &one;
      } else if (two.second == nullptr && persons_.LastName(*two.first) != persons_.LastName(one)) {
        two.second = &one;
      }
    }
    const bool is_met = meeting_ == Meeting::kJust || two.sentence.end < above.end;
    const bool are_alike =
        two.second != nullptr && BeginsSubject(*two.first, two.sentence.begin) &&
        (AreJoined(*two.first, *two.second) || (is_met && HaveMet(*two.first, *two.second)));
    two.is_acted_on = are_alike && AreActedOn(*two.second);
    return are_alike ? std::optional(two) : std::nullopt;
  }

 private:
  bool MayStandFor(const Person& one) const {
    return persons_.Fits(one, gender_) && !persons_.IsOnlyToldOf(one);
  }

  // "the governor", of whom no name follows.
  bool IsRoleAlone(const Person& one) const {
    return one.by == PersonBy::kRole && one.words.begin > 0 &&
           tokens_.Has(one.words.begin - 1, Bit(kArticle)) && tokens_.IsWord(one.words.end) &&
           !tokens_.IsCapital(one.words.end) && !tokens_.Has(one.words.end, Bit(kPossessive)) &&
           !tokens_.IsMark(one.words.begin - 2, U',') && !IsNamedBehind(one);
  }

  // "the head of the union, Ida Moe": whose name follows.
  bool IsNamedBehind(const Person& role) const {
    for (uint32_t i = role.words.end; i < role.words.end + kSubjectReach; ++i) {
      if (tokens_.IsMark(i, U',')) {
        return tokens_.IsCapital(i + 1);
      }
      if (!tokens_.IsWord(i) || tokens_.Has(i, Bits(kAnd, kAuxiliary, kSays, kSaysThat))) {
        return false;
      }
    }
    return false;
  }

  // Whether nothing but a noun phrase stands in its sentence before the name.
  bool BeginsSubject(const Person& one, uint32_t begin) const {
    // "The head of the union, Ida Moe": other nouns, between a comma and no verb.
    const bool is_apposed = tokens_.IsMark(one.words.begin - 1, U',');
    for (uint32_t i = begin; i < one.words.begin; ++i) {
      const bool is_of_phrase = tokens_.Has(i, Bits(kArticle, kOwner, kDeterminer, kTitle, kRole,
                                                    kPreposition, kTime, kPossessive)) ||
                                tokens_.IsCapital(i) || tokens_.IsPunctuation(i) ||
                                IsPersonNoun(tokens_.Words(i), text_.Read().language);
      const bool is_verb = tokens_.Has(i, Bits(kAuxiliary, kSays, kSaysThat, kJoins, kWho)) ||
                           tokens_.Words(i).ends_with("ed");
      if (!is_of_phrase && (!is_apposed || is_verb)) {
        return false;
      }
    }
    return one.words.begin <= begin + kSubjectReach;
  }

  // "X and Y", "X, the miller, and the baker, Y"
  bool AreJoined(const Person& first, const Person& second) const {
    const uint32_t behind = first.words.end;
    uint32_t at = behind;
    if (tokens_.IsMark(behind, U',')) {
      while (at < second.words.begin &&
             !(tokens_.IsMark(at, U',') && tokens_.Has(at + 1, Bit(kAnd)))) {
        ++at;
      }
      ++at;
    }
    return tokens_.Has(at, Bit(kAnd)) && at < second.words.begin &&
           AreNear(first, second, Bits(kAuxiliary, kWho, kJoins), kBetweenMax);
  }

  bool HaveMet(const Person& first, const Person& second) const {
    bool is_met = false;
    for (uint32_t i = first.words.end; i < second.words.begin; ++i) {
      is_met = is_met || tokens_.IsIn(i, Meets()) ||
               (meeting_ == Meeting::kJust && tokens_.IsIn(i, Beside()));
    }
    return is_met && AreNear(first, second, Bits(kWho, kJoins), kMetMax);
  }

  // "… and Y, the baker, were arrested", "ont été arrêtés"
  bool AreActedOn(const Person& second) const {
    const uint32_t end = std::min(second.words.end + kVerbReach, tokens_.Size() - 1);
    for (uint32_t i = second.words.end; i < end; ++i) {
      const std::string_view next = tokens_.Words(i + 1);
      if (tokens_.Has(i, Bit(kBe)) &&
          std::any_of(kParticiples.begin(), kParticiples.end(),
                      [&](std::string_view ending) { return next.ends_with(ending); })) {
        return true;
      }
    }
    return false;
  }

  bool AreNear(const Person& first, const Person& second, WordClasses unless,
               uint32_t between_max) const {
    for (uint32_t i = first.words.end; i < second.words.begin; ++i) {
      if (tokens_.Has(i, unless)) {
        return false;
      }
    }
    return second.words.begin <= first.words.end + between_max;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  const Persons& persons_;
  Gender gender_;
  Meeting meeting_;
};

}  // namespace

std::optional<TwoAlike> FindTwoAlike(const TextUnderAudit& text, const Persons& persons,
                                     TokenRange above, Gender gender, Meeting meeting) {
  return Finder(text, persons, gender, meeting).In(above);
}

}  // namespace stemma
