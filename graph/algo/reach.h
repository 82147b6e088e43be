// What each vertex of a sourcing graph can reach: its circle, the ends, and bounds on the hops.
//
// All questions share this: depth reads the bounds to origins, tracing prunes by those to any end,
// circles are the strong components. Sources are older than what they source, so that nearly all of
// a graph has an order in which each vertex stands behind all that it leads to, and one pass in it
// gives both bounds. Only what no such order exists for goes through strong components.
//
// Source: Kahn 1962, "Topological sorting of large networks", CACM 5; Tarjan 1972, "Depth-first
// search and linear graph algorithms" (Boost.Graph strong_components,
// https://www.boost.org/doc/libs/release/libs/graph/doc/strong_components.html); inside a circle
// Dijkstra 1959, since a revision is followed at no hop.
// Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "graph/algo/sourcing_graph.h"

namespace stemma {

// More than any hops, and so far from the largest number that a hop can be added.
inline constexpr uint32_t kUnreached = uint32_t{1} << 31U;

// The order of a sourcing graph, and its circles.
class Components {
 public:
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  // Linear in vertices and arcs.
  static Components Of(const SourcingGraph& graph);

  // Every vertex behind all that it leads to; the vertices of a circle stand together.
  const std::vector<Vertex>& Order() const { return order_; }
  size_t CircleCount() const { return circles_.size(); }
  // Two or more vertices, or one with an arc to itself.
  std::span<const Vertex> Circle(uint32_t circle) const {
    return {order_.data() + circles_[circle].first, circles_[circle].count};
  }
  // The number of the circle that a vertex is in, or kNone.
  uint32_t CircleOf(Vertex vertex) const { return circle_of_.empty() ? kNone : circle_of_[vertex]; }

 private:
  friend class ComponentSearch;
  struct Range {
    size_t first = 0;
    size_t count = 0;
  };
  std::vector<Vertex> order_;
  std::vector<Range> circles_;       // by place in the order
  std::vector<uint32_t> circle_of_;  // by vertex; empty when there is none
};

// Where chains end, by vertex: nothing where they go on. Vertices of a circle that no end can be
// reached from are ends themselves (kCircle).
std::vector<std::optional<ChainEnd>> FindEnds(const SourcingGraph& graph,
                                              const Components& components);

// What a vertex is to a search for goals.
enum class Role : uint8_t {
  kPass,
  kGoal,     // chains stop here, and have arrived
  kBarrier,  // chains stop here, and have not
};

struct Hops {
  uint32_t nearest = kUnreached;  // to the nearest goal, if there is one
  uint32_t most = 0;              // by the longest way to one
};
// By vertex. `most` is on the graph with each circle folded into one node, where each hop inside a
// circle counts nothing, or, when `count_inside` is true, where a circle may cost one hop less than
// it has vertices (a bound that no simple path exceeds). Linear in vertices and arcs, but for
// circles, where a factor of the logarithm of their size comes in.
std::vector<Hops> HopsToGoals(const SourcingGraph& graph, const Components& components,
                              const std::vector<Role>& roles, bool count_inside);

// By vertex, hops to origins, each circle folded. Linear, as above.
std::vector<Hops> HopsToOrigins(const SourcingGraph& graph, const Components& components);

// min and max, or neither when no origin is reached.
Depth DepthOf(const Hops& to_origins);

}  // namespace stemma
