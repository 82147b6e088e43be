// Which part of a graph an export is about: all of it, or what is near some nodes.
//
// Source: docs/commands/export.md.
// Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <unordered_set>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// The nodes asked and what points to them; from all of these the chains back as far as they are
// recorded, with wholes, twins and corrections; and what stands one edge from any of it (outlets,
// speakers, claims, mentions). Linear in what is reached.
Result<std::unordered_set<NodeId>> Neighbourhood(const GraphView& graph,
                                                 std::span<const NodeId> asked);

}  // namespace stemma
