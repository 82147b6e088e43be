#include "graph/audit/text_under_audit.h"

#include <algorithm>

#include "graph/audit/boilerplate.h"
#include "graph/reading/headings.h"

namespace stemma {
namespace {

// The range that holds what lies at `at`, by `begin_of`; ranges rise and leave no gaps that matter.
template <class Begin>
uint32_t RangeHolding(const std::vector<TokenRange>& ranges, Begin is_behind) {
  const auto behind = std::partition_point(ranges.begin(), ranges.end(), is_behind);
  return behind == ranges.begin() ? 0 : static_cast<uint32_t>(behind - ranges.begin() - 1);
}

// A reader of titles looks far for one; a paragraph below the first that ends as a sentence does,
// and is no scrap, is the body's all the same.
constexpr uint32_t kSentenceTokensMin = 9;

uint32_t HeadingEnd(const TokenView& tokens, Language language) {
  const std::vector<TokenRange>& paragraphs = tokens.Parts().paragraphs;
  const uint32_t size = HeadingSize(tokens, language);
  for (uint32_t i = 1; i < size; ++i) {
    uint32_t last = paragraphs[i].end - 1;
    while (last > paragraphs[i].begin &&
           (tokens.IsMark(last, U'”') || tokens.IsMark(last, U'"') || tokens.IsMark(last, U'»'))) {
      --last;
    }
    if (paragraphs[i].end - paragraphs[i].begin >= kSentenceTokensMin &&
        (tokens.IsMark(last, U'.') || tokens.IsMark(last, U'!') || tokens.IsMark(last, U'?'))) {
      return i;
    }
  }
  return size;
}

}  // namespace

TextUnderAudit::TextUnderAudit(const Reading& reading)
    : reading_(reading),
      parts_(CutText(reading.article.text, reading.language)),
      tokens_(parts_),
      quoted_(FindQuotedWords(parts_)),
      places_(reading.article.text),
      heading_size_(HeadingEnd(tokens_, reading.language)),
      boilerplate_(BoilerplateBegin(tokens_, heading_size_)) {
}

const Quote* TextUnderAudit::QuoteOf(const QuotedWords& words) const {
  const size_t begin = parts_.tokens[words.words.begin].begin;
  const auto quote =
      std::lower_bound(reading_.quotes.begin(), reading_.quotes.end(), begin,
                       [](const Quote& one, size_t at) { return one.span.begin < at; });
  return quote != reading_.quotes.end() && quote->span.begin == begin ? &*quote : nullptr;
}

bool TextUnderAudit::IsAllQuoted(uint32_t paragraph) const {
  const TokenRange range = parts_.paragraphs[paragraph];
  const auto behind =
      std::partition_point(quoted_.begin(), quoted_.end(),
                           [&](const QuotedWords& one) { return one.open <= range.begin; });
  return behind != quoted_.begin() && std::prev(behind)->close + 1 >= range.end;
}

bool TextUnderAudit::IsBetweenMarks(size_t byte) const {
  const auto behind = std::partition_point(
      quoted_.begin(), quoted_.end(),
      [&](const QuotedWords& words) { return parts_.tokens[words.words.begin].begin <= byte; });
  return behind != quoted_.begin() && byte < parts_.tokens[(behind - 1)->words.end - 1].end;
}

uint32_t TextUnderAudit::TokenAt(size_t byte) const {
  const auto first = std::partition_point(parts_.tokens.begin(), parts_.tokens.end(),
                                          [&](const Token& token) { return token.begin < byte; });
  return static_cast<uint32_t>(first - parts_.tokens.begin());
}

uint32_t TextUnderAudit::ParagraphOf(uint32_t token) const {
  return RangeHolding(parts_.paragraphs, [&](TokenRange range) { return range.begin <= token; });
}

uint32_t TextUnderAudit::ParagraphAt(size_t byte) const {
  return RangeHolding(parts_.paragraphs,
                      [&](TokenRange range) { return parts_.tokens[range.begin].begin <= byte; });
}

TokenRange TextUnderAudit::SentenceAt(size_t byte) const {
  return parts_.sentences[RangeHolding(parts_.sentences, [&](TokenRange range) {
    return parts_.tokens[range.begin].begin <= byte;
  })];
}

Related TextUnderAudit::Here(Span span) const {
  return {"", places_.Points().At(span.begin), places_.Points().At(span.end),
          std::string(Words(span))};
}

Finding TextUnderAudit::FindingAt(Rule rule, Severity severity, Span span,
                                  std::string_view method) const {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.span = span;
  finding.exact = std::string(Words(span));
  finding.method = method;
  return finding;
}

}  // namespace stemma
