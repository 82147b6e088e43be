// quote-odd: what a bad translation or edit leaves inside a quote.
//
// A phrase said twice in one clause, an editor's explanation in round brackets, a sentence that
// stops before its last word. People do repeat themselves: reported is an adverbial of three words
// or more said again a few words further on ("as soon as possible"), a run of words said again with
// next to nothing between or joined to itself by "and", and the same article twice; not what begins
// two clauses alike, and what marks set apart as said again on purpose. Square brackets are how an
// editor ought to speak.
#include <algorithm>
#include <optional>
#include <string>

#include "graph/audit/text_rules/text_rules.h"
#include "graph/reading/word_map.h"

namespace stemma {
namespace {

using enum WordClass;

constexpr uint32_t kPhraseMin = 3;
constexpr uint32_t kPhraseMax = 12;
// Words of what is joined to itself by "and".
constexpr uint32_t kDoubledMin = 4;
// Words between the two: of an adverbial, and of any other phrase.
constexpr uint32_t kGapMax = 12;
constexpr uint32_t kStutterGapMax = 1;
constexpr uint32_t kBracketTokensMax = 12;

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

// "The more we bake, …": said again in the next clause by rule.
const WordMap& Correlatives() {
  static const WordMap words("more less fewer plus moins");
  return words;
}

// Words that no sentence ends with, and that are no name or letter.
const WordMap& NeverLast() {
  static const WordMap english(
      "the a an and or because our their my your whose into than if as every although unless "
      "whether");
  return english;
}
const WordMap& NeverLastFrench() {
  static const WordMap french(
      "le la les des du de d' à et ou mais parce que qu' notre votre leur mon ses nos vos dans aux "
      "au "
      "si car chez dont lorsque puisque");
  return french;
}

class OddQuotes {
 public:
  OddQuotes(const TextUnderAudit& text, Findings& findings)
      : text_(text), tokens_(text.Tokens()), findings_(findings) {}

  uint64_t Check() {
    uint64_t looked_at = 0;
    for (const QuotedWords& quoted : text_.Quoted()) {
      const Quote* quote = text_.QuoteOf(quoted);
      if (quote == nullptr || text_.IsBoilerplate(quoted.paragraph) || quoted.is_single) {
        continue;
      }
      ++looked_at;
      if (quote->kind == QuoteKind::kDirect || quote->speaker) {
        FindTwice(quoted.words);
        FindBrackets(quoted.words);
      }
      if (quote->kind == QuoteKind::kDirect && quoted.is_closed) {
        FindCutEnd(quoted.words);
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

  void FindTwice(TokenRange words) {
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
        if (size > 0 && IsOddAgain(sentence, first, second, size)) {
          ReportTwice(first, second, size);
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
    if (!HasContent(first, size) || tokens_.Has(first, Bits(kAnd, kBut))) {
      return false;
    }
    const bool is_correlative =
        tokens_.IsIn(first, Correlatives()) || tokens_.IsIn(first + 1, Correlatives());
    if (size >= kDoubledMin && !is_correlative && IsJustAnd(first + size, second)) {
      return true;
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

  bool IsAdverbial(uint32_t first, uint32_t size) const {
    return tokens_.IsIn(first, AdverbialBegins()) &&
           tokens_.IsIn(first + size - 1, AdverbialEnds());
  }
  bool HasContent(uint32_t first, uint32_t size) const {
    for (uint32_t i = first; i < first + size; ++i) {
      if (tokens_[i].end - tokens_[i].begin > 3 &&
          !tokens_.Has(i, Bits(kArticle, kPreposition, kOwner, kAnd, kBut, kAuxiliary, kAdverb) |
                              Bits(kHe, kShe, kThey, kI, kIt, kJoins, kWho))) {
        return true;
      }
    }
    return false;
  }
  bool BeginsClause(TokenRange sentence, uint32_t at) const {
    return at == sentence.begin || !IsSaid(at - 1) ||
           tokens_.Has(at - 1, Bits(kAnd, kBut, kJoins, kWho));
  }

  void ReportTwice(uint32_t first, uint32_t second, uint32_t size) {
    const Span span = text_.Parts().SpanOf({second, second + size});
    const Span before = text_.Parts().SpanOf({first, first + size});
    Finding finding =
        text_.FindingAt(Rule::kQuoteOdd, Severity::kWarning, span, "quote-odd.twice/1");
    finding.message = "“" + finding.exact + "” is said twice in one sentence of the quote";
    finding.related.push_back(text_.Here(before));
    findings_.push_back(std::move(finding));
  }

  void FindBrackets(TokenRange words) {
    for (uint32_t i = words.begin; i < words.end; ++i) {
      if (!tokens_.IsMark(i, U'(')) {
        continue;
      }
      uint32_t end = i + 1;
      while (end < words.end && end < i + kBracketTokensMax && !tokens_.IsMark(end, U')')) {
        ++end;
      }
      if (tokens_.IsMark(end, U')') && Explains({i + 1, end})) {
        Finding finding =
            text_.FindingAt(Rule::kQuoteOdd, Severity::kNote, text_.Parts().SpanOf({i, end + 1}),
                            "quote-odd.brackets/1");
        finding.message = "round brackets inside a quote: nobody speaks them";
        finding.because.push_back("an editor's own words stand in square brackets");
        findings_.push_back(std::move(finding));
      }
      i = end;
    }
  }

  // A name of two words or more, or what begins "that is"; not "(laughs)", "(AP)", "(R-Ohio)".
  bool Explains(TokenRange words) const {
    if (tokens_.Is(words.begin, "meaning") || tokens_.Is(words.begin, "i.e") ||
        tokens_.Is(words.begin, "c'est-à-dire") || tokens_.Is(words.begin, "viz")) {
      return true;
    }
    uint32_t capitals = 0;
    for (uint32_t i = words.begin; i < words.end; ++i) {
      if (tokens_.IsCapital(i) && !tokens_[i].is_upper) {
        ++capitals;
      } else if (!tokens_.Has(i, Bits(kArticle, kLinks))) {
        return false;
      }
    }
    return capitals >= 2;
  }

  // A whole sentence that ends with a word that must have another behind it.
  void FindCutEnd(TokenRange words) {
    uint32_t last = words.end;
    while (last > words.begin && !IsSaid(last - 1)) {
      --last;
    }
    const bool is_french = text_.Read().language == Language::kFrench;
    const bool is_marked_cut =
        last == words.begin || words.end - last != 1 ||
        std::u32string_view(U".!?,").find(tokens_[last].mark) == std::u32string_view::npos;
    if (is_marked_cut || last - words.begin < kPhraseMin) {
      return;
    }
    const uint32_t at = last - 1;
    const bool is_sentence = tokens_[words.begin].is_capital || tokens_[words.begin].mark != 0;
    if (!is_sentence || tokens_[at].is_capital ||
        !tokens_.IsIn(at, is_french ? NeverLastFrench() : NeverLast())) {
      return;
    }
    Finding finding = text_.FindingAt(Rule::kQuoteOdd, Severity::kWarning,
                                      text_.Parts().SpanOf({at, at + 1}), "quote-odd.end/1");
    finding.message = "the quoted sentence ends with “" + finding.exact + "”";
    findings_.push_back(std::move(finding));
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
