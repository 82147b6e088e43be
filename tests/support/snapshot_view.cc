#include "support/snapshot_view.h"

#include <algorithm>

#include "support/must.h"

namespace stemma::testing {
namespace {

std::vector<EdgeFacts> EdgesOf(const GraphView& graph, NodeId node) {
  return Must(graph.Edges(std::vector{node}, Direction::kOut)).front();
}

}  // namespace

std::shared_ptr<const Snapshot> BuildSnapshot(const GraphView& graph,
                                              const std::vector<NodeId>& changed) {
  SnapshotBuilder builder;
  const uint64_t count = Must(graph.Counts()).nodes;
  for (NodeId node; node.value < count; ++node.value) {
    const NodeFacts facts = Must(graph.Facts(std::vector{node})).front();
    NodeClass node_class{true, facts.kind, facts.first_hand, facts.unnamed, facts.dated};
    node_class.latest = kDistantPast;
    for (const ArrivedNode& one : Must(graph.NodeAssertions(node))) {
      node_class.latest = std::max(node_class.latest, one.assertion.at);
    }
    builder.AddNode(node_class, facts.date.start);
    for (const EdgeFacts& edge : EdgesOf(graph, node)) {
      EdgeClass edge_class{edge, kDistantFuture, kDistantPast};
      for (const ArrivedEdge& one : Must(graph.EdgeAssertions({node, edge.kind, edge.other}))) {
        edge_class.earliest = std::min(edge_class.earliest, one.assertion.at);
        edge_class.latest = std::max(edge_class.latest, one.assertion.at);
      }
      edge_class.facts.other = NodeId();
      edge_class.facts.arrival = 0;
      builder.AddEdge(edge_class, edge.other);
      if (IsFolding(edge.kind)) {
        builder.MarkFolds(node);
        builder.MarkFolds(edge.other);
      }
    }
  }
  return std::move(builder).Finish(changed);
}

std::vector<NodeId> ChangedNodes(const GraphView& before, const GraphView& after) {
  std::vector<NodeId> changed;
  const uint64_t count = Must(before.Counts()).nodes;
  for (NodeId node; node.value < Must(after.Counts()).nodes; ++node.value) {
    if (node.value < count &&
        Must(before.NodeAssertions(node)).size() != Must(after.NodeAssertions(node)).size()) {
      changed.push_back(node);
    }
    for (const EdgeFacts& edge : EdgesOf(after, node)) {
      const EdgeKey key{node, edge.kind, edge.other};
      const auto said = before.EdgeAssertions(key);
      if (!said || said->size() != Must(after.EdgeAssertions(key)).size()) {
        changed.push_back(node);
        if (IsFolding(edge.kind)) {
          changed.push_back(edge.other);
        }
      }
    }
  }
  return changed;
}

}  // namespace stemma::testing
