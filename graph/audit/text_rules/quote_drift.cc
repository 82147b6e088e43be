// quote-drift within one text. The quotes of the headline, of what else stands above the body and
// of its first paragraph are compared with all in the body; others with those of the same speaker.
//
// What raises false alarms: stock words that two quotes share ("human rights"), so that a short
// quote must share a word that the article does not use itself, or be mostly the same; and what a
// speaker says in several forms on purpose, one after the other, so that two quotes of the body
// must stand apart, and a headline that agrees with one of them differs from none beside it.
#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/audit/text_rules/quote_places.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/rewording.h"
#include "graph/audit/wording.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kAnnouncedMax = 8;
constexpr size_t kEarlierMax = 24;        // quotes of the body that one is compared with
constexpr uint32_t kApartParagraphs = 2;  // nearer ones are one speech
constexpr size_t kLongBytes = 4;
constexpr uint32_t kSentenceTokensMin = 8;
constexpr uint32_t kSureLongWords = 3;
constexpr uint32_t kManyWords = 6;
constexpr uint32_t kSureWords = 4;  // of a short quote, where they are most of it
// Of a heading's words so many, in runs, print it below.
constexpr uint32_t kCoveredRun = 2;
constexpr uint32_t kCoveredPercent = 80;
constexpr size_t kBodyBytesMax = 20000;

struct Printing {
  std::string_view words;
  std::optional<Span> span;  // none for a title that only the markup has
  uint32_t paragraph = 0;
  std::string_view speaker;             // empty: none by name
  std::string_view role;                // of whoever is said to speak; empty: none printed
  std::vector<std::string> long_words;  // folded, in order of the alphabet, each once
  std::vector<WordingWord> compared;    // of what may be reworded
  bool is_unmarked = false;  // "Mayor: We never sold it": a headline that has no room for marks
  bool repeats = false;      // its sentence says that it was said before
  bool announces = false;    // in the headline, a caption or the lead: it stands in full elsewhere
};

class QuoteDrift {
 public:
  QuoteDrift(const TextUnderAudit& text, Findings& findings)
      : text_(text), language_(text.Read().language), findings_(findings) {}

  uint64_t Check() {
    ReadMarkupTitle();
    ReadText();
    for (const Printing& heading : heading_) {
      CompareAnnounced(heading, 0);
    }
    for (Printing& heading : heading_) {
      LookForReworded(heading);
    }
    for (size_t later = 0; later < body_.size(); ++later) {
      if (body_[later].announces) {
        CompareAnnounced(body_[later], later + 1);
        continue;
      }
      for (size_t i = later - std::min(later, kEarlierMax); i < later; ++i) {
        if (!body_[i].announces && IsSameSpeaker(body_[i], body_[later]) &&
            body_[i].paragraph + kApartParagraphs <= body_[later].paragraph) {
          Compare(body_[i], body_[later], Difference(body_[i], body_[later]));
        }
      }
    }
    std::stable_sort(
        findings_.begin() + static_cast<std::ptrdiff_t>(first_), findings_.end(),
        [](const Finding& a, const Finding& b) { return a.span->begin < b.span->begin; });
    return heading_.size() + body_.size();
  }

 private:
  void ReadMarkupTitle() {
    const auto& title = text_.Read().article.title;
    if (!title || title->span) {
      return;
    }
    const TextParts parts = CutText(title->value, language_);
    for (const QuotedWords& quoted : FindQuotedWords(parts)) {
      AddAnnounced(heading_, PrintingOf(parts.Words(quoted.words), std::nullopt, 0));
    }
  }

  static Printing PrintingOf(std::string_view words, std::optional<Span> span, uint32_t paragraph) {
    Printing printing;
    printing.words = words;
    printing.span = span;
    printing.paragraph = paragraph;
    return printing;
  }

  void ReadText() {
    ReadUnmarked();
    for (const QuotedWords& quoted : text_.Quoted()) {
      Span span = text_.Parts().SpanOf(quoted.words);
      span.end -= text_.Words(span).ends_with(',') ? 1 : 0;
      if (text_.IsBoilerplate(span)) {
        continue;
      }
      const Quote* quote = text_.QuoteOf(quoted);
      Printing printing = PrintingOf(text_.Words(span), span, quoted.paragraph);
      printing.repeats = SaysItIsRepeated(text_, quoted);
      if (quote != nullptr && quote->speaker) {
        printing.speaker = quote->speaker->name;
        printing.role = quote->speaker->role;
      }
      if (quoted.paragraph < lead_ || IsCaption(text_, quoted.paragraph)) {
        AddAnnounced(heading_, std::move(printing));
      } else if (quoted.paragraph == lead_) {
        AddAnnounced(body_, std::move(printing));
      } else {
        Add(body_, std::move(printing));
      }
    }
  }

  void ReadUnmarked() {
    if (const auto span = lead_ > 0 ? UnmarkedHeadline(text_) : std::nullopt) {
      Printing printing = PrintingOf(text_.Words(*span), span, 0);
      printing.is_unmarked = true;
      AddAnnounced(heading_, std::move(printing));
    }
  }

  static void Add(std::vector<Printing>& to, Printing printing) {
    for (std::string& word : FoldedWords(printing.words)) {
      if (word.size() >= kLongBytes) {
        printing.long_words.push_back(std::move(word));
      }
    }
    std::vector<std::string>& words = printing.long_words;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    to.push_back(std::move(printing));
  }

  // Most pairs share no long word, and need not be aligned.
  WordingDifference Difference(const Printing& a, const Printing& b) const {
    std::vector<std::string_view> shared;
    std::set_intersection(a.long_words.begin(), a.long_words.end(), b.long_words.begin(),
                          b.long_words.end(), std::back_inserter(shared));
    return shared.empty() ? WordingDifference() : CompareWordings(a.words, b.words, language_);
  }

  void AddAnnounced(std::vector<Printing>& to, Printing printing) {
    printing.announces = to.size() < kAnnouncedMax;
    Add(to, std::move(printing));
  }

  // The first paragraph of the body: behind the heading, or the first in it that is a sentence.
  static uint32_t LeadOf(const TextUnderAudit& text) {
    const auto& paragraphs = text.Parts().paragraphs;
    uint32_t lead = 0;
    const auto is_sentence = [&](TokenRange range) {
      return range.end - range.begin >= kSentenceTokensMin &&
             (text.Tokens().IsMark(range.end - 1, U'.') ||
              text.Tokens().IsMark(range.end - 2, U'.'));
    };
    while (lead < paragraphs.size() && text.IsHeading(lead) &&
           (lead == 0 || !is_sentence(paragraphs[lead]))) {
      ++lead;
    }
    return lead;
  }

  static bool IsSameSpeaker(const Printing& a, const Printing& b) {
    return !a.speaker.empty() && a.speaker == b.speaker;
  }

  // "a judge" may be "the judge, Ida Moe", and the bakers' head is not.
  static bool MayBeSameSpeaker(const Printing& a, const Printing& b) {
    if (!a.speaker.empty() && !b.speaker.empty()) {
      return a.speaker == b.speaker;
    }
    const auto head = [](std::string_view role) { return role.substr(role.rfind(' ') + 1); };
    return a.role.empty() || b.role.empty() || FoldName(head(a.role)) == FoldName(head(b.role));
  }

  // With the body from its printing number `begin` on.
  void CompareAnnounced(const Printing& first, size_t begin) {
    std::vector<WordingDifference> differences;
    std::vector<const Printing*> agreeing;
    for (size_t i = begin; i < body_.size() && first.announces; ++i) {
      differences.push_back(Difference(first, body_[i]));
      if (differences.back().kind <= WordingKind::kTrimming && !body_[i].announces) {
        agreeing.push_back(&body_[i]);
      }
    }
    for (size_t i = 0; i < differences.size(); ++i) {
      const Printing& later = body_[begin + i];
      const bool is_refrain =
          std::any_of(agreeing.begin(), agreeing.end(), [&](const Printing* agreed) {
            return IsSameSpeaker(*agreed, later) || (agreed->paragraph <= later.paragraph + 1 &&
                                                     later.paragraph <= agreed->paragraph + 1);
          });
      // A headline has no room for who speaks: its own guess at it counts for nothing.
      const bool is_lead = begin > 0;
      const bool may_be_one =
          !is_lead || (MayBeSameSpeaker(first, later) && first.paragraph != later.paragraph);
      if (may_be_one && !is_refrain) {
        Compare(first, later, differences[i]);
      }
    }
  }

  void Compare(const Printing& first, const Printing& later, const WordingDifference& difference) {
    // What has no marks may be shortened as headlines are, but not turned round.
    const WordingKind worst =
        first.is_unmarked ? WordingKind::kContentWord : WordingKind::kTrimming;
    if (difference.kind > worst && difference.kind != WordingKind::kUnrelated &&
        !reported_.contains(later.span->begin) && IsOneQuote(first, later, difference)) {
      Report(first, later, difference);
    }
  }

  bool IsOneQuote(const Printing& first, const Printing& later,
                  const WordingDifference& difference) {
    const bool is_most = difference.words_shared * 4 >= difference.words_min * 3;
    if (!first.announces && !later.repeats) {
      const bool is_nearly_all = difference.words_shared >= kManyWords &&
                                 difference.words_shared * 5 >= difference.words_min * 4;
      return (difference.long_words_shared >= kSureLongWords && is_most) ||
             (difference.long_words_shared + 1 >= kSureLongWords && is_nearly_all);
    }
    return difference.long_words_shared >= kSureLongWords ||
           (difference.words_shared >= kSureWords && is_most) ||
           (IsInRow(first, difference) && SharesOwnWord(first, later, difference));
  }

  // A headline's or a caption's quote that the text does not print: another's, in other words?
  void LookForReworded(Printing& heading) {
    if (!heading.announces || heading.is_unmarked || found_.contains(FoldName(heading.words))) {
      return;
    }
    heading.compared = WordingWordsOf(heading.words, language_);
    if (heading.compared.size() < kSureWords || IsPrintedBelow(heading)) {
      return;
    }
    const Printing* best = nullptr;
    uint32_t most = 0;
    for (const Printing& later : body_) {
      if (!MayBeNamed(heading, later) || reported_.contains(later.span->begin)) {
        continue;
      }
      const uint32_t shared =
          CountReworded(heading.compared, later.words, OwnWords(heading), language_);
      if (shared > most) {
        most = shared;
        best = &later;
      }
    }
    if (best != nullptr) {
      Report(heading, *best,
             CompareWordings(heading.words, best->words, language_, SameQuote::kAssumed));
    }
  }

  // In quotes, or as the text's own words.
  bool IsPrintedBelow(const Printing& heading) {
    const auto size = static_cast<uint32_t>(heading.compared.size());
    std::vector<WordingWord> all;
    for (Printing& later : body_) {
      if (later.compared.empty()) {
        later.compared = WordingWordsOf(later.words, language_);
      }
      all.insert(all.end(), later.compared.begin(), later.compared.end());
    }
    // Of "[The council] sold it" an editor's words stand nowhere.
    const bool is_edited = heading.words.find('[') != std::string_view::npos;
    const auto is_covered = [&](const std::vector<WordingWord>& words, uint32_t run_min) {
      const Coverage coverage = CoverageOf(heading.compared, words, run_min);
      return coverage.words * 100 >= size * kCoveredPercent &&
             (coverage.content_missed == 0 || is_edited);
    };
    if (is_covered(all, kCoveredRun)) {
      return true;
    }
    const auto& paragraphs = text_.Parts().paragraphs;
    const uint32_t first = std::min(lead_, static_cast<uint32_t>(paragraphs.size()) - 1);
    const size_t begin = text_.Parts().tokens[paragraphs[first].begin].begin;
    size_t end = std::min(text_.Text().size(), begin + kBodyBytesMax);
    if (heading.span && heading.span->begin > begin) {  // a caption below the text
      end = std::min<size_t>(end, text_.Parts().tokens[paragraphs[heading.paragraph].begin].begin);
    }
    return is_covered(WordingWordsOf(text_.Words({begin, end}), language_), kCoveredRun + 1);
  }

  // Whose name the heading prints, if any speaker's; else whoever has no other role.
  bool MayBeNamed(const Printing& heading, const Printing& later) const {
    if (later.announces && later.paragraph != lead_) {
      return false;
    }
    if (!heading.span) {
      return true;
    }
    const TokenRange range = text_.Parts().paragraphs[heading.paragraph];
    const std::string line = " " + FoldName(text_.Words(text_.Parts().SpanOf(range))) + " ";
    const auto is_there = [&](const Printing& one) {
      const std::string name = FoldName(one.speaker);
      const std::string last = name.substr(name.rfind(' ') + 1);
      return !last.empty() && line.find(" " + last) != std::string::npos;
    };
    if (std::any_of(body_.begin(), body_.end(), is_there)) {
      return is_there(later);
    }
    return MayBeSameSpeaker(heading, later) && !(later.speaker.empty() && later.role.empty());
  }

  // A few words that the other takes apart ("behind closed doors", "nobody closed the doors") are
  // no quote of it.
  static bool IsInRow(const Printing& first, const WordingDifference& difference) {
    return difference.words_min >= kSureWords ||
           std::none_of(difference.changes.begin(), difference.changes.end(),
                        [&](const WordChange& change) {
                          return change.in_a.begin > 0 && change.in_a.end < first.words.size();
                        });
  }

  // Whether both share a long word that the article itself does not use.
  bool SharesOwnWord(const Printing& first, const Printing& later,
                     const WordingDifference& difference) {
    std::string kept(first.words);
    for (auto change = difference.changes.rbegin(); change != difference.changes.rend(); ++change) {
      kept.replace(change->in_a.begin, change->in_a.end - change->in_a.begin, " ");
    }
    const std::vector<std::string> in_later = FoldedWords(later.words);
    for (const std::string& word : FoldedWords(kept)) {
      if (word.size() >= kLongBytes &&
          std::find(in_later.begin(), in_later.end(), word) != in_later.end() &&
          !OwnWords(first).contains(word)) {
        return true;
      }
    }
    return false;
  }

  // Of the text outside quotation marks, but for lines that repeat the printing without them.
  const std::unordered_set<std::string>& OwnWords(const Printing& printing) {
    if (own_words_of_ == printing.words) {
      return own_words_;
    }
    own_words_of_ = printing.words;
    own_words_.clear();
    const std::string repeated = FoldName(printing.words);
    size_t begin = 0;
    const auto add = [&](size_t end) {
      for (std::string& word :
           FoldedWords(Without(FoldName(text_.Words({begin, end})), repeated))) {
        own_words_.insert(std::move(word));
      }
    };
    for (const QuotedWords& quoted : text_.Quoted()) {
      const Span span = text_.Parts().SpanOf(quoted.words);
      add(std::max(begin, span.begin));
      begin = span.end;
    }
    add(text_.Text().size());
    return own_words_;
  }

  static std::string Without(std::string_view text, std::string_view words) {
    std::string rest;
    size_t begin = 0;
    for (size_t at = text.find(words); at != std::string::npos && !words.empty();
         at = text.find(words, begin)) {
      rest.append(text.substr(begin, at - begin)).append(" ");
      begin = at + words.size();
    }
    return rest.append(text.substr(begin));
  }

  // The words of `later` that stand for those of the first, without what is cut at its ends.
  static Span CoreOf(const Printing& later, const WordingDifference& difference) {
    Span core{0, later.words.size()};
    const auto is_cut = [](const WordChange& change) {
      return change.in_a.begin == change.in_a.end;
    };
    const WordChange& front = difference.changes.front();
    const WordChange& back = difference.changes.back();
    if (is_cut(front) && front.in_a.begin == 0) {
      core.begin = later.words.find_first_not_of(" \n", front.in_b.end);
    }
    if (is_cut(back) && back.in_b.begin > core.begin && back.in_b.end + 2 >= later.words.size()) {
      core.end = back.in_b.begin;
    }
    core.end = later.words.find_last_not_of(" \n,", core.end - 1) + 1;
    return core;
  }

  void Report(const Printing& first, const Printing& later, const WordingDifference& difference) {
    const Span core = CoreOf(later, difference);
    const Span later_span{later.span->begin + core.begin, later.span->begin + core.end};
    const std::string_view later_words = text_.Words(later_span);
    reported_.insert(later.span->begin);
    std::vector<std::string> because;
    for (const WordChange& change : difference.changes) {
      if (change.kind > WordingKind::kTrimming) {
        because.push_back(Reason(first, later, change));
      }
    }
    // What the headline and the lead both print is one finding.
    const auto [known, is_new] = found_.emplace(FoldName(first.words), findings_.size());
    if (!is_new) {
      findings_[known->second].related.push_back(text_.Here(later_span));
      return;
    }
    const Span at = first.span.value_or(later_span);
    Finding finding =
        text_.FindingAt(Rule::kQuoteDrift, Severity::kWarning, at, "quote-drift.wording/1");
    if (first.span) {
      finding.message = ExcerptInMarks(first.words) + " differs from " +
                        ExcerptInMarks(later_words) + " in line " +
                        std::to_string(text_.LineAt(later_span.begin));
      finding.related.push_back(text_.Here(later_span));
    } else {
      finding.message = ExcerptInMarks(later_words) + " differs from " +
                        ExcerptInMarks(first.words) + " in the title";
      finding.related.push_back({"", std::nullopt, std::nullopt, std::string(first.words)});
    }
    finding.because = std::move(because);
    findings_.push_back(std::move(finding));
  }

  static std::string Reason(const Printing& first, const Printing& later,
                            const WordChange& change) {
    const auto words = [](std::string_view in, Span span) {
      return span.begin == span.end ? std::string("nothing")
                                    : ExcerptInMarks(in.substr(span.begin, span.end - span.begin));
    };
    return std::string(Name(change.kind)) + ": " + words(first.words, change.in_a) + " / " +
           words(later.words, change.in_b);
  }

  const TextUnderAudit& text_;
  Language language_;
  Findings& findings_;
  const size_t first_ = findings_.size();
  uint32_t lead_ = LeadOf(text_);  // paragraph
  std::vector<Printing> heading_;
  std::vector<Printing> body_;
  std::unordered_set<size_t> reported_;            // where later printings begin
  std::unordered_map<std::string, size_t> found_;  // the finding of a first printing
  std::string_view own_words_of_;
  std::unordered_set<std::string> own_words_;
};

}  // namespace

uint64_t CheckQuoteDrift(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : QuoteDrift(text, findings).Check();
}

}  // namespace stemma
