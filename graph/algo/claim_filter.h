// Which sourcing edges a question about a claim may follow.
//
// A sourcing edge may name the claims it serves; then it serves no other, so that a claim does not
// borrow its neighbour's source. Every edge serves a question that is about no claim.
// Source: docs/algorithms.md, "A claim".
// Thread safety: const calls from several threads.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "graph/algo/folding.h"

namespace stemma {

class ClaimFilter {
 public:
  // At first everything; then only what serves `claim` or what it is folded with, or one of those
  // given before.
  Status Narrow(const FilteredView& view, Folding& folding, NodeId claim);

  bool FollowsAll() const { return ids_.empty(); }
  // `edge` is one of `from`'s, as the view gives it. One read for an edge that names claims.
  Result<bool> Serves(const GraphView& graph, NodeId from, const EdgeFacts& edge) const;

 private:
  std::unordered_set<std::string> ids_;
};

}  // namespace stemma
