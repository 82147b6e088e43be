// An article's text with what every rule asks of it: its parts, its quotes, and where its own words
// end and the outlet's begin.
//
// Source: docs/audit.md.
// Thread safety: const calls from several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/finding.h"
#include "graph/base/text_places.h"
#include "graph/reading/quote_marks.h"
#include "graph/reading/reading.h"
#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

class TextUnderAudit {
 public:
  // `reading` is borrowed. O(bytes).
  explicit TextUnderAudit(const Reading& reading);
  TextUnderAudit(const TextUnderAudit&) = delete;
  TextUnderAudit& operator=(const TextUnderAudit&) = delete;

  const Reading& Read() const { return reading_; }
  const TextParts& Parts() const { return parts_; }
  const TokenView& Tokens() const { return tokens_; }
  std::string_view Text() const { return reading_.article.text; }
  std::string_view Words(Span span) const {
    return Text().substr(span.begin, span.end - span.begin);
  }

  // Everything between quotation marks, in order.
  std::span<const QuotedWords> Quoted() const { return quoted_; }
  // The quote that was read from them, with its speaker; null where none was.
  const Quote* QuoteOf(const QuotedWords& words) const;
  // Whether a paragraph is nothing but a quote. O(log quotes).
  bool IsAllQuoted(uint32_t paragraph) const;
  // Whether somebody else's words hold the byte. O(log quotes).
  bool IsBetweenMarks(size_t byte) const;

  // The first token that begins at the byte or behind it. O(log tokens).
  uint32_t TokenAt(size_t byte) const;
  // The tokens that lie in `span`.
  TokenRange TokensIn(Span span) const { return {TokenAt(span.begin), TokenAt(span.end)}; }
  uint32_t ParagraphOf(uint32_t token) const;
  uint32_t ParagraphAt(size_t byte) const;
  // Of the sentence that holds the byte; behind the last, the last.
  TokenRange SentenceAt(size_t byte) const;
  // Title, byline, dates, captions: the paragraphs above the body.
  bool IsHeading(uint32_t paragraph) const { return paragraph < heading_size_; }
  // What the outlet prints below each article: terms, contacts, appeals (boilerplate.h).
  bool IsBoilerplate(uint32_t paragraph) const { return paragraph >= boilerplate_; }
  bool IsBoilerplate(Span span) const { return IsBoilerplate(ParagraphAt(span.begin)); }

  const CodePoints& Points() const { return places_.Points(); }
  // In which line the byte stands, from 1, as people look places up. O(log lines).
  size_t LineAt(size_t byte) const { return places_.At(byte).line; }
  // A place of this text, for Finding::related.
  Related Here(Span span) const;
  // A finding at `span`, its words filled in.
  Finding FindingAt(Rule rule, Severity severity, Span span, std::string_view method) const;

 private:
  const Reading& reading_;
  TextParts parts_;
  TokenView tokens_;
  std::vector<QuotedWords> quoted_;
  TextPlaces places_;
  uint32_t heading_size_ = 0;
  uint32_t boilerplate_ = 0;  // paragraph
};

}  // namespace stemma
