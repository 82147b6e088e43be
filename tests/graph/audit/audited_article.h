// Findings in a text that a test wrote, as words that compare at a glance.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/audit/auditor.h"
#include "support/must.h"

namespace stemma::testing {

inline const Authority& ShippedAuthority() {
  static const Authority authority = Must(Authority::Shipped());
  return authority;
}

inline Audited AuditArticle(std::string text, const GraphView* graph = nullptr,
                            AuditOptions options = {}) {
  Article article;
  article.text = std::move(text);
  Auditor auditor(ShippedAuthority(), graph, std::move(options));
  return Must(auditor.AuditText(ReadSourcing(std::move(article)), "story"));
}

// "error[acronym-mismatch] FIJI", one for each finding.
inline std::vector<std::string> Shown(const Audited& audited) {
  std::vector<std::string> lines;
  for (const Finding& finding : audited.findings) {
    lines.push_back(std::string(Name(finding.severity)) + "[" + std::string(Name(finding.rule)) +
                    "] " + finding.exact);
  }
  return lines;
}

// Of one rule alone.
inline std::vector<std::string> FoundBy(Rule rule, std::string text,
                                        const GraphView* graph = nullptr) {
  return Shown(AuditArticle(std::move(text), graph, {{rule}}));
}

}  // namespace stemma::testing
