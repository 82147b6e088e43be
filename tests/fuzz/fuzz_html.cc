// Bytes as a page: whatever they are, what was read of them holds together.
#include <cstddef>
#include <cstdint>
#include <string>

#include "graph/base/edtf.h"
#include "graph/base/utf8.h"
#include "graph/reading/article.h"
#include "require.h"

namespace {

using stemma::fuzz::Require;

void RequireInside(const stemma::Span& span, const std::string& text) {
  Require(span.begin <= span.end && span.end <= text.size(), "what was found is in the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // Once as they are, and once as what is surely a page.
  for (const std::string& page : {bytes, "<html>" + bytes}) {
    const stemma::Result<stemma::Article> article = stemma::ReadArticle(page);
    if (!article.has_value()) {
      Require(!article.error().message.empty(), "a refusal says why");
      continue;
    }
    Require(!stemma::FirstInvalidUtf8(article->text).has_value(), "a text is UTF-8");
    for (const stemma::Link& link : article->links) {
      RequireInside(link.span, article->text);
    }
    for (const auto* stated : {&article->title, &article->outlet, &article->byline}) {
      if (stated->has_value() && (*stated)->span.has_value()) {
        RequireInside(*(*stated)->span, article->text);
      }
    }
    for (const auto* date : {&article->published, &article->modified}) {
      Require(!date->has_value() || stemma::ParseEdtf((*date)->value).has_value(), "a date is one");
    }
  }
  return 0;
}
