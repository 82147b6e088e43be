#include "graph/export/private_nodes.h"

#include "graph/export/record_scan.h"

namespace stemma {

bool IsPrivate(const NodeState& state) {
  return state.Flag("private");
}

Result<std::unordered_set<NodeId>> PrivateNodes(const GraphView& graph) {
  std::unordered_set<NodeId> found;
  STEMMA_TRY(ScanNodeStates(graph, /*with_text=*/false,
                            [&](NodeId node, const NodeState& state) -> Status {
                              if (IsPrivate(state)) {
                                found.insert(node);
                              }
                              return {};
                            }));
  return found;
}

}  // namespace stemma
