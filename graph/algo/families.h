// Families: what is not independent in practice, although nothing on record makes it one node.
//
// A copy has nothing of its own, and seventeen quotes of one speaker on one day are one occasion.
// Only that is folded which cannot invent a chain: a copied or syndicated work becomes its root,
// with the root's sources and none of its own; first-hand quotes of one speaker on one date become
// one origin. Works with two roots, copies on a circle with their root, and quotes that were lifted
// from somewhere stay apart. So a count over families is never higher than the plain one.
//
// Source: docs/algorithms.md, "Families".
// Thread safety: pure functions over a const view.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/algo/filtered_view.h"
#include "graph/algo/reach.h"
#include "graph/algo/sourcing_graph.h"
#include "graph/base/result.h"

namespace stemma {

enum class FamilyReason : uint8_t { kCopy, kSyndication, kOneOccasion };

struct FamilyMember {
  Vertex vertex = 0;
  Vertex root = 0;  // which is in no other family
  FamilyReason reason = FamilyReason::kCopy;
};

// Those of `vertices` that fold into another of them, in the order given. `vertices` are on chains
// to an origin, each for a node of its own; `view` is the one that `graph` was built from,
// `components` are its. A batch of reads for all, and one read for each `derived_from` edge among
// them.
Result<std::vector<FamilyMember>> FindFamilies(const FilteredView& view, const SourcingGraph& graph,
                                               const Components& components,
                                               const std::vector<Vertex>& vertices);

}  // namespace stemma
