#include "graph/reading/quotes.h"

#include "graph/reading/quote_marks.h"
#include "graph/reading/quote_speakers.h"

namespace stemma {

std::vector<Quote> FindQuotes(const TextParts& parts, Language) {
  const std::vector<QuotedWords> quoted = FindQuotedWords(parts);
  std::vector<Quote> quotes;
  for (const QuoteFound& found : FindQuoteSpeakers(parts, quoted)) {
    Quote quote;
    quote.span = parts.SpanOf(found.words);
    quote.kind = found.kind;
    quote.method = found.method;
    if (found.speaker) {
      quote.speaker.emplace();
      quote.speaker->span = parts.SpanOf(*found.speaker);
    }
    if (found.cue) {
      quote.cue = parts.SpanOf(*found.cue);
    }
    quotes.push_back(std::move(quote));
  }
  return quotes;
}

}  // namespace stemma
