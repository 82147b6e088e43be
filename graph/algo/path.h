// A shortest chain between two nodes along sourcing edges, from the newer to the older.
//
// Searched from both ends at once, which meets after a few hundred nodes where one end alone would
// visit a hundred thousand. That needs who leads to a node as well as whom it leads to, so the
// first question reads the whole store once, folded and filtered: for many questions. A single
// question is cheaper from one end.
//
// Source: docs/algorithms.md, "Paths"; bidirectional search by whole levels (Pohl 1971).
// Thread safety: one thread for each object; it keeps its room.
#pragma once

#include <memory>
#include <vector>

#include "graph/algo/filter.h"
#include "graph/base/result.h"
#include "graph/model/graph_view.h"

namespace stemma {

// The nodes of one chain with the fewest hops, as shown, `from` first; empty when none leads to
// `to`, or the filter leaves `to` out. A chain of a claim begins at what states it. Chains end at
// origins and agents, so that none passes through one. Of several equally short ones any may come,
// but the same one each time. InvalidInput when the filter leaves `from` out. Linear in what `from`
// reaches.
Result<std::vector<NodeId>> ShortestChain(const GraphView& graph, NodeId from, NodeId to,
                                          const Filter& filter = {});

// The same for many questions to one state of a graph.
class PathFinder {
 public:
  // Borrows `graph`; copies `filter`.
  explicit PathFinder(const GraphView& graph, const Filter& filter = {});
  ~PathFinder();
  PathFinder(PathFinder&&) noexcept;
  PathFinder& operator=(PathFinder&&) noexcept;

  // As ShortestChain. The first call is linear in the whole graph; the others touch what is near
  // both ends.
  Result<std::vector<NodeId>> Shortest(NodeId from, NodeId to);

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace stemma
