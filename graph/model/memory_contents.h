// The assertions of a MemoryGraph, and the rules by which new ones join them.
//
// Apart from the graph, so that its answers and its writing can each be read by themselves.
// Thread safety: none of its own.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/model/graph_view.h"
#include "graph/model/memory_graph.h"

namespace stemma {

struct MemoryGraph::Contents {
  struct Node {
    std::string id;
    NodeKind kind = NodeKind::kArticle;
    std::vector<ArrivedNode> said;  // in order of arrival
  };

  std::vector<Node> nodes;  // by NodeId
  std::map<std::string, NodeId, std::less<>> ids;
  std::map<EdgeKey, std::vector<ArrivedEdge>> edges;  // each in order of arrival
  uint64_t arrivals = 0;                              // given out so far
  uint64_t assertions = 0;

  std::optional<NodeId> Find(std::string_view id) const;
  NodeState State(NodeId node, Instant known_at = kDistantFuture) const;
  std::optional<std::string> TextOf(std::string_view id) const;
  // Nothing when nobody had asserted the edge by then.
  std::optional<EdgeFacts> Facts(const EdgeKey& key, const std::vector<ArrivedEdge>& said,
                                 Direction direction, Instant known_at) const;
};

}  // namespace stemma
