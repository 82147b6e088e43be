// What an audit prints, work by work as it comes, in one of three formats.
//
// A whole store is audited in memory that does not grow with it, so that nothing is kept but
// counts. Source: docs/json.md, `audit --json`; SARIF 2.1.0 (OASIS, 2020); the GNU coding
// standards, "Formatting Error Messages". Thread safety: one thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "cli/context.h"
#include "graph/audit/auditor.h"

namespace stemma {

enum class AuditFormat { kText, kJson, kSarif };
std::optional<AuditFormat> ParseAuditFormat(const std::string& word);

// Sums over all that was audited.
struct AuditTotals {
  uint64_t audited = 0;
  uint64_t without_text = 0;
  uint64_t without_rules = 0;          // in a language whose rules are not known
  std::array<uint64_t, 3> findings{};  // by Severity
  CheckedCounts checked{};
  uint64_t cleared = 0;

  void Add(const Audited& audited);
  uint64_t Findings() const { return findings[0] + findings[1] + findings[2]; }
};

class AuditOutput {
 public:
  virtual ~AuditOutput() = default;
  virtual void Put(const Audited& audited) = 0;
  virtual void End(const AuditTotals& totals) = 0;
};

// All borrow `context`. What stands before the first finding is written at once. `files`: names are
// paths of files, whose findings nobody can clear; otherwise ids of nodes.
std::unique_ptr<AuditOutput> AuditTextOutput(Context& context, bool files);
std::unique_ptr<AuditOutput> AuditJsonOutput(Context& context);
std::unique_ptr<AuditOutput> AuditSarifOutput(Context& context, bool files);

}  // namespace stemma
