// The read port over the keys and values of a store.
//
// It runs on the database for readers, and on a staging area for the import that is writing, so
// that both see one meaning of the bytes.
// Source: docs/key-format.md. Thread safety: as of the KeyValues below it.
#pragma once

#include "graph/model/graph_view.h"
#include "storage/key_values.h"

namespace stemma {

class StoredGraph : public GraphView {
 public:
  // Borrows `entries`.
  explicit StoredGraph(const KeyValues& entries) : entries_(entries) {}

  Result<std::optional<NodeId>> Find(std::string_view id) const override;
  Result<std::vector<std::string>> Ids(std::span<const NodeId> nodes) const override;
  Result<std::vector<NodeFacts>> Facts(std::span<const NodeId> nodes,
                                       Instant known_at = kDistantFuture) const override;
  Result<std::vector<std::vector<EdgeFacts>>> Edges(
      std::span<const NodeId> nodes, Direction direction, EdgeKindSet kinds = kAllEdgeKinds,
      Instant known_at = kDistantFuture) const override;
  Result<std::vector<ArrivedNode>> NodeAssertions(NodeId node) const override;
  Result<std::vector<ArrivedEdge>> EdgeAssertions(const EdgeKey& edge) const override;
  Result<NodeState> Node(NodeId node, bool with_text) const override;
  Result<std::vector<NodeId>> Named(std::string_view name) const override;
  Result<std::vector<NodeId>> WithWords(std::string_view text, size_t limit) const override;
  Status ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const override;
  Status ScanEdges(const std::function<bool(NodeId, const EdgeFacts&)>& visit) const override;
  Status ScanAssertions(const AssertionVisitor& visit) const override;
  Status ScanLog(Instant since, const AssertionVisitor& visit) const override;
  Result<GraphCounts> Counts() const override;

  // What the ports do not show, for the import and for verification.
  Result<StoredNode> Stored(NodeId node) const;
  Result<std::optional<StoredEdge>> Stored(const EdgeKey& edge) const;
  Result<Counters> ReadCounters() const;
  struct Logged {
    uint64_t arrival = 0;
    LogEntry entry;
  };
  Result<std::vector<Logged>> NodeLog(NodeId node) const;
  Result<std::vector<Logged>> EdgeLog(const EdgeKey& edge) const;
  Result<ArrivedNode> NodeAssertionAt(uint64_t arrival) const;
  Result<ArrivedEdge> EdgeAssertionAt(uint64_t arrival) const;

 private:
  Result<std::vector<Logged>> ReadLog(Family family, std::string_view prefix) const;
  Result<std::vector<NodeId>> NodesUnder(Family family, std::string_view prefix) const;
  Status ReadEdges(std::string_view prefix, NodeId node, Direction direction, Instant known_at,
                   std::vector<EdgeFacts>& edges) const;
  Result<std::optional<EdgeFacts>> FactsKnownAt(const EdgeKey& edge, NodeId other,
                                                Instant known_at) const;
  Status VisitRecord(uint64_t arrival, std::string_view record, const AssertionVisitor& visit,
                     bool& go_on) const;

  const KeyValues& entries_;
};

// "the store is damaged: …", for whoever meets bytes that cannot be.
tl::unexpected<Error> Damaged(std::string_view what);

}  // namespace stemma
