// From what the user typed to a node, and from a node to what the user reads.
//
// Source: docs/commands/show.md.
// Thread safety: const calls over a const view.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// The node with this id, or with this address as its id; else the one whose name, title or alias it
// is. InvalidInput when there is
// none (with the nearest few by words, if any) or when several are (listed with id, kind and
// label).
Result<NodeId> ResolveNode(const GraphView& graph, std::string_view text);
Result<std::vector<NodeId>> ResolveNodes(const GraphView& graph,
                                         const std::vector<std::string>& texts);

// What KIND names. InvalidInput when it is no kind of edge.
Result<EdgeKind> ResolveEdgeKind(std::string_view text);

// The id of one node.
Result<std::string> IdOf(const GraphView& graph, NodeId node);

}  // namespace stemma
