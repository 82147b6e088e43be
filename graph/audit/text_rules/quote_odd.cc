// quote-odd: what a bad translation or edit leaves inside a quote.
//
// A phrase said twice in one clause, an editor's explanation in round brackets or his note to
// himself, a character as a page's source has it, a sentence that stops before its last word.
// People do repeat themselves: reported is an adverbial of three words or more said again a few
// words further on ("as soon as possible"), a run of words said again with next to nothing between
// or joined to itself by "and", two words that link or begin a clause said again at once, and the
// same article twice; not what begins two clauses alike, and what marks set apart as said again on
// purpose. Square brackets are how an editor ought to speak.
#include <algorithm>
#include <string>
#include <vector>

#include "graph/audit/text_rules/cut_ends.h"
#include "graph/audit/text_rules/editor_notes.h"
#include "graph/audit/text_rules/glosses.h"
#include "graph/audit/text_rules/said_again.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/text_rules/written_words.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPairWords = 2;
constexpr uint32_t kPhraseMin = 3;
constexpr uint32_t kPhraseMax = 12;
// Words of what is joined to itself by "and".
constexpr uint32_t kDoubledMin = 4;
// Words between the two: of an adverbial, and of any other phrase.
constexpr uint32_t kGapMax = 12;
constexpr uint32_t kStutterGapMax = 1;
constexpr uint32_t kBracketTokensMax = 12;
constexpr size_t kEntityBytesMax = 10;
// Tokens beside a quote in which it is said that it is sung or repeated.
constexpr uint32_t kCueReach = 30;

// What an adverbial of time or manner begins with, and a noun or adverb that it ends with.
const WordMap& AdverbialBegins() {
  static const WordMap words("as at in by for on within until dans dès le aussi en au à pour sur");
  return words;
}
const WordMap& AdverbialEnds() {
  static const WordMap words(
      "possible time moment future days weeks months years once now today cost costs means "
      "soon quickly case cases circumstances present délais vite tôt possibles temps moment avenir "
      "jours semaines mois années maintenant prix cas circonstances tard");
  return words;
}

// What people begin to say twice: "you know, you know".
const WordMap& Fillers() {
  static const WordMap words(
      "know mean think guess see say suppose believe am 'm are 're was were had is 's sais crois "
      "pense vois dis suis ai sommes sont était est a");
  return words;
}

// Names of characters in the source of a page.
const WordMap& NamedEntities() {
  static const WordMap words(
      "amp quot apos nbsp lt gt lsquo rsquo ldquo rdquo laquo raquo ndash mdash hellip eacute "
      "egrave "
      "agrave ccedil ecirc acirc ocirc ucirc icirc euml iuml ugrave");
  return words;
}

// "The more we bake, …": said again in the next clause by rule.
const WordMap& Correlatives() {
  static const WordMap words("more less fewer plus moins");
  return words;
}

// Who says or sings it tells that it is said again on purpose.
const WordMap& SaidOnPurpose() {
  static const WordMap words(
      "sang sing sings singing sung shouted shouting yelled roared repeated repeats repeating "
      "recited recites reciting prayed twice scandait scandé scandaient scandent chante chantait "
      "chantaient chantent chanté répète répétait répétaient répété répétant récite récité hurlait "
      "criait criaient crient");
  return words;
}

const WordMap& PutInWriting() {
  static const WordMap words(
      "wrote write writes writing written post posts posted tweet tweets tweeted twitter facebook "
      "instagram blog email e-mail emails emailed letter letters message messages text texted memo "
      "diary memoir petition law contract écrit écrite écrits écrivait écrivent écrire lettre "
      "lettres courriel courriels billet tribune tweeté publié posté message messages mémoires "
      "pétition loi contrat");
  return words;
}

class OddQuotes {
 public:
  OddQuotes(const TextUnderAudit& text, Findings& findings)
      : text_(text), tokens_(text.Tokens()), findings_(findings) {}

  uint64_t Check() {
    uint64_t looked_at = 0;
    for (const QuotedWords& quoted : text_.Quoted()) {
      const Quote* quote = text_.QuoteOf(quoted);
      if (quote == nullptr || text_.IsBoilerplate(quoted.paragraph) ||
          (quoted.is_single && !(quote->speaker && quoted.is_closed))) {
        continue;
      }
      ++looked_at;
      if (quote->kind == QuoteKind::kDirect || quote->speaker) {
        const bool is_on_purpose = IsOnPurpose(quoted);
        if (!is_on_purpose) {
          FindTwice(quoted.words);
        }
        FindMarkup(quoted.words);
        FindBrackets(quoted.words, !is_on_purpose && !IsWritten(quoted));
      }
      if (quote->kind == QuoteKind::kDirect && quoted.is_closed) {
        FindCut(quoted);
      }
    }
    return looked_at;
  }

 private:
  bool EndsSentence(uint32_t i) const {
    return tokens_.IsPunctuation(i) &&
           std::u32string_view(U".!?;…:—–").find(tokens_[i].mark) != std::u32string_view::npos;
  }
  bool IsSaid(uint32_t i) const { return tokens_.IsWord(i) || tokens_.IsNumber(i); }
  bool IsSame(uint32_t a, uint32_t b) const {
    WordBuffer left;
    WordBuffer right;
    const std::string_view word = LowerWord(tokens_.Words(a), left);
    return IsSaid(a) && IsSaid(b) && !word.empty() && word == LowerWord(tokens_.Words(b), right);
  }

  // A song, a chant, or what is said to be repeated.
  bool IsOnPurpose(const QuotedWords& quoted) const {
    return HasBeside(quoted, [this](uint32_t i) {
      return tokens_.IsIn(i, ShownWords()) || tokens_.IsIn(i, SaidOnPurpose());
    });
  }
  // Who writes has brackets of his own.
  bool IsWritten(const QuotedWords& quoted) const {
    return HasBeside(quoted, [this](uint32_t i) {
      return tokens_.IsIn(i, PutInWriting()) || tokens_.Has(i, Bit(kPrinted));
    });
  }
  // Whether a word is so of the sentences of a quote, outside of it.
  template <class Is>
  bool HasBeside(const QuotedWords& quoted, Is is) const {
    const TokenRange first = text_.SentenceAt(tokens_[quoted.open].begin);
    const TokenRange last = text_.SentenceAt(tokens_[quoted.words.end - 1].end);
    const uint32_t end = std::min(std::max(first.end, last.end), quoted.words.end + kCueReach);
    for (uint32_t i = std::max(first.begin, quoted.open - std::min(quoted.open, kCueReach));
         i < end; ++i) {
      if (i == quoted.open) {
        i = quoted.words.end;
      }
      if (is(i)) {
        return true;
      }
    }
    return false;
  }

  void FindTwice(TokenRange words) {
    const std::vector<SaidAgain> again = FindSaidAgain(tokens_, words);
    for (const SaidAgain& one : again) {
      ReportTwice(one.first, one.second, Severity::kWarning);
    }
    if (!again.empty()) {
      return;
    }
    for (uint32_t begin = words.begin; begin < words.end;) {
      uint32_t end = begin;
      while (end < words.end && !EndsSentence(end)) {
        ++end;
      }
      FindTwiceInSentence({begin, end});
      begin = end + 1;
    }
  }

  // The first phrase said twice; of one sentence one is enough.
  void FindTwiceInSentence(TokenRange sentence) {
    for (uint32_t first = sentence.begin; first < sentence.end; ++first) {
      const uint32_t reach = std::min(sentence.end, first + kPhraseMax + kGapMax + 1);
      for (uint32_t second = first + 1; second < reach; ++second) {
        uint32_t size = 0;
        while (size < kPhraseMax && first + size < second && second + size < sentence.end &&
               IsSame(first + size, second + size)) {
          ++size;
        }
        const TokenRange once{first, first + size};
        const TokenRange again{second, second + size};
        if (size > 0 && (IsOddAgain(sentence, first, second, size) ||
                         IsListedAgain(tokens_, sentence, once, again) ||
                         IsClauseAgain(tokens_, sentence, once, again) ||
                         IsPastedAgain(tokens_, sentence, once, again))) {
          ReportTwice(once, again, Severity::kWarning);
          return;
        }
        if (size > 0 && IsBegunAgain(tokens_, sentence, once, again)) {
          ReportTwice(once, again, Severity::kNote);
          return;
        }
      }
    }
  }

  bool IsOddAgain(TokenRange sentence, uint32_t first, uint32_t second, uint32_t size) const {
    const uint32_t gap = second - first - size;
    if (size == 1) {  // "the the"
      return gap == 0 && tokens_.Has(first, Bit(kArticle)) && !tokens_[first].is_capital &&
             tokens_[first].end - tokens_[first].begin > 1;
    }
    for (uint32_t period = 1; 2 * period <= size; ++period) {
      uint32_t same = 0;
      while (same < size - period && IsSame(first + same, first + same + period)) {
        ++same;
      }
      if (same == size - period) {
        return false;  // "walked and walked and walked and walked"
      }
    }
    if (gap == 0 && first > sentence.begin && IsSame(first - 1, second - 1)) {
      return false;  // "it rained and it rained and it rained"
    }
    if (gap == 0 && size == kPairWords && (IsClauseStutter(first) || IsLinkStutter(first))) {
      return true;
    }
    if (!HasContent(tokens_, {first, first + size})) {
      return false;
    }
    if (tokens_.Has(first, Bits(kAnd, kBut))) {
      return IsBegunTwice(sentence, first, second, size) || IsBrokenOff(first, second, size);
    }
    const bool is_correlative =
        tokens_.IsIn(first, Correlatives()) || tokens_.IsIn(first + 1, Correlatives());
    if (size >= kDoubledMin && !is_correlative && IsJustAnd(first + size, second)) {
      return !IsToldTwice({first, first + size}) &&
             !GoesOnAfter(tokens_, second + size - 1, sentence.end);
    }
    const bool is_adverbial = size >= kPhraseMin && IsAdverbial(first, size);
    if (gap > (is_adverbial ? kGapMax : kStutterGapMax)) {
      return false;
    }
    if (!IsSaid(second - 1) || tokens_.Has(second - 1, Bits(kAnd, kBut, kJoins, kWho)) ||
        (BeginsClause(sentence, first) && BeginsClause(sentence, second))) {
      return gap == 0 && size >= kDoubledMin;
    }
    for (uint32_t i = first + size; i < second && !is_adverbial; ++i) {
      // "day by day and year by year", "first, and I mean first"
      if (tokens_.Has(i, Bits(kAnd, kBut, kNot)) || !IsSaid(i)) {
        return false;
      }
    }
    const uint32_t gap_max = size >= kDoubledMin ? kStutterGapMax : 0;
    return is_adverbial || (size >= kPhraseMin && gap <= gap_max) ||
           (gap == 0 && IsStutter(first, size));
  }

  // "but the wheel but the wheel turns": a clause begun twice at once. With a comma between only
  // "but", since "and the rain, and the rain" goes on for effect; nothing is begun three times.
  bool IsBegunTwice(TokenRange sentence, uint32_t first, uint32_t second, uint32_t size) const {
    const uint32_t behind = first + size;
    const uint32_t third = second + size;
    const bool is_at_once =
        second == behind ||
        (second == behind + 1 && tokens_.IsMark(behind, U',') && tokens_.Has(first, Bit(kBut)) &&
         GoesOnAfter(tokens_, third - 1, sentence.end));
    const bool is_thrice =
        third + 1 < sentence.end && (IsSame(second, third) || IsSame(second, third + 1));
    return size >= kPhraseMin && is_at_once && !is_thrice &&
           tokens_.Has(first + 1, Bits(kArticle, kOwner));
  }

  // "and each time we and each time we begin": with a subject that has no verb yet.
  bool IsBrokenOff(uint32_t first, uint32_t second, uint32_t size) const {
    const uint32_t last = first + size - 1;
    return size >= kPhraseMin && second == last + 1 &&
           (tokens_.Has(last, Bits(kHe, kShe, kThey, kI, kArticle, kPreposition)) ||
            tokens_.Is(last, "on") || tokens_.Is(last, "you"));
  }

  // "He fell and he got up, and he fell and he got up": how a story goes.
  bool IsToldTwice(TokenRange phrase) const {
    bool has_and = false;
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      has_and = has_and || tokens_.Has(i, Bit(kAnd));
    }
    return has_and && tokens_.Has(phrase.begin, Bits(kHe, kShe, kThey, kI, kIt));
  }

  // "the flag of the town and the flag of the town": with nothing else between.
  bool IsJustAnd(uint32_t begin, uint32_t end) const {
    return end > begin && tokens_.Has(end - 1, Bit(kAnd)) &&
           (end == begin + 1 || (end == begin + 2 && tokens_.IsMark(begin, U',')));
  }

  // Two words said again with nothing between: an edit, unless more of the kind stand before them,
  // as in "story after story after story".
  bool IsStutter(uint32_t first, uint32_t size) const {
    return first > 0 && !IsSame(first - 1, first + size - 1) &&
           tokens_.Has(first, Bits(kArticle, kPreposition, kOwner)) &&
           !tokens_.Has(first + size - 1, Bits(kAdverb, kNot, kPreposition));
  }

  // "you go you go home"
  bool IsClauseStutter(uint32_t first) const {
    const bool is_person =
        tokens_.Has(first, Bits(kHe, kShe, kThey, kI)) || tokens_.Is(first, "you");
    return is_person && !tokens_.IsIn(first + 1, Fillers()) && IsSaid(first + 2 * kPairWords) &&
           !IsSame(first, first + 2 * kPairWords);
  }

  // "to the to the Red Cross"
  bool IsLinkStutter(uint32_t first) const {
    return tokens_.Has(first, Bit(kPreposition)) &&
           tokens_.Has(first + 1, Bits(kArticle, kOwner)) && IsSaid(first + 2 * kPairWords);
  }

  bool IsAdverbial(uint32_t first, uint32_t size) const {
    return tokens_.IsIn(first, AdverbialBegins()) &&
           tokens_.IsIn(first + size - 1, AdverbialEnds());
  }
  bool BeginsClause(TokenRange sentence, uint32_t at) const {
    return at == sentence.begin || !IsSaid(at - 1) ||
           tokens_.Has(at - 1, Bits(kAnd, kBut, kJoins, kWho));
  }

  void ReportTwice(TokenRange first, TokenRange second, Severity severity) {
    const Span before = text_.Parts().SpanOf(first);
    const Span again = text_.Parts().SpanOf(second);
    Finding finding = text_.FindingAt(
        Rule::kQuoteOdd, severity, {before.begin, again.end},
        severity == Severity::kNote ? "quote-odd.begun-twice/1" : "quote-odd.twice/1");
    finding.message = InMarks(text_.Words(again)) + " is said twice in the quote";
    finding.related = {text_.Here(before), text_.Here(again)};
    findings_.push_back(std::move(finding));
  }

  void FindBrackets(TokenRange words, bool is_spoken) {
    for (uint32_t i = words.begin; i < words.end; ++i) {
      const bool is_square = tokens_.IsMark(i, U'[');
      if (!tokens_.IsMark(i, U'(') && !is_square) {
        continue;
      }
      const char32_t closing = is_square ? U']' : U')';
      uint32_t end = i + 1;
      while (end < words.end && end < i + kBracketTokensMax && !tokens_.IsMark(end, closing)) {
        ++end;
      }
      if (tokens_.IsMark(end, closing)) {
        LookAtBrackets({i, end + 1}, is_square, is_spoken);
      }
      i = end;
    }
  }

  void LookAtBrackets(TokenRange brackets, bool is_square, bool is_spoken) {
    const EditorNote note =
        EditorNoteIn(tokens_, {brackets.begin + 1, brackets.end - 1}, text_.Read().language);
    const bool is_order = note == EditorNote::kOrder;
    const Gloss gloss = is_square ? Gloss::kNone : GlossIn(text_, brackets);
    if (!is_order && (is_square || (note == EditorNote::kNone && gloss == Gloss::kNone))) {
      return;
    }
    // Who signs it ("NDLR") deceives nobody.
    const bool is_beside = gloss == Gloss::kBeside && note != EditorNote::kSigned && is_spoken;
    Finding finding = text_.FindingAt(
        Rule::kQuoteOdd, is_order || is_beside ? Severity::kWarning : Severity::kNote,
        text_.Parts().SpanOf(brackets), is_order ? "quote-odd.editor/1" : "quote-odd.brackets/1");
    finding.message = is_order ? "an editor's note to himself inside a quote"
                               : "round brackets inside a quote: nobody speaks them";
    finding.because.push_back(is_order ? "it was to be settled before print"
                                       : "an editor's own words stand in square brackets");
    findings_.push_back(std::move(finding));
  }

  // "&#39;", "&amp;": what a page's source has for a character.
  void FindMarkup(TokenRange words) {
    const Span span = text_.Parts().SpanOf(words);
    const std::string_view quoted = text_.Words(span);
    for (size_t at = quoted.find('&'); at != std::string_view::npos;
         at = quoted.find('&', at + 1)) {
      const size_t end = quoted.find(';', at);
      if (end == std::string_view::npos || end - at > kEntityBytesMax) {
        continue;
      }
      const std::string_view name = quoted.substr(at + 1, end - at - 1);
      const bool is_number = name.starts_with('#') && name.size() > 1;
      if (!is_number && !NamedEntities().Has(name)) {
        continue;
      }
      Finding finding =
          text_.FindingAt(Rule::kQuoteOdd, Severity::kWarning,
                          {span.begin + at, span.begin + end + 1}, "quote-odd.markup/1");
      finding.message = InMarks(finding.exact) + " stands for a character of the quote";
      finding.because.emplace_back("it is how the source of a page writes it");
      findings_.push_back(std::move(finding));
      return;
    }
  }

  void FindCut(const QuotedWords& quoted) {
    for (const TokenRange end : FindCutEnds(text_, quoted)) {
      Finding finding = text_.FindingAt(Rule::kQuoteOdd, Severity::kWarning,
                                        text_.Parts().SpanOf(end), "quote-odd.end/1");
      finding.message = "the quoted sentence ends with " + InMarks(finding.exact);
      findings_.push_back(std::move(finding));
    }
  }

  const TextUnderAudit& text_;
  const TokenView& tokens_;
  Findings& findings_;
};

}  // namespace

uint64_t CheckOddQuotes(const TextUnderAudit& text, Findings& findings) {
  if (text.Read().language == Language::kOther) {
    return 0;
  }
  return OddQuotes(text, findings).Check();
}

}  // namespace stemma
