// Bytes as an article: reading its sourcing never crashes, and every finding is in the text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "graph/reading/article.h"
#include "graph/reading/reading.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  stemma::Result<stemma::Article> article =
      stemma::ReadArticle(std::string(reinterpret_cast<const char*>(data), size));
  if (!article.has_value()) {
    return 0;
  }
  const stemma::Reading reading = stemma::ReadSourcing(*std::move(article));
  const size_t end = reading.article.text.size();
  const auto require = [end](const stemma::Span& span) {
    stemma::fuzz::Require(span.begin <= span.end && span.end <= end, "a finding is in the text");
  };
  for (const stemma::Quote& quote : reading.quotes) {
    require(quote.span);
    if (quote.speaker.has_value()) {
      require(quote.speaker->span);
    }
    if (quote.cue.has_value()) {
      require(*quote.cue);
    }
  }
  for (const stemma::Source& source : reading.sources) {
    require(source.span);
  }
  for (const stemma::Credit& credit : reading.credits) {
    require(credit.span);
  }
  for (const stemma::AcronymDefinition& definition : reading.acronyms) {
    require(definition.short_form);
    require(definition.long_form);
  }
  for (const stemma::Number& number : reading.numbers) {
    require(number.span);
  }
  return 0;
}
