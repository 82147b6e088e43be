// What the arcs of a sourcing graph stand for: the stored edge of each step that is shown.
//
// A question reaches many arcs and shows few, so that arcs carry no edge and the few are read
// again.
// Source: docs/algorithms.md, "The sourcing graph".
// Thread safety: pure functions over a const view.
#pragma once

#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/algo/sourcing_graph.h"

namespace stemma {

inline constexpr EdgeKindSet kSourcingKinds = SetOf(IsSourcing);

// Of parallel edges the strongest is shown, which is the least by this: by status as listed
// (asserted first, disputed last), then by confidence, then by kind and ends so that the answer
// does not depend on reading order.
inline std::tuple<AssertionStatus, float, EdgeKey> Strength(AssertionStatus status,
                                                            float confidence, const EdgeKey& edge) {
  return {status, -confidence, edge};
}

// The steps of arcs, given by the vertices that they join, in the order given. `view` is the one
// that `graph` was built from. One batch of reads for all.
Result<std::vector<Step>> StepsOf(const FilteredView& view, const SourcingGraph& graph,
                                  std::span<const std::pair<Vertex, Vertex>> arcs);

}  // namespace stemma
