// How deep a node sits: hops to the nearest origin, the longest way to one, and what is reached.
//
// Source: docs/algorithms.md; strong components by Tarjan 1972 (Boost.Graph
// strong_components), then one pass over the condensation.
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "graph/algo/end_counts.h"
#include "graph/algo/survey.h"

namespace stemma {

struct NodeDepth {
  NodeId node;
  NodeKind kind = NodeKind::kArticle;
  Depth depth;
  EndCounts ends{};             // distinct ends reached
  std::vector<NodeId> witness;  // one shortest chain to an origin, or empty
  // True: no inferred or disputed edge was met, so that the answer is the same without them.
  bool is_certain = false;
};

// InvalidInput when the filter leaves the node itself out. Linear in what `node` reaches.
Result<NodeDepth> DepthOf(const GraphView& graph, NodeId node, const Filter& filter);

struct WorkDepth {
  NodeId node;
  Depth depth;
};

struct DepthDistribution {
  uint64_t works = 0;
  uint64_t reached = 0;
  uint64_t unreached = 0;
  uint64_t attributed = 0;                 // unreached works that print a quote of a named speaker
  std::map<uint64_t, uint64_t> histogram;  // of min
  std::vector<WorkDepth> deepest;          // by min, then max, both falling; ties by id
};

// Over all works that the filter leaves. Linear in the whole graph.
Result<DepthDistribution> DepthOfAllWorks(const GraphView& graph, const Filter& filter,
                                          uint64_t deepest_max);
// The same of a graph that was read already.
Result<DepthDistribution> DepthOfAllWorks(const Survey& survey, uint64_t deepest_max);

}  // namespace stemma
