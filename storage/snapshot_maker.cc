#include "storage/snapshot_maker.h"

#include <algorithm>
#include <utility>

namespace stemma {

Status SnapshotMaker::AddNodesUpTo(uint64_t end) {
  while (builder_.NodeCount() < end) {
    STEMMA_ASSIGN(const auto stored, node_at_(builder_.NodeCount()));
    if (!stored) {
      builder_.AddGap();
      continue;
    }
    const NodeFacts& facts = stored->facts;
    builder_.AddNode(
        {true, facts.kind, facts.first_hand, facts.unnamed, facts.dated, false, stored->latest},
        facts.date.start);
  }
  return {};
}

Status SnapshotMaker::Add(const PackedEdge& edge) {
  STEMMA_TRY(AddNodesUpTo(edge.ends.near.value + 1));
  EdgeClass shared{edge.stored.facts, edge.stored.earliest, edge.stored.latest};
  shared.facts.kind = edge.ends.kind;
  shared.facts.other = NodeId();
  shared.facts.arrival = 0;
  builder_.AddEdge(shared, edge.ends.far);
  if (IsFolding(edge.ends.kind)) {
    builder_.MarkFolds(edge.ends.near);
    builder_.MarkFolds(edge.ends.far);
  }
  return {};
}

Result<std::shared_ptr<const Snapshot>> SnapshotMaker::Finish(uint64_t next_node) {
  STEMMA_TRY(AddNodesUpTo(next_node));
  return builder_.IsTooLarge() ? nullptr : std::move(builder_).Finish();
}

Result<std::shared_ptr<const Snapshot>> MakeSnapshot(const StoredGraph& graph) {
  STEMMA_ASSIGN(const Counters counters, graph.ReadCounters());
  // Of more than 32 bits can number there is none; it is not tried for each of them first.
  constexpr uint64_t kNumbered = uint64_t{1} << 32U;
  if (std::max(counters.next_node, counters.edges) >= kNumbered) {
    return std::shared_ptr<const Snapshot>();
  }
  NodeBlock block;
  const auto node_at = [&](uint64_t number) -> Result<std::optional<StoredNode>> {
    if (number % kBlockNodes == 0) {
      STEMMA_ASSIGN(block, graph.Block(number / kBlockNodes));
    }
    const auto found = block.find(number);
    return found == block.end() ? std::nullopt : std::optional(found->second);
  };
  SnapshotMaker maker(node_at, counters.next_node, counters.edges);
  Status status;
  STEMMA_TRY(graph.ScanStored([&](const PackedEdge& edge) {
    status = maker.Add(edge);
    return status.has_value();
  }));
  STEMMA_TRY(std::move(status));
  return maker.Finish(counters.next_node);
}

}  // namespace stemma
