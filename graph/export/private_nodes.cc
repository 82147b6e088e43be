#include "graph/export/private_nodes.h"

#include <algorithm>
#include <span>
#include <vector>

namespace stemma {
namespace {

constexpr size_t kBatchNodes = 512;

}  // namespace

Result<std::unordered_set<NodeId>> PrivateNodes(const GraphView& graph) {
  std::vector<NodeId> nodes;
  STEMMA_TRY(graph.ScanNodes([&](NodeId node, const NodeFacts&) {
    nodes.push_back(node);
    return true;
  }));
  std::sort(nodes.begin(), nodes.end());  // cheapest to read in this order
  std::unordered_set<NodeId> found;
  for (size_t first = 0; first < nodes.size(); first += kBatchNodes) {
    const auto batch = std::span(nodes).subspan(first, std::min(kBatchNodes, nodes.size() - first));
    STEMMA_ASSIGN(const std::vector<NodeState> states, graph.Nodes(batch));
    for (size_t i = 0; i < batch.size(); ++i) {
      if (states[i].Flag("private")) {
        found.insert(batch[i]);
      }
    }
  }
  return found;
}

}  // namespace stemma
