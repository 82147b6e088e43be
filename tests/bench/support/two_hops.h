// Everything that a node's sources and their sources are: the smallest question about a graph.
#pragma once

#include <algorithm>
#include <vector>

#include "bench/support/plain_graph.h"
#include "graph/model/graph_view.h"
#include "support/must.h"

namespace stemma::bench {

template <class Number>
void KeepDistinct(std::vector<Number>& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

inline std::vector<uint32_t> TwoHops(const PlainGraph& graph, uint32_t node) {
  std::vector<uint32_t> reached;
  for (uint32_t source : graph.Out().Of(node)) {
    reached.push_back(source);
    const auto behind = graph.Out().Of(source);
    reached.insert(reached.end(), behind.begin(), behind.end());
  }
  KeepDistinct(reached);
  return reached;
}

// Over the flat arrays where they hold, over the view where they do not.
class TwoHopsSearch {
 public:
  explicit TwoHopsSearch(const GraphView& view) : view_(view), snapshot_(view.Arrays()) {
    if (snapshot_ != nullptr) {
      for (const EdgeClass& edge : snapshot_->Arrays().edge_classes) {
        followed_.push_back(IsFollowed(edge.facts) ? 1 : 0);
      }
    }
  }

  std::vector<uint64_t> From(NodeId node) const {
    std::vector<uint64_t> reached;
    AddSources(node, reached);
    for (size_t i = 0, sources = reached.size(); i < sources; ++i) {
      AddSources(NodeId{reached[i]}, reached);
    }
    KeepDistinct(reached);
    return reached;
  }

 private:
  static bool IsFollowed(const EdgeFacts& edge) {
    return IsSourcing(edge.kind) && edge.status != AssertionStatus::kWithdrawn && !edge.inherited;
  }

  void AddSources(NodeId node, std::vector<uint64_t>& reached) const {
    if (snapshot_ != nullptr && snapshot_->Covers(node)) {
      const SnapshotArrays& arrays = snapshot_->Arrays();
      for (uint32_t edge = arrays.first_edge[node.value]; edge < arrays.first_edge[node.value + 1];
           ++edge) {
        if (followed_[arrays.class_of_edge[edge]] != 0) {
          reached.push_back(arrays.targets[edge]);
        }
      }
      return;
    }
    const auto edges = testing::Must(view_.Edges(std::span(&node, 1), Direction::kOut));
    for (const EdgeFacts& edge : edges.front()) {
      if (IsFollowed(edge)) {
        reached.push_back(edge.other.value);
      }
    }
  }

  const GraphView& view_;
  const Snapshot* snapshot_;
  std::vector<char> followed_;  // by class of edges
};

}  // namespace stemma::bench
