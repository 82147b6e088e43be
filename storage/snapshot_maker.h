// Makes a snapshot of nodes and edges that come in the order in which they are stored.
//
// Edges come from the packed blocks, or from the import that is just packing them; nodes are asked
// for by number, as far as the edges have come.
// Source: docs/key-format.md, "The snapshot". Thread safety: one thread each.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "graph/base/result.h"
#include "graph/model/snapshot.h"
#include "storage/stored_graph.h"

namespace stemma {

class SnapshotMaker {
 public:
  // The node of a number, or nothing; asked once for each, rising.
  using NodeAt = std::function<Result<std::optional<StoredNode>>(uint64_t)>;
  // `nodes` and `edges`: how many there will be, at most.
  SnapshotMaker(NodeAt node_at, uint64_t nodes, uint64_t edges) : node_at_(std::move(node_at)) {
    builder_.Reserve(nodes, edges);
  }

  // From its `from`, rising.
  Status Add(const PackedEdge& edge);
  // Null when there is more than a snapshot can number. `next_node`: behind the last number.
  Result<std::shared_ptr<const Snapshot>> Finish(uint64_t next_node);

 private:
  Status AddNodesUpTo(uint64_t end);

  NodeAt node_at_;
  SnapshotBuilder builder_;
};

// Of a store in which no edge waits to be packed: one pass over its nodes and edges.
Result<std::shared_ptr<const Snapshot>> MakeSnapshot(const StoredGraph& graph);

}  // namespace stemma
