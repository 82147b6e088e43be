#include "graph/adding/text_evidence.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr size_t kContextCodePoints = 32;

}  // namespace

std::string_view TextEvidence::WithContext(Span span) const {
  const size_t start = code_points_.At(span.begin);
  const size_t begin = code_points_.ByteOf(start - std::min(start, kContextCodePoints));
  const size_t end = code_points_.ByteOf(code_points_.At(span.end) + kContextCodePoints);
  return Words({begin, end});
}

Evidence TextEvidence::Of(Span span) const {
  const std::string_view all = WithContext(span);
  const auto before = static_cast<size_t>(text_.data() + span.begin - all.data());
  const size_t length = span.end - span.begin;
  Evidence evidence;
  evidence.in = id_;
  evidence.start = code_points_.At(span.begin);
  evidence.end = code_points_.At(span.end);
  evidence.exact = std::string(all.substr(before, length));
  evidence.prefix = std::string(all.substr(0, before));
  evidence.suffix = std::string(all.substr(before + length));
  return evidence;
}

}  // namespace stemma
