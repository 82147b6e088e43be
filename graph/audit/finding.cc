#include "graph/audit/finding.h"

#include <algorithm>

#include "graph/base/utf8.h"

namespace stemma {

std::string_view Name(Rule rule) {
  switch (rule) {
    case Rule::kAcronymMismatch:
      return "acronym-mismatch";
    case Rule::kEntityNearMiss:
      return "entity-near-miss";
    case Rule::kQuoteUnattributed:
      return "quote-unattributed";
    case Rule::kSpeakerUnclear:
      return "speaker-unclear";
    case Rule::kQuoteDrift:
      return "quote-drift";
    case Rule::kQuoteUnbalanced:
      return "quote-unbalanced";
    case Rule::kQuoteOdd:
      return "quote-odd";
    case Rule::kSpeakerChanged:
      return "speaker-changed";
    case Rule::kNumberDrift:
      return "number-drift";
    case Rule::kDateOrder:
      return "date-order";
    case Rule::kSourceVague:
      return "source-vague";
    case Rule::kSourceDeadEnd:
      return "source-dead-end";
    case Rule::kSourceCorrected:
      return "source-corrected";
    case Rule::kCreditUndeclared:
      return "credit-undeclared";
    case Rule::kCircularSourcing:
      return "circular-sourcing";
  }
  return "";
}

std::optional<Rule> ParseRule(std::string_view word) {
  for (const Rule rule : kRules) {
    if (word == Name(rule)) {
      return rule;
    }
  }
  return std::nullopt;
}

std::string InMarks(std::string_view words) {
  return '"' + std::string(words) + '"';
}

std::string ExcerptInMarks(std::string_view words) {
  constexpr size_t kColumnsMax = 80;
  std::string line(words);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return InMarks(TruncateToWidth(line, kColumnsMax));
}

}  // namespace stemma
