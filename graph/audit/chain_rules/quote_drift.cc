// A quote in other words than the one it was lifted from, or than the same speaker's in a work of
// its chain.
//
// What a difference means depends on the way between the two. Along a recorded `quoted_from` any
// difference is one. Words of two languages cannot be compared; two translations of one original
// differ in wording by nature; but a text that begins and ends in one language and passed another
// was translated back, and prints as a quote what nobody said in those words. Traps: a speaker says
// many things, so that without a record the words themselves, or their place in reused text, must
// tell that it is one quote.
#include <algorithm>
#include <string>
#include <utility>

#include "graph/audit/chain_rules/chain_rules.h"
#include "graph/audit/chain_rules/each_quote.h"
#include "graph/audit/quote_links.h"
#include "graph/audit/wording.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

constexpr size_t kSlotWordsMax = 10;
constexpr Instant kSlotApartMax = Instant{31} * 24 * 3600 * 1'000'000;

stemma::Language ReadingLanguage(const PrintedQuote& quote) {
  return LanguageOf(quote.words, quote.language);
}

std::string_view MethodOf(QuoteTie tie) {
  switch (tie) {
    case QuoteTie::kLiftedFrom:
      return "quote-drift.lifted/1";
    case QuoteTie::kSameOriginal:
      return "quote-drift.translations/1";
    case QuoteTie::kInChain:
      return "quote-drift.chain/1";
    case QuoteTie::kInCredited:
      break;
  }
  return "quote-drift.slot/1";
}

Severity SeverityOf(const QuoteLink& link, WordingKind kind, bool said_translated) {
  const bool turns_meaning = kind == WordingKind::kNegation || kind == WordingKind::kNumber;
  const bool is_translation = link.tie == QuoteTie::kSameOriginal || said_translated;
  if (kind == WordingKind::kTrimming || (is_translation && !turns_meaning)) {
    return Severity::kNote;
  }
  const bool is_function_word = kind == WordingKind::kFunctionWord && link.languages.empty();
  return is_function_word || link.is_uncertain ? Severity::kWarning : Severity::kError;
}

// Changes with nothing but marks and spaces between them are one: "misinformation / fake news".
std::vector<WordChange> Joined(const std::vector<WordChange>& changes, std::string_view original,
                               std::string_view printed) {
  const auto adjoin = [](std::string_view whole, Span first, Span second) {
    const std::string_view between =
        first.end < second.begin ? whole.substr(first.end, second.begin - first.end) : "";
    return std::none_of(between.begin(), between.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c < 0;
    });
  };
  std::vector<WordChange> joined;
  for (const WordChange& change : changes) {
    if (!joined.empty() && adjoin(original, joined.back().in_a, change.in_a) &&
        adjoin(printed, joined.back().in_b, change.in_b)) {
      WordChange& last = joined.back();
      last.in_a = {std::min(last.in_a.begin, change.in_a.begin), change.in_a.end};
      last.in_b = {std::min(last.in_b.begin, change.in_b.begin), change.in_b.end};
      last.kind = std::max(last.kind, change.kind);
    } else {
      joined.push_back(change);
    }
  }
  return joined;
}

// "slander / fabrication; misinformation / fake news": what stands in place of the original's.
std::string ChangesIn(const WordingDifference& difference, std::string_view original,
                      std::string_view printed) {
  constexpr size_t kListedMax = 6;
  std::string text;
  size_t listed = 0;
  for (const WordChange& change : Joined(difference.changes, original, printed)) {
    if (change.kind < WordingKind::kTrimming ||
        (change.kind == WordingKind::kTrimming && difference.kind != WordingKind::kTrimming)) {
      continue;
    }
    if (listed++ == kListedMax) {
      return text + "; …";
    }
    const auto words = [](std::string_view whole, Span span) {
      return span.begin == span.end ? std::string("(nothing)")
                                    : std::string(whole.substr(span.begin, span.end - span.begin));
    };
    text += (text.empty() ? "" : "; ") + words(printed, change.in_b) + " / " +
            words(original, change.in_a);
  }
  return text;
}

struct Drift {
  const QuoteLink* link = nullptr;
  WordingDifference difference;
};

class QuoteDriftAudit {
 public:
  QuoteDriftAudit(const WorkUnderAudit& work, Findings& findings)
      : work_(work), findings_(findings), reader_(work.Reader()) {}

  Status Check(const PrintedQuote& quote, const QuoteLinks& links) {
    std::optional<Drift> drift;
    if (!links.empty() && links.front().tie == QuoteTie::kLiftedFrom) {
      drift = FromLifted(quote, links);
    } else {
      drift = FromChain(quote, links);
      if (!drift) {
        STEMMA_ASSIGN(drift, FromCredited(quote, links));
      }
    }
    return drift ? Report(quote, *drift, links) : Status();
  }

 private:
  // Against the earliest in the quote's own language; where there is none, against other
  // translations.
  static std::optional<Drift> FromLifted(const PrintedQuote& quote, const QuoteLinks& links) {
    const QuoteLink* earliest = nullptr;
    for (const QuoteLink& link : links) {
      if (link.tie == QuoteTie::kLiftedFrom && !link.original.words.empty() &&
          MayBeOneLanguage(link.original.language, quote.language)) {
        earliest = &link;
      }
    }
    if (earliest != nullptr) {
      Drift drift{earliest, CompareWordings(earliest->original.words, quote.words,
                                            ReadingLanguage(quote), SameQuote::kAssumed)};
      return IsDrift(drift.difference.kind) ? std::optional(std::move(drift)) : std::nullopt;
    }
    std::optional<Drift> gravest;
    for (const QuoteLink& link : links) {
      if (link.tie != QuoteTie::kSameOriginal) {
        continue;
      }
      Drift drift{&link, CompareWordings(link.original.words, quote.words, ReadingLanguage(quote),
                                         SameQuote::kAssumed)};
      const WordingKind kind = drift.difference.kind;
      if (kind > WordingKind::kTrimming && kind != WordingKind::kUnrelated &&
          (!gravest || gravest->difference.kind < kind)) {
        gravest = std::move(drift);
      }
    }
    return gravest;
  }

  static bool IsDrift(WordingKind kind) {
    return kind > WordingKind::kNormalisation && kind != WordingKind::kUnrelated;
  }

  // Of the same speaker's quotes in the chain the one that is nearest in words. Where one has the
  // same words, or some of them, nothing has changed on the way.
  static std::optional<Drift> FromChain(const PrintedQuote& quote, const QuoteLinks& links) {
    std::optional<Drift> nearest;
    for (const QuoteLink& link : links) {
      if (link.tie != QuoteTie::kInChain || !ShareSpeaker(quote, link.original) ||
          !MayBeOneLanguage(link.original.language, quote.language)) {
        continue;
      }
      Drift drift{&link, CompareWordings(link.original.words, quote.words, ReadingLanguage(quote))};
      if (drift.difference.kind <= WordingKind::kTrimming) {
        return std::nullopt;
      }
      if (drift.difference.kind != WordingKind::kUnrelated &&
          (!nearest || nearest->difference.kind > drift.difference.kind)) {
        nearest = std::move(drift);
      }
    }
    return nearest;
  }

  // Words that do not tell it are one quote when their place does: the same speaker, short, about
  // as long, beginning alike, at about the same time, and only one that fits.
  Result<std::optional<Drift>> FromCredited(const PrintedQuote& quote,
                                            const QuoteLinks& links) const {
    std::optional<Drift> only;
    for (const QuoteLink& link : links) {
      if (link.tie != QuoteTie::kInCredited ||
          !MayBeOneLanguage(link.original.language, quote.language)) {
        continue;
      }
      Drift drift{&link, CompareWordings(link.original.words, quote.words, ReadingLanguage(quote),
                                         SameQuote::kAssumed)};
      if (drift.difference.kind <= WordingKind::kTrimming) {
        return std::optional<Drift>();
      }
      STEMMA_ASSIGN(const bool fits, FitsSlot(quote, link.original, drift.difference));
      if (!fits) {
        continue;
      }
      if (only) {
        return std::optional<Drift>();
      }
      only = std::move(drift);
    }
    return only;
  }

  Result<bool> FitsSlot(const PrintedQuote& quote, const PrintedQuote& original,
                        const WordingDifference& difference) const {
    const std::vector<std::string> printed = FoldedWords(quote.words);
    const std::vector<std::string> before = FoldedWords(original.words);
    const size_t most = std::max(printed.size(), before.size());
    const size_t least = std::min(printed.size(), before.size());
    if (most > kSlotWordsMax || most - least > 1 || least < 3 ||
        printed.front() != before.front() || difference.words_shared < 2 ||
        difference.long_words_shared < 1) {
      return false;
    }
    STEMMA_ASSIGN(const auto facts, reader_.Graph().Facts({&*original.work, 1}));
    if (!facts.front().dated || !work_.Facts().dated) {
      return true;
    }
    const DateInterval& own = work_.Facts().date;
    const DateInterval& other = facts.front().date;
    const bool is_later = own.start == kDistantPast || other.end == kDistantFuture ||
                          own.start - other.end < kSlotApartMax;
    return is_later && (own.end == kDistantFuture || own.end >= other.start);
  }

  Status Report(const PrintedQuote& quote, const Drift& drift, const QuoteLinks& links) {
    const QuoteLink& link = *drift.link;
    const PrintedQuote& original = link.original;
    STEMMA_ASSIGN(const auto span, work_.SpanOf(quote));
    STEMMA_ASSIGN(const std::vector<std::string> languages, LanguagesPassed(link));
    QuoteLink passed = link;
    passed.languages = languages;
    const WordingKind kind = drift.difference.kind;
    STEMMA_ASSIGN(const bool is_translation, IsSaidTranslation(quote, link));
    Finding finding =
        work_.FindingAbout(Rule::kQuoteDrift, SeverityOf(passed, kind, is_translation), quote.words,
                           span, MethodOf(link.tie));
    finding.message = InMarks(quote.words) + " differs from " + InMarks(original.words) + " (" +
                      original.id + ")";
    finding.suggestion = original.words;
    finding.because.push_back(std::string(Name(kind)) + ": " +
                              ChangesIn(drift.difference, original.words, quote.words));
    STEMMA_TRY(AddTie(quote, passed, finding));
    AddLanguages(passed, finding);
    STEMMA_TRY(AddInheritance(quote, links, link, finding));
    STEMMA_TRY(reader_.AddRelated(original, finding.related));
    findings_.push_back(std::move(finding));
    return {};
  }

  // Whether the record of where the quote is from says that it was translated.
  Result<bool> IsSaidTranslation(const PrintedQuote& quote, const QuoteLink& link) const {
    if (link.tie != QuoteTie::kLiftedFrom || !quote.node) {
      return false;
    }
    const NodeId from = link.between.empty() ? *link.original.node : link.between.front();
    STEMMA_ASSIGN(const auto said, reader_.SaidOf({*quote.node, EdgeKind::kQuotedFrom, from}));
    return said.deciding.how == "translation";
  }

  // Of the quotes between, else of the works.
  Result<std::vector<std::string>> LanguagesPassed(const QuoteLink& link) const {
    if (link.tie == QuoteTie::kSameOriginal || !link.languages.empty() || !link.original.work) {
      return link.languages;
    }
    STEMMA_ASSIGN(const auto chain, work_.Chain());
    for (size_t i = 0; i < chain.size(); ++i) {
      if (chain[i].node == *link.original.work) {
        return work_.LanguagesOnWayTo(i);
      }
    }
    return std::vector<std::string>();
  }

  Result<std::string> Way(const QuoteLink& link) const {
    STEMMA_ASSIGN(const auto ids, reader_.Graph().Ids(link.between));
    std::string way;
    for (const std::string& id : ids) {
      way += (way.empty() ? "" : ", ") + id;
    }
    return way;
  }

  Status AddTie(const PrintedQuote& quote, const QuoteLink& link, Finding& finding) const {
    STEMMA_ASSIGN(const std::string way, Way(link));
    std::string tie;
    if (link.tie == QuoteTie::kLiftedFrom) {
      tie = "it was lifted from " + link.original.id;
    } else if (link.tie == QuoteTie::kSameOriginal) {
      tie = "both were lifted from " + way + ": two translations differ in wording by nature";
    } else {
      STEMMA_ASSIGN(const std::string speaker, SharedSpeaker(quote, link.original));
      STEMMA_ASSIGN(const std::string work, reader_.Id(*link.original.work));
      tie = "the same speaker (" + speaker + ") in " + work +
            (link.tie == QuoteTie::kInChain ? ", which its chain passes"
                                            : ", of an outlet that it names");
    }
    if (link.tie != QuoteTie::kSameOriginal && !way.empty()) {
      tie += ", by way of " + way;
    }
    finding.because.push_back(std::move(tie));
    if (link.is_uncertain) {
      finding.because.emplace_back("a link between them is inferred or disputed");
    }
    return {};
  }

  Result<std::string> SharedSpeaker(const PrintedQuote& a, const PrintedQuote& b) const {
    for (const QuoteSpeaker& one : a.speakers) {
      for (const QuoteSpeaker& other : b.speakers) {
        if (one.node && other.node && one.shown == other.shown) {
          return reader_.Id(one.shown);
        }
      }
    }
    return std::string();
  }

  static void AddLanguages(const QuoteLink& link, Finding& finding) {
    if (link.languages.empty() || link.tie == QuoteTie::kSameOriginal) {
      return;
    }
    std::string names;
    for (size_t i = 0; i < link.languages.size(); ++i) {
      const bool is_last = i + 1 == link.languages.size();
      names += (i == 0 ? "" : is_last ? " and " : ", ") + LanguageName(link.languages[i]);
    }
    finding.because.push_back("the chain passes " + names + ": consistent with translation back");
  }

  // Where the words came in: at this work, or before it.
  Status AddInheritance(const PrintedQuote& quote, const QuoteLinks& links,
                        const QuoteLink& compared, Finding& finding) const {
    const QuoteLink* earliest = nullptr;
    for (const QuoteLink& link : links) {
      if (link.tie == QuoteTie::kLiftedFrom && link.hops < compared.hops &&
          MayBeOneLanguage(link.original.language, quote.language) &&
          CompareWordings(link.original.words, quote.words, ReadingLanguage(quote),
                          SameQuote::kAssumed)
                  .kind <= WordingKind::kNormalisation) {
        earliest = &link;
      }
    }
    if (earliest != nullptr) {
      finding.because.push_back("these words are inherited: " + earliest->original.id +
                                " has them, the earliest stored hop that does");
      STEMMA_TRY(reader_.AddRelated(earliest->original, finding.related));
    }
    return {};
  }

  const WorkUnderAudit& work_;
  Findings& findings_;
  ChainReader& reader_;
};

}  // namespace

Result<uint64_t> CheckQuoteAgainstChain(const WorkUnderAudit& work, Findings& findings) {
  return CheckEachQuote(work, QuoteDriftAudit(work, findings));
}

}  // namespace stemma
