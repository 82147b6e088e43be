// Who owns the outlets that a chain passes.
//
// Outlets with one owner are not folded: to find the most chains that share no owner is hard for
// any machine (disjoint paths by colour, NP-hard), and folding would lead chains through works that
// never met. So owners are named, chain by chain, and whoever reads weighs them.
//
// Source: docs/algorithms.md, "Owners"; Hassin, Monnot and Segev 2009, "Approximation algorithms
// and hardness results for labeled connectivity problems".
// Thread safety: pure functions over a const view.
#pragma once

#include <string>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/base/result.h"

namespace stemma {

struct OwnedOutlet {
  NodeId outlet;                    // as shown
  std::vector<std::string> owners;  // as written in `owner`, of all it is folded with; may be empty
};

// For each path the outlets that published its works, and the works that print its quotes, in the
// order of the path, each once. Each path is nodes as shown. A few batches of reads, and one read
// for each outlet.
Result<std::vector<std::vector<OwnedOutlet>>> OutletsOfPaths(
    const FilteredView& view, const std::vector<std::vector<NodeId>>& paths);

// Owners that every path passes, of two paths or more; in byte order.
std::vector<std::string> OwnersOfAll(const std::vector<std::vector<OwnedOutlet>>& paths);

}  // namespace stemma
