// A graph read in the three ways there are, for tests that hold every answer to be the same.
#pragma once

#include <vector>

#include "graph/model/memory_graph.h"
#include "support/snapshot_view.h"

namespace stemma::testing {

// A graph as it is read with no arrays, with arrays of it, and with arrays of an earlier state.
class ThreeViews {
 public:
  ThreeViews(const MemoryGraph& graph, const MemoryGraph& before)
      : current_(graph, BuildSnapshot(graph)),
        stale_(graph, BuildSnapshot(before, ChangedNodes(before, graph))),
        views_{&graph, &current_, &stale_} {}

  const std::vector<const GraphView*>& All() const { return views_; }

 private:
  SnapshotView current_;
  SnapshotView stale_;
  std::vector<const GraphView*> views_;
};

}  // namespace stemma::testing
