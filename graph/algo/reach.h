// What each vertex of a sourcing graph can reach: its circle, the ends, and bounds on the hops.
//
// All questions share this: depth reads the bounds to origins, tracing prunes by those to any end,
// circles are the strong components. One pass over the arcs for each.
//
// Source: Tarjan 1972, "Depth-first search and linear graph algorithms" (Boost.Graph
// strong_components, https://www.boost.org/doc/libs/release/libs/graph/doc/strong_components.html);
// 0-1 breadth-first search (Dial 1969) for hops, since a revision is followed at none.
// Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "graph/algo/sourcing_graph.h"

namespace stemma {

inline constexpr uint64_t kUnreached = std::numeric_limits<uint64_t>::max();

struct Components {
  std::vector<uint32_t> of;     // by vertex; a component's arcs lead to lower numbers or itself
  std::vector<uint32_t> size;   // by component
  std::vector<bool> is_circle;  // by component: two or more vertices, or an arc to itself
};
// Linear in vertices and arcs.
Components FindComponents(const SourcingGraph& graph);

// Where chains end, by vertex: nothing where they go on. Vertices of a circle that no end can be
// reached from are ends themselves (kCircle).
std::vector<std::optional<ChainEnd>> FindEnds(const SourcingGraph& graph,
                                              const Components& components);

// Hops from each vertex to the nearest of `goals` (true by vertex), kUnreached when there is none.
// Chains stop at goals and do not go on behind `barriers` (vertices where chains end).
std::vector<uint64_t> HopsToNearest(const SourcingGraph& graph, const std::vector<bool>& goals,
                                    const std::vector<bool>& barriers);

// The longest way from each vertex to a goal, kUnreached when there is none: on the graph with each
// circle folded into one node, where each hop inside a circle counts nothing, or, when
// `count_inside` is true, where a circle may cost one hop less than it has vertices (a bound that
// no simple path exceeds).
std::vector<uint64_t> HopsAtMost(const SourcingGraph& graph, const Components& components,
                                 const std::vector<bool>& goals, const std::vector<bool>& barriers,
                                 bool count_inside);

}  // namespace stemma
