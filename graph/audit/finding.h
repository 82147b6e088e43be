// What an audit reports: one place, what is printed there, what it differs from, and why.
//
// Wording is neutral: "differs from", "does not spell", "consistent with". Whether the text said
// this is one question, whether it is wrong another; a finding answers neither for its reader.
// Source: docs/audit.md; docs/json.md, `audit --json`.
// Thread safety: plain values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/audit/severity.h"
#include "graph/reading/article.h"

namespace stemma {

enum class Rule : uint8_t {
  kAcronymMismatch,
  kEntityNearMiss,
  kQuoteUnattributed,
  kSpeakerUnclear,
  kQuoteDrift,
  kQuoteUnbalanced,
  kQuoteOdd,
  kSpeakerChanged,
  kNumberDrift,
  kDateOrder,
  kSourceVague,
  kSourceDeadEnd,
  kSourceCorrected,
  kCreditUndeclared,
  kCircularSourcing,
};
inline constexpr size_t kRuleCount = 15;
inline constexpr auto kRules = std::to_array<Rule>(
    {Rule::kAcronymMismatch, Rule::kEntityNearMiss, Rule::kQuoteUnattributed, Rule::kSpeakerUnclear,
     Rule::kQuoteDrift, Rule::kQuoteUnbalanced, Rule::kQuoteOdd, Rule::kSpeakerChanged,
     Rule::kNumberDrift, Rule::kDateOrder, Rule::kSourceVague, Rule::kSourceDeadEnd,
     Rule::kSourceCorrected, Rule::kCreditUndeclared, Rule::kCircularSourcing});
static_assert(kRules.size() == kRuleCount);

std::string_view Name(Rule rule);  // "acronym-mismatch"
std::optional<Rule> ParseRule(std::string_view word);

// A place that a finding is compared with.
struct Related {
  std::string node;               // empty: the text under audit
  std::optional<uint64_t> start;  // code points of that node's text, where it is known
  std::optional<uint64_t> end;    // exclusive
  std::string exact;              // as printed there; of a node without a text, its name
};

struct Finding {
  Rule rule = Rule::kAcronymMismatch;
  Severity severity = Severity::kNote;
  std::optional<Span> span;  // of the text under audit; none where no words are meant
  std::string exact;         // the words there
  std::string message;       // one line, of what is printed and what it differs from
  std::optional<std::string> suggestion;
  std::vector<std::string> because;  // one reason a line
  std::vector<Related> related;
  std::string_view method;  // "acronym-mismatch.initials/1"
  // Filled in by the auditor.
  std::string id;                 // NODE~RULE~HASH; the same while the words stay
  std::optional<uint64_t> start;  // of the span, in code points
  std::optional<uint64_t> end;    // exclusive
};

// "words" in quotation marks, as messages write them.
std::string InMarks(std::string_view words);
// The same on one line, cut when they are many.
std::string ExcerptInMarks(std::string_view words);

// What rules found, in the order they found it.
using Findings = std::vector<Finding>;

}  // namespace stemma
