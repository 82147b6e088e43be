// credit-undeclared with a store: a work that is a near copy of a stored one, with nothing recorded
// that says how they are related.
//
// What explains a copy, and raises nothing: a recorded tie (recorded_ties.h); that the later work
// credits the outlet that published the earlier; that both are credited to one agency, whose own
// copy need not be stored. The finding stands at the later work, since it is the one that owes a
// credit, or at both where dates do not say which came first: length says nothing of that. One
// outlet's own two versions are a note.
// Source: docs/audit.md, "Near copies".
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "graph/audit/finding.h"
#include "graph/audit/text_under_audit.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// Adds one finding at most, which names all copies that nothing explains, nearest first. `work` is
// the stored work whose text this is; none: a text that is not stored. `copies` are its near copies
// (near_copies.h). Returns how many were looked at. O(their texts), where nothing explains them.
Result<uint64_t> CheckNearCopies(const TextUnderAudit& text, std::optional<NodeId> work,
                                 std::span<const NodeId> copies, const GraphView& graph,
                                 Findings& findings);

}  // namespace stemma
