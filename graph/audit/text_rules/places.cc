#include "graph/audit/text_rules/printed_lines.h"

#include <algorithm>

#include "graph/base/utf8.h"

namespace stemma {

PrintedLines::PrintedLines(std::string_view text) {
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ends_.push_back(at);
  }
}

size_t PrintedLines::At(size_t byte) const {
  return static_cast<size_t>(std::lower_bound(ends_.begin(), ends_.end(), byte) - ends_.begin()) +
         1;
}

std::string InMarks(std::string_view words) {
  constexpr size_t kColumnsMax = 80;
  std::string line(words);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return "“" + TruncateToWidth(line, kColumnsMax) + "”";
}

}  // namespace stemma
