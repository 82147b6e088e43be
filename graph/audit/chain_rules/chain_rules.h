// The rules that need a store: what a work says against what stands behind it. One file each.
//
// Each adds its findings and returns how many places it looked at, so that "no findings" means
// something. None follows a withdrawn edge or an inherited credit, and each looks at a bounded
// number of works, so that a whole store is audited in time linear in it. Where nothing is recorded
// (no date, no language, no words) nothing is reported.
// Source: docs/audit.md.
// Thread safety: as of the WorkUnderAudit, one thread.
#pragma once

#include <cstdint>

#include "graph/audit/finding.h"
#include "graph/audit/known_agents.h"
#include "graph/audit/work_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// date-order: dated before what it cites, quotes or derives from.
Result<uint64_t> CheckDateOrder(const WorkUnderAudit& work, Findings& findings);
// quote-drift: a quote in other words than the one it was lifted from, or than the same speaker's
// in a work of its chain.
Result<uint64_t> CheckQuoteAgainstChain(const WorkUnderAudit& work, Findings& findings);
// speaker-changed: the same words given to another speaker, or to none.
Result<uint64_t> CheckSpeakerAgainstChain(const WorkUnderAudit& work, Findings& findings);
// number-drift: figures that exclude those of the works it derives from, or cites.
Result<uint64_t> CheckNumbersAgainstChain(const WorkUnderAudit& work, Findings& findings);
// source-dead-end: chains that reach no origin, and no quote that says who spoke.
Result<uint64_t> CheckDeadEnd(const WorkUnderAudit& work, Findings& findings);
// source-corrected: a chain that passes a work which another one corrects.
Result<uint64_t> CheckCorrections(const WorkUnderAudit& work, Findings& findings);
// circular-sourcing: a work whose chains come back to it.
Result<uint64_t> CheckCircle(const WorkUnderAudit& work, Findings& findings);
// entity-near-miss and acronym-mismatch by edges alone: a name as the work printed it, which none
// of the names of the node that the edge leads to is; of a text without edges, a speaker's name
// that one stored person nearly bears. Leaves out what `findings` has already.
Result<uint64_t> CheckPrintedNames(const WorkUnderAudit& work, KnownAgents& known,
                                   Findings& findings);

}  // namespace stemma
