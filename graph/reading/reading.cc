#include "graph/reading/reading.h"

#include <utility>

#include "graph/reading/acronyms.h"
#include "graph/reading/credits.h"
#include "graph/reading/dates.h"
#include "graph/reading/headings.h"
#include "graph/reading/language.h"
#include "graph/reading/numbers.h"
#include "graph/reading/quotes.h"
#include "graph/reading/sources.h"
#include "graph/reading/text_parts.h"
#include "graph/reading/token_view.h"

namespace stemma {

Reading ReadSourcing(Article article) {
  Reading reading;
  reading.article = std::move(article);
  reading.language = LanguageOf(reading.article.text, reading.article.lang);
  const TextParts parts = CutText(reading.article.text, reading.language);
  const TokenView tokens(parts);
  FindHeadings(tokens, reading);
  FindDates(tokens, reading);
  reading.credits = FindCredits(tokens, reading.language);
  reading.acronyms = FindAcronyms(tokens, reading.language);
  reading.numbers = FindNumbers(tokens, reading.language);
  const auto& outlet = reading.article.outlet;
  reading.sources = FindSources(tokens, reading.language, outlet ? outlet->value : "");
  reading.quotes = FindQuotes(parts, reading.language);
  return reading;
}

}  // namespace stemma
