// Choke points: the vertices that every chain from a vertex to an origin passes.
//
// With one virtual sink behind all origins they are the post-dominators of a vertex, so that one
// tree holds them for every vertex of a graph at once: each vertex below the nearest one that all
// its chains pass. Read in the order in which a vertex stands behind all that it leads to, the tree
// is done in one pass; only circles take several. Boost.Graph has a dominator tree too; its search
// calls itself as deep as the longest chain, which overflows the stack on a chain of some hundred
// thousand works, so that it serves the tests as a second opinion.
//
// Source: Cooper, Harvey and Kennedy 2001, "A Simple, Fast Dominance Algorithm";
// docs/algorithms.md, "Choke points". Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "graph/algo/reach.h"
#include "graph/algo/sourcing_graph.h"

namespace stemma {

inline constexpr Vertex kNoVertex = std::numeric_limits<Vertex>::max();

// The vertex that stands for an origin's node: a quote lifted from an origin leads to a vertex
// beside the work's own, which is the same node. `vertex` itself where there is no other.
Vertex OneVertexOf(const SourcingGraph& graph, Vertex vertex);

class ChokePoints {
 public:
  // Linear in vertices and arcs where no circle is; inside one, a pass more for each time that a
  // pass changed something. Meeting of two ways costs as many steps as there are choke points
  // between.
  static ChokePoints Of(const SourcingGraph& graph, const Components& components);

  // Whether some chain from `vertex` arrives at an origin.
  bool Reaches(Vertex vertex) const { return place_of_[vertex] != kUnplaced; }
  // The nearest vertex behind `vertex` that each of its chains to an origin passes. kNoVertex where
  // there is none: it is an origin, reaches none, or its chains part for good.
  Vertex Next(Vertex vertex) const {
    return Reaches(vertex) ? vertex_at_[next_[place_of_[vertex]]] : kNoVertex;
  }
  // Those that all chains of all `starts` pass, nearest first; a start that the others' chains pass
  // is one of them. Starts that reach nothing have no chains. Empty when no start reaches an
  // origin.
  std::vector<Vertex> OfAll(std::span<const Vertex> starts) const;

 private:
  friend class ChokePointSearch;

  static constexpr uint32_t kUnplaced = std::numeric_limits<uint32_t>::max();
  static constexpr uint32_t kSink = 0;  // the place behind all origins

  // The place that the ways from two places first have in common: the sink at last.
  uint32_t Meet(uint32_t a, uint32_t b) const;

  // Places are numbered from the sink, so that every choke point has a lower one.
  std::vector<uint32_t> place_of_;  // by vertex
  std::vector<Vertex> vertex_at_;   // by place; kNoVertex at the sink
  std::vector<uint32_t> next_;      // by place: a place
};

}  // namespace stemma
