// Names of persons and bodies that a text prints, against the agents of a store.
//
// The one who is right is the one on record: an agent that only the work under audit attests is no
// record, so that a name does not vouch for itself.
// Source: docs/audit.md, "Names of persons".
// Thread safety: one thread.
#pragma once

#include <cstdint>

#include "graph/audit/finding.h"
#include "graph/audit/known_agents.h"
#include "graph/audit/text_under_audit.h"
#include "graph/base/result.h"

namespace stemma {

// entity-near-miss of the names of speakers and sources. Returns how many names were looked up;
// none without a store. A few look-ups for each distinct name.
Result<uint64_t> CheckStoredNames(const TextUnderAudit& text, KnownAgents& known,
                                  Findings& findings);

}  // namespace stemma
