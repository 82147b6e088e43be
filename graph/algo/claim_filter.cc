#include "graph/algo/claim_filter.h"

#include <algorithm>
#include <vector>

#include "graph/algo/deciding.h"

namespace stemma {

Status ClaimFilter::Narrow(const FilteredView& view, Folding& folding, NodeId claim) {
  STEMMA_ASSIGN(const std::vector<NodeId> members, folding.MembersOf(claim));
  STEMMA_ASSIGN(const std::vector<std::string> ids, view.Graph().Ids(members));
  ids_.insert(ids.begin(), ids.end());
  return {};
}

Result<bool> ClaimFilter::Serves(const GraphView& graph, NodeId from, const EdgeFacts& edge) const {
  if (FollowsAll() || !edge.has_claims) {
    return true;
  }
  STEMMA_ASSIGN(const EdgeAssertion said,
                DecidingAssertion(graph, {from, edge.kind, edge.other}, edge.arrival));
  return std::any_of(said.claims.begin(), said.claims.end(),
                     [this](const std::string& id) { return ids_.contains(id); });
}

}  // namespace stemma
