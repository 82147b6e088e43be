// quote-unattributed: a quote of four words or more that nobody is said to have spoken.
//
// The reader names a speaker where a pattern is sure; that it names none is no finding yet.
// Reported is a quoted sentence in whose paragraph no verb reports and to which nothing leads, and
// a quoted judgement that a passive leaves nobody's ("was described as “…”"). Where a person is
// named in the paragraph, or somebody speaks at the end of the one before, it is a note: readers
// guess, and often rightly. Not reported: titles, slogans, signs, chants, laws, definitions; words
// that are quoted again with a speaker, as headlines and pull quotes are; transcripts; quotes that
// a colon announces, a signature or "so said" follows, or that are woven into a sentence; quotes
// without an end, which quote-unbalanced tells of.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "graph/audit/text_rules/persons.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_rules/written_words.h"
#include "graph/base/utf8.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kWordsMin = 4;
constexpr uint32_t kTitleWordsMax = 12;
constexpr uint32_t kSignatureWordsMax = 10;
constexpr uint32_t kBesideTokensMax = 6;
constexpr uint32_t kReach = 300;
constexpr uint32_t kTagTokensMax = 8;  // "-t-elle poursuivi un peu plus tard,"
constexpr uint32_t kEmbedMax = 4;      // paragraphs from a quote left open to where it goes on
constexpr uint32_t kListMax = 8;       // quotes in a row that one colon announces
constexpr size_t kShingle = 4;         // words, by which a quote is known again

// Of a passive: said by nobody in the sentence.
const WordMap& Judged() {
  static const WordMap words(
      "described called criticised criticized condemned denounced dismissed praised hailed slammed "
      "rejected branded characterised characterized seen billed touted qualifié qualifiée "
      "qualifiés qualifiées décrit décrite présenté présentée dénoncé dénoncée critiqué critiquée "
      "jugé jugée considéré considérée salué saluée");
  return words;
}

// Behind a quote, what points back at it: "Those were the words of …", "So said …".
const WordMap& PointsBack() {
  static const WordMap words(
      "words message remark remarks comment comments quote warning plea voilà ainsi mots propos "
      "phrase c'est telle tel telles tels");
  return words;
}
const WordMap& Points() {
  static const WordMap words("that this those these such so thus with ces cette");
  return words;
}

// "The author of the question is …", likewise.
const WordMap& Authors() {
  static const WordMap words("author speaker auteur auteure autrice auteurs");
  return words;
}

// "concède-t-elle", "se souvient-il".
const WordMap& InvertedSubjects() {
  static const WordMap words("il elle on ils elles");
  return words;
}
const WordMap& ObjectPronouns() {
  static const WordMap words("se s' me m' lui leur nous y");
  return words;
}

class Unattributed {
 public:
  Unattributed(const TextUnderAudit& text, Findings& findings)
      : text_(text), tokens_(text.Tokens()), persons_(text), findings_(findings) {
    LearnSpoken();
    CountLabels();
  }

  uint64_t Check() {
    uint64_t looked_at = 0;
    for (size_t i = 0; i < text_.Quoted().size(); ++i) {
      const QuotedWords& quoted = text_.Quoted()[i];
      const Quote* quote = text_.QuoteOf(quoted);
      if (quote == nullptr || text_.IsBoilerplate(quoted.paragraph) ||
          WordCount(quoted.words) < kWordsMin) {
        continue;
      }
      ++looked_at;
      if (!HasSpeaker(quoted, *quote) && quoted.is_closed && !IsExcused(quoted)) {
        Look(quoted, quote->kind == QuoteKind::kDirect);
      }
    }
    return looked_at;
  }

 private:
  TokenRange ParagraphRange(uint32_t number) const { return text_.Parts().paragraphs[number]; }
  // In which the quote ends.
  uint32_t LastParagraph(const QuotedWords& quoted) const {
    return text_.ParagraphOf(quoted.words.end - 1);
  }
  uint32_t WordCount(TokenRange range) const {
    uint32_t count = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      count += tokens_.IsPunctuation(i) ? 0 : 1;
    }
    return count;
  }

  // "On nous avait dit que …": who is spoken of inside the marks is no speaker.
  bool HasSpeaker(const QuotedWords& quoted, const Quote& quote) const {
    if (!quote.speaker) {
      return false;
    }
    const Span words = text_.Parts().SpanOf(quoted.words);
    return quote.method != "quote.inside/1" || quote.speaker->span.begin != words.begin;
  }

  template <class Use>
  void ForEachShingle(TokenRange words, Use use) const {
    const std::vector<std::string> folded = FoldedWords(text_.Parts().Words(words));
    for (size_t i = 0; i + kShingle <= folded.size(); ++i) {
      std::string shingle;
      for (size_t k = i; k < i + kShingle; ++k) {
        shingle += folded[k] + ' ';
      }
      use(std::hash<std::string>()(shingle));
    }
  }

  void LearnSpoken() {
    for (const QuotedWords& quoted : text_.Quoted()) {
      const Quote* quote = text_.QuoteOf(quoted);
      if (quote != nullptr && quote->speaker) {
        ForEachShingle(quoted.words, [&](size_t shingle) { spoken_.insert(shingle); });
      }
    }
  }
  // Whether most of it is quoted again, with a speaker.
  bool IsSpokenElsewhere(TokenRange words) const {
    size_t all = 0;
    size_t known = 0;
    ForEachShingle(words, [&](size_t shingle) {
      ++all;
      known += spoken_.contains(shingle) ? 1 : 0;
    });
    return known * 2 > all;
  }

  // "NAME:" before what is said, or "Q:".
  void CountLabels() {
    for (const TokenRange& paragraph : text_.Parts().paragraphs) {
      const bool is_marked =
          paragraph.end - paragraph.begin > 1 && persons_.IsQuoted(paragraph.begin + 1);
      const TokenRange rest{paragraph.begin + (is_marked ? 1 : 0), paragraph.end};
      labels_ += LabelOf(text_.Parts(), rest).IsEmpty() ? 0 : 1;
    }
  }

  // A title or a slogan: all of its long words are capitals.
  bool IsName(TokenRange words) const {
    uint32_t small = 0;
    uint32_t capitals = 0;
    for (uint32_t i = words.begin; i < words.end; ++i) {
      if (tokens_.IsWord(i)) {
        const bool is_long = tokens_[i].end - tokens_[i].begin >= 4;
        capitals += tokens_[i].is_capital ? 1 : 0;
        small += !tokens_[i].is_capital && is_long && !tokens_.Has(i, Bits(kPreposition, kArticle))
                     ? 1
                     : 0;
      }
    }
    return capitals >= 2 && small == 0 && WordCount(words) < kTitleWordsMax;
  }

  bool IsExcused(const QuotedWords& quoted) const {
    return text_.IsHeading(quoted.paragraph) || labels_ >= 2 || IsName(quoted.words) ||
           IsSpokenElsewhere(quoted.words) || IsAnnounced(quoted) || IsSigned(quoted) ||
           IsPointedAt(quoted) || IsSubheading(quoted) || IsReadOut(quoted) || IsMixedUp(quoted) ||
           IsLedUpTo(quoted) || IsMonologue(quoted) || GoesOnBehindEmbed(quoted) ||
           IsAskedOfAuthor(quoted) || IsInvertedInside(quoted.words) ||
           (tokens_[quoted.open].mark == U'«' && IsTaggedInside(quoted.words));
  }

  // A colon, a dash or dots before it, in its paragraph or at the end of the one before, or before
  // others like it.
  bool IsAnnounced(const QuotedWords& quoted) const {
    if (quoted.open == 0) {
      return false;
    }
    uint32_t before = quoted.open - 1;
    uint32_t paragraph = quoted.paragraph;
    for (uint32_t i = 0; i < kListMax && paragraph > 0; ++i) {
      const TokenRange range = ParagraphRange(paragraph - 1);
      const bool is_quote = before + 1 == range.end && range.end - range.begin > 2 &&
                            persons_.IsQuoted(range.begin + 1) && persons_.IsQuoted(range.end - 2);
      if (!is_quote) {
        break;
      }
      --paragraph;
      before = range.begin == 0 ? 0 : range.begin - 1;
    }
    return tokens_.IsMark(before, U':') || tokens_.IsMark(before, U'…') || tokens_.IsDash(before) ||
           (before > 0 && tokens_.IsMark(before, U'.') && tokens_.IsMark(before - 1, U'.'));
  }

  // The sentence of the quote and the one before it, as far as the paragraph goes.
  TokenRange Around(const QuotedWords& quoted) const {
    const TokenRange paragraph = ParagraphRange(quoted.paragraph);
    TokenRange around = text_.SentenceAt(tokens_[quoted.open].begin);
    if (around.begin > paragraph.begin) {
      around.begin = text_.SentenceAt(tokens_[around.begin - 1].begin).begin;
    }
    around.begin = std::max(around.begin, paragraph.begin);
    const uint32_t end = ParagraphRange(LastParagraph(quoted)).end;
    const uint32_t last = std::min(quoted.close, end - 1);
    around.end = std::min(end, std::max(around.end, text_.SentenceAt(tokens_[last].begin).end));
    return Near(quoted, around);
  }
  // As much of `range` as is looked at, where it is longer.
  static TokenRange Near(const QuotedWords& quoted, TokenRange range) {
    return {std::max(range.begin, quoted.open - std::min(quoted.open, kReach)),
            std::min(range.end, quoted.close + kReach)};
  }

  // A word for what is shown or written, near enough to explain the marks.
  bool IsWritten(const QuotedWords& quoted, bool is_judged) const {
    TokenRange around = Around(quoted);
    const uint32_t sentence = text_.SentenceAt(tokens_[quoted.open].begin).begin;
    if (!is_judged && quoted.paragraph > 0 && around.begin == quoted.open) {
      around.begin = ParagraphRange(quoted.paragraph - 1).end - 1;
      around.begin = text_.SentenceAt(tokens_[around.begin].begin).begin;
      around = Near(quoted, around);
    }
    for (uint32_t i = around.begin; i < around.end; ++i) {
      if (persons_.IsQuoted(i)) {
        continue;
      }
      const bool is_beside = i >= sentence && i < quoted.close + kBesideTokensMax;
      if (tokens_.IsIn(i, ShownWords()) ||
          (is_beside && !is_judged &&
           (tokens_.IsIn(i, WrittenWords()) || tokens_.Has(i, Bit(kPrinted))))) {
        return true;
      }
    }
    return false;
  }

  // A short paragraph behind it, of a name and little more.
  bool IsSigned(const QuotedWords& quoted) const {
    const uint32_t next = LastParagraph(quoted) + 1;
    if (next >= text_.Parts().paragraphs.size() ||
        quoted.close + 2 < ParagraphRange(next - 1).end) {
      return false;
    }
    const TokenRange range = ParagraphRange(next);
    if (WordCount(range) > kSignatureWordsMax) {
      return false;
    }
    bool is_name = true;
    for (uint32_t i = range.begin; i < range.end && is_name; ++i) {
      is_name = !tokens_.IsWord(i) || tokens_[i].is_capital ||
                tokens_.Has(i, Bits(kRole, kTitle, kLinks, kArticle, kAnd));
    }
    return tokens_.IsDash(range.begin) || is_name;
  }

  // "For the mayor, “…”", "As one of them put it, “…”": the sentence says whose it is, however.
  bool IsLedUpTo(const QuotedWords& quoted) const {
    const uint32_t begin = text_.SentenceAt(tokens_[quoted.open].begin).begin;
    return quoted.open > begin + 1 && tokens_.IsMark(quoted.open - 1, U',');
  }

  // One straight mark is missing: which of the others are partners is a guess.
  bool HasOddMarks(uint32_t paragraph) const {
    const TokenRange range = ParagraphRange(paragraph);
    uint32_t count = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      count += tokens_.IsMark(i, U'"') ? 1 : 0;
    }
    return count % 2 == 1;
  }

  // Opened by a straight mark and closed by another kind, or behind one without an end: then the
  // marks do not tell what is quoted.
  bool IsMixedUp(const QuotedWords& quoted) const {
    const auto& all = text_.Quoted();
    const auto behind = std::partition_point(
        all.begin(), all.end(), [&](const QuotedWords& one) { return one.open < quoted.open; });
    if (behind != all.begin() && !std::prev(behind)->is_closed &&
        std::prev(behind)->paragraph == quoted.paragraph) {
      return true;
    }
    const bool is_straight = tokens_[quoted.open].mark == U'"';
    return is_straight != (tokens_[quoted.close].mark == U'"') ||
           (is_straight && HasOddMarks(quoted.paragraph));
  }

  // "With these words …", "So said …", at the beginning of the next sentence or paragraph.
  bool IsPointedAt(const QuotedWords& quoted) const {
    const uint32_t next = quoted.close + (tokens_.IsWord(quoted.close + 1) ? 1 : 2);
    for (uint32_t i = next; i < tokens_.Size() && i <= next + 3; ++i) {
      const bool is_author = i > 0 && tokens_.IsIn(i, Authors()) &&
                             tokens_.Has(i - 1, Bit(kArticle)) && tokens_.Has(i + 1, Bit(kLinks));
      if ((tokens_.IsIn(i, PointsBack()) || is_author) && !persons_.IsQuoted(i)) {
        return true;
      }
    }
    return tokens_.IsIn(next, Points()) &&
           (tokens_.Has(next + 1, Bits(kBe, kSays, kSaysThat)) ||
            tokens_.IsIn(next + 1, Points()) || tokens_.IsIn(next + 2, PointsBack()));
  }

  // “…,” and more words of the sentence: a verb that the reader does not know, with its subject,
  // or a title between commas.
  bool IsTagged(const QuotedWords& quoted) const {
    const uint32_t behind = quoted.close + 1;
    if (behind >= ParagraphRange(LastParagraph(quoted)).end) {
      return false;
    }
    return tokens_.IsMark(quoted.words.end - 1, U',') || tokens_.IsMark(behind, U',') ||
           (tokens_.IsWord(behind) && !tokens_[behind].is_capital);
  }

  bool HasTagged(TokenRange paragraph) const {
    const auto& quoted = text_.Quoted();
    const auto first = std::partition_point(
        quoted.begin(), quoted.end(),
        [&](const QuotedWords& one) { return one.words.end <= paragraph.begin; });
    const auto last = std::partition_point(
        first, quoted.end(), [&](const QuotedWords& one) { return one.open < paragraph.end; });
    return std::any_of(first, last, [&](const QuotedWords& one) { return IsTagged(one); });
  }

  // «…, a lu la maire, …»: the same inside the marks, as French prints it.
  bool IsTaggedInside(TokenRange words) const {
    for (uint32_t i = words.begin; i + 3 < words.end; ++i) {
      const bool has_been = tokens_.Is(i + 1, "a") || tokens_.Is(i + 1, "ont") ||
                            tokens_.Is(i + 1, "s'") || tokens_.Is(i + 1, "avait");
      if (tokens_.IsMark(i, U',') && has_been &&
          (tokens_.Has(i + 3, Bit(kArticle)) || tokens_.IsCapital(i + 3))) {
        return true;
      }
    }
    return false;
  }

  // «…, concède-t-elle, …»: the verb before its subject, whatever verb; in a question the same
  // order asks.
  bool IsInvertedInside(TokenRange words) const {
    for (uint32_t i = words.begin + 2; i < words.end; ++i) {
      if (!tokens_.IsIn(i, InvertedSubjects()) || !tokens_.GapBehind(i - 1).starts_with('-')) {
        continue;
      }
      const bool has_object = i >= words.begin + 3 && tokens_.IsIn(i - 2, ObjectPronouns());
      if (!tokens_.IsPunctuation(i - (has_object ? 3 : 2))) {
        continue;
      }
      uint32_t behind = i + 1;
      while (behind < words.end && !tokens_.IsPunctuation(behind)) {
        ++behind;
      }
      if (behind <= i + kTagTokensMax && !tokens_.IsMark(behind, U'?')) {
        return true;
      }
    }
    return false;
  }

  // Several paragraphs long, behind one that names a single person: a portrait lets them speak.
  bool IsMonologue(const QuotedWords& quoted) const {
    if (quoted.paragraph == 0 || quoted.paragraph == LastParagraph(quoted) ||
        quoted.open != ParagraphRange(quoted.paragraph).begin) {
      return false;
    }
    std::string_view name;
    for (const Person& person : persons_.In(ParagraphRange(quoted.paragraph - 1))) {
      if (person.by == PersonBy::kRole || person.by == PersonBy::kMaybe) {
        return false;
      }
      if (person.by != PersonBy::kPronoun) {
        const std::string_view last = persons_.LastName(person);
        if (!name.empty() && name != last) {
          return false;
        }
        name = last;
      }
    }
    return !name.empty();
  }

  // A quote that was left open at the end of an earlier paragraph, with nothing between but lines
  // that are no sentences: a post that the page shows, a subhead.
  bool GoesOnBehindEmbed(const QuotedWords& quoted) const {
    const auto& all = text_.Quoted();
    const auto next = std::partition_point(
        all.begin(), all.end(), [&](const QuotedWords& one) { return one.open < quoted.open; });
    if (next == all.begin() || quoted.open != ParagraphRange(quoted.paragraph).begin) {
      return false;
    }
    const QuotedWords& before = *std::prev(next);
    const uint32_t last = LastParagraph(before);
    if (before.is_closed || quoted.paragraph > last + kEmbedMax ||
        (before.paragraph == last && before.open != ParagraphRange(last).begin)) {
      return false;
    }
    for (uint32_t i = last + 1; i < quoted.paragraph; ++i) {
      if (tokens_.IsMark(ParagraphRange(i).end - 1, U'.')) {
        return false;
      }
    }
    return true;
  }

  // "Ida, why do you ask?", and the author goes on as "I": what readers are thought to ask.
  bool IsAskedOfAuthor(const QuotedWords& quoted) const {
    const uint32_t next = LastParagraph(quoted) + 1;
    const bool is_alone = quoted.open == ParagraphRange(quoted.paragraph).begin &&
                          quoted.close + 1 >= ParagraphRange(next - 1).end;
    if (!is_alone || !tokens_.IsMark(quoted.words.end - 1, U'?') ||
        next >= text_.Parts().paragraphs.size()) {
      return false;
    }
    const uint32_t first = ParagraphRange(next).begin;
    return tokens_.Has(first, Bit(kI)) && !persons_.IsQuoted(first);
  }

  // A paragraph of its own that does not end as a sentence does.
  bool IsSubheading(const QuotedWords& quoted) const {
    const TokenRange paragraph = ParagraphRange(quoted.paragraph);
    const uint32_t last = quoted.words.end - 1;
    return quoted.open == paragraph.begin && quoted.close + 1 >= paragraph.end &&
           (!tokens_.IsPunctuation(last) || tokens_.IsMark(last, U','));
  }

  // "The chair asked for quiet", "asked to leave": what is asked for is no quote; "asked for the
  // third time" may be behind one.
  bool AsksForSomething(uint32_t i) const {
    return tokens_.Has(i, Bit(kAsks)) &&
           (tokens_.Is(i + 1, "to") ||
            (tokens_.Is(i + 1, "for") && !tokens_.Has(i + 2, Bits(kArticle, kTime))));
  }

  bool Reports(uint32_t i, bool is_near) const {
    if (persons_.IsQuoted(i) || !tokens_.IsWord(i) || AsksForSomething(i)) {
      return false;
    }
    if (tokens_.Has(i, Bits(kSays, kSaying, kAccording, kAsks)) ||
        (tokens_.Is(i, "après") && i > 0 && tokens_.Is(i - 1, "d'"))) {
      return true;
    }
    return is_near && tokens_.Has(i, Bits(kSaysThat, kSay));
  }
  bool HasReport(TokenRange range, TokenRange near) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (Reports(i, i >= near.begin && i < near.end)) {
        return true;
      }
    }
    return false;
  }
  bool HasPerson(TokenRange range) const {
    const auto in = persons_.In(range);
    return std::any_of(in.begin(), in.end(),
                       [](const Person& one) { return one.by != PersonBy::kMaybe; });
  }

  void Look(const QuotedWords& quoted, bool is_direct) {
    const TokenRange paragraph = Near(quoted, {ParagraphRange(quoted.paragraph).begin,
                                               ParagraphRange(LastParagraph(quoted)).end});
    if (!is_direct) {
      if (IsJudgement(quoted) && !IsWritten(quoted, true) && !HasReport(paragraph, {0, 0})) {
        Report(quoted, Severity::kWarning, "quote-unattributed.judged/1");
      }
      return;
    }
    if (IsWritten(quoted, false) || HasReport(paragraph, Around(quoted)) || HasTagged(paragraph)) {
      return;
    }
    const bool is_guessed = HasPerson(paragraph) || IsLed(quoted) || IsAnswer(quoted.paragraph);
    const Severity severity = is_guessed ? Severity::kNote : Severity::kWarning;
    Report(quoted, severity, "quote-unattributed.direct/1");
  }

  // “And then?” / “Then I drew one.”: both paragraphs without another word.
  bool IsAnswer(uint32_t paragraph) const {
    return paragraph > 0 && text_.IsAllQuoted(paragraph) && text_.IsAllQuoted(paragraph - 1) &&
           tokens_.IsMark(ParagraphRange(paragraph).begin - 2, U'?');
  }

  // "was described as “…”": by whom, the sentence leaves open.
  bool IsJudgement(const QuotedWords& quoted) const {
    const TokenRange sentence = Around(quoted);
    uint32_t at = quoted.open;
    while (at > sentence.begin && tokens_.Has(at - 1, Bit(kArticle))) {
      --at;
    }
    const bool is_article = at < quoted.open;
    if (at == sentence.begin) {
      return false;
    }
    --at;
    if (tokens_.Is(at, "as") || tokens_.Is(at, "comme") || tokens_.Is(at, "de")) {
      at -= at > sentence.begin ? 1 : 0;
    }
    const bool is_passive = tokens_.IsIn(at, Judged()) && HasBe(sentence.begin, at);
    const bool ends_there = quoted.close + 1 >= tokens_.Size() || !tokens_.IsWord(quoted.close + 1);
    return is_passive && (ends_there || !is_article) && !HasAgent(sentence);
  }
  bool HasBe(uint32_t begin, uint32_t verb) const {
    const uint32_t from = verb > begin + 5 ? verb - 5 : begin;
    for (uint32_t i = from; i < verb; ++i) {
      if (tokens_.Has(i, Bit(kBe)) || tokens_.Is(i, "been") || tokens_.Is(i, "été")) {
        return true;
      }
    }
    return false;
  }
  bool HasAgent(TokenRange sentence) const {
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (!persons_.IsQuoted(i) && (tokens_.Is(i, "by") || tokens_.Is(i, "par"))) {
        return true;
      }
    }
    return false;
  }

  // Whether the paragraph before ends with who says what, which may go on in this one.
  bool IsLed(const QuotedWords& quoted) const {
    if (quoted.paragraph == 0 || quoted.open != ParagraphRange(quoted.paragraph).begin) {
      return false;
    }
    const TokenRange before = ParagraphRange(quoted.paragraph - 1);
    const TokenRange last = Near(quoted, text_.SentenceAt(tokens_[before.end - 1].begin));
    for (uint32_t i = last.begin; i < last.end; ++i) {
      if (Reports(i, true) && !tokens_.Has(i, Bits(kNoun, kSay))) {
        return true;
      }
    }
    return EndsSpoken(before);
  }
  // Whether the last quote of a paragraph has a speaker.
  bool EndsSpoken(TokenRange paragraph) const {
    const auto& all = text_.Quoted();
    const auto behind = std::partition_point(
        all.begin(), all.end(), [&](const QuotedWords& one) { return one.open < paragraph.end; });
    if (behind == all.begin() || std::prev(behind)->open < paragraph.begin) {
      return false;
    }
    const Quote* quote = text_.QuoteOf(*std::prev(behind));
    return quote != nullptr && quote->speaker.has_value() && quote->kind == QuoteKind::kDirect;
  }

  // A quote of its own paragraph that goes on with what the one before read out.
  bool IsReadOut(const QuotedWords& quoted) const {
    if (quoted.paragraph == 0 || quoted.open != ParagraphRange(quoted.paragraph).begin) {
      return false;
    }
    static const WordMap readings("read reads wrote lu écrit");
    const TokenRange before = Near(quoted, ParagraphRange(quoted.paragraph - 1));
    for (uint32_t i = before.begin; i < before.end; ++i) {
      if (!persons_.IsQuoted(i) && tokens_.IsIn(i, readings)) {
        return true;
      }
    }
    return quoted.paragraph != LastParagraph(quoted) && persons_.IsQuoted(before.begin + 1);
  }

  void Report(const QuotedWords& quoted, Severity severity, std::string_view method) {
    Finding finding = text_.FindingAt(Rule::kQuoteUnattributed, severity,
                                      text_.Parts().SpanOf(quoted.words), method);
    finding.message = "a quote that nobody is said to have spoken";
    finding.because.push_back(
        severity == Severity::kNote
            ? "somebody is named or reported beside it, but not as its speaker"
            : "no verb beside it says who speaks");
    findings_.push_back(std::move(finding));
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  Persons persons_;
  Findings& findings_;
  std::unordered_set<size_t> spoken_;
  uint32_t labels_ = 0;
};

}  // namespace

uint64_t CheckUnattributed(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : Unattributed(text, findings).Check();
}

}  // namespace stemma
