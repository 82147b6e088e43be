// The quotes of a work, one by one, for the rules that hold each against what it is linked with.
//
// Source: docs/audit.md, "Along a chain".
// Thread safety: as of the WorkUnderAudit, one thread.
#pragma once

#include <cstdint>

#include "graph/audit/work_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// Calls audit.Check(quote, links) for each; returns how many had links.
template <class Audit>
Result<uint64_t> CheckEachQuote(const WorkUnderAudit& work, Audit audit) {
  if (work.Quotes().empty()) {
    return 0;
  }
  STEMMA_ASSIGN(const auto links, work.LinksOfQuotes());
  uint64_t checked = 0;
  for (size_t i = 0; i < links.size(); ++i) {
    STEMMA_TRY(audit.Check(work.Quotes()[i], links[i]));
    checked += links[i].empty() ? 0 : 1;
  }
  return checked;
}

}  // namespace stemma
