// speaker-unclear: "he said" where the last man named stands paragraphs away, or two fit.
//
// Looked at is the pronoun beside a direct quote, and what stands outside of quotes before it in
// its paragraph and the one before. Not reported: a pronoun with any person, role or pronoun of
// fitting gender there (a chain is clear when its first link is), and one that the paragraph behind
// explains, as stories begin. Two fit where the last sentence that names anybody names two of them
// close to each other, or one who meets "him", and reports no speech, which would tell who goes on;
// and where the last of whom it speaks are both: "the two men", "they". A last name is unclear
// where the two who bear it are only named together. Behind reported words without marks,
// said_behind.h, and where a sentence opens so, said_first.h, who has been reported goes on, and
// two fit only where both are the subject, or met.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "graph/audit/text_rules/both_of_two.h"
#include "graph/audit/text_rules/namesakes.h"
#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_rules/said_behind.h"
#include "graph/audit/text_rules/said_first.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_rules/two_alike.h"
#include "graph/audit/text_rules/unclear_findings.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

// How many persons back the last one of fitting gender is looked for.
constexpr size_t kPersonsBack = 200;
// Of a text with more, those who are told of last.
constexpr size_t kPersonsKnown = 2000;
// Tokens of a long paragraph in which whoever tells something is looked for.
constexpr uint32_t kTellerTokens = 2000;
constexpr uint32_t kQuotedParagraphsMax = 8;
// Tokens on both sides of a pronoun that are looked at, in paragraphs that are longer.
constexpr uint32_t kReach = 400;
// Tokens behind a quote up to the pronoun that it hangs on.
constexpr uint32_t kTagReach = 6;
constexpr uint32_t kRoleWords = 3;  // between a role and its article
constexpr auto kTradeEndings = std::to_array<std::string_view>(
    {"er", "or", "ist", "ian", "man", "eur", "euse", "ier", "ière", "iste", "ien", "ienne"});

const WordMap& SaysOnlyWithThat() {
  static const WordMap words(
      "found find finds saw sees felt wanted want wants showed shows salué saluent saluait juge "
      "wrote writes read reads painted cast raised posted cheered sang discovered argued trouvé "
      "trouvent trouve vu voulu senti montré fait lit avancé relevé écarté joué lancé appelé "
      "condamné");
  return words;
}

class Speakers {
 public:
  Speakers(const TextUnderAudit& text, Findings& findings)
      : text_(text), tokens_(text.Tokens()), persons_(text), unclear_(text, findings) {}

  uint64_t Check() {
    uint64_t looked_at = 0;
    std::optional<size_t> last;
    for (const QuotedWords& quoted : text_.Quoted()) {
      const Quote* quote = text_.QuoteOf(quoted);
      if (quote == nullptr || text_.IsBoilerplate(quote->span)) {
        continue;
      }
      if (quote->speaker) {
        const TokenRange name = text_.TokensIn(quote->speaker->span);
        if (const auto two = FindNamesakes(text_, persons_, name)) {
          unclear_.Two(name.begin, *two->first, *two->second,
                       " names one of two who bear that name");
        }
      }
      if (quote->kind != QuoteKind::kDirect) {
        continue;
      }
      if (!quote->speaker) {
        const auto tag = TagOf(quoted);
        looked_at += tag ? 1 : 0;
        if (tag && !text_.IsHeading(quoted.paragraph)) {
          LookAtTag(*tag, GenderOf(*tag));
        }
        continue;
      }
      ++looked_at;
      const Span mention = quote->speaker->span;
      if (last == mention.begin || text_.IsHeading(text_.ParagraphAt(mention.begin))) {
        continue;
      }
      last = mention.begin;
      const TokenRange words = text_.TokensIn(mention);
      const uint32_t token = words.begin;
      if (IsGivenTo(token)) {
        continue;
      }
      const bool is_he = tokens_.Has(token, Bit(kHe));
      if (words.end - words.begin == 1 && (is_he || tokens_.Has(token, Bit(kShe)))) {
        Look(token, is_he ? Gender::kMan : Gender::kWoman);
      }
    }
    return looked_at + CheckReported();
  }

 private:
  // "The weir was open, he said.", without marks.
  uint64_t CheckReported() {
    const auto all = FindSaidBehind(text_, persons_);
    for (const SaidBehind& one : all) {
      if (IsInBody(one.pronoun)) {
        LookAtReported(one, GenderOf(one.pronoun));
      }
    }
    const auto first = FindSaidFirst(text_, persons_);
    for (const uint32_t pronoun : first) {
      if (IsInBody(pronoun)) {
        LookAtFirst(pronoun, GenderOf(pronoun));
      }
    }
    return all.size() + first.size();
  }

  bool IsInBody(uint32_t token) const {
    const uint32_t paragraph = text_.ParagraphOf(token);
    return !text_.IsHeading(paragraph) && !text_.IsBoilerplate(paragraph);
  }
  Gender GenderOf(uint32_t pronoun) const {
    return tokens_.Has(pronoun, Bit(kHe)) ? Gender::kMan : Gender::kWoman;
  }

  TokenRange ParagraphRange(uint32_t paragraph) const {
    return text_.Parts().paragraphs[paragraph];
  }

  // Whose words they are where the verb is none of speech: «…», a-t-il soufflé; “…,” he grinned.
  std::optional<uint32_t> TagOf(const QuotedWords& quoted) const {
    const uint32_t end = ParagraphRange(text_.ParagraphOf(quoted.open)).end;
    const bool is_french = text_.Read().language == Language::kFrench;
    const bool has_comma = is_french ? tokens_.IsMark(quoted.close + 1, U',')
                                     : tokens_.IsMark(quoted.words.end - 1, U',');
    const uint32_t behind = quoted.close + (is_french ? 2 : 1);
    for (uint32_t i = behind; has_comma && i < std::min(end, behind + kTagReach); ++i) {
      const bool is_pronoun = tokens_.Is(i, "il") || tokens_.Is(i, "elle") ||
                              (i == behind && (tokens_.Is(i, "he") || tokens_.Is(i, "she")));
      const bool is_inverted = text_.Text()[tokens_[i].begin - 1] == '-';
      if (is_pronoun && (is_inverted || !is_french) && (is_french || tokens_.IsWord(i + 1))) {
        return i;
      }
    }
    return std::nullopt;
  }

  // "on le lui demande": to whom it is said, behind other words of its clause.
  bool IsGivenTo(uint32_t token) const {
    return tokens_.Is(token, "lui") && token > 0 && tokens_.IsWord(token - 1) &&
           text_.ParagraphOf(token - 1) == text_.ParagraphOf(token);
  }

  // What is near a pronoun: its paragraph and the one before that is more than a quote, which names
  // nobody, and parts nobody from what follows.
  TokenRange Near(uint32_t pronoun) const {
    const uint32_t paragraph = text_.ParagraphOf(pronoun);
    uint32_t before = paragraph;
    for (uint32_t i = 0; i < kQuotedParagraphsMax && before > 0; ++i) {
      --before;
      if (!text_.IsAllQuoted(before)) {
        break;
      }
    }
    return {std::max(ParagraphRange(before).begin, pronoun - std::min(pronoun, kReach)),
            std::min(ParagraphRange(paragraph).end, pronoun + kReach)};
  }

  void Look(uint32_t pronoun, Gender gender) {
    const TokenRange range = Near(pronoun);
    const auto near = persons_.In(range);
    const bool is_near = std::any_of(near.begin(), near.end(), [&](const Person& one) {
      return one.words.begin != pronoun && one.MayBe(gender) && !IsSpeakerOf(one, pronoun) &&
             one.by != PersonBy::kMaybe && !persons_.IsOnlyToldOf(one);
    });
    if (LookForBoth(pronoun, {range.begin, pronoun}, gender)) {
      return;
    }
    if (is_near) {
      LookForTwo(pronoun, near, gender);
    } else if (!IsReported(range, gender)) {
      ReportFar(pronoun, near, gender);
    }
  }

  // As beside a quote, but that what is reported may speak of whoever speaks, "He saw it, he said",
  // so that its pronouns name nobody; and that whom it names need not be another.
  void LookAtReported(const SaidBehind& said, Gender gender) {
    const TokenRange range = Near(said.pronoun);
    const TokenRange above{range.begin, std::max(range.begin, said.reported.begin)};
    const auto near = persons_.In(range);
    const auto is_reported = [&](const Person& one) {
      return one.words.begin >= above.end && one.words.begin <= said.pronoun;
    };
    const bool is_near = std::any_of(near.begin(), near.end(), [&](const Person& one) {
      const bool is_pronoun = one.by == PersonBy::kPronoun;
      return one.MayBe(gender) && !IsSpeakerOf(one, said.pronoun) && one.by != PersonBy::kMaybe &&
             !(is_pronoun && is_reported(one)) && !persons_.IsOnlyToldOf(one);
    });
    const bool is_named = std::any_of(near.begin(), near.end(), [&](const Person& one) {
      return is_reported(one) && persons_.IsNamed(one) && persons_.Fits(one, gender);
    });
    if (is_near || IsReported(range, gender)) {
      if (!is_named && !LookForBoth(said.pronoun, above, gender)) {
        LookForTwoAlike(said.pronoun, above, gender, Meeting::kBefore);
      }
    } else if (!HasTeller(ParagraphBefore(range.begin), gender)) {
      ReportFar(said.pronoun, near, gender);
    }
  }

  // "He said the weir was open.": goes on with whom the text has just spoken of.
  void LookAtFirst(uint32_t pronoun, Gender gender) {
    const TokenRange above{Near(pronoun).begin, pronoun};
    const auto near = persons_.In(above);
    const bool is_near = std::any_of(near.begin(), near.end(), [&](const Person& one) {
      return one.MayBe(gender) && one.by != PersonBy::kMaybe && !persons_.IsOnlyToldOf(one) &&
             !IsAnybody(one);
    });
    if (is_near || IsReported(above, gender)) {
      if (!LookForBoth(pronoun, above, gender)) {
        LookForTwoAlike(pronoun, above, gender, Meeting::kJust);
      }
    } else if (!HasTeller(ParagraphBefore(above.begin), gender)) {
      ReportFar(pronoun, near, gender);
    }
  }

  // "a contractor", "a handwriting expert" in passing: nobody whom "he" goes on with.
  bool IsAnybody(const Person& one) const {
    uint32_t at = one.words.begin;
    while (at > 0 && one.words.begin - at < kRoleWords && tokens_.IsWord(at - 1) &&
           !tokens_.Has(at - 1, Bits(kArticle, kPreposition))) {
      --at;
    }
    static const WordMap words("a an un une");
    return one.by == PersonBy::kRole && at > 0 && tokens_.IsIn(at - 1, words) &&
           !tokens_.Has(one.words.end, Bit(kSays));
  }

  // Whoever has been reported goes on: "Hart said …. Reed and Holt left at noon. …, he said."
  void LookForTwoAlike(uint32_t pronoun, TokenRange above, Gender gender, Meeting meeting) {
    const auto two = FindTwoAlike(text_, persons_, above, gender, meeting);
    if (!two || Reports(two->sentence)) {
      return;
    }
    const uint32_t paragraph = ParagraphRange(text_.ParagraphOf(two->sentence.begin)).begin;
    const uint32_t from = two->is_acted_on ? ParagraphBefore(paragraph).begin : paragraph;
    if (!HasTeller({from, above.end}, gender)) {
      unclear_.Two(pronoun, *two->first, *two->second);
    }
  }

  bool HasQuoted(TokenRange range) const {
    bool has_quoted = false;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      has_quoted = has_quoted || persons_.IsQuoted(i);
    }
    return has_quoted;
  }

  TokenRange ParagraphBefore(uint32_t token) const {
    const uint32_t paragraph = text_.ParagraphOf(token);
    return paragraph == 0 ? TokenRange{token, token} : ParagraphRange(paragraph - 1);
  }

  // Whether a sentence that reports something names somebody who fits, or goes on with him.
  bool HasTeller(TokenRange range, Gender gender) const {
    range.begin = std::max(range.begin, range.end - std::min(range.end, kTellerTokens));
    const auto known = persons_.In(range);
    return std::any_of(known.begin(), known.end(), [&](const Person& one) {
      const bool is_role =  // not "whose brother", beside who speaks
          one.by == PersonBy::kRole && tokens_.Has(one.words.begin - 1, Bit(kArticle));
      const bool is_somebody = persons_.IsNamed(one) || one.by == PersonBy::kPronoun || is_role;
      const TokenRange sentence = SentenceOf(one);
      // Words in marks of whom the name tells neither man nor woman are no chain with "he said".
      const bool is_open = one.by == PersonBy::kLikely && one.gender == Gender::kUnknown;
      return is_somebody && persons_.Fits(one, gender) && Reports(sentence) &&
             !(is_open && HasQuoted(sentence));
    });
  }

  // Behind a verb of speech, the quote itself is odd; and where no name would be the one to look
  // for, the verb may be anybody's. No more is asked then than whether two fit.
  void LookAtTag(uint32_t pronoun, Gender gender) {
    uint32_t verb = pronoun;
    while (verb > 0 && tokens_.TouchesNext(verb - 1)) {
      --verb;  // "ajoute-t-il"
    }
    const auto above = persons_.In({0, ParagraphRange(text_.ParagraphOf(pronoun)).begin});
    const bool is_named = std::any_of(above.begin(), above.end(), [&](const Person& one) {
      return one.by == PersonBy::kName && one.MayBe(gender);
    });
    const WordClasses speech = Bits(kSays, kSaysThat);
    if (is_named && !tokens_.Has(verb, speech) && !tokens_.Has(pronoun + 1, speech)) {
      Look(pronoun, gender);
    } else if (!LookForBoth(pronoun, {Near(pronoun).begin, pronoun}, gender)) {
      LookForTwo(pronoun, persons_.In(Near(pronoun)), gender);
    }
  }

  // The pronoun again, as in "he said, adding that he": it is no antecedent.
  bool IsSpeakerOf(const Person& one, uint32_t pronoun) const {
    return one.by == PersonBy::kPronoun && one.words.begin > pronoun;
  }

  // Whether somebody but a body or several is reported there: "one questioner claimed".
  bool IsReported(TokenRange range, Gender gender) const {
    const Span span = text_.Parts().SpanOf(range);
    const auto quotes = QuotesNear(text_, span);
    return std::any_of(quotes.begin(), quotes.end(), [&](const Quote& one) {
      if (!one.speaker || one.speaker->span.begin < span.begin ||
          one.speaker->span.begin >= span.end) {
        return false;
      }
      const TokenRange mention = text_.TokensIn(one.speaker->span);
      // Whoever is surely a person has been asked whether he fits.
      const auto known = persons_.In(mention);
      const bool is_other = !known.empty() && std::none_of(known.begin(), known.end(),
                                                           [gender](const Person& person) {
                                                             return person.MayBe(gender);
                                                           });
      if (is_other) {
        return false;
      }
      const bool is_named = one.speaker->organisation.empty() && tokens_.IsCapital(mention.begin) &&
                            std::all_of(known.begin(), known.end(), [](const Person& person) {
                              return person.by == PersonBy::kMaybe;
                            });
      const bool is_somebody = is_named || (!one.speaker->role.empty() && IsByTrade(mention));
      return is_somebody && !tokens_.Has(mention.end - 1, Bits(kPlural, kHe, kShe, kIt, kI, kThey));
    });
  }

  // A noun for somebody that no list holds, by its ending: "one questioner".
  bool IsByTrade(TokenRange mention) const {
    for (uint32_t i = mention.begin; i < mention.end; ++i) {
      const std::string_view word = tokens_.Words(i);
      for (const std::string_view ending : kTradeEndings) {
        if (word.ends_with(ending) && word.size() > ending.size() + 2 &&
            !tokens_.Has(i, Bit(kBody)) && !tokens_.Has(i + 1, Bit(kPreposition))) {
          return true;
        }
      }
    }
    return false;
  }

  void ReportFar(uint32_t pronoun, std::span<const Person> near, Gender gender) {
    const uint32_t paragraph = text_.ParagraphOf(pronoun);
    auto before = persons_.In({0, ParagraphRange(paragraph).begin});
    before = before.last(std::min(before.size(), kPersonsKnown));
    const Person* last = nullptr;
    for (size_t i = 0; i < before.size() && i < kPersonsBack && last == nullptr; ++i) {
      const Person& one = before[before.size() - 1 - i];
      if (one.by == PersonBy::kName && one.MayBe(gender) && !persons_.IsOnlyToldOf(one)) {
        last = &one;
      }
    }
    last = last != nullptr ? last : LastLikely(before, gender);
    // Whoever is introduced by a name that no list has speaks, as a rule.
    const bool is_introduced = std::any_of(before.begin(), before.end(), [&](const Person& one) {
      return persons_.IsIntroduced(one) && persons_.Fits(one, gender);
    });
    // Where no other is named, who is only told of speaks.
    const bool is_told_of = std::any_of(near.begin(), near.end(), [&](const Person& one) {
      return one.MayBe(gender) && persons_.IsOnlyToldOf(one);
    });
    if (last == nullptr && (is_introduced || is_told_of || IsExplainedBehind(paragraph, gender))) {
      return;
    }
    unclear_.Far(pronoun, last, gender);
  }

  // The last who is no more than likely a person by name, but who does something: "could say".
  const Person* LastLikely(std::span<const Person> before, Gender gender) const {
    const auto last = std::find_if(before.rbegin(), before.rend(), [&](const Person& one) {
      return one.by == PersonBy::kLikely && persons_.IsNamed(one) && persons_.Fits(one, gender) &&
             tokens_.Has(one.words.end, Bits(kAuxiliary, kSays, kSaysThat));
    });
    return last == before.rend() ? nullptr : &*last;
  }

  // "…," he said. Tom Poe, 43, …: a story that begins with what somebody says.
  bool IsExplainedBehind(uint32_t paragraph, Gender gender) const {
    if (paragraph + 1 >= text_.Parts().paragraphs.size()) {
      return false;
    }
    const auto behind = persons_.In(ParagraphRange(paragraph + 1));
    return std::any_of(behind.begin(), behind.end(), [&](const Person& one) {
      return one.by == PersonBy::kName && one.MayBe(gender);
    });
  }

  // "The two men …": whether it reports the pronoun because of them.
  bool LookForBoth(uint32_t pronoun, TokenRange above, Gender gender) {
    const auto both = FindBoth(text_, persons_, above, gender);
    if (!both || Reports(both->sentence)) {
      return false;
    }
    unclear_.Two(pronoun, *both->first, *both->second);
    return true;
  }

  // Looks at the last sentence before the pronoun that names anybody who fits.
  void LookForTwo(uint32_t pronoun, std::span<const Person> near, Gender gender) {
    std::vector<const Person*> before;
    for (const Person& one : near) {
      if (one.words.begin < pronoun && persons_.Fits(one, gender) && !persons_.IsOnlyToldOf(one)) {
        before.push_back(&one);
      }
    }
    const auto end = before.size();
    size_t begin = end;
    TokenRange sentence;
    while (begin > 0 && (begin == end || before[begin - 1]->words.begin >= sentence.begin)) {
      if (begin == end) {
        sentence = SentenceOf(*before[begin - 1]);
      }
      --begin;
    }
    if (begin == end) {
      return;
    }
    if (Reports(sentence)) {
      LookForTwoReports(pronoun, before, sentence);
      return;
    }
    const Person* first = nullptr;
    const Person* second = nullptr;
    for (size_t i = begin; i < end; ++i) {
      const Person& one = *before[i];
      if (persons_.IsNamed(one)) {
        if (first == nullptr || persons_.LastName(*first) == persons_.LastName(one)) {
          first = &one;
        } else {
          second = &one;
        }
      } else if (one.by == PersonBy::kPronoun && !IsObject(one.words.begin) &&
                 !tokens_.Has(one.words.begin - 1, Bit(kAnd))) {  // "X and his brother, Y"
        return;  // a chain, or "his": whose, the sentence tells
      }
    }
    if (first == nullptr && second == nullptr) {
      FindTwoRoles(before, begin, first, second);
    }
    if (first != nullptr && second == nullptr && HasObject(sentence)) {
      second = first;
      first = nullptr;
      for (size_t i = 0; i < begin; ++i) {
        if (persons_.IsNamed(*before[i]) &&
            persons_.LastName(*before[i]) != persons_.LastName(*second)) {
          first = before[i];
        }
      }
    }
    const bool is_one_sentence = first != nullptr && first->words.begin >= sentence.begin;
    if (first != nullptr && second != nullptr &&
        (!is_one_sentence ||
         (StandTogether(first->words.end, second->words.begin) && !persons_.IsBeside(*second)))) {
      unclear_.Two(pronoun, *first, *second);
    }
  }

  // "X told the inquiry that …. Y told it that …": of two who are set against each other, none goes
  // on in the paragraph behind.
  void LookForTwoReports(uint32_t pronoun, const std::vector<const Person*>& before,
                         TokenRange sentence) {
    const uint32_t paragraph = text_.ParagraphOf(sentence.begin);
    if (paragraph == text_.ParagraphOf(pronoun) ||
        sentence.begin == ParagraphRange(paragraph).begin) {
      return;
    }
    const Person* second = TellerIn(sentence, before);
    const Person* first = TellerIn(text_.SentenceAt(tokens_[sentence.begin - 1].begin), before);
    if (first != nullptr && second != nullptr &&
        persons_.LastName(*first) != persons_.LastName(*second)) {
      unclear_.Two(pronoun, *first, *second);
    }
  }

  // Who tells a listener what a sentence reports: named right before the verb.
  const Person* TellerIn(TokenRange sentence, const std::vector<const Person*>& before) const {
    const auto first = std::find_if(before.begin(), before.end(), [&](const Person* one) {
      return one->words.begin >= sentence.begin && persons_.IsNamed(*one);
    });
    if (first == before.end() || (*first)->words.end >= sentence.end) {
      return nullptr;
    }
    const uint32_t behind = (*first)->words.end;
    const uint32_t verb = behind + (tokens_.Has(behind, Bit(kAuxiliary)) ? 1 : 0);
    return tokens_.Has(verb, Bit(kListens)) ? *first : nullptr;
  }

  // "The mayor and the governor …": both by their roles alone.
  void FindTwoRoles(const std::vector<const Person*>& before, size_t begin, const Person*& first,
                    const Person*& second) const {
    if (before.size() != begin + 2) {
      return;
    }
    const Person* one = before[begin];
    const Person* other = before[begin + 1];
    const auto is_the = [&](const Person& person) {
      return person.by == PersonBy::kRole && person.words.begin > 0 &&
             tokens_.Has(person.words.begin - 1, Bit(kArticle)) &&
             tokens_.IsWord(person.words.end) && !tokens_.IsCapital(person.words.end);
    };
    if (is_the(*one) && is_the(*other) && other->words.begin == one->words.end + 2 &&
        tokens_.Has(one->words.end, Bit(kAnd))) {
      first = one;
      second = other;
    }
  }

  // Not "X declined to say whether Y …", nor "X, who followed Y, …".
  bool StandTogether(uint32_t begin, uint32_t end) const {
    bool is_inside = false;
    for (uint32_t i = begin; i < end; ++i) {
      if (tokens_.Has(i, Bit(kJoins))) {
        return false;
      }
      if (i > begin + 1 && !is_inside) {
        continue;  // "the baker who came, Y": Y's own
      }
      is_inside = (is_inside || tokens_.Has(i, Bit(kWho))) && !tokens_.Has(i, Bit(kAnd));
    }
    return end <= begin + kBetweenMax && !is_inside;
  }
  TokenRange SentenceOf(const Person& one) const {
    return text_.SentenceAt(tokens_[one.words.begin].begin);
  }
  // "met him", "l'a vue": somebody else than the sentence's subject.
  bool IsObject(uint32_t token) const {
    return tokens_.Is(token, "him") ||
           (tokens_.Is(token, "her") &&
            (!tokens_.IsWord(token + 1) ||
             tokens_.Has(token + 1, Bits(kPreposition, kAnd, kTime)))) ||
           (tokens_.Is(token, "l'") &&
            (tokens_.Is(token + 1, "a") || tokens_.Is(token + 1, "avait")));
  }
  bool HasObject(TokenRange sentence) const {
    const uint32_t end = std::min(sentence.end, sentence.begin + kReach);
    for (uint32_t i = sentence.begin; i < end; ++i) {
      if (IsObject(i)) {
        return true;
      }
    }
    return false;
  }
  bool Reports(TokenRange sentence) const {
    const uint32_t end = std::min(sentence.end, sentence.begin + kReach);
    for (uint32_t i = sentence.begin; i < end; ++i) {
      // "criticised the plan" is speech; "found the men" is none, "found that" is.
      const bool has_that = tokens_.Has(i + 1, Bit(kJoins)) || tokens_.Has(i + 2, Bit(kJoins));
      const bool is_noun =  // "the accused"
          i > sentence.begin && tokens_.Has(i, Bit(kNoun)) && tokens_.Has(i - 1, Bit(kArticle));
      const bool is_said = tokens_.Has(i, Bits(kSaysThat, kSays)) && !is_noun &&
                           (has_that || !tokens_.IsIn(i, SaysOnlyWithThat()));
      if (is_said || tokens_.Has(i, Bits(kSaying, kAccording))) {
        return true;
      }
    }
    return false;
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  Persons persons_;
  UnclearFindings unclear_;
};

}  // namespace

uint64_t CheckSpeakers(const TextUnderAudit& text, Findings& findings) {
  if (text.Read().language == Language::kOther) {
    return 0;
  }
  return Speakers(text, findings).Check();
}

}  // namespace stemma
