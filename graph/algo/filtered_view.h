// A graph as a question sees it: only the nodes and edges that its filter leaves.
//
// Filters come first and folding after, so that a judgement made later, or a part published later,
// folds nothing in a question about an earlier day.
// Source: docs/algorithms.md.
// Thread safety: const calls from several threads.
#pragma once

#include <span>
#include <unordered_set>
#include <vector>

#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

class FilteredView {
 public:
  // Borrows `graph`; copies `filter`.
  FilteredView(const GraphView& graph, const Filter& filter);

  const GraphView& Graph() const { return graph_; }
  const Filter& Limits() const { return filter_; }
  // Whether nothing at all is left out, so that there is nothing to compare with.
  bool LeavesAll() const;
  // The graph's arrays, or null when there are none that this filter can use.
  const Snapshot* Arrays() const { return arrays_; }

  bool IsWithout(NodeId node) const { return without_.contains(node); }
  bool IsPresent(NodeId node, const NodeFacts& facts) const;
  // Whether the state of an edge is one that counts and is strong enough.
  bool Holds(const EdgeFacts& edge) const;

  // As of GraphView, by the filter's second clock. No node is left out here.
  Result<std::vector<NodeFacts>> Facts(std::span<const NodeId> nodes) const;

  // Edges that hold, are strong enough, and whose far end is present.
  Result<std::vector<std::vector<EdgeFacts>>> Edges(std::span<const NodeId> nodes,
                                                    Direction direction, EdgeKindSet kinds) const;

  // The fields of a node as known by the filter's second clock, without its text.
  Result<NodeState> Node(NodeId node) const;
  Result<std::vector<NodeState>> Nodes(std::span<const NodeId> nodes) const;

 private:
  const GraphView& graph_;
  const Snapshot* arrays_;
  Filter filter_;
  std::unordered_set<NodeId> without_;
};

// InvalidInput, in words for a person, when the filter leaves `node` out.
Status RequirePresent(const FilteredView& view, NodeId node);

}  // namespace stemma
