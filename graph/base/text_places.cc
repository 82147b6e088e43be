#include "graph/base/text_places.h"

#include <algorithm>

namespace stemma {

TextPlaces::TextPlaces(std::string_view text) : code_points_(text), line_begins_{0} {
  for (size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    line_begins_.push_back(end + 1);
  }
}

LineColumn TextPlaces::At(size_t byte) const {
  const auto behind = std::upper_bound(line_begins_.begin(), line_begins_.end(), byte);
  const size_t begin = *(behind - 1);
  return {static_cast<size_t>(behind - line_begins_.begin()),
          code_points_.At(byte) - code_points_.At(begin) + 1};
}

}  // namespace stemma
