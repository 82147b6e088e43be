// quote-drift within one text. The quotes of the headline, of what else stands above the body and
// of its first paragraph are compared with all in the body; others with those of the same speaker.
//
// What raises false alarms: stock words that two quotes share ("human rights"), so that a short
// quote must share a word that the article does not use itself, or be mostly the same; and what a
// speaker says in several forms on purpose, one after the other, so that two quotes of the body
// must stand apart, and a headline that agrees with one of them differs from none beside it. What a
// headline, a caption or a pull quote has in marks the text prints below; where it does not, it
// differs from all that the text prints, however few words they share (printed_below.h).
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/audit/rewording.h"
#include "graph/audit/text_rules/printed_below.h"
#include "graph/audit/text_rules/quote_printings.h"
#include "graph/audit/text_rules/text_rules.h"
#include "graph/audit/wording.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kEarlierMax = 24;        // quotes of the body that one is compared with
constexpr uint32_t kApartParagraphs = 2;  // nearer ones are one speech
constexpr size_t kLongBytes = 4;
constexpr uint32_t kSureLongWords = 3;
constexpr uint32_t kManyWords = 6;
constexpr uint32_t kHeadlineWords = 3;  // a shorter one is a word in marks
constexpr uint32_t kWholeWords = 7;     // of two that are one but for a word
constexpr uint32_t kSureWords = 4;      // of a short quote, where they are most of it
// Of quotes of that many words so many are in one order, in percent of the longer one.
constexpr size_t kBuiltWords = 8;
constexpr uint32_t kBuiltPercent = 60;
constexpr uint32_t kSaidAgainPercent = 30;

class QuoteDrift {
 public:
  QuoteDrift(const TextUnderAudit& text, Findings& findings)
      : text_(text), language_(text.Read().language), findings_(findings), printings_(text) {}

  uint64_t Check() {
    for (const Printing& heading : heading_) {
      CompareAnnounced(heading, 0);
    }
    for (const Printing& heading : heading_) {
      LookForReworded(heading);
    }
    for (size_t later = 0; later < body_.size(); ++later) {
      if (body_[later].announces) {
        CompareAnnounced(body_[later], later + 1);
        continue;
      }
      for (size_t i = later - std::min(later, kEarlierMax); i < later; ++i) {
        if (!body_[i].announces &&
            body_[i].paragraph + kApartParagraphs <= body_[later].paragraph) {
          CompareApart(body_[i], body_[later]);
        }
      }
      LookForSaidBefore(later);
    }
    std::stable_sort(
        findings_.begin() + static_cast<std::ptrdiff_t>(first_), findings_.end(),
        [](const Finding& a, const Finding& b) { return a.span->begin < b.span->begin; });
    return heading_.size() + body_.size();
  }

 private:
  // Most pairs share no long word, and need not be aligned.
  WordingDifference Difference(const Printing& a, const Printing& b) const {
    std::vector<std::string_view> shared;
    std::set_intersection(a.long_words.begin(), a.long_words.end(), b.long_words.begin(),
                          b.long_words.end(), std::back_inserter(shared));
    return shared.empty() ? WordingDifference() : CompareWordings(a.words, b.words, language_);
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

  // Two of the body, of one speaker; or of as many words all but one of which are the same, whoever
  // is said to speak. Two who are named may deny each other.
  void CompareApart(const Printing& first, const Printing& later) {
    const bool is_one_speaker = IsSameSpeaker(first, later) || NamesSpeaker(later, first);
    const size_t shorter = std::min(first.compared.size(), later.compared.size());
    const size_t longer = std::max(first.compared.size(), later.compared.size());
    if (!is_one_speaker && (shorter < kWholeWords || longer > shorter + 1)) {
      return;
    }
    const WordingDifference difference = Difference(first, later);
    const bool are_two = !first.speaker.empty() && !later.speaker.empty();
    const bool is_nearly_whole = difference.words_shared + 1 >= shorter &&
                                 !(are_two && difference.kind == WordingKind::kNegation);
    if (is_one_speaker || is_nearly_whole) {
      Compare(first, later, difference);
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
  void LookForReworded(const Printing& heading) {
    if (!heading.announces || heading.is_unmarked || found_.contains(FoldName(heading.words))) {
      return;
    }
    if (heading.compared.size() < kHeadlineWords || IsPrintedBelow(text_, printings_, heading) ||
        !MayBeSaid(text_, heading)) {
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
    } else if (const Printing* nearest = NearestTo(heading)) {
      ReportUnprinted(heading, *nearest);
    }
  }

  // One that is said again, or that has the build of an earlier one of its speaker: the same words
  // of grammar in the same order.
  void LookForSaidBefore(size_t number) {
    const Printing& later = body_[number];
    const size_t size = later.compared.size();
    const Printing* best = nullptr;
    uint32_t most = 0;
    for (size_t i = number - std::min(number, kEarlierMax); i < number; ++i) {
      const Printing& first = body_[i];
      const bool is_again = later.repeats || AreOfOneOccasion(first, later);
      const bool may_be_one =
          IsSameSpeaker(first, later) || (is_again && MayBeSameSpeaker(first, later));
      const uint32_t apart = later.repeats ? 1 : kApartParagraphs;
      const size_t longer = std::max(first.compared.size(), size);
      const size_t shorter = std::min(first.compared.size(), size);
      if (first.announces || !may_be_one || first.paragraph + apart > later.paragraph ||
          shorter < kBuiltWords || longer > shorter * 2) {
        continue;
      }
      const SharedWording shared = CompareLoosely(first.compared, later.compared, language_);
      if (shared.words == size) {
        return;  // said again in the same words
      }
      // Who says one thing in two ways keeps its build; who says two things in one way, as in "On
      // the first night I slept, on the third night I sang", a run of words.
      const bool is_built_so = shared.words * 100 >= longer * kBuiltPercent;
      const bool is_reworded = is_again && shared.run * 2 <= shared.words &&
                               shared.words * 100 >= longer * kSaidAgainPercent;
      if (shared.words > most && (is_built_so || is_reworded)) {
        most = shared.words;
        best = &first;
      }
    }
    if (best == nullptr || reported_.contains(later.span->begin)) {
      return;
    }
    const WordingDifference difference =
        CompareWordings(best->words, later.words, language_, SameQuote::kAssumed);
    if (difference.kind > WordingKind::kTrimming) {
      Report(*best, later, difference);
    }
  }

  // The quote that has most in common with one that stands nowhere; of those with nothing, the
  // first.
  const Printing* NearestTo(const Printing& heading) const {
    const Printing* nearest = nullptr;
    uint32_t most = 0;
    for (const Printing& later : body_) {
      if (!MayBeOfHeading(heading, later) || reported_.contains(later.span->begin) ||
          later.compared.size() < kHeadlineWords) {
        continue;
      }
      const uint32_t shared = CompareLoosely(heading.compared, later.compared, language_).words;
      if (nearest == nullptr || shared > most) {
        most = shared;
        nearest = &later;
      }
    }
    return nearest;
  }

  // Whose name the heading prints, if any speaker's; else whoever has no other role.
  bool MayBeNamed(const Printing& heading, const Printing& later) const {
    if (later.announces && later.paragraph != printings_.lead) {
      return false;
    }
    const auto is_named = IsNamed(heading, later);
    return is_named ? *is_named
                    : !heading.span || (MayBeSameSpeaker(heading, later) &&
                                        !(later.speaker.empty() && later.role.empty()));
  }

  // Whose name the heading prints, if any speaker's; else anybody, since a headline may call the
  // nurse a worker.
  bool MayBeOfHeading(const Printing& heading, const Printing& later) const {
    return !(later.announces && later.paragraph != printings_.lead) &&
           IsNamed(heading, later).value_or(true);
  }

  // Whether the heading prints the name of who speaks; nothing where it prints nobody's.
  std::optional<bool> IsNamed(const Printing& heading, const Printing& later) const {
    if (!heading.span) {
      return std::nullopt;
    }
    const TokenRange range = text_.Parts().paragraphs[heading.paragraph];
    const std::string line = " " + FoldName(text_.Words(text_.Parts().SpanOf(range))) + " ";
    const auto is_there = [&](const Printing& one) {
      const std::string name = FoldName(one.speaker);
      const std::string last = name.substr(name.rfind(' ') + 1);
      return !last.empty() && line.find(" " + last) != std::string::npos;
    };
    return std::any_of(body_.begin(), body_.end(), is_there) ? std::optional(is_there(later))
                                                             : std::nullopt;
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

  // Nothing but its place says that it is a quote of the text: it stands nowhere in it.
  void ReportUnprinted(const Printing& heading, const Printing& nearest) {
    const Span at = heading.span.value_or(*nearest.span);
    Finding finding =
        text_.FindingAt(Rule::kQuoteDrift, Severity::kWarning, at, "quote-drift.unprinted/1");
    finding.message = ExcerptInMarks(heading.words) + (heading.span ? "" : ", in the title,") +
                      " differs from every quote of the text";
    finding.because.push_back("the nearest, in line " +
                              std::to_string(text_.LineAt(nearest.span->begin)) + ": " +
                              ExcerptInMarks(nearest.words));
    finding.related.push_back(text_.Here(*nearest.span));
    found_.emplace(FoldName(heading.words), findings_.size());
    findings_.push_back(std::move(finding));
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
  QuotePrintings printings_;
  const std::vector<Printing>& heading_ = printings_.heading;
  const std::vector<Printing>& body_ = printings_.body;
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
