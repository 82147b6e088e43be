#include "graph/algo/claim_filter.h"

#include <algorithm>
#include <vector>

namespace stemma {

Status ClaimFilter::Narrow(const FilteredView& view, Folding& folding, NodeId claim) {
  const std::vector<NodeId> asked = {claim};
  STEMMA_ASSIGN(const std::vector<uint32_t> groups, folding.GroupsOf(asked));
  STEMMA_ASSIGN(const std::vector<std::string> ids,
                view.Graph().Ids(folding.Of(groups.front()).members));
  ids_.insert(ids.begin(), ids.end());
  return {};
}

Result<bool> ClaimFilter::Serves(const GraphView& graph, NodeId from, const EdgeFacts& edge) const {
  if (FollowsAll() || !edge.has_claims) {
    return true;
  }
  STEMMA_ASSIGN(const std::vector<ArrivedEdge> said,
                graph.EdgeAssertions({from, edge.kind, edge.other}));
  for (const ArrivedEdge& one : said) {
    if (one.arrival == edge.arrival) {
      return std::any_of(one.assertion.claims.begin(), one.assertion.claims.end(),
                         [this](const std::string& id) { return ids_.contains(id); });
    }
  }
  return Fail(ErrorCode::kCorruption, "an edge names an assertion that is not stored");
}

}  // namespace stemma
