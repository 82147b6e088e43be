#include "graph/audit/text_rules/both_of_two.h"

#include <algorithm>
#include <vector>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

// How far above the words for both their names are looked for.
constexpr uint32_t kNamesReach = 400;
// "neither man": as many words as all words for both have.
constexpr uint32_t kBothTokens = 2;
// "the two rival captains"
constexpr uint32_t kWordsForBothMax = 5;

const WordMap& Several() {
  static const WordMap words{
      {"men brothers boys husbands fathers sons hommes frères garçons pères fils",
       static_cast<int>(Gender::kMan)},
      {"women sisters girls wives mothers daughters femmes sœurs filles mères",
       static_cast<int>(Gender::kWoman)},
      {"friends neighbours neighbors rivals partners colleagues candidates leaders opponents "
       "authors amis rivaux voisins associés candidats adversaires élus confrères auteurs",
       static_cast<int>(Gender::kUnknown)}};
  return words;
}

class Finder {
 public:
  Finder(const TextUnderAudit& text, const Persons& persons, Gender gender)
      : text_(text), tokens_(text.Tokens()), persons_(persons), gender_(gender) {}

  std::optional<BothOfTwo> In(TokenRange range) const {
    for (uint32_t i = range.end; i-- > range.begin;) {
      const auto of = persons_.IsQuoted(i) ? std::nullopt : Both(i);
      if (!of) {
        continue;
      }
      TokenRange sentence = text_.SentenceAt(tokens_[i].begin);
      if (tokens_.IsCapital(i)) {
        sentence.begin = i;  // whatever the period before it was taken for
      }
      const auto apposed = Apposed(i, sentence, std::min(sentence.end, range.end));
      const uint32_t behind =
          apposed ? apposed->second->words.end : std::min(i + kBothTokens, range.end);
      if ((*of != Gender::kUnknown && *of != gender_) || IsOneIn({sentence.begin, i}) ||
          IsOneIn({behind, range.end}) || GoesOnBefore(sentence)) {
        return std::nullopt;
      }
      if (apposed) {
        return apposed;
      }
      return IsThey(i) ? NamedJustBefore(sentence) : Named(sentence, *of);
    }
    return std::nullopt;
  }

 private:
  // "They rake the salt": both of two only where two were spoken of just before.
  bool IsThey(uint32_t token) const {
    return tokens_.Has(token, Bit(kThey)) && tokens_.IsCapital(token);
  }

  // "The two captains, Tom Reed and Paul Hart, left": named right behind the words for both.
  std::optional<BothOfTwo> Apposed(uint32_t both, TokenRange sentence, uint32_t end) const {
    uint32_t at = both;
    while (at < std::min(end, both + kWordsForBothMax) && tokens_.IsWord(at)) {
      ++at;
    }
    if (IsThey(both) || !tokens_.IsMark(at, U',')) {
      return std::nullopt;
    }
    std::vector<const Person*> named;
    for (const Person& one : persons_.In({at, std::min(end, at + kBetweenMax)})) {
      if (persons_.IsNamed(one) && persons_.Fits(one, gender_)) {
        named.push_back(&one);
      }
    }
    bool has_and = false;
    for (uint32_t i = at; named.size() == 2 && i < named.back()->words.begin; ++i) {
      has_and = has_and || tokens_.Has(i, Bit(kAnd));
    }
    return has_and ? std::optional(BothOfTwo{named[0], named[1], sentence}) : std::nullopt;
  }

  // The two named in the two sentences before, and nobody beside them.
  std::optional<BothOfTwo> NamedJustBefore(TokenRange sentence) const {
    const uint32_t top = text_.Parts().paragraphs[text_.ParagraphOf(sentence.begin)].begin;
    uint32_t begin = sentence.begin;
    for (int i = 0; i < 2 && begin > top; ++i) {
      begin = std::max(top, text_.SentenceAt(tokens_[begin - 1].begin).begin);
    }
    BothOfTwo both;
    both.sentence = sentence;
    for (const Person& one : persons_.In({begin, sentence.begin})) {
      if (!persons_.IsNamed(one)) {
        continue;
      }
      if (!persons_.Fits(one, gender_) || persons_.IsBeside(one) || persons_.IsOnlyToldOf(one)) {
        return std::nullopt;
      }
      const auto is_another = [&](const Person* known) {
        return persons_.LastName(*known) != persons_.LastName(one);
      };
      if (both.first == nullptr) {
        both.first = &one;
      } else if (both.second == nullptr && is_another(both.first)) {
        both.second = &one;
      } else if (is_another(both.first) && is_another(both.second)) {
        return std::nullopt;  // three
      }
    }
    return both.second != nullptr ? std::optional(both) : std::nullopt;
  }

  // Of which gender both are, where words for them begin.
  std::optional<Gender> Both(uint32_t token) const {
    if (IsThey(token)) {
      return tokens_.Is(token, "elles") ? Gender::kWoman : Gender::kUnknown;
    }
    return text_.Read().language == Language::kFrench ? BothFrench(token) : BothEnglish(token);
  }

  std::optional<Gender> BothEnglish(uint32_t token) const {
    const bool is_both = tokens_.Is(token, "both");
    const bool is_the_two = tokens_.Is(token, "the") && tokens_.Is(token + 1, "two");
    const bool is_each = tokens_.Is(token, "each") || tokens_.Is(token, "neither");
    if (is_each && (tokens_.Is(token + 1, "man") || tokens_.Is(token + 1, "woman"))) {
      return OfOne(tokens_.Is(token + 1, "man"), true);
    }
    // "Neither of them", "Both of them".
    if ((is_both || tokens_.Is(token, "neither")) && tokens_.Is(token + 1, "of") &&
        tokens_.Is(token + 2, "them")) {
      return Gender::kUnknown;
    }
    const uint32_t next = token + (is_both ? 1 : 2);
    if (is_both || is_the_two) {
      return tokens_.Has(next, Bit(kAuxiliary)) ? std::optional(Gender::kUnknown) : Kind(next);
    }
    const bool is_pair = tokens_.Is(token, "the") &&
                         (tokens_.Is(token + 1, "pair") || tokens_.Is(token + 1, "duo")) &&
                         !tokens_.Is(next, "of");
    return is_pair ? std::optional(Gender::kUnknown) : std::nullopt;
  }

  std::optional<Gender> BothFrench(uint32_t token) const {
    if (tokens_.Is(token, "les") && tokens_.Is(token + 1, "deux")) {
      return Kind(token + 2);
    }
    if (tokens_.Is(token, "l'")) {
      const bool is_both = tokens_.Has(token + 2, Bit(kAnd)) && tokens_.Is(token + 3, "l'") &&
                           tokens_.Is(token + 4, "autre");
      return is_both ? OfOne(tokens_.Is(token + 1, "un"), tokens_.Is(token + 1, "une"))
                     : std::nullopt;
    }
    const bool has_two = tokens_.Is(token + 1, "deux") ||
                         (tokens_.Is(token + 1, "les") && tokens_.Is(token + 2, "deux"));
    return has_two ? OfOne(tokens_.Is(token, "tous"), tokens_.Is(token, "toutes")) : std::nullopt;
  }

  static std::optional<Gender> OfOne(bool is_man, bool is_woman) {
    return is_man ? std::optional(Gender::kMan)
                  : (is_woman ? std::optional(Gender::kWoman) : std::nullopt);
  }

  // "men", "candidates"; nothing where it is none that names persons: "countries".
  std::optional<Gender> Kind(uint32_t token) const {
    const auto kind = tokens_.IsWord(token) ? Several().Find(tokens_.Words(token)) : std::nullopt;
    if (kind) {
      return static_cast<Gender>(*kind);
    }
    const bool is_role = tokens_.Has(token, Bit(kRole)) && tokens_.Has(token, Bit(kPlural));
    return is_role ? std::optional(Gender::kUnknown) : std::nullopt;
  }

  bool IsOneIn(TokenRange range) const {
    const auto known = persons_.In(range);
    return std::any_of(known.begin(), known.end(), [&](const Person& one) {
      return one.by != PersonBy::kMaybe && one.MayBe(gender_);
    });
  }

  // "He met Moe in 1999. The two men …": a story of him, which goes on.
  bool GoesOnBefore(TokenRange sentence) const {
    const uint32_t paragraph = text_.ParagraphOf(sentence.begin);
    if (sentence.begin == text_.Parts().paragraphs[paragraph].begin) {
      return false;
    }
    const TokenRange before = text_.SentenceAt(tokens_[sentence.begin - 1].begin);
    return tokens_.Has(before.begin, Bits(kHe, kShe));
  }

  std::optional<BothOfTwo> Named(TokenRange sentence, Gender of) const {
    const auto known =
        persons_.In({sentence.begin - std::min(sentence.begin, kNamesReach), sentence.begin});
    BothOfTwo both;
    both.sentence = sentence;
    for (size_t i = known.size(); i-- > 0 && both.first == nullptr;) {
      const Person& one = known[i];
      const bool is_name = one.by == PersonBy::kName || one.by == PersonBy::kLikely;
      const bool fits = persons_.Fits(one, gender_);
      if (!is_name || persons_.IsOnlyToldOf(one) || (!fits && of != Gender::kUnknown)) {
        continue;
      }
      if (!fits) {
        return std::nullopt;  // one of the two is a man, the other a woman
      }
      if (both.second == nullptr) {
        both.second = &one;
      } else if (persons_.LastName(*both.second) != persons_.LastName(one)) {
        both.first = &one;
      }
    }
    return both.first != nullptr ? std::optional(both) : std::nullopt;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  const Persons& persons_;
  Gender gender_;
};

}  // namespace

std::optional<BothOfTwo> FindBoth(const TextUnderAudit& text, const Persons& persons,
                                  TokenRange range, Gender gender) {
  return Finder(text, persons, gender).In(range);
}

}  // namespace stemma
