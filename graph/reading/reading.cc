#include "graph/reading/reading.h"

#include <utility>

#include "graph/reading/language.h"
#include "graph/reading/quotes.h"
#include "graph/reading/text_parts.h"

namespace stemma {

Reading ReadSourcing(Article article) {
  Reading reading;
  reading.article = std::move(article);
  reading.language = LanguageOf(reading.article.text, reading.article.lang);
  const TextParts parts = CutText(reading.article.text, reading.language);
  reading.quotes = FindQuotes(parts, reading.language);
  return reading;
}

}  // namespace stemma
