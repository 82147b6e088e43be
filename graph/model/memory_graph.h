// The reference implementation of both ports: assertions in a vector, every answer by plain scans.
//
// Small enough to be right by reading it. Property tests drive it beside the store and compare all
// answers; algorithms are tested on it. Not for large graphs: most answers are linear in it.
//
// Thread safety: const calls from several threads; one thread while a sink is open.
#pragma once

#include <memory>

#include "graph/model/graph_sink.h"
#include "graph/model/graph_view.h"

namespace stemma {

class MemoryGraph : public GraphView {
 public:
  MemoryGraph();
  ~MemoryGraph() override;
  MemoryGraph(const MemoryGraph&) = delete;
  MemoryGraph& operator=(const MemoryGraph&) = delete;

  // At most one sink at a time; it must not outlive the graph.
  std::unique_ptr<GraphSink> Begin();

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

 private:
  struct Contents;
  class Sink;
  std::unique_ptr<Contents> contents_;
};

}  // namespace stemma
