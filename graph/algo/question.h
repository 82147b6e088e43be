// One question about one node: its sourcing graph, where its chains start, and what they reach.
//
// Depth and tracing both begin here, so that they agree about starts, ends and origins.
// Source: docs/algorithms.md; for a claim: every work or quote that `states` it.
// Thread safety: immutable once built.
#pragma once

#include <vector>

#include "graph/algo/reach.h"
#include "graph/algo/sourcing_graph.h"

namespace stemma {

struct Question {
  NodeId asked;
  NodeKind kind = NodeKind::kArticle;
  // The stating nodes of a claim, which are hop 0 of its chains; otherwise `asked` alone. Empty for
  // a claim that nothing states.
  std::vector<NodeId> starts;
  SourcingGraph graph;
  Components components;
  std::vector<std::optional<ChainEnd>> ends;  // by vertex
  std::vector<Vertex> start_vertices;         // distinct

  // The id a vertex is shown under: `asked` where the question starts there.
  NodeId Shown(Vertex vertex) const;
};

// InvalidInput when the filter leaves `node` out.
Result<Question> Ask(const FilteredView& view, NodeId node);

// Works and quotes that state the claim, by the filter, rising.
Result<std::vector<NodeId>> StatersOf(const FilteredView& view, NodeId claim);

// Hops from every vertex to an origin. Linear in what the question reaches.
std::vector<Hops> HopsToOrigins(const Question& question);

// min and max from the starts, given those hops.
Depth DepthOf(const Question& question, const std::vector<Hops>& to_origins);

}  // namespace stemma
