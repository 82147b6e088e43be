#include "graph/reading/quotes.h"

#include <algorithm>
#include <utility>

#include "graph/reading/indirect_speech.h"
#include "graph/reading/quote_marks.h"
#include "graph/reading/quote_speakers.h"
#include "graph/reading/speaker_names.h"

namespace stemma {

std::vector<Quote> FindQuotes(const TextParts& parts, Language) {
  const std::vector<QuotedWords> quoted = FindQuotedWords(parts);
  std::vector<QuoteFound> all = FindQuoteSpeakers(parts, quoted);
  const std::vector<QuoteFound> indirect = FindIndirectSpeech(parts, quoted, all);
  all.insert(all.end(), indirect.begin(), indirect.end());
  std::sort(all.begin(), all.end(),
            [](const QuoteFound& a, const QuoteFound& b) { return a.words.begin < b.words.begin; });
  SpeakerNames names(parts);
  std::vector<Quote> quotes;
  for (const QuoteFound& found : all) {
    Quote quote;
    quote.span = parts.SpanOf(found.words);
    quote.kind = found.kind;
    quote.method = found.method;
    if (found.speaker) {
      quote.speaker = names.Resolve(*found.speaker);
    }
    if (found.cue) {
      quote.cue = parts.SpanOf(*found.cue);
    }
    quotes.push_back(std::move(quote));
  }
  return quotes;
}

}  // namespace stemma
