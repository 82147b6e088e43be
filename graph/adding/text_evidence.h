// Selectors for places in one stored text.
//
// Source: W3C Web Annotation, TextPositionSelector and TextQuoteSelector.
// Thread safety: const calls from several threads.
#pragma once

#include <string>
#include <string_view>

#include "graph/base/code_points.h"
#include "graph/model/assertion.h"
#include "graph/reading/article.h"

namespace stemma {

class TextEvidence {
 public:
  // `text` is borrowed; `id`: of the node whose text it is. O(bytes), once.
  TextEvidence(std::string id, std::string_view text)
      : id_(std::move(id)), text_(text), code_points_(text) {}

  // With 32 code points on each side. O(bytes of the span).
  Evidence Of(Span span) const;
  // What stands there with those beside it, as printed.
  std::string_view WithContext(Span span) const;

  std::string_view Words(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }
  size_t CodePoint(size_t byte) const { return code_points_.At(byte); }

 private:
  std::string id_;
  std::string_view text_;
  CodePoints code_points_;
};

}  // namespace stemma
