#include "graph/audit/text_rules/printed_below.h"

#include <algorithm>
#include <string_view>

#include "graph/audit/rewording.h"
#include "graph/audit/text_rules/figure_words.h"
#include "graph/audit/text_rules/written_words.h"

namespace stemma {
namespace {

constexpr uint32_t kReviewTokens = 120;
constexpr size_t kPhraseWords = 4;  // of no more may be a turn of phrase
// Of a heading's words so many, in runs, print it below.
constexpr uint32_t kCoveredRun = 2;
constexpr uint32_t kCoveredPercent = 80;
constexpr size_t kBodyBytesMax = 20000;

// What headlines say instead of "says".
const WordMap& HeadlineVerbs() {
  static const WordMap words(
      "apologises apologizes warns slams blasts hails denies vows admits condemns calls demands "
      "denounces laments fears promises mocks s'excuse dénonce fustige salue promet condamne "
      "réclame "
      "avertit prévient déplore admet nie craint");
  return words;
}

// Whether each word of four bytes or more begins with a capital but those of grammar, and two do.
bool IsCapitalised(std::string_view words) {
  uint32_t capitals = 0;
  for (size_t at = words.find_first_not_of(' '); at != std::string_view::npos;) {
    const size_t end = std::min(words.find(' ', at), words.size());
    const bool is_small = words[at] >= 'a' && words[at] <= 'z';
    if (is_small && end - at >= kLongBytes && !Stopwords().Has(words.substr(at, end - at))) {
      return false;
    }
    capitals += words[at] >= 'A' && words[at] <= 'Z' ? 1 : 0;
    at = words.find_first_not_of(' ', end);
  }
  return capitals >= 2;
}

// "The Bells of the Lost Valley", in a line that does not print all its words so.
bool IsTitle(const TextUnderAudit& text, const Printing& heading) {
  return IsCapitalised(heading.words) &&
         !IsCapitalised(text.Parts().Words(text.Parts().paragraphs[heading.paragraph]));
}

// Behind a name and a comma, or before what stands in brackets, in a piece that soon tells of an
// album, a film or a book: "Ida Moe, “I Burned the Soup” (Harle Records)".
bool IsInReview(const TextUnderAudit& text, const Printing& heading) {
  const TokenView& tokens = text.Tokens();
  const TokenRange line = text.Parts().paragraphs[heading.paragraph];
  const uint32_t open = text.TokenAt(heading.span->begin) - 1;
  const uint32_t behind = text.TokenAt(heading.span->end) + 1;
  const bool is_labelled = (open > line.begin && tokens.IsMark(open - 1, U',')) ||
                           (behind < line.end && tokens.IsMark(behind, U'('));
  const uint32_t end = std::min(tokens.Size(), line.end + kReviewTokens);
  for (uint32_t i = line.end; is_labelled && i < end; ++i) {
    if (tokens.IsIn(i, WrittenWords()) || tokens.IsIn(i, ShownWords())) {
      return true;
    }
  }
  return false;
}

// "Nobody is above the law", of "Nobody, not even the minister, is above the law".
bool IsCutFrom(const Printing& heading, const QuotePrintings& printings, Language language) {
  return std::any_of(printings.body.begin(), printings.body.end(), [&](const Printing& later) {
    return CompareLoosely(heading.compared, later.compared, language).words ==
           heading.compared.size();
  });
}

// The words of the body but for the printing's own paragraph, if it stands there.
std::vector<WordingWord> BodyWithout(const TextUnderAudit& text, uint32_t lead,
                                     const Printing& printing) {
  const Language language = text.Read().language;
  const auto& paragraphs = text.Parts().paragraphs;
  const uint32_t first = std::min(lead, static_cast<uint32_t>(paragraphs.size()) - 1);
  const size_t begin = text.Parts().tokens[paragraphs[first].begin].begin;
  const size_t end = std::min(text.Text().size(), begin + kBodyBytesMax);
  if (!printing.span || printing.span->begin < begin || printing.span->begin >= end) {
    return WordingWordsOf(text.Words({begin, end}), language);
  }
  const Span own = text.Parts().SpanOf(paragraphs[printing.paragraph]);
  std::vector<WordingWord> words = WordingWordsOf(text.Words({begin, own.begin}), language);
  const auto behind =
      WordingWordsOf(text.Words({own.end, std::max<size_t>(own.end, end)}), language);
  words.insert(words.end(), behind.begin(), behind.end());
  return words;
}

}  // namespace

bool IsPrintedBelow(const TextUnderAudit& text, const QuotePrintings& printings,
                    const Printing& heading) {
  const auto size = static_cast<uint32_t>(heading.compared.size());
  std::vector<WordingWord> all;
  for (const Printing& later : printings.body) {
    all.insert(all.end(), later.compared.begin(), later.compared.end());
  }
  // Of "[The council] sold it" an editor's words stand nowhere.
  const bool is_edited = heading.words.find('[') != std::string_view::npos;
  const auto is_covered = [&](const std::vector<WordingWord>& words, uint32_t run_min) {
    const Coverage coverage = CoverageOf(heading.compared, words, run_min);
    return coverage.words * 100 >= size * kCoveredPercent &&
           (coverage.content_missed == 0 || is_edited);
  };
  if (is_covered(all, kCoveredRun) || IsCutFrom(heading, printings, text.Read().language)) {
    return true;
  }
  return is_covered(BodyWithout(text, printings.lead, heading), kCoveredRun + 1);
}

bool MayBeSaid(const TextUnderAudit& text, const Printing& heading) {
  if (!heading.span) {
    return !IsCapitalised(heading.words);
  }
  if (heading.compared.size() > kPhraseWords) {
    return !IsTitle(text, heading) && !IsInReview(text, heading);
  }
  const TokenView& tokens = text.Tokens();
  const TokenRange line = text.Parts().paragraphs[heading.paragraph];
  for (uint32_t i = line.begin; i < line.end; ++i) {
    const bool is_before = tokens[i].begin < heading.span->begin;
    const bool is_between = !is_before && tokens[i].begin < heading.span->end;
    const bool says = tokens.Has(
        i, Bits(WordClass::kSays, WordClass::kSay, WordClass::kAccording, WordClass::kSaysThat));
    // "Moe: “Cut the rope”", and not "“Cut off”: a winter on the island".
    if (((says || tokens.IsIn(i, HeadlineVerbs())) && !is_between) ||
        (is_before && tokens.IsMark(i, U':'))) {
      return true;
    }
  }
  return false;
}

}  // namespace stemma
