// Circular sourcing: works and quotes whose chains come back to themselves.
//
// Source: docs/algorithms.md; strong components by Tarjan 1972 (Boost.Graph
// strong_components); the round is a shortest one through the smallest id, by breadth-first search.
// Thread safety: pure functions over a const view.
#pragma once

#include <optional>
#include <vector>

#include "graph/algo/survey.h"

namespace stemma {

struct Circle {
  std::vector<NodeId> nodes;    // all of them, by id in byte order
  std::vector<NodeId> round;    // one concrete round, in order, starting at the smallest id
  std::vector<EdgeKind> edges;  // of that round; the last leads back to the start
};

// Largest first, ties by first id. Linear in the whole graph, and one search for each circle.
Result<std::vector<Circle>> FindCircles(const GraphView& graph, const Filter& filter);
// The same of a graph that was read already.
Result<std::vector<Circle>> FindCircles(const Survey& survey);

// The circle that a work or quote is in, if it is in one. InvalidInput when the filter leaves it
// out. Linear in what `node` reaches.
Result<std::optional<Circle>> FindCircleOf(const GraphView& graph, NodeId node,
                                           const Filter& filter);

}  // namespace stemma
