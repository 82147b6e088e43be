#include "graph/audit/text_rules/cut_ends.h"

#include <algorithm>
#include <string_view>

#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kWordsMin = 3;
constexpr uint32_t kBegunWords = 3;  // "if the goats"
constexpr uint32_t kWhatReach = 6;   // from "ce que" to whom it was done
// How far behind the marks the words that say who speaks, and the rest of the sentence, may begin.
constexpr uint32_t kCueReach = 8;
constexpr uint32_t kCueNear = 3;  // of verbs that do more than report
constexpr uint32_t kResumeReach = 16;

// Words that no sentence ends with, and that are no name or letter.
const WordMap& NeverLast() {
  static const WordMap english(
      "the a an and or our my your their than every although whether despite during amongst "
      "among onto unto via its toward towards unless whereas lest nor including regarding");
  return english;
}
// "we remain confident that": behind them a clause must follow.
const WordMap& BeforeThat() {
  static const WordMap words("confident convinced hopeful aware certain sure glad afraid");
  return words;
}
const WordMap& NeverLastFrench() {
  static const WordMap french(
      "le la les l' des du de d' à et ou mais parce que qu' notre votre leur mon ma sa ta ses mes "
      "tes nos vos ce cet cette ces chaque dans aux au sur par vers dès chez parmi malgré ne n' j' "
      "s' c' car dont lorsque lorsqu' puisque puisqu' jusqu' quelques leurs afin "
      "tandis envers moyennant selon je tu il ils celui celle ceux celles quelque auprès ni "
      "via");
  return french;
}

// English prepositions end sentences whose object stands before them; only a plain statement with a
// noun before one tells that it is cut: "We will mend the roof of."
const WordMap& Prepositions() {
  static const WordMap words("of for with from at");
  return words;
}
const WordMap& MovesObjects() {
  static const WordMap words("to made make take taken get got what all everything nothing worth");
  return words;
}
// "vitamin a", "plan a"
const WordMap& BeforeLetters() {
  static const WordMap words(
      "vitamin hepatitis grade plan type class team letter section category "
      "side level point option the an");
  return words;
}

// Behind "leur" or "s'" they want their participle.
const WordMap& HaveFrench() {
  static const WordMap words("a ai ont avait avais avaient avons avez aura aurait auront auraient");
  return words;
}
const WordMap& BeFrench() {
  static const WordMap words("est suis sont était étaient sera serait seront");
  return words;
}
const WordMap& Reflexives() {
  static const WordMap words("me m' te t' se s'");
  return words;
}
// Whom somebody may have as well: "heureusement qu'elle nous a".
const WordMap& Objects() {
  static const WordMap words("me m' te t' nous vous");
  return words;
}

// Behind them, as behind the relatives, a subject must have its verb; not "as the crow", "than the
// goats".
const WordMap& Conjunctions() {
  static const WordMap words("if when because unless although whether while where which whom");
  return words;
}
const WordMap& ConjunctionsFrench() {
  static const WordMap words("si quand lorsque puisque");
  return words;
}
const WordMap& BeforeQue() {
  static const WordMap words("parce alors tandis pendant dès avant pour bien sans afin depuis");
  return words;
}
const WordMap& DefiniteArticles() {
  static const WordMap words("the le la les l' our my your their notre votre leur nos vos leurs");
  return words;
}
// "better, if the former": whole without a verb.
const WordMap& StandAlone() {
  static const WordMap words(
      "former latter same first second opposite reverse contrary hell heck on un même mêmes faire "
      "dire voir contraire");
  return words;
}

// "you have to"
const WordMap& Obliges() {
  static const WordMap words("have has had need needs ought");
  return words;
}

class CutEnds {
 public:
  CutEnds(const TextUnderAudit& text, const QuotedWords& quoted)
      : tokens_(text.Tokens()),
        text_(text),
        quoted_(quoted),
        is_french_(text.Read().language == Language::kFrench) {}

  std::vector<TokenRange> Find() const {
    std::vector<TokenRange> found;
    const auto look_at = [&](TokenRange sentence) {
      if (IsCut(sentence)) {
        found.push_back({sentence.end - 1, sentence.end});
      } else if (IsBegun(sentence)) {
        found.push_back({sentence.end - kBegunWords, sentence.end});
      }
    };
    uint32_t begin = quoted_.words.begin;
    for (uint32_t i = begin; i < quoted_.words.end; ++i) {
      if (!EndsSentence(i)) {
        continue;
      }
      if (i > begin && EndsWhole(i)) {
        look_at({begin, i});
      }
      begin = i + 1;
    }
    if (begin < quoted_.words.end) {
      const bool has_comma = tokens_.IsMark(quoted_.words.end - 1, U',');
      const uint32_t end = quoted_.words.end - (has_comma ? 1 : 0);
      // Behind a word a single mark may be an apostrophe: "the goats' milk".
      if (end > begin && (has_comma || !quoted_.is_single) && !GoesOn()) {
        look_at({begin, end});
      }
    }
    return found;
  }

 private:
  // Not behind a dash or dots.
  bool EndsSentence(uint32_t i) const {
    return tokens_.IsMark(i, U'.') || tokens_.IsMark(i, U'!') || tokens_.IsMark(i, U'?');
  }
  // The mark touches its word, and nothing or a capital follows.
  bool EndsWhole(uint32_t i) const {
    if (!tokens_.TouchesNext(i - 1) && !is_french_) {
      return false;
    }
    return i + 1 == quoted_.words.end || (tokens_.IsCapital(i + 1) && !tokens_.TouchesNext(i));
  }

  bool IsSentence(TokenRange words) const {
    return tokens_.IsCapital(words.begin) || tokens_.IsPunctuation(words.begin);
  }

  // "It is no fault of ours if the goats": behind a clause a conjunction, an article and one word,
  // which leaves no room for the verb.
  bool IsBegun(TokenRange sentence) const {
    if (sentence.end - sentence.begin < kBegunWords + kWordsMin || !IsSentence(sentence) ||
        tokens_.IsMark(sentence.end, U'?') || tokens_.IsMark(sentence.end, U'!')) {
      return false;
    }
    const uint32_t last = sentence.end - 1;
    const uint32_t joins = sentence.end - kBegunWords;
    const bool is_joined = is_french_ ? JoinsInFrench(joins) : tokens_.IsIn(joins, Conjunctions());
    return is_joined && tokens_.IsIn(joins + 1, DefiniteArticles()) && tokens_.IsWord(last) &&
           !tokens_.IsIn(last, StandAlone()) && !tokens_.Has(last, kSubjects | Bit(kIt));
  }
  // "parce que": its second word joins only behind the first.
  bool JoinsInFrench(uint32_t token) const {
    if (tokens_.Is(token, "où")) {
      return !tokens_.Is(token - 1, "d'");  // "d'où le retard"
    }
    return tokens_.IsIn(token, ConjunctionsFrench()) ||
           (tokens_.Is(token, "que") && tokens_.IsIn(token - 1, BeforeQue()));
  }

  bool IsCut(TokenRange sentence) const {
    const uint32_t last = sentence.end - 1;
    if (!IsSentence(sentence) || !tokens_.IsWord(last) ||
        (tokens_[last].is_capital && !tokens_.Is(last, "i")) ||
        sentence.end - sentence.begin < kWordsMin || HangsOnHyphen(last)) {
      return false;
    }
    if (is_french_) {
      return (tokens_.IsIn(last, NeverLastFrench()) && !IsNoun(last)) || LacksParticiple(last) ||
             IsSubjectAlone(last);
    }
    return (tokens_.IsIn(last, NeverLast()) && !IsLetter(last)) ||
           (tokens_.IsIn(last, Prepositions()) && HasNoObject(sentence)) || IsSubjectAlone(last) ||
           LacksInfinitive(sentence) ||
           (tokens_.Is(last, "that") && tokens_.IsIn(last - 1, BeforeThat()));
  }

  // “… when a bell rings you have to” says Moe: a whole sentence would have its comma before who
  // says so. Behind "not", or a comma, the verb is one that was said before.
  bool LacksInfinitive(TokenRange sentence) const {
    const uint32_t last = sentence.end - 1;
    if (!tokens_.Is(last, "to") || !tokens_.IsIn(last - 1, Obliges()) ||
        !tokens_.Has(last - 2, kSubjects | Bit(kIt)) || sentence.end != quoted_.words.end ||
        !tokens_.Has(quoted_.close + 1, Bit(kSays))) {
      return false;
    }
    bool is_conditional = false;
    for (uint32_t i = sentence.begin; i + 2 < last; ++i) {
      is_conditional = is_conditional || tokens_.IsIn(i, Conjunctions());
      if (tokens_.Has(i, Bit(kNot))) {
        return false;
      }
    }
    return is_conditional && !tokens_.IsPunctuation(last - 3);
  }

  // "because we", "I was told that I", "parce que nous".
  bool IsSubjectAlone(uint32_t last) const {
    const bool is_joined = is_french_
                               ? JoinsInFrench(last - 1)
                               : tokens_.IsIn(last - 1, Conjunctions()) ||
                                     tokens_.Is(last - 1, "that") || tokens_.Is(last - 1, "then");
    return is_joined && tokens_.Has(last, kSubjects) && !tokens_.IsMark(last + 1, U'?');
  }

  // "ce qui s'est", "ce que la ville leur a"; not "ce que lui a", which he has. "Il aurait": what
  // is had in the conditional is mostly a participle.
  bool LacksParticiple(uint32_t last) const {
    const uint32_t before = last - 1;
    static const WordMap conditional("aurait aurais auraient");
    if (tokens_.IsIn(last, conditional) && tokens_.Has(before, kSubjects)) {
      return true;
    }
    if (tokens_.IsIn(last, BeFrench())) {
      return tokens_.IsIn(before, Reflexives());
    }
    if (!tokens_.IsIn(last, HaveFrench())) {
      return false;
    }
    const bool is_subject = !tokens_.IsWord(before - 1) ||
                            tokens_.Has(before - 1, Bits(kAnd, kBut, kJoins, kWho)) ||
                            tokens_.Is(before - 1, "que");
    return tokens_.Is(before, "leur") || (tokens_.Is(before, "lui") && !is_subject) ||
           (tokens_.IsIn(before, Objects()) && !tokens_.Is(last, "ai") && HasWhat(before));
  }
  // "ce que le meunier nous": what is had is told already, so that nobody has "nous".
  bool HasWhat(uint32_t before) const {
    for (uint32_t i = before - std::min(before, kWhatReach); i + 1 < before; ++i) {
      if (tokens_.Is(i, "ce") && (tokens_.Is(i + 1, "que") || tokens_.Is(i + 1, "qu'"))) {
        return before > i + 2;  // "ce que nous avons"
      }
    }
    return false;
  }

  // "dis-le", "parlez-leur"
  bool HangsOnHyphen(uint32_t last) const {
    const size_t begin = tokens_[last].begin;
    return begin > 0 && text_.Text()[begin - 1] == '-';
  }
  // "le leur", "un mais", "en car"
  bool IsNoun(uint32_t last) const {
    return tokens_.Has(last - 1, Bit(kArticle)) || tokens_.Is(last - 1, "en") ||
           tokens_.Is(last - 1, "ce") || tokens_.Is(last - 1, "ne");
  }
  bool IsLetter(uint32_t last) const {
    return (tokens_.Is(last, "a") || tokens_.Is(last, "and")) &&
           tokens_.IsIn(last - 1, BeforeLetters());
  }

  // A plain statement of one subject, before whose last word stands a noun with its article.
  bool HasNoObject(TokenRange sentence) const {
    const uint32_t last = sentence.end - 1;
    if (last < sentence.begin + kWordsMin || !tokens_.Has(sentence.begin, kSubjects) ||
        !tokens_.Has(last - 2, Bits(kArticle, kOwner)) ||
        tokens_.Has(last - 1, Bits(kAdverb, kAuxiliary, kPreposition))) {
      return false;
    }
    for (uint32_t i = sentence.begin; i < last; ++i) {
      const bool is_second = i > sentence.begin && tokens_.Has(i, kSubjects);
      if (is_second || tokens_.Has(i, Bits(kJoins, kWho, kBe)) || tokens_.IsIn(i, MovesObjects())) {
        return false;
      }
    }
    return !tokens_.IsMark(sentence.end, U'?');
  }

  // Whether the words behind the marks are the sentence's own, or it is taken up again.
  bool GoesOn() const {
    const uint32_t behind = quoted_.close + 1;
    if (behind >= tokens_.Size() || text_.ParagraphOf(behind) != text_.ParagraphOf(quoted_.close)) {
      return false;
    }
    const uint32_t end = text_.Parts().paragraphs[text_.ParagraphOf(quoted_.close)].end;
    if (IsTakenUp(behind, end)) {
      return true;
    }
    if (!tokens_.IsWord(behind) || IsTagged(end)) {
      return false;
    }
    for (uint32_t i = behind; i < std::min(end, behind + kCueReach); ++i) {
      const bool is_next = i < behind + kCueNear;
      if (tokens_.Has(i, is_next ? Bits(kSays, kSaysThat, kSaying) : Bit(kSays))) {
        return false;
      }
    }
    return true;
  }
  // “…,” and, however far off, who says so: "the board's chief engineer, Ida Moe, told reporters".
  bool IsTagged(uint32_t end) const {
    const Quote* quote = text_.QuoteOf(quoted_);
    return tokens_.IsMark(quoted_.words.end - 1, U',') && quote != nullptr && quote->speaker &&
           quote->speaker->span.begin >= tokens_[quoted_.close].end &&
           quote->speaker->span.begin < tokens_[end - 1].end;
  }
  bool IsTakenUp(uint32_t behind, uint32_t end) const {
    const auto& all = text_.Quoted();
    const auto next = std::partition_point(
        all.begin(), all.end(), [&](const QuotedWords& one) { return one.open <= quoted_.open; });
    return next != all.end() && next->open < std::min(end, behind + kResumeReach) &&
           tokens_.IsWord(next->words.begin) && !tokens_[next->words.begin].is_capital &&
           !tokens_.IsMark(next->open - 1, U'.');
  }

  static constexpr WordClasses kSubjects = Bits(kHe, kShe, kThey, kI);

  const TokenView& tokens_;
  const TextUnderAudit& text_;
  const QuotedWords& quoted_;
  bool is_french_;
};

}  // namespace

std::vector<TokenRange> FindCutEnds(const TextUnderAudit& text, const QuotedWords& quoted) {
  return CutEnds(text, quoted).Find();
}

}  // namespace stemma
