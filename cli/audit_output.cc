#include "cli/audit_output.h"

namespace stemma {

std::optional<AuditFormat> ParseAuditFormat(const std::string& word) {
  return word == "text"    ? std::optional(AuditFormat::kText)
         : word == "json"  ? std::optional(AuditFormat::kJson)
         : word == "sarif" ? std::optional(AuditFormat::kSarif)
                           : std::nullopt;
}

void AuditTotals::Add(const Audited& one) {
  ++audited;
  without_text += one.text.empty() ? 1 : 0;
  without_rules += one.full_rules ? 0 : 1;
  cleared += one.cleared;
  for (const Finding& finding : one.findings) {
    ++findings[static_cast<size_t>(finding.severity)];
  }
  for (size_t i = 0; i < checked.size(); ++i) {
    checked[i] += one.checked[i];
  }
}

}  // namespace stemma
