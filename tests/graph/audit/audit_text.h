// What one rule says of a text that a test wrote, as words that compare at a glance.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/audit/text_rules/text_rules.h"
#include "graph/reading/read_text.h"

namespace stemma::testing {

using TextRule = uint64_t (*)(const TextUnderAudit&, Findings&);

inline Findings FindingsIn(TextRule rule, const Reading& reading) {
  Findings findings;
  rule(TextUnderAudit(reading), findings);
  return findings;
}

// "exact" or, of findings that are compared with a place, "exact | exact there".
inline std::vector<std::string> FoundIn(TextRule rule, std::string text) {
  std::vector<std::string> found;
  for (const Finding& finding : FindingsIn(rule, ReadText(std::move(text)))) {
    found.push_back(finding.exact +
                    (finding.related.empty() ? "" : " | " + finding.related.front().exact));
  }
  return found;
}

}  // namespace stemma::testing
