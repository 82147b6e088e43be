#include "graph/audit/near_copy_candidates.h"

#include <string>

#include "graph/audit/near_copies.h"

namespace stemma {

bool IsCandidate(SharedCounts shared, uint64_t fewer_fingerprints) {
  constexpr uint64_t kRareOneIn = 2 * kNearCopyOneIn;
  constexpr uint64_t kCommonOneIn = 2;
  return (shared.rare + 1) * kRareOneIn >= fewer_fingerprints ||
         (shared.rare + shared.common) * kCommonOneIn >= fewer_fingerprints;
}

Status ForEachText(const GraphView& graph,
                   const std::function<Status(NodeId work, std::string_view text)>& visit) {
  const auto read = [&](NodeId node) -> Status {
    STEMMA_ASSIGN(const std::string text, StoredText(graph, node));
    return text.empty() ? Status() : visit(node, text);
  };
  Status status;
  STEMMA_TRY(graph.ScanNodes([&](NodeId node, const NodeFacts& facts) {
    if (IsWork(facts.kind)) {
      status = read(node);
    }
    return status.has_value();
  }));
  return status;
}

}  // namespace stemma
