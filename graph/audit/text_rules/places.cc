#include "graph/audit/text_rules/places.h"

#include <algorithm>

#include "graph/audit/finding.h"
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

uint32_t TokenAt(const TextUnderAudit& text, size_t byte) {
  const auto& tokens = text.Parts().tokens;
  const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& token) { return token.begin < byte; });
  return static_cast<uint32_t>(first - tokens.begin());
}

bool IsBetweenMarks(const TextUnderAudit& text, size_t byte) {
  const auto& tokens = text.Parts().tokens;
  const auto quoted = text.Quoted();
  const auto behind = std::partition_point(
      quoted.begin(), quoted.end(),
      [&](const QuotedWords& words) { return tokens[words.words.begin].begin <= byte; });
  return behind != quoted.begin() && byte < tokens[(behind - 1)->words.end - 1].end;
}

std::string ExcerptInMarks(std::string_view words) {
  constexpr size_t kColumnsMax = 80;
  std::string line(words);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return InMarks(TruncateToWidth(line, kColumnsMax));
}

}  // namespace stemma
