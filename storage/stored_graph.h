// The read port over the keys and values of a store.
//
// Source: docs/key-format.md. Thread safety: as of the RocksStore below it.
#pragma once

#include <memory>

#include "graph/model/graph_view.h"
#include "storage/assertion_reader.h"
#include "storage/edge_blocks.h"
#include "storage/node_blocks.h"
#include "storage/recent_edges.h"
#include "storage/rocks_store.h"

namespace stemma {

// All zero when nothing was ever committed. Corruption.
Result<Counters> ReadCounters(const RocksStore& store);

class StoredGraph : public GraphView {
 public:
  // Borrows both; `recent` are those of `entries`. `snapshot` may be null; its changed nodes are
  // those of this state.
  StoredGraph(const RocksStore& entries, const RecentEdges& recent,
              std::shared_ptr<const Snapshot> snapshot = nullptr)
      : entries_(entries), recent_(recent), snapshot_(std::move(snapshot)) {}

  Result<std::optional<NodeId>> Find(std::string_view id) const override;
  Result<std::vector<std::string>> Ids(std::span<const NodeId> nodes) const override;
  Result<std::vector<NodeFacts>> Facts(std::span<const NodeId> nodes,
                                       Instant known_at = kDistantFuture) const override;
  Result<std::vector<std::vector<EdgeFacts>>> Edges(
      std::span<const NodeId> nodes, Direction direction, EdgeKindSet kinds = kAllEdgeKinds,
      Instant known_at = kDistantFuture) const override;
  Result<std::vector<ArrivedNode>> NodeAssertions(NodeId node) const override;
  Result<std::vector<ArrivedEdge>> EdgeAssertions(const EdgeKey& edge) const override;
  // Keeps the ids of all ends meanwhile; each block of edges, nodes and assertions is read once for
  // the neighbours that share it.
  Status ReadEdgeAssertions(std::span<const EdgeKey> edges,
                            const EdgeVisitor& visit) const override;
  Result<NodeState> Node(NodeId node, bool with_text) const override;
  Result<std::vector<NodeState>> Nodes(std::span<const NodeId> nodes,
                                       Instant known_at = kDistantFuture,
                                       bool with_text = false) const override;
  Result<std::vector<NodeId>> Named(std::string_view name) const override;
  Result<std::vector<NodeId>> WithWords(std::string_view text, size_t limit) const override;
  Status ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const override;
  Status ScanEdges(const std::function<bool(NodeId, const EdgeFacts&)>& visit) const override;
  Status ScanAssertions(const AssertionVisitor& visit) const override;
  Status ScanLog(Instant since, const AssertionVisitor& visit) const override;
  Result<GraphCounts> Counts() const override;
  const Snapshot* Arrays() const override { return snapshot_.get(); }

  // What the ports do not show, for the import, packing and verification.
  struct Identity {
    NodeId node;
    NodeKind kind = NodeKind::kArticle;
  };
  Result<std::optional<Identity>> Identify(std::string_view id) const;
  Result<StoredNode> Stored(NodeId node) const;
  Result<NodeBlock> Block(uint64_t block) const;  // empty when there is none
  Result<std::optional<StoredEdge>> Stored(const EdgeKey& edge) const;
  Result<Counters> ReadCounters() const { return stemma::ReadCounters(entries_); }
  // Every node, every edge from its `from` in the order of OutOf, with those not packed yet.
  Status ScanStored(const std::function<bool(NodeId, const StoredNode&)>& visit) const;
  Status ScanStored(const std::function<bool(const PackedEdge&)>& visit) const;

  struct Logged {
    uint64_t arrival = 0;
    HistoryEntry entry;
  };
  // In the order of arrival; `stored` and `reader` are of the node and of this store.
  Result<std::vector<ArrivedNode>> NodeAssertions(NodeId node, const StoredNode& stored,
                                                  AssertionReader& reader) const;
  // By arrival; of one with a single assertion, that one.
  Result<std::vector<Logged>> NodeHistory(NodeId node, const StoredNode& stored,
                                          AssertionReader& reader) const;
  Result<std::vector<Logged>> EdgeHistory(const EdgeKey& edge, const StoredEdge& stored,
                                          AssertionReader& reader) const;
  // Of this store; ids are asked of it, or of whoever knows them sooner.
  AssertionReader ReadAssertions() const;
  AssertionReader ReadAssertions(AssertionReader::IdOf id_of) const {
    return AssertionReader(entries_, std::move(id_of));
  }

 private:
  class EdgesInTurn;

  // Of one node and kinds, packed and recent ones merged.
  Status ReadEdges(NodeId node, Direction direction, EdgeKindSet kinds,
                   const std::function<void(const PackedEdge&)>& visit) const;
  Result<std::vector<EdgeFacts>> EdgesOf(NodeId node, Direction direction, EdgeKindSet kinds,
                                         Instant known_at) const;
  Result<std::optional<EdgeFacts>> FactsAt(const EdgeKey& edge, const StoredEdge& stored,
                                           NodeId other, Instant known_at) const;
  Result<std::vector<Logged>> ReadHistory(Family family, std::string_view prefix) const;
  // In order of arrival.
  Result<std::vector<ArrivedEdge>> EdgeAssertions(const EdgeKey& edge, const StoredEdge& stored,
                                                  AssertionReader& reader) const;
  Result<std::vector<NodeId>> NodesUnder(Family family, std::string_view prefix) const;
  Result<std::vector<NodeId>> NodesWithIdsUnder(std::string_view prefix) const;

  const RocksStore& entries_;
  const RecentEdges& recent_;
  std::shared_ptr<const Snapshot> snapshot_;
};

// "the store is damaged: …", for whoever meets bytes that cannot be.
tl::unexpected<Error> Damaged(std::string_view what);

}  // namespace stemma
