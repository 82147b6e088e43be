// quote-drift within one text. The headline's quotes, and other printings above the body, are
// compared with all in the body; quotes of the body with those of the same speaker.
//
// What raises false alarms: stock words that two quotes share ("human rights"), so that a short
// quote must share a word that the article does not use itself; and what a speaker says in several
// forms on purpose, one after the other, so that two quotes of the body must stand apart, and share
// most of their words.
#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "graph/audit/text_rules/printed_lines.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/wording.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kHeadingQuotesMax = 8;
constexpr size_t kEarlierMax = 24;        // quotes of the body that one is compared with
constexpr uint32_t kApartParagraphs = 2;  // nearer ones are one speech
constexpr uint32_t kSureLongWords = 3;

struct Printing {
  std::string_view words;
  std::optional<Span> span;  // none for a title that only the markup has
  uint32_t paragraph = 0;
  std::string_view speaker;  // empty: none by name
  bool is_heading = false;
};

class QuoteDrift {
 public:
  QuoteDrift(const TextUnderAudit& text, Findings& findings)
      : text_(text), language_(text.Read().language), findings_(findings) {}

  uint64_t Check() {
    ReadMarkupTitle();
    ReadText();
    const size_t headings = std::min(heading_.size(), kHeadingQuotesMax);
    for (size_t i = 0; i < headings; ++i) {
      for (Printing& printing : body_) {
        Compare(heading_[i], printing);
      }
    }
    for (size_t later = 1; later < body_.size(); ++later) {
      for (size_t i = later - std::min(later, kEarlierMax); i < later; ++i) {
        if (IsSameSpeaker(body_[i], body_[later]) &&
            body_[i].paragraph + kApartParagraphs <= body_[later].paragraph) {
          Compare(body_[i], body_[later]);
        }
      }
    }
    std::stable_sort(
        findings_.begin() + static_cast<std::ptrdiff_t>(first_), findings_.end(),
        [](const Finding& a, const Finding& b) { return a.span->begin < b.span->begin; });
    return headings + body_.size();
  }

 private:
  void ReadMarkupTitle() {
    const auto& title = text_.Read().article.title;
    if (!title || title->span) {
      return;
    }
    const TextParts parts = CutText(title->value, language_);
    for (const QuotedWords& quoted : FindQuotedWords(parts)) {
      heading_.push_back({parts.Words(quoted.words), std::nullopt, 0, {}, true});
    }
  }

  void ReadText() {
    for (const QuotedWords& quoted : text_.Quoted()) {
      const Span span = text_.Parts().SpanOf(quoted.words);
      if (text_.IsBoilerplate(span)) {
        continue;
      }
      const Quote* quote = text_.QuoteOf(quoted);
      const std::string_view speaker =
          quote != nullptr && quote->speaker ? std::string_view(quote->speaker->name) : "";
      const bool is_heading = text_.IsHeading(quoted.paragraph);
      (is_heading ? heading_ : body_)
          .push_back({text_.Words(span), span, quoted.paragraph, speaker, is_heading});
    }
  }

  static bool IsSameSpeaker(const Printing& a, const Printing& b) {
    return !a.speaker.empty() && a.speaker == b.speaker;
  }

  void Compare(const Printing& first, const Printing& later) {
    const WordingDifference difference = CompareWordings(first.words, later.words, language_);
    if (difference.kind <= WordingKind::kTrimming || difference.kind == WordingKind::kUnrelated ||
        IsReported(later) || !IsOneQuote(first, later, difference)) {
      return;
    }
    Report(first, later, difference);
  }

  bool IsOneQuote(const Printing& first, const Printing& later,
                  const WordingDifference& difference) {
    if (!first.is_heading) {
      return difference.long_words_shared >= kSureLongWords &&
             difference.words_shared * 4 >= difference.words_min * 3;
    }
    return difference.long_words_shared >= kSureLongWords ||
           SharesOwnWord(first, later, difference);
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
      if (word.size() >= 4 && std::find(in_later.begin(), in_later.end(), word) != in_later.end() &&
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

  static std::string Without(std::string text, std::string_view words) {
    for (size_t at = text.find(words); at != std::string::npos && !words.empty();
         at = text.find(words, at)) {
      text.replace(at, words.size(), " ");
    }
    return text;
  }

  bool IsReported(const Printing& printing) const {
    return std::find(reported_.begin(), reported_.end(), printing.span->begin) != reported_.end();
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
    reported_.push_back(later.span->begin);
    std::vector<std::string> because;
    for (const WordChange& change : difference.changes) {
      if (change.kind > WordingKind::kTrimming) {
        because.push_back(Reason(first, later, change));
      }
    }
    if (Finding* known = FindingOf(first); known != nullptr) {
      known->related.push_back(text_.Here(later_span));
      return;
    }
    const Span at = first.span.value_or(later_span);
    Finding finding =
        text_.FindingAt(Rule::kQuoteDrift, Severity::kWarning, at, "quote-drift.wording/1");
    if (first.span) {
      finding.message = InMarks(first.words) + " differs from " + InMarks(later_words) +
                        " in line " + std::to_string(lines_.At(later_span.begin));
      finding.related.push_back(text_.Here(later_span));
    } else {
      finding.message =
          InMarks(later_words) + " differs from " + InMarks(first.words) + " in the title";
      finding.related.push_back({"", std::nullopt, std::nullopt, std::string(first.words)});
    }
    finding.because = std::move(because);
    findings_.push_back(std::move(finding));
    found_words_.push_back(FoldName(first.words));
  }

  // The finding that was made of the same words; one that the headline and the lead share is one.
  Finding* FindingOf(const Printing& first) {
    const std::string words = FoldName(first.words);
    for (size_t i = 0; i < found_words_.size(); ++i) {
      if (found_words_[i] == words) {
        return &findings_[first_ + i];
      }
    }
    return nullptr;
  }

  static std::string Reason(const Printing& first, const Printing& later,
                            const WordChange& change) {
    const auto words = [](std::string_view in, Span span) {
      return span.begin == span.end ? std::string("nothing")
                                    : InMarks(in.substr(span.begin, span.end - span.begin));
    };
    return std::string(Name(change.kind)) + ": " + words(first.words, change.in_a) + " / " +
           words(later.words, change.in_b);
  }

  const TextUnderAudit& text_;
  Language language_;
  Findings& findings_;
  const size_t first_ = findings_.size();
  PrintedLines lines_{text_.Text()};
  std::vector<Printing> heading_;
  std::vector<Printing> body_;
  std::vector<size_t> reported_;          // where later printings begin
  std::vector<std::string> found_words_;  // of each finding, the first printing's
  std::string_view own_words_of_;
  std::unordered_set<std::string> own_words_;
};

}  // namespace

uint64_t CheckQuoteDrift(const TextUnderAudit& text, Findings& findings) {
  return text.Read().language == Language::kOther ? 0 : QuoteDrift(text, findings).Check();
}

}  // namespace stemma
