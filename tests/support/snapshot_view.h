// A graph with a snapshot beside it, current or stale, as a store has one.
//
// Answers must not depend on whether there is a snapshot; property tests put one beside a
// MemoryGraph, which has none, and compare.
#pragma once

#include <memory>
#include <vector>

#include "graph/model/graph_view.h"

namespace stemma::testing {

// Of everything in `graph`, whose nodes are numbered without gaps. Slow and plain.
std::shared_ptr<const Snapshot> BuildSnapshot(const GraphView& graph,
                                              const std::vector<NodeId>& changed = {});

// The nodes of `before` of which something else is stored in `after`: their facts, the edges they
// have, or the judgements and wholes that fold them.
std::vector<NodeId> ChangedNodes(const GraphView& before, const GraphView& after);

// `graph`, with arrays. Borrows the graph.
class SnapshotView : public GraphView {
 public:
  SnapshotView(const GraphView& graph, std::shared_ptr<const Snapshot> snapshot)
      : graph_(graph), snapshot_(std::move(snapshot)) {}

  const Snapshot* Arrays() const override { return snapshot_.get(); }

  Result<std::optional<NodeId>> Find(std::string_view id) const override { return graph_.Find(id); }
  Result<std::vector<std::string>> Ids(std::span<const NodeId> nodes) const override {
    return graph_.Ids(nodes);
  }
  Result<std::vector<NodeFacts>> Facts(std::span<const NodeId> nodes,
                                       Instant known_at) const override {
    return graph_.Facts(nodes, known_at);
  }
  Result<std::vector<std::vector<EdgeFacts>>> Edges(std::span<const NodeId> nodes,
                                                    Direction direction, EdgeKindSet kinds,
                                                    Instant known_at) const override {
    return graph_.Edges(nodes, direction, kinds, known_at);
  }
  Result<std::vector<ArrivedNode>> NodeAssertions(NodeId node) const override {
    return graph_.NodeAssertions(node);
  }
  Result<std::vector<ArrivedEdge>> EdgeAssertions(const EdgeKey& edge) const override {
    return graph_.EdgeAssertions(edge);
  }
  Result<NodeState> Node(NodeId node, bool with_text) const override {
    return graph_.Node(node, with_text);
  }
  Result<std::vector<NodeState>> Nodes(std::span<const NodeId> nodes, Instant known_at,
                                       bool with_text) const override {
    return graph_.Nodes(nodes, known_at, with_text);
  }
  Result<std::vector<NodeId>> Named(std::string_view name) const override {
    return graph_.Named(name);
  }
  Result<std::vector<NodeId>> WithWords(std::string_view text, size_t limit) const override {
    return graph_.WithWords(text, limit);
  }
  Status ScanNodes(const std::function<bool(NodeId, const NodeFacts&)>& visit) const override {
    return graph_.ScanNodes(visit);
  }
  Status ScanEdges(const std::function<bool(NodeId, const EdgeFacts&)>& visit) const override {
    return graph_.ScanEdges(visit);
  }
  Status ScanAssertions(const AssertionVisitor& visit) const override {
    return graph_.ScanAssertions(visit);
  }
  Status ScanLog(Instant since, const AssertionVisitor& visit) const override {
    return graph_.ScanLog(since, visit);
  }
  Result<GraphCounts> Counts() const override { return graph_.Counts(); }

 private:
  const GraphView& graph_;
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace stemma::testing
