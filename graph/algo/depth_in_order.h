// How deep a node sits, by one pass over a snapshot's arrays, where node numbers are an order.
//
// Works often arrive behind all that they cite, or all of them before it. While every edge that a
// question follows leads to a lower number, or every one to a higher, the order of numbers is a
// topological one: the ways to a node are all known when the pass comes to it, so that no graph
// need be built. All else is left to the sourcing graph: claims, filters of nodes, nodes that fold
// or have changed, works that were lifted from, revisions, circles, ways of more than 65,000 hops.
//
// Source: docs/algorithms.md, "Depth"; shortest and longest ways in a directed acyclic graph as in
// Cormen, Leiserson, Rivest and Stein, "Introduction to Algorithms", 24.2.
// Thread safety: pure functions over a const view.
#pragma once

#include <optional>

#include "graph/algo/depth.h"
#include "graph/algo/filtered_view.h"

namespace stemma {

// The answer of DepthOf, or nothing where it takes a sourcing graph. Linear in what `node` reaches,
// and a bit for each node of the snapshot; no more than that is lost when it gives up.
Result<std::optional<NodeDepth>> DepthInOrder(const FilteredView& view, NodeId node);

}  // namespace stemma
