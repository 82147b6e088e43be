// Where along a chain a name was misprinted: the earliest stored hop, who inherited it, who did
// not.
//
// A finding about one text says what differs from a name; with a store it can say where that came
// from. Looked at are the works of the chain, those that name the same agent, and those that derive
// from this one; what they print is known of those whose text is stored, or whose edge has the name
// as printed.
// Source: docs/audit.md, "Where an error came in".
// Thread safety: one thread, as of the WorkUnderAudit.
#pragma once

#include "graph/audit/finding.h"
#include "graph/audit/work_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// Adds reasons and related places to a finding of acronym-mismatch or entity-near-miss that is
// related to a stored agent; leaves any other as it is. Reads the texts of at most 200 works.
Status AddErrorSpread(const WorkUnderAudit& work, Finding& finding);

}  // namespace stemma
